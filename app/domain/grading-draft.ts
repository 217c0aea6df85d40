import type { Dimension, IncidentKind, Level } from './dimensions.ts'
import { canLock, type LockRefusal } from './grading.ts'

/** A marked place in the answer's text: UTF-16 offsets, `end` exclusive. */
export type Place = { start: number; end: number }

/** One criterion as the desk holds it: no level and no "not shown" while it is not graded. */
export type GradeDraft = {
  dimension: Dimension
  level: Level | null
  noEvidence: boolean
  quotes: Place[]
  comment: string
  incident: IncidentKind | null
}

export const verdicts = ['planted', 'partly', 'valid', 'wrong'] as const
export type Verdict = (typeof verdicts)[number]
/** A grader's word on one finding; only `planted` names the defect. */
export type VerdictDraft = { finding: string; verdict: Verdict; defect: string | null }

/** What the desk holds while somebody grades: autosaved as it is, read into grades by the lock. */
export type GradingDraft = { grades: GradeDraft[]; verdicts: VerdictDraft[] }

export const emptyDraft: GradingDraft = { grades: [], verdicts: [] }

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
