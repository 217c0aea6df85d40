import { type Bootstrap, bootstrapInterval } from './bootstrap.ts'
import { type Coefficient, isFigure, missing } from './coefficient.ts'

/** What a disagreement costs: its distance, its distance squared, or a table of costs with 0 on the diagonal. */
export type Disagreement = 'linear' | 'quadratic' | readonly (readonly number[])[]

function cost(weights: Disagreement, i: number, j: number): number {
  if (weights === 'linear') return Math.abs(i - j)
  if (weights === 'quadratic') return (i - j) ** 2
  return weights[i]?.[j] ?? Number.NaN
}

/**
 * Cohen's weighted κ of two raters (Cohen 1968): κ_w = 1 − Σ v_ij p_ij / Σ v_ij p_i. p_.j.
 *
 * `table[i][j]`: how many units the first rater put into category i and the second into j, as numbers or as shares.
 * Costs of 1 everywhere off the diagonal give the plain κ (Cohen 1960). The interval is a bootstrap over units, for
 * which the table must hold numbers. Does not exist for an empty table, nor when chance alone could not disagree: both
 * raters used one and the same category. RangeError for a table or costs that are not square, not of one size, negative,
 * not finite or beyond 1e100.
 */
export function weightedKappa(
  table: readonly (readonly number[])[],
  weights: Disagreement,
  options: { bootstrap?: Bootstrap } = {},
): Coefficient {
  const size = table.length
  const cells = table.flatMap((row, i) => row.map((count, j) => ({ i, j, count, v: cost(weights, i, j) })))
  if (table.some((row) => row.length !== size)) throw new RangeError('a table of two raters is square')
  if (typeof weights !== 'string' && [weights, ...weights].some(({ length }) => length !== size)) {
    throw new RangeError('there is one cost for each cell of the table')
  }
  if (!cells.every(({ count, v }) => isFigure(count) && count >= 0 && isFigure(v) && v >= 0)) {
    throw new RangeError('numbers and costs are finite and not negative')
  }
  if (cells.some(({ i, j, v }) => i === j && v !== 0)) throw new RangeError('to agree costs nothing')

  const kappa = (counts: readonly number[]): number | undefined => {
    const rows = table.map(() => 0)
    const columns = table.map(() => 0)
    let total = 0
    let observed = 0
    cells.forEach(({ i, j, v }, index) => {
      const count = counts[index] ?? 0
      rows[i] = (rows[i] ?? 0) + count
      columns[j] = (columns[j] ?? 0) + count
      total += count
      observed += v * count
    })
    let expected = 0
    for (const { i, j, v } of cells) expected += v * (rows[i] ?? 0) * (columns[j] ?? 0)
    return expected > 0 ? 1 - (observed * total) / expected : undefined
  }

  const counts = cells.map(({ count }) => count)
  if (counts.every((count) => count === 0)) return missing('too-few-units')
  const value = kappa(counts)
  if (value === undefined) return missing('no-variation')
  return { value, ...(options.bootstrap && bootstrapInterval(counts, kappa, options.bootstrap)) }
}
