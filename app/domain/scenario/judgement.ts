import { z } from 'zod'
import { dimension, id, inEveryLanguage, structureFields, text, textFields } from './common.ts'

const options = z.array(id).min(3).max(6)
const item = z.discriminatedUnion('ask', [
  /** The most and the least effective one. */
  z.strictObject({
    id,
    ask: z.literal('most-least'),
    options,
    most: id,
    least: id,
    dimensions: z.array(dimension).min(1),
    reason: z.boolean().default(false),
  }),
  /** Every one from 1 to 5. `key`: option → mean and standard deviation of the experts' ratings. */
  z.strictObject({
    id,
    ask: z.literal('rate'),
    options,
    key: z.record(id, z.strictObject({ mean: z.number().min(1).max(5), sd: z.number().min(0) })),
    dimensions: z.array(dimension).min(1),
    reason: z.boolean().default(false),
  }),
])
export type JudgementItem = z.infer<typeof item>

/** Situations with possible acts to judge. Marked by a key; what is written as a reason is graded by people. */
export const judgementStructure = z.strictObject({
  ...structureFields,
  kind: z.literal('judgement'),
  items: z.array(item).min(1),
})

const exampleBody = {
  picks: z.record(id, z.strictObject({ most: id, least: id })).default({}),
  ratings: z.record(id, z.record(id, z.number().int().min(1).max(5))).default({}),
  reasons: z.record(id, text).default({}),
}
export const judgementTexts = z.strictObject({
  /** Item → option → why it is good or bad here. */
  ...textFields(exampleBody, { why: z.record(id, z.record(id, text)).default({}) }),
  items: z.record(
    id,
    z.strictObject({ situation: z.array(text).min(1), options: z.record(id, text), reason: text.optional() }),
  ),
})

export const judgementContent = z.strictObject({
  ...judgementStructure.shape,
  texts: inEveryLanguage(judgementTexts),
})
export type JudgementContent = z.infer<typeof judgementContent>
