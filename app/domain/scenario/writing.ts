import { z } from 'zod'
import { id, inEveryLanguage, structureFields, text, textFields } from './common.ts'

/** Several questions, each answered in writing. */
export const writingStructure = z.strictObject({
  ...structureFields,
  kind: z.literal('writing'),
  prompts: z.array(id).min(1),
})

export const writingTexts = z.strictObject({
  ...textFields({ answers: z.record(id, text) }, { listenFor: z.record(id, text).default({}) }),
  prompts: z.record(id, z.strictObject({ question: text, help: text.optional() })),
})

export const writingContent = z.strictObject({
  ...writingStructure.shape,
  texts: inEveryLanguage(writingTexts),
})
export type WritingContent = z.infer<typeof writingContent>
