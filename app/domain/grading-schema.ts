import { z } from 'zod'
import { dimensions, incidentKinds, levels } from './dimensions.ts'
import { type GradeDraft, type GradingDraft, type VerdictDraft, verdicts } from './grading-draft.ts'

const place = z
  .strictObject({ start: z.number().int().min(0), end: z.number().int().min(1) })
  .refine(({ start, end }) => start < end, 'empty')

/** Words that tell who wrote an answer: where they stand in it. */
export const hiddenPlace = place

const gradeDraft: z.ZodType<GradeDraft> = z
  .strictObject({
    dimension: z.enum(dimensions),
    level: z.union(levels.map((level) => z.literal(level))).nullable(),
    noEvidence: z.boolean(),
    quotes: z.array(place).max(20),
    comment: z.string().max(2000),
    incident: z.enum(incidentKinds).nullable(),
  })
  .refine(({ level, noEvidence }) => !(noEvidence && level !== null), 'a level and none')

const verdictDraft: z.ZodType<VerdictDraft> = z
  .strictObject({
    finding: z.string().regex(/^[A-Za-z0-9-]{1,40}$/),
    verdict: z.enum(verdicts),
    defect: z.string().max(40).nullable(),
  })
  .refine(({ verdict, defect }) => (verdict === 'planted') === (defect !== null), 'a defect and none')

const once =
  <T>(key: (item: T) => string) =>
  (list: readonly T[]) =>
    new Set(list.map(key)).size === list.length

const grades = z
  .array(gradeDraft)
  .max(dimensions.length)
  .refine(
    once<GradeDraft>(({ dimension }) => dimension),
    'twice',
  )

export const gradingDraft: z.ZodType<GradingDraft> = z.strictObject({
  grades,
  verdicts: z
    .array(verdictDraft)
    .max(60)
    .refine(
      once<VerdictDraft>(({ finding }) => finding),
      'twice',
    ),
})

/** One save of the desk, and the lock, which saves what it locks. */
export const gradingSave = z.strictObject({
  saveId: z.uuid(),
  baseRev: z.number().int().min(0),
  draft: gradingDraft,
})

/** An empty reason is a refusal of the rule's, not a wrong shape. */
export const gradingAmendment = z.strictObject({ grades, reason: z.string().max(2000) })
