import { type Dimension, familyOf } from './dimensions.ts'
import { type Cell, type DimensionScore, dimensionScore, type Parameters } from './profile.ts'
import type { ScoringPlan } from './scoring-plan.ts'
import { withObjective } from './signals.ts'

type Band = Pick<DimensionScore, 't' | 'low' | 'high'>

/** How the figure of a dimension came about, where it is not that of the grades alone. */
export interface ScoreParts {
  /** T and its band by the grades as they were given. */
  raw: Band
  /** T after the graders' severity was taken off. */
  adjusted?: number
  /** The share ω of what was counted by rule, and its mark O. */
  objective?: { omega: number; mark: number }
}

/**
 * A dimension's score as its plan says: from the cells, whose graders' severity is taken off where they name it, and
 * with the share that what was counted by rule has. `parts` tells the raw figures beside, and is absent where they count.
 */
export function plannedScore(input: {
  dimension: Dimension
  cells: readonly Cell[]
  omega?: ScoringPlan['omega']
  objective?: number
  parameters?: Partial<Parameters>
}): { score: DimensionScore; parts?: ScoreParts } {
  const { dimension, cells, objective, parameters } = input
  const graded = dimensionScore(cells, parameters)
  const { t } = graded
  if (t === undefined) return { score: graded }
  const adjusted = cells.some(({ severity }) => severity !== undefined)
  const omega = input.omega?.[familyOf(dimension)] ?? 0
  const counts = omega > 0 && objective !== undefined
  if (!adjusted && !counts) return { score: graded }
  const raw = adjusted
    ? dimensionScore(
        cells.map(({ severity: _, ...cell }) => cell),
        parameters,
      )
    : graded
  return {
    score: counts ? { ...graded, ...withObjective(dimension, graded, objective, omega) } : graded,
    parts: {
      raw: { t: raw.t, low: raw.low, high: raw.high },
      ...(adjusted && { adjusted: t }),
      ...(counts && { objective: { omega, mark: objective } }),
    },
  }
}
