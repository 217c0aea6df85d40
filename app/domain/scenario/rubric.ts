import { z } from 'zod'
import { type Dimension, dimensions } from '../dimensions.ts'
import type { Locale } from '../locale.ts'
import { dimension, inEveryLanguage, type LevelTexts, levelTexts, statuses, text } from './common.ts'

export const rubricStructure = z.strictObject({
  key: z.literal('rubric'),
  status: z.enum(statuses),
  dimensions: z.array(dimension).length(dimensions.length),
})
export const rubricTexts = z.strictObject({
  dimensions: z.record(dimension, z.strictObject({ name: text, long: text, anchors: levelTexts })),
})
export const rubricContent = z.strictObject({ ...rubricStructure.shape, texts: inEveryLanguage(rubricTexts) })
export type RubricContent = z.infer<typeof rubricContent>

export type DimensionView = { dimension: Dimension; name: string; long: string; anchors: LevelTexts }

/** One dimension in the reader's language: its short name, its long name and the five anchors. */
export function dimensionView(rubric: RubricContent, of: Dimension, locale: Locale): DimensionView {
  const { name, long, anchors } = rubric.texts[locale].dimensions[of]
  return { dimension: of, name, long, anchors }
}
