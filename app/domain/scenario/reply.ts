import { z } from 'zod'
import { id, inEveryLanguage, structureFields, text, textFields } from './common.ts'
import { article } from './handbook.ts'

/** One customer's message, a record and a handbook beside it; one written reply. */
export const replyStructure = z.strictObject({
  ...structureFields,
  kind: z.literal('reply'),
  record: z.array(id),
  handbook: z.array(id),
  /** What a full answer rests on, and the paragraphs that say so. */
  facts: z
    .array(
      z.strictObject({
        id,
        paragraphs: z.array(
          z.string().regex(/^[a-z-]+\.\d+$/, 'an article and a paragraph: bank-holidays.2'),
        ),
      }),
    )
    .default([]),
  traps: z.array(id).default([]),
})

export const replyTexts = z.strictObject({
  ...textFields({ text }, { facts: z.record(id, text).default({}), traps: z.record(id, text).default({}) }),
  customer: text,
  message: z.strictObject({ subject: text, at: text, paragraphs: z.array(text).min(1) }),
  recordTitle: text,
  record: z.record(id, z.strictObject({ label: text, value: text })),
  answerLabel: text,
})

export const replyContent = z.strictObject({
  ...replyStructure.shape,
  texts: inEveryLanguage(replyTexts),
  articles: z.array(article),
})
export type ReplyContent = z.infer<typeof replyContent>
