import { z } from 'zod'
import { id, inEveryLanguage, structureFields, text, textFields } from './common.ts'

/** `by`: the place depends on this parameter's option; the language files then name the parts per option. */
const defect = z.strictObject({
  id,
  weight: z.number().int().min(1).max(3),
  parts: z.array(id).min(1).optional(),
  by: id.optional(),
})
const decoy = z.strictObject({ id, part: id })

export const reviewStructure = z.strictObject({
  ...structureFields,
  kind: z.literal('page-review'),
  template: z.string().regex(/^[a-z0-9-]+\.html$/),
  parts: z.array(id).min(1),
  measured: z.array(id),
  /** What the weights of the defects add up to; declared, so that a slip in one of them is noticed. */
  total: z.number().int().nonnegative(),
  defects: z.array(defect),
  decoys: z.array(decoy).default([]),
})

const defectTexts = z.strictObject({
  parts: z.record(id, z.array(id).min(1)).optional(),
  wrong: text,
  costs: text,
  good: text,
  partly: text,
  hints: z.array(text).default([]),
})
const decoyTexts = z.strictObject({ looks: text, right: text, claim: text, hints: z.array(text).default([]) })

/** `match`: the planted id a finding was tied to, `valid` for a right claim without weight, `wrong` for the rest. */
const exampleBody = {
  findings: z.array(
    z.strictObject({ parts: z.array(id).min(1), text, match: z.union([z.enum(['valid', 'wrong']), id]) }),
  ),
  test: text,
}

export const reviewTexts = z.strictObject({
  ...textFields(exampleBody, {
    defects: z.record(id, defectTexts),
    decoys: z.record(id, decoyTexts).default({}),
    valid: z.array(text).default([]),
    notCredited: z.array(text).default([]),
  }),
  parts: z.record(id, z.strictObject({ label: text, words: z.record(id, text) })),
  measured: z.record(id, z.strictObject({ label: text, text })),
})

export const reviewContent = z.strictObject({
  ...reviewStructure.shape,
  texts: inEveryLanguage(reviewTexts),
  files: z.record(z.string(), z.string()),
})
export type ReviewContent = z.infer<typeof reviewContent>
