import type { Dimension } from './dimensions.ts'
import { handling, type SignalSum } from './signals.ts'

/** What was counted by rule in one attempt: sums over its answers, and O of each page review. */
export interface Counted {
  sums: readonly SignalSum[]
  reviews: readonly number[]
}

/** The signals whose level is a mark of a dimension by itself (assessment model, "Signals"). */
const ofOneSignal: Partial<Record<Dimension, 'R' | 'I'>> = { K2: 'R', A3: 'I' }
const ofReviews: ReadonlySet<Dimension> = new Set(['K1', 'K4'])

/**
 * O of a dimension: the mean of all marks that the assessment model gives it a level for. K5 has what was solved, handed
 * over and answered in time, K2 what was solved, A3 what was left without an answer, K1 and K4 the page reviews, and each
 * dimension its judgement items. Undefined where nothing of it was counted.
 */
export function objectiveMark(dimension: Dimension, { sums, reviews }: Counted): number | undefined {
  const levelOf = (code: SignalSum['code']) => sums.find((sum) => sum.code === code)?.level
  const single = ofOneSignal[dimension]
  const marks = [
    dimension === 'K5' ? handling(sums).value : undefined,
    single && levelOf(single),
    ...(ofReviews.has(dimension) ? reviews : []),
    levelOf(`SJT-${dimension}`),
  ].flatMap((mark) => mark ?? [])
  return marks.length === 0 ? undefined : marks.reduce((sum, mark) => sum + mark, 0) / marks.length
}
