/** A share with its interval, or the reason why there is none. */
export type ShareInterval =
  | { value: number; low: number; high: number }
  | { value: undefined; reason: 'nothing-counted'; low?: undefined; high?: undefined }

const z95 = 1.959963984540054

/**
 * The 95 % score interval of a share (Wilson 1927; method 3 of Newcombe 1998). Whole numbers, 0 ≤ successes ≤ n, else
 * RangeError. With n = 0 there is no interval.
 */
export function wilson(successes: number, n: number): ShareInterval {
  if (!Number.isInteger(successes) || !Number.isInteger(n) || successes < 0 || successes > n) {
    throw new RangeError(`${successes} of ${n} is not a share`)
  }
  if (n === 0) return { value: undefined, reason: 'nothing-counted' }
  const value = successes / n
  const z2 = z95 ** 2
  const centre = (value + z2 / (2 * n)) / (1 + z2 / n)
  const half = (z95 / (1 + z2 / n)) * Math.sqrt((value * (1 - value)) / n + z2 / (4 * n * n))
  return {
    value,
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === n ? 1 : Math.min(1, centre + half),
  }
}
