import { type Dimension, type IncidentKind, type Level, quoteNeeded } from './dimensions.ts'
import { attentionLines, type Cell, dimensionScore, type Lines, type Parameters } from './profile.ts'

/** Assumed start values of the assessment model, "When a further grader". */
export const gradingRules = {
  /** Graders asked for an answer at first. */
  initialGrades: 2,
  /** No answer is graded more often than this. */
  gradeCap: 4,
  /** T closer to a line than this asks for another grade. */
  nearLine: 0.3,
  /** Two levels at least this far apart ask for another grade. */
  apart: 2,
  /** Three levels that span at least this ask for moderation. */
  moderationRange: 3,
}

/** One grader's locked grade of one answer on one dimension. `level: null` is "not shown". */
export type Mark = { level: Level | null; incident: boolean }
/** One answer's locked marks on one dimension, with the weight that its scenario has there. */
export type MarkedCell = { answer: string; weight: number; marks: readonly Mark[]; moderated?: number }

export const furtherReasons = ['near-line', 'apart', 'incident', 'no-evidence', 'calibration'] as const
export type FurtherReason = (typeof furtherReasons)[number]
export type FurtherGrade =
  | { needed: false }
  | { needed: true; reasons: FurtherReason[]; answers: { answer: string; reasons: FurtherReason[] }[] }

/** The levels among the marks, "not shown" left out. */
export function levelsOf(marks: readonly Mark[]): Level[] {
  return marks.flatMap(({ level }) => (level === null ? [] : [level]))
}

/** The cell as the profile's formula takes it. */
export function scoredCell({ weight, marks, moderated }: MarkedCell): Cell {
  return { weight, grades: levelsOf(marks), ...(moderated !== undefined && { moderated }) }
}

function range(levels: readonly Level[]): number {
  return levels.length === 0 ? 0 : Math.max(...levels) - Math.min(...levels)
}

function ownReasons(marks: readonly Mark[]): FurtherReason[] {
  const levels = levelsOf(marks)
  const reasons: FurtherReason[] = []
  if (range(levels) >= gradingRules.apart) reasons.push('apart')
  if (marks.filter((mark) => mark.incident).length === 1) reasons.push('incident')
  if (levels.length < marks.length && levels.some((level) => level <= 2 || level >= 4)) {
    reasons.push('no-evidence')
  }
  return reasons
}

/**
 * Does a dimension of one attempt need a third grader, for which answers and why? (Assessment model, "When a further
 * grader", a–d.) Only answers with exactly the two first marks are asked for again: a third grade settles the
 * question, and a fourth is asked for by a person. Nearness to a line is judged when no answer waits for its first two
 * marks, and then concerns all answers of the dimension that have a level.
 */
export function furtherGrade(input: {
  dimension: Dimension
  cells: readonly MarkedCell[]
  lines?: Lines
  parameters?: Partial<Parameters>
}): FurtherGrade {
  const { dimension, cells, lines = attentionLines, parameters } = input
  const { initialGrades } = gradingRules
  const line = lines[dimension]
  const complete = cells.every(({ marks }) => marks.length >= initialGrades)
  const { t } = dimensionScore(cells.map(scoredCell), parameters)
  // 2.8 − 2.5 is a hair under 0.3 in binary; exactly 0.3 apart is not near.
  const near =
    complete && line !== undefined && t !== undefined && Math.abs(t - line) < gradingRules.nearLine - 1e-9

  const answers = cells
    .filter(({ marks }) => marks.length === initialGrades)
    .map(({ answer, weight, marks }) => {
      const counts = weight > 0 && levelsOf(marks).length > 0
      const reasons: FurtherReason[] =
        near && counts ? ['near-line', ...ownReasons(marks)] : ownReasons(marks)
      return { answer, reasons }
    })
    .filter(({ reasons }) => reasons.length > 0)
  if (answers.length === 0) return { needed: false }
  const found = furtherReasons.filter((reason) => answers.some(({ reasons }) => reasons.includes(reason)))
  return { needed: true, reasons: found, answers }
}

/** Three or more levels that span 3 need a named moderator with a written reason; the originals stay as they are. */
export function moderationNeeded(marks: readonly Mark[]): boolean {
  const levels = levelsOf(marks)
  return levels.length >= 3 && range(levels) >= gradingRules.moderationRange
}

/** A grade as the desk holds it, with the places marked in the candidate's text. */
export type DraftGrade = {
  dimension: Dimension
  level: Level | null
  noEvidence: boolean
  quotes: readonly unknown[]
  incident?: IncidentKind | null
}
export type LockRefusal = 'grade-missing' | 'quote-missing'

/**
 * May this answer be locked? Every dimension has either a level or "no evidence", levels 1, 2 and 5 have a quote, and
 * so has a grade that reports an incident. `dimensions` of the refusal says where, for the focus.
 */
export function canLock(
  grades: readonly DraftGrade[],
  dimensions: readonly Dimension[],
): { ok: true } | { refused: LockRefusal; dimensions: Dimension[] } {
  const given = new Map(grades.map((grade) => [grade.dimension, grade]))
  const missing = dimensions.filter((dimension) => {
    const grade = given.get(dimension)
    return !grade || (grade.level === null) !== grade.noEvidence
  })
  if (missing.length > 0) return { refused: 'grade-missing', dimensions: missing }
  const unproven = dimensions.filter((dimension) => {
    const grade = given.get(dimension)
    if (!grade || grade.quotes.length > 0) return false
    return Boolean(grade.incident) || (grade.level !== null && quoteNeeded(grade.level))
  })
  if (unproven.length > 0) return { refused: 'quote-missing', dimensions: unproven }
  return { ok: true }
}
