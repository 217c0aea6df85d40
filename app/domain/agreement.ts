export { gwetAC } from './gwet.ts'
export { icc, iccUnequal } from './icc.ts'
export { weightedKappa } from './kappa.ts'
export { krippendorffAlpha } from './krippendorff.ts'

export type Agreement = { pairs: number; withinOne: number; exact: number }

/**
 * How often two graders of the same answer and dimension gave levels at most one apart, and the same: numbers of pairs,
 * over all pairs of levels in each cell. `cells[answer][grader]`, null where there is no level. RangeError for a level
 * that is not finite.
 */
export function agreement(cells: readonly (readonly (number | null)[])[]): Agreement {
  const found = { pairs: 0, withinOne: 0, exact: 0 }
  for (const cell of cells) {
    const levels = cell.filter((level) => level !== null && level !== undefined)
    const wrong = levels.findIndex((level) => !Number.isFinite(level))
    if (wrong >= 0) throw new RangeError(`${levels[wrong]} is not a level`)
    levels.forEach((one, index) => {
      for (const other of levels.slice(index + 1)) {
        const gap = Math.abs(one - other)
        found.pairs++
        if (gap <= 1) found.withinOne++
        if (gap === 0) found.exact++
      }
    })
  }
  return found
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
