import { z } from 'zod'
import { id, inEveryLanguage, structureFields, text, textFields } from './common.ts'
import { article } from './handbook.ts'

export const paragraph = z.string().regex(/^[a-z-]+\.\d+$/, 'an article and a paragraph: bank-holidays.2')

/** Questions that the handbook answers, or does not. */
export const lookupStructure = z.strictObject({
  ...structureFields,
  kind: z.literal('lookup'),
  handbook: z.array(id).min(1),
  /** The paragraphs that answer it, any of which is a right citation. None: the handbook does not say. */
  questions: z.array(z.strictObject({ id, cite: z.array(paragraph).default([]) })).min(1),
})

/**
 * `accept`: an answer is right that holds a word of each group (as in a fact of an inbox, but in any of its sentences),
 * where there is one; where the handbook does not say: the ways of saying so. `asserts`, only there: a sentence that
 * holds a word of each group claims what the handbook does not.
 */
const key = z.strictObject({
  answer: text,
  accept: z.array(text).default([]),
  asserts: z.array(text).default([]),
  note: text.optional(),
})
export const lookupTexts = z.strictObject({
  ...textFields(
    {
      answers: z.record(
        id,
        z.strictObject({ text: z.string(), cite: z.union([paragraph, z.literal('none')]) }),
      ),
    },
    { answers: z.record(id, key).default({}) },
  ),
  questions: z.record(id, z.strictObject({ who: text, text })),
})

export const lookupContent = z.strictObject({
  ...lookupStructure.shape,
  texts: inEveryLanguage(lookupTexts),
  articles: z.array(article),
})
export type LookupContent = z.infer<typeof lookupContent>
