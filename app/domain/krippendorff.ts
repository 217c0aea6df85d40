import { type Bootstrap, bootstrapInterval, occurrences, tally } from './bootstrap.ts'
import { type Coefficient, isFigure, missing } from './coefficient.ts'

/** What a distance between two values means. */
export type Measurement = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/** How far the c-th and the k-th value are apart, squared; `margins`: how often each value was given. */
function squaredDistance(level: Measurement, values: readonly number[], margins: readonly number[]) {
  if (level === 'nominal') return (c: number, k: number) => (c === k ? 0 : 1)
  if (level === 'ratio') {
    return (c: number, k: number) => {
      const [one, other] = [values[c] ?? 0, values[k] ?? 0]
      return one === other ? 0 : ((one - other) / (one + other)) ** 2
    }
  }
  let below = 0
  const ranks = margins.map((margin) => {
    below += margin
    return below - margin / 2
  })
  const places = level === 'ordinal' ? ranks : values
  return (c: number, k: number) => ((places[c] ?? 0) - (places[k] ?? 0)) ** 2
}

/**
 * Pairs of different values in one unit, each with its coincidences: pairs in both orders / (m − 1). `given`: each value
 * and how often it was given; `size`: m.
 */
function coincidences(
  given: readonly (readonly [number, number])[],
  size: number,
): { c: number; k: number; times: number }[] {
  return given.flatMap(([c, one], index) =>
    given.slice(index + 1).map(([k, other]) => ({ c, k, times: (2 * one * other) / (size - 1) })),
  )
}

/**
 * Krippendorff's α (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability"):
 * α = 1 − (N−1) · Σ o_ck δ²_ck / Σ n_c n_k δ²_ck over the units with two values or more.
 *
 * `ratings[rater][unit]`, null where a rater gave no value; a short row is filled up with null. On the ordinal level
 * the order of the observed values counts, not their distance. The interval is a bootstrap over units, in the same unit
 * as α; without `options.bootstrap` there is none. Does not exist with fewer than two raters or two units of two values
 * (a single unit always gives 0), nor when all values are the same. RangeError for a value that is not finite or beyond
 * ±1e100, or negative on the ratio level.
 */
export function krippendorffAlpha(
  ratings: readonly (readonly (number | null)[])[],
  level: Measurement,
  options: { bootstrap?: Bootstrap } = {},
): Coefficient {
  const given = ratings.map((row) => row.map((value) => value ?? null))
  for (const value of given.flat()) {
    if (value === null) continue
    if (!isFigure(value) || (level === 'ratio' && value < 0)) {
      throw new RangeError(`${value} is not a value on the ${level} level`)
    }
  }
  if (given.filter((row) => row.some((value) => value !== null)).length < 2) return missing('too-few-raters')

  const width = given.reduce((widest, row) => Math.max(widest, row.length), 0)
  const units = Array.from({ length: width }, (_, unit) =>
    given.flatMap((row) => row[unit] ?? []).sort((a, b) => a - b),
  ).filter((unit) => unit.length >= 2)
  if (units.length < 2) return missing('too-few-units')

  const values = [...new Set(units.flat())].sort((a, b) => a - b)
  const place = new Map(values.map((value, index) => [value, index]))
  const kinds = tally(units).map(({ pattern, count }) => {
    const given = occurrences(pattern.map((value) => place.get(value) ?? 0))
    return { given, count, pairs: coincidences(given, pattern.length) }
  })

  const alpha = (counts: readonly number[]): number | undefined => {
    const margins = values.map(() => 0)
    kinds.forEach(({ given }, kind) => {
      for (const [at, times] of given) margins[at] = (margins[at] ?? 0) + times * (counts[kind] ?? 0)
    })
    const apart = squaredDistance(level, values, margins)
    let observed = 0
    kinds.forEach(({ pairs }, kind) => {
      for (const { c, k, times } of pairs) observed += (counts[kind] ?? 0) * times * apart(c, k)
    })
    let expected = 0
    margins.forEach((first, c) => {
      for (let k = c + 1; k < margins.length; k++) expected += 2 * first * (margins[k] ?? 0) * apart(c, k)
    })
    const total = margins.reduce((sum, margin) => sum + margin, 0)
    return expected > 0 ? 1 - ((total - 1) * observed) / expected : undefined
  }

  const counts = kinds.map(({ count }) => count)
  const value = alpha(counts)
  if (value === undefined) return missing('no-variation')
  return { value, ...(options.bootstrap && bootstrapInterval(counts, alpha, options.bootstrap)) }
}
