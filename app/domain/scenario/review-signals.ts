/** Shares of ASSESSMENT.md "Signals", page review: full recall at 70 % of the weight; recall counts three times precision. */
const fullRecall = 0.7
const recallShare = 0.75
const precisionShare = 0.25

export type ReviewCount = {
  /** Planted ids that a grader has tied to a finding, in the candidate's order. */
  found: readonly string[]
  /** Claims that are right, planted or not. */
  rightClaims: number
  claims: number
  /** The whole key: planted id → weight. */
  weights: Readonly<Record<string, number>>
}
export type Order = {
  concordant: number
  discordant: number
  tied: number
  pairs: number
  tau: number | null
}
export type ReviewSignals = {
  foundWeight: number
  totalWeight: number
  /** R′, 0 to 1. */
  recall: number
  /** 0 to 1; 0 when nothing was claimed. */
  precision: number
  /** O, 1 to 5. */
  objective: number
  order: Order
}

/**
 * Kendall's τ-b between the candidate's order and the weights of what was found. Pairs of equal weight count neither
 * way; null when no pair can be ordered.
 */
export function orderOf(weights: readonly number[]): Order {
  let concordant = 0
  let discordant = 0
  let tied = 0
  weights.forEach((earlier, index) => {
    for (const later of weights.slice(index + 1)) {
      if (earlier > later) concordant++
      else if (earlier < later) discordant++
      else tied++
    }
  })
  const pairs = concordant + discordant + tied
  const tau = pairs === tied ? null : (concordant - discordant) / Math.sqrt((pairs - tied) * pairs)
  return { concordant, discordant, tied, pairs, tau }
}

/** R′ = min(1, (Σw_found/Σw)/.7); O = 1 + 4(.75 R′ + .25 precision); O = 1 when nothing was claimed. */
export function reviewSignals({ found, rightClaims, claims, weights }: ReviewCount): ReviewSignals {
  const once = [...new Set(found)].filter((id) => weights[id] !== undefined)
  const own = once.map((id) => weights[id] ?? 0)
  const sum = (list: readonly number[]) => list.reduce((total, weight) => total + weight, 0)
  const foundWeight = sum(own)
  const totalWeight = sum(Object.values(weights))
  const recall = totalWeight === 0 ? 0 : Math.min(1, foundWeight / totalWeight / fullRecall)
  const precision = claims === 0 ? 0 : rightClaims / claims
  const objective = claims === 0 ? 1 : 1 + 4 * (recallShare * recall + precisionShare * precision)
  return { foundWeight, totalWeight, recall, precision, objective, order: orderOf(own) }
}

/** Planted id → weight, for `reviewSignals`. */
export function weightsOf(content: {
  defects: readonly { id: string; weight: number }[]
}): Record<string, number> {
  return Object.fromEntries(content.defects.map(({ id, weight }) => [id, weight]))
}
