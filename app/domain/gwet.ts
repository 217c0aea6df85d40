import { type Bootstrap, bootstrapInterval, occurrences, tally } from './bootstrap.ts'
import { type Coefficient, missing } from './coefficient.ts'

/** How much of an agreement two different categories are. */
export type Closeness = 'identity' | 'linear' | 'quadratic' | 'ordinal'

function pairsOf(things: number): number {
  return (things * (things - 1)) / 2
}

function closeness(weights: Closeness, distance: number, q: number): number {
  if (distance === 0) return 1
  if (weights === 'identity') return 0
  if (weights === 'linear') return 1 - distance / (q - 1)
  if (weights === 'quadratic') return 1 - (distance / (q - 1)) ** 2
  return 1 - pairsOf(distance + 1) / pairsOf(q)
}

/**
 * Gwet's agreement coefficient: AC1 with the weights "identity", AC2 with the others (Gwet 2008; Gwet 2014, "Handbook
 * of Inter-Rater Reliability", 4th ed.). AC = (p_a − p_e) / (1 − p_e); p_a is the mean over subjects with two ratings
 * or more of Σ_k r_ik (r*_ik − 1) / (r_i (r_i − 1)), r*_ik = Σ_l w_kl r_il; π_k the mean of r_ik / r_i over subjects
 * with a rating; p_e = T_w / (q (q−1)) · Σ π_k (1 − π_k), T_w = Σ w_kl.
 *
 * `ratings[subject][rater]`, null where there is none. `categories`: all that could be given, in their order, used or
 * not; a number q stands for 1 … q. The distance of two categories is that of their places. The interval is a bootstrap
 * over subjects. Does not exist while no subject has two ratings. Unlike α and κ it does exist when everybody gives the
 * same everywhere, and is 1 then. RangeError for a rating outside the categories, fewer than two categories, or a q that
 * is not whole.
 */
export function gwetAC(
  ratings: readonly (readonly (number | null)[])[],
  options: { categories: number | readonly number[]; weights: Closeness; bootstrap?: Bootstrap },
): Coefficient {
  const { categories, weights, bootstrap } = options
  if (typeof categories === 'number' && !Number.isInteger(categories)) {
    throw new RangeError(`${categories} is not a number of categories`)
  }
  const order =
    typeof categories === 'number' ? Array.from({ length: categories }, (_, index) => index + 1) : categories
  const q = order.length
  const place = new Map(order.map((category, index) => [category, index]))
  if (place.size < 2 || place.size !== q) throw new RangeError('there are two different categories or more')
  const subjects = ratings.map((row) =>
    row
      .filter((value) => value !== null && value !== undefined)
      .map((value) => {
        const at = place.get(value)
        if (at === undefined) throw new RangeError(`${value} is not one of the categories`)
        return at
      })
      .sort((a, b) => a - b),
  )
  const rated = subjects.filter((subject) => subject.length > 0)
  if (!rated.some((subject) => subject.length >= 2)) {
    return missing(rated.length === 0 ? 'too-few-units' : 'too-few-raters')
  }

  const close = order.map((_, k) => order.map((__, l) => closeness(weights, Math.abs(k - l), q)))
  const kinds = tally(rated).map(({ pattern, count }) => {
    const given = occurrences(pattern)
    let pairs = 0
    for (const [k, times] of given) {
      for (const [l, others] of given) pairs += times * (l === k ? times - 1 : others) * (close[k]?.[l] ?? 0)
    }
    const agreed = pairs / (pattern.length * (pattern.length - 1))
    return { pattern, count, agreed: pattern.length < 2 ? undefined : agreed }
  })
  const chance = close.flat().reduce((sum, w) => sum + w, 0) / (q * (q - 1))

  const coefficient = (counts: readonly number[]): number | undefined => {
    const shares = order.map(() => 0)
    let [all, paired, agreedSum] = [0, 0, 0]
    kinds.forEach(({ pattern, agreed }, kind) => {
      const count = counts[kind] ?? 0
      all += count
      for (const at of pattern) shares[at] = (shares[at] ?? 0) + count / pattern.length
      if (agreed === undefined) return
      paired += count
      agreedSum += count * agreed
    })
    if (paired === 0) return undefined
    const expected = chance * shares.reduce((sum, share) => sum + (share / all) * (1 - share / all), 0)
    return (agreedSum / paired - expected) / (1 - expected)
  }

  const counts = kinds.map(({ count }) => count)
  const value = coefficient(counts)
  if (value === undefined) return missing('too-few-raters')
  return { value, ...(bootstrap && bootstrapInterval(counts, coefficient, bootstrap)) }
}
