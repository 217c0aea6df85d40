import type { Dimension } from './dimensions.ts'
import {
  furtherGrade,
  furtherReasons,
  gradingRules,
  type Mark,
  type MarkedCell,
  moderationNeeded,
} from './grading.ts'
import type { Lines } from './profile.ts'

/** Why two grades were not enough: the rule's reasons, a candidate's complaint, a manager's own question. */
export const disagreementReasons = [...furtherReasons, 'complaint', 'request'] as const
export type DisagreementReason = (typeof disagreementReasons)[number]

/**
 * moderate: somebody has to give the last word. awaited: one more grader is asked, and nothing is shown. short: one more
 * grade is due and nobody is left to give it. settled: by the mean of three grades or more, or by a moderator.
 */
export const disagreementStates = ['moderate', 'awaited', 'short', 'settled'] as const
export type DisagreementState = (typeof disagreementStates)[number]

export interface DisputedCell {
  answer: string
  weight: number
  /** In the order in which the graders were asked. Empty while the answer is hidden. */
  marks: readonly Mark[]
  visible: boolean
  /** Asked for by a person: a further grade or a moderation. */
  asked?: 'complaint' | 'request'
  moderation?: 'asked' | 'given'
}
export interface Disagreement {
  answer: string
  reasons: DisagreementReason[]
  state: Exclude<DisagreementState, 'awaited'>
}

/** Where a revealed disagreement stands. */
export function disagreementState({
  marks,
  moderation,
}: Pick<DisputedCell, 'marks' | 'moderation'>): Disagreement['state'] {
  if (moderation === 'given') return 'settled'
  if (moderation === 'asked' || moderationNeeded(marks)) return 'moderate'
  return marks.length > gradingRules.initialGrades ? 'settled' : 'short'
}

/**
 * The revealed answers of one attempt on which the graders disagreed in this dimension, and why, by the rule of the
 * further grade over the first two marks. Nearness to a line is judged only when all answers of the dimension are
 * visible: it would tell something of a hidden one.
 */
export function disagreementsIn(input: {
  dimension: Dimension
  cells: readonly DisputedCell[]
  lines: Lines
}): Disagreement[] {
  const { dimension, cells, lines } = input
  const shown = cells.filter(({ visible }) => visible)
  const first = shown.map(
    ({ answer, weight, marks }): MarkedCell => ({
      answer,
      weight,
      marks: marks.slice(0, gradingRules.initialGrades),
    }),
  )
  const complete = shown.length === cells.length
  const further = furtherGrade({ dimension, cells: first, lines: complete ? lines : {} })
  const found = new Map(further.needed ? further.answers.map(({ answer, reasons }) => [answer, reasons]) : [])
  return shown.flatMap((cell) => {
    const reasons: DisagreementReason[] = [...(found.get(cell.answer) ?? [])]
    if (cell.asked) reasons.push(cell.asked)
    const { answer } = cell
    return reasons.length > 0 || cell.moderation || moderationNeeded(cell.marks)
      ? [{ answer, reasons, state: disagreementState(cell) }]
      : []
  })
}
