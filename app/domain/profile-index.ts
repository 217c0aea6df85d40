import { bootstrapInterval } from './bootstrap.ts'
import { type Dimension, dimensionsOf, type Family, families } from './dimensions.ts'
import { type Cell, cellCounts, cellValue, dimensionScore } from './profile.ts'
import type { ScoringPlan } from './scoring-plan.ts'

export const indexRules = {
  /** Resamples, and the seed from which they all follow: the same grades give the same interval on every machine. */
  samples: 1000,
  seed: 1,
  /** With more of the weight than this without evidence there is no index. */
  mostMissing: 0.25,
}

export type Index =
  | { value: number; low: number; high: number; missing: number }
  | {
      value: undefined
      reason: 'evidence-missing' | 'spread-unknown'
      missing: number
      low?: undefined
      high?: undefined
    }

/** One scenario's grades for one dimension. */
export type IndexCell = Cell & { scenario: string }
type Weights = Partial<Record<Dimension, number>>

const shareOf = (family: Family, attitudeShare: number) =>
  family === 'attitude' ? attitudeShare : 1 - attitudeShare

/**
 * I = a·mean_w(attitude) + (1−a)·mean_w(knowledge) over the dimensions with enough evidence (assessment model,
 * "Pipeline" 8), with the 95 % interval of a bootstrap over scenarios, since dimensions share them. None where over a
 * quarter of the weight has no evidence, a family that counts has none at all, or the spread cannot be known. Where the
 * plan gives what was counted a share, T′ stands for T; its mark O is of the whole attempt and stays in every draw.
 */
export function profileIndex(input: {
  cells: Partial<Record<Dimension, readonly IndexCell[]>>
  weights: Weights
  attitudeShare: number
  omega?: ScoringPlan['omega']
  objective?: Partial<Record<Dimension, number>>
}): Index {
  const { cells, weights, attitudeShare, omega, objective } = input
  const groups = families
    .map((family) => {
      const share = shareOf(family, attitudeShare)
      const weighed = dimensionsOf(family).filter((dimension) => (weights[dimension] ?? 0) > 0)
      const whole = weighed.reduce((sum, dimension) => sum + (weights[dimension] ?? 0), 0)
      const judged = weighed
        .filter((dimension) => dimensionScore(cells[dimension] ?? []).enough)
        .map((dimension) => {
          const mark = objective?.[dimension]
          return {
            weight: weights[dimension] ?? 0,
            cells: usable(cells[dimension] ?? []),
            counted: mark === undefined ? { share: 0, mark: 0 } : { share: omega?.[family] ?? 0, mark },
          }
        })
      const held = judged.reduce((sum, { weight }) => sum + weight, 0)
      return { share, judged, missing: whole === 0 ? 1 : 1 - held / whole }
    })
    .filter(({ share }) => share > 0)
  const missing = groups.reduce((sum, group) => sum + group.share * group.missing, 0)
  if (missing > indexRules.mostMissing + 1e-9 || groups.some(({ judged }) => judged.length === 0))
    return { value: undefined, reason: 'evidence-missing', missing }
  const scenarios = [
    ...new Set(groups.flatMap(({ judged }) => judged.flatMap((one) => one.cells.map((c) => c.scenario)))),
  ].sort()
  const placed = groups.map(({ share, judged }) => ({
    share,
    judged: judged.map(({ weight, counted, cells: own }) => ({
      weight,
      counted,
      cells: own.map(({ scenario, weight: w, value }) => ({ at: scenarios.indexOf(scenario), w, value })),
    })),
  }))
  const statistic = (drawn: readonly number[]): number | undefined => {
    let index = 0
    for (const { share, judged } of placed) {
      let sum = 0
      let held = 0
      for (const { weight, counted, cells: own } of judged) {
        let top = 0
        let bottom = 0
        for (const { at, w, value } of own) {
          const count = drawn[at] ?? 0
          top += count * w * value
          bottom += count * w
        }
        if (bottom === 0) continue
        sum += weight * ((1 - counted.share) * (top / bottom) + counted.share * counted.mark)
        held += weight
      }
      if (held === 0) return undefined
      index += share * (sum / held)
    }
    return index
  }
  const once = scenarios.map(() => 1)
  const value = statistic(once)
  const { low, high } = bootstrapInterval(once, statistic, indexRules)
  if (value === undefined || low === undefined || high === undefined)
    return { value: undefined, reason: 'spread-unknown', missing }
  return { value, low, high, missing }
}

const usable = (cells: readonly IndexCell[]) =>
  cells
    .filter(cellCounts)
    .map((cell) => ({ scenario: cell.scenario, weight: cell.weight, value: cellValue(cell) }))
