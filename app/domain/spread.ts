import { agreement, agreementWord } from './agreement.ts'
import type { Dimension, Level } from './dimensions.ts'
import { gradingRules } from './grading.ts'
import { type ShareInterval, wilson } from './interval.ts'

/** Of a note to those who graded the same answer, in UTF-16 units. */
export const noteLimit = 2000
export type NoteRefusal = 'note-missing' | 'no-thread' | 'undo-over'
export type NoteAnswer = { ok: true; id: string } | { refused: NoteRefusal }

/** What the graders of one answer gave on one criterion; null is "not shown". */
export type Given = readonly (Level | null)[]

export interface Spread {
  /** From low to high. */
  levels: Level[]
  notShown: number
  pairs: number
  withinOne: number
  /** From the lowest to the highest; null with fewer than two levels. */
  gap: number | null
  /** So far apart that they should talk about it. */
  apart: boolean
}

/** How the levels of one criterion lie: nothing that needs more than counting, for there are two to four of them. */
export function spreadOf(given: Given): Spread {
  const levels = given.filter((level): level is Level => level !== null).sort((a, b) => a - b)
  const { pairs, withinOne } = agreement([levels])
  const [lowest, highest] = [levels[0], levels.at(-1)]
  const gap = levels.length < 2 || !lowest || !highest ? null : highest - lowest
  return {
    levels,
    notShown: given.length - levels.length,
    pairs,
    withinOne,
    gap,
    apart: gap !== null && gap >= gradingRules.apart,
  }
}

export interface AnswerAgreement {
  /** Criteria with two levels or more. */
  n: number
  /** Of those, on which all levels lie at most one apart. */
  close: number
  share: ShareInterval
  /** Whether the pairs behind them are too few to say anything of the graders. */
  few: boolean
}

/**
 * How far the graders of one answer agree, over its criteria. The interval is that of a share of criteria, not of pairs:
 * three graders make three pairs of one criterion, which know of each other, and an interval over them would be too narrow.
 */
export function answerAgreement(cells: readonly Given[]): AnswerAgreement {
  const compared = cells.map(spreadOf).filter(({ pairs }) => pairs > 0)
  const close = compared.filter(({ apart }) => !apart).length
  return {
    n: compared.length,
    close,
    share: wilson(close, compared.length),
    few: agreementWord(agreement(compared.map(({ levels }) => levels))) === 'few',
  }
}

/** What every grader gave on this criterion, in their order; who gave none is left out. */
export function givenOn(
  graders: readonly (readonly { dimension: Dimension; level: Level | null }[])[],
  dimension: Dimension,
): Given {
  return graders.flatMap((grades) =>
    grades.filter((grade) => grade.dimension === dimension).map(({ level }) => level),
  )
}
