import { z } from 'zod'
import { type Dimension, dimensions, incidentKinds, levels } from './dimensions.ts'
import { canLock, type LockRefusal } from './grading.ts'

/** What the desk holds while somebody grades: autosaved as it is, read into grades by the lock. */
const place = z
  .strictObject({ start: z.number().int().min(0), end: z.number().int().min(1) })
  .refine(({ start, end }) => start < end, 'empty')
export type Place = z.infer<typeof place>

const gradeDraft = z
  .strictObject({
    dimension: z.enum(dimensions),
    level: z.union(levels.map((level) => z.literal(level))).nullable(),
    noEvidence: z.boolean(),
    quotes: z.array(place).max(20),
    comment: z.string().max(2000),
    incident: z.enum(incidentKinds).nullable(),
  })
  .refine(({ level, noEvidence }) => !(noEvidence && level !== null), 'a level and none')
export type GradeDraft = z.infer<typeof gradeDraft>

export const verdicts = ['planted', 'partly', 'valid', 'wrong'] as const
export type Verdict = (typeof verdicts)[number]

/** A grader's word on one finding; only `planted` names the defect. */
const verdictDraft = z
  .strictObject({
    finding: z.string().regex(/^[A-Za-z0-9-]{1,40}$/),
    verdict: z.enum(verdicts),
    defect: z.string().max(40).nullable(),
  })
  .refine(({ verdict, defect }) => (verdict === 'planted') === (defect !== null), 'a defect and none')
export type VerdictDraft = z.infer<typeof verdictDraft>

const once =
  <T>(key: (item: T) => string) =>
  (list: readonly T[]) =>
    new Set(list.map(key)).size === list.length

export const gradingDraft = z.strictObject({
  grades: z
    .array(gradeDraft)
    .max(dimensions.length)
    .refine(
      once<GradeDraft>(({ dimension }) => dimension),
      'twice',
    ),
  verdicts: z
    .array(verdictDraft)
    .max(60)
    .refine(
      once<VerdictDraft>(({ finding }) => finding),
      'twice',
    ),
})
export type GradingDraft = z.infer<typeof gradingDraft>

export const emptyDraft: GradingDraft = { grades: [], verdicts: [] }

/** One save of the desk, and the lock, which saves what it locks. */
export const gradingSave = z.strictObject({
  saveId: z.uuid(),
  baseRev: z.number().int().min(0),
  draft: gradingDraft,
})

export const gradingAmendment = z.strictObject({
  grades: gradingDraft.shape.grades,
  reason: z.string().trim().min(1).max(2000),
})

export function draftOf(draft: GradingDraft, dimension: Dimension): GradeDraft {
  return (
    draft.grades.find((grade) => grade.dimension === dimension) ?? {
      dimension,
      level: null,
      noEvidence: false,
      quotes: [],
      comment: '',
      incident: null,
    }
  )
}

export type DraftRefusal = LockRefusal | 'verdict-missing' | 'quote-outside'

/**
 * May this draft be locked? What `canLock` asks, every finding judged, and every quote inside the text. `dimensions`
 * and `findings` say where to look.
 */
export function lockable(input: {
  draft: GradingDraft
  dimensions: readonly Dimension[]
  findings: readonly string[]
  textLength: number
}): { ok: true } | { refused: DraftRefusal; dimensions: Dimension[]; findings: string[] } {
  const { draft, dimensions: wanted, findings, textLength } = input
  const verdict = canLock(draft.grades, wanted)
  if ('refused' in verdict) return { ...verdict, findings: [] }
  const judged = new Set(draft.verdicts.map(({ finding }) => finding))
  const unjudged = findings.filter((finding) => !judged.has(finding))
  if (unjudged.length > 0) return { refused: 'verdict-missing', dimensions: [], findings: unjudged }
  const outside = draft.grades.filter(({ quotes }) => quotes.some(({ end }) => end > textLength))
  if (outside.length > 0)
    return { refused: 'quote-outside', dimensions: outside.map(({ dimension }) => dimension), findings: [] }
  return { ok: true }
}
