/** How many resamples, and the seed from which all of them follow. */
export type Bootstrap = { samples: number; seed: number }

const tail = 0.025
/** With fewer resamples than this in which the coefficient exists, the ends of the interval are not known. */
const fewestDefined = 0.95

/** mulberry32 (Ettinger 2017): numbers from 0 up to 1, the same for the same seed on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** How often each value stands among these, in the order of their first places. */
export function occurrences(values: readonly number[]): [value: number, times: number][] {
  const times = new Map<number, number>()
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1)
  return [...times]
}

/** Equal units once, with how often they occur, in an order that does not depend on the order given. */
export function tally(
  units: readonly (readonly number[])[],
): { pattern: readonly number[]; count: number }[] {
  const seen = new Map<string, { pattern: readonly number[]; count: number }>()
  for (const pattern of units) {
    const entry = seen.get(pattern.join())
    if (entry) entry.count++
    else seen.set(pattern.join(), { pattern, count: 1 })
  }
  return [...seen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)
}

/**
 * The 95 % percentile interval (Efron 1979) of a statistic of units: as many units are drawn with replacement as there
 * are. `counts`: how many units of each kind there are; `statistic` is asked with the drawn counts and may say
 * undefined. Without ends when it does so in more than 5 % of the resamples. It runs narrow below some 20 units.
 * RangeError unless counts and samples are whole numbers.
 */
export function bootstrapInterval(
  counts: readonly number[],
  statistic: (drawn: readonly number[]) => number | undefined,
  { samples, seed }: Bootstrap,
): { low?: number; high?: number } {
  if (!Number.isInteger(samples) || samples < 1)
    throw new RangeError(`${samples} is not a number of resamples`)
  if (!counts.every((count) => Number.isInteger(count) && count >= 0)) {
    throw new RangeError('only whole units can be drawn')
  }
  const units = counts.flatMap((count, kind) => Array.from({ length: count }, () => kind))
  const random = seeded(seed)
  const values: number[] = []
  for (let sample = 0; sample < samples; sample++) {
    const drawn = counts.map(() => 0)
    for (let unit = 0; unit < units.length; unit++) {
      const kind = units[Math.floor(random() * units.length)] ?? 0
      drawn[kind] = (drawn[kind] ?? 0) + 1
    }
    const value = statistic(drawn)
    if (value !== undefined) values.push(value)
  }
  if (values.length < fewestDefined * samples) return {}
  values.sort((a, b) => a - b)
  const cut = Math.floor(tail * values.length)
  return { low: values[cut], high: values[values.length - 1 - cut] }
}
