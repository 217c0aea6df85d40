export { gwetAC } from './gwet.ts'
export { icc, iccUnequal } from './icc.ts'
export { weightedKappa } from './kappa.ts'
export { krippendorffAlpha } from './krippendorff.ts'

export type Agreement = { pairs: number; withinOne: number; exact: number }

/** How often two graders of the same answer and dimension gave levels at most one apart, and the same. Counted over all pairs. */
export function agreement(cells: readonly (readonly number[])[]): Agreement {
  const gaps = cells.flatMap((levels) =>
    levels.flatMap((one, index) => levels.slice(index + 1).map((other) => Math.abs(one - other))),
  )
  return {
    pairs: gaps.length,
    withinOne: gaps.filter((gap) => gap <= 1).length,
    exact: gaps.filter((gap) => gap === 0).length,
  }
}

/** From where on the word is good or partial: the shares that calibration asks of a grader. Assumed values. */
export const agreementRules = { fewestPairs: 10, good: { withinOne: 0.9, exact: 0.5 }, partialWithinOne: 0.8 }

/** In one word how far the graders agree, or that there are too few pairs to say. */
export function agreementWord({ pairs, withinOne, exact }: Agreement): 'few' | 'good' | 'partial' | 'poor' {
  const { fewestPairs, good, partialWithinOne } = agreementRules
  if (pairs < fewestPairs) return 'few'
  if (withinOne >= good.withinOne * pairs && exact >= good.exact * pairs) return 'good'
  return withinOne >= partialWithinOne * pairs ? 'partial' : 'poor'
}
