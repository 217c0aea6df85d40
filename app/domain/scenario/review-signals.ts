import { pageReview, signalRules } from '../signals.ts'

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
  plantedWeight: number
  /** R′, 0 to 1: the share of the planted weight, of which 70 % count as all. */
  recall: number
  /** 0 to 1; 0 when nothing was claimed. */
  precision: number
  /** O, 1 to 5; null where nothing was planted. */
  objective: number | null
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

/** What a page review shows by count: R′, precision and O as `pageReview` defines them, and the order of the list. */
export function reviewSignals({ found, rightClaims, claims, weights }: ReviewCount): ReviewSignals {
  const own = [...new Set(found)].flatMap((id) => weights[id] ?? [])
  const sum = (list: readonly number[]) => list.reduce((total, weight) => total + weight, 0)
  const foundWeight = sum(own)
  const plantedWeight = sum(Object.values(weights))
  const mark = pageReview({ foundWeight, plantedWeight, rightClaims, claims })
  return {
    foundWeight,
    plantedWeight,
    recall: plantedWeight === 0 ? 0 : Math.min(1, foundWeight / plantedWeight / signalRules.fullReview),
    precision: claims === 0 ? 0 : rightClaims / claims,
    objective: mark.value ?? null,
    order: orderOf(own),
  }
}

/** Planted id → weight, for `reviewSignals`. */
export function weightsOf(content: {
  defects: readonly { id: string; weight: number }[]
}): Record<string, number> {
  return Object.fromEntries(content.defects.map(({ id, weight }) => [id, weight]))
}
