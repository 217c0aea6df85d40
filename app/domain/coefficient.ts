/** Why a coefficient does not exist. */
export type Missing = 'too-few-raters' | 'too-few-units' | 'no-variation' | 'not-connected'

/** A coefficient with its 95 % interval where there is one, or the reason why there is none: never NaN, 0 or 1 instead. */
export type Coefficient =
  | { value: number; low?: number; high?: number }
  | { value: undefined; reason: Missing; low?: undefined; high?: undefined }

/** Beyond it squares and their sums would no longer be numbers. */
const farthest = 1e100

export function isFigure(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= farthest
}

export function missing(reason: Missing): Coefficient {
  return { value: undefined, reason }
}

/** An interval that is not finite, has no width beyond rounding or does not hold the value is left out. */
export function withInterval(value: number, low: number, high: number): Coefficient {
  const finite = Number.isFinite(low) && Number.isFinite(high)
  const wide = high - low > 1e-9 * (1 + Math.abs(value))
  return finite && wide && low <= value && value <= high ? { value, low, high } : { value }
}
