import type { Dimension } from './dimensions.ts'

/**
 * The constants of the assessment model, in this one place. The variances and the mean are assumed start values: the
 * interface says so until an installation has data of its own.
 */
export const assumed = {
  /** σ²_ps: how much a person differs from scenario to scenario. */
  scenarioVariance: 0.35,
  /** σ²_e: what is left of a single grade. */
  residualVariance: 0.5,
  /** σ²_r: how much graders differ in severity; enters only where pairs of graders could not rotate. */
  graderVariance: 0.1,
  /** τ²: how much people truly differ. */
  trueVariance: 0.6,
  /** μ: the level of the average person. */
  mean: 3,
  /** Two-sided 90 % of the normal distribution. */
  z: 1.645,
  /** Below this many scenarios a dimension reads "not enough evidence". */
  minimumScenarios: 2,
  /** The number of graders when the same few graded most of a person's answers; 0 where pairs rotated. */
  sameGraders: 0,
}
export type Parameters = typeof assumed

/** Lines under which the decision form asks for a comment. A plan may add its own. */
export type Lines = Partial<Record<Dimension, number>>
export const attentionLines: Lines & { A1: number; A5: number } = { A1: 2.5, A5: 2.5 }

/**
 * One scenario's grades for one dimension: locked levels 1–5, "not shown" left out; a moderated value replaces their
 * mean. `severity` is how much more than others its graders give on average, where the plan takes that off.
 */
export type Cell = { weight: number; grades: readonly number[]; moderated?: number; severity?: number }

export type DimensionScore = {
  /** T, the weighted mean on the 1–5 scale. */
  t?: number
  /** V, the variance of T. */
  v?: number
  /** √V. */
  standardError?: number
  /** The 90 % band, clipped to 1–5. */
  low?: number
  high?: number
  /** ρ = τ²/(τ²+V), 1 where V is 0. */
  reliability?: number
  /** θ̂, T drawn towards the mean. */
  theta?: number
  /** √(ρV), the standard error of θ̂. */
  se?: number
  scenarios: number
  grades: number
  enough: boolean
}

/** T and V of a score, or of anything else that can be compared with one. */
export type Estimate = { t?: number; v?: number }

function checked(cells: readonly Cell[]): Cell[] {
  for (const { weight, grades, moderated } of cells) {
    if (!Number.isFinite(weight) || weight < 0)
      throw new RangeError(`a weight must be 0 or more, got ${weight}`)
    const values = moderated === undefined ? grades : [...grades, moderated]
    const wrong = values.findIndex((value) => !(value >= 1 && value <= 5))
    if (wrong >= 0) throw new RangeError(`a grade must lie between 1 and 5, got ${values[wrong]}`)
  }
  return cells.filter(cellCounts)
}

/** Does a cell say anything of its dimension: with a weight, and a level of a grader's or a moderator's? */
export function cellCounts({ weight, grades, moderated }: Cell): boolean {
  return weight > 0 && (grades.length > 0 || moderated !== undefined)
}

/** The assumed parameters with those given in their place. */
function known(given: Partial<Parameters>): Parameters {
  const some = Object.entries(given).filter(([, value]) => value !== undefined)
  const wrong = some.find(([, value]) => !(value >= 0 && value < Infinity))
  if (wrong) throw new RangeError(`${wrong[0]} must be 0 or more, got ${wrong[1]}`)
  return { ...assumed, ...Object.fromEntries(some) }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/**
 * The level of one answer on one dimension: the mean of its locked grades, less their graders' severity and never off
 * the scale of 1–5, or the moderator's value as it was given. At least one of them.
 */
export function cellValue({ grades, moderated, severity }: Omit<Cell, 'weight'>): number {
  if (moderated !== undefined) return moderated
  return severity === undefined ? mean(grades) : Math.min(5, Math.max(1, mean(grades) - severity))
}

/** All that follows from T and V: band, reliability, and T drawn towards the mean. */
export function bandOf(t: number, v: number, p: Parameters = assumed) {
  const standardError = Math.sqrt(v)
  const reliability = v === 0 ? 1 : p.trueVariance / (p.trueVariance + v)
  return {
    t,
    v,
    standardError,
    low: Math.max(1, t - p.z * standardError),
    high: Math.min(5, t + p.z * standardError),
    reliability,
    theta: reliability * t + (1 - reliability) * p.mean,
    se: Math.sqrt(reliability * v),
  }
}

/**
 * A dimension's score from its cells (assessment model, "Pipeline" 5 and 6):
 * w̃ = w/Σw, T = Σ w̃·m, V = Σ w̃²(σ²_ps + σ²_e/n), band T ± 1.645√V, θ̂ = ρT + (1−ρ)μ.
 * Cells with weight 0, or with neither grades nor a moderated value, are left out; a moderated value without grades has
 * n = 1. Without any cell the estimates are absent; `enough` is false below two scenarios, also where one scenario gives
 * a number. Throws RangeError on a negative weight or parameter, or a grade outside 1–5.
 */
export function dimensionScore(cells: readonly Cell[], parameters: Partial<Parameters> = {}): DimensionScore {
  const p = known(parameters)
  const counted = checked(cells)
  const scenarios = counted.length
  const grades = counted.reduce((sum, cell) => sum + cell.grades.length, 0)
  if (scenarios === 0) return { scenarios, grades, enough: false }

  // Dividing by the largest weight first keeps the sum finite whatever the weights are.
  const largest = Math.max(...counted.map((cell) => cell.weight))
  const total = counted.reduce((sum, cell) => sum + cell.weight / largest, 0)
  let t = 0
  let v = p.sameGraders > 0 ? p.graderVariance / p.sameGraders : 0
  for (const cell of counted) {
    const share = cell.weight / largest / total
    t += share * cellValue(cell)
    v += share ** 2 * (p.scenarioVariance + p.residualVariance / Math.max(1, cell.grades.length))
  }
  return { ...bandOf(t, v, p), scenarios, grades, enough: scenarios >= p.minimumScenarios }
}

/** Is the band entirely below the dimension's line, so that the decision asks for a written comment? Never blocks. */
export function attention(
  dimension: Dimension,
  score: DimensionScore,
  lines: Lines = attentionLines,
): boolean {
  const line = lines[dimension]
  return line !== undefined && score.enough && score.high !== undefined && score.high < line
}

/** Do two people differ by more than the margin of error: |T₁−T₂| > 1.645·√(V₁+V₂)? False where either has no score. */
export function distinguishable(a: Estimate, b: Estimate, z = assumed.z): boolean {
  if (a.t === undefined || a.v === undefined || b.t === undefined || b.v === undefined) return false
  return Math.abs(a.t - b.t) > z * Math.sqrt(a.v + b.v)
}
