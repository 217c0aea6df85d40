import { type Dimension, familyOf } from './dimensions.ts'
import { assumed, type DimensionScore, type Estimate } from './profile.ts'

/**
 * What is counted by rule and shown beside the grades (assessment model, "Signals"). It never overwrites a grade and
 * enters a score only where the vacancy's plan says so.
 */
export const signalRules = {
  /** The share of planted weight that counts as a full page review. */
  fullReview: 0.7,
  /** σ² of an objective mark, assumed. */
  objectiveVariance: 0.35,
  /** The most that objective marks may weigh in a score. */
  omegaLimit: { attitude: 0.2, knowledge: 0.4 },
}

/** clamp(1 + 4(x−lo)/(hi−lo), 1, 5): a share as a level. */
export function lin(x: number, lo: number, hi: number): number {
  return Math.min(5, Math.max(1, 1 + (4 * (x - lo)) / (hi - lo)))
}

/** A mark on the 1–5 scale with its parts, or the reason why there is none. */
export type ObjectiveMark<Parts> =
  | ({ value: number } & Parts)
  | { value: undefined; reason: 'nothing-to-find' }

/**
 * The objective mark of a page review: R′ = min(1, (Σw_found/Σw)/.7), precision = right claims/claims,
 * O = 1 + 4(.75R′ + .25·precision); O = 1 when nothing was claimed. Weights are those of the planted defects.
 */
export function pageReview(input: {
  foundWeight: number
  plantedWeight: number
  rightClaims: number
  claims: number
}): ObjectiveMark<{ recall: number; precision?: number }> {
  const { foundWeight, plantedWeight, rightClaims, claims } = input
  if (plantedWeight <= 0) return { value: undefined, reason: 'nothing-to-find' }
  const recall = foundWeight / plantedWeight
  if (claims === 0) return { value: 1, recall }
  const precision = rightClaims / claims
  const full = Math.min(1, recall / signalRules.fullReview)
  return { value: 1 + 4 * (0.75 * full + 0.25 * precision), recall, precision }
}

/**
 * The objective mark of a queue for K5: .5·lin(R; .30, .90) + .3·lin(J; 0, 1) + .2·lin(F; .30, .95), where R is the
 * resolved share, J = escalated of those that must + kept of the solvable − 1, and F the share answered in time.
 * Counts; each total must be above 0, else there is nothing to find.
 */
export function queueHandling(input: {
  solved: number
  solvable: number
  escalated: number
  mustEscalate: number
  needless: number
  inTime: number
  messages: number
}): ObjectiveMark<{ resolved: number; escalation: number; firstResponse: number }> {
  const { solvable, mustEscalate, messages } = input
  if (solvable <= 0 || mustEscalate <= 0 || messages <= 0)
    return { value: undefined, reason: 'nothing-to-find' }
  const resolved = lin(input.solved / solvable, 0.3, 0.9)
  const escalation = lin(input.escalated / mustEscalate + (1 - input.needless / solvable) - 1, 0, 1)
  const firstResponse = lin(input.inTime / messages, 0.3, 0.95)
  return {
    value: 0.5 * resolved + 0.3 * escalation + 0.2 * firstResponse,
    resolved,
    escalation,
    firstResponse,
  }
}

/**
 * A score with its objective mark: T′ = (1−ω)T + ωO, V′ = (1−ω)²V + ω²·.35. RangeError when ω is beyond what the
 * dimension's family allows. Absent where the score is.
 */
export function withObjective(
  dimension: Dimension,
  score: Pick<DimensionScore, 't' | 'v'>,
  objective: number,
  omega: number,
): Estimate & { standardError?: number; low?: number; high?: number } {
  if (!(omega >= 0 && omega <= signalRules.omegaLimit[familyOf(dimension)])) {
    throw new RangeError(`ω = ${omega} is not allowed for ${dimension}`)
  }
  if (score.t === undefined || score.v === undefined) return {}
  const t = (1 - omega) * score.t + omega * objective
  const v = (1 - omega) ** 2 * score.v + omega ** 2 * signalRules.objectiveVariance
  const standardError = Math.sqrt(v)
  const half = assumed.z * standardError
  return { t, v, standardError, low: Math.max(1, t - half), high: Math.min(5, t + half) }
}
