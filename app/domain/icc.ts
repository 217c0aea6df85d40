import { type Coefficient, isFigure, type Missing, missing, withInterval } from './coefficient.ts'
import { fQuantile } from './f-distribution.ts'

const upper = 0.975
/** A sum of squares, or a difference of variances, below this part of the whole is rounding, not variation. */
const rounding = 1e-12

type Mean = number | undefined
export type IntraclassCorrelations = {
  /** One judge, each target judged by others. */
  icc11: Coefficient
  /** One judge, drawn from many, absolute agreement. */
  icc21: Coefficient
  /** One of exactly these judges, consistency. */
  icc31: Coefficient
  /** The same three for the mean of k judges. */
  icc1k: Coefficient
  icc2k: Coefficient
  icc3k: Coefficient
  /** Mean squares between targets, within targets, between judges, and of the error; absent without them. */
  bms: Mean
  wms: Mean
  jms: Mean
  ems: Mean
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function squares(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0)
}

function checked(rows: readonly (readonly number[])[]): void {
  for (const row of rows) {
    for (const value of row) {
      if (!isFigure(value)) throw new RangeError(`${value} is not a rating`)
    }
  }
}

/** One and k judges from a mean square and its error, with F-based intervals: exact for equal k. */
function pair(b: number, e: number, k: number, targets: number, errors: number): [Coefficient, Coefficient] {
  const fLow = fQuantile(upper, targets, errors)
  const fHigh = fQuantile(upper, errors, targets)
  const single = (top: number, error: number) => (top - error) / (top + (k - 1) * error)
  return [
    b + (k - 1) * e > 0
      ? withInterval(single(b, e), single(b, e * fLow), single(b * fHigh, e))
      : missing('no-variation'),
    b > 0 ? withInterval((b - e) / b, 1 - (e * fLow) / b, 1 - e / (b * fHigh)) : missing('no-variation'),
  ]
}

/** The least that Satterthwaite can give for true variances; negative estimates can bring it below, to no use. */
const leastFreedom = 1 - 1e-9

/** Absolute agreement of one and k random judges; the error's degrees of freedom after Satterthwaite. */
function absolute(b: number, j: number, e: number, n: number, k: number): [Coefficient, Coefficient] {
  const [oneVariance, meanVariance] = [b + (k - 1) * e + (k * (j - e)) / n, b + (j - e) / n]
  const some = rounding * (b + j + k * e)
  if (!(oneVariance > some)) return [missing('no-variation'), missing('no-variation')]
  const one = (b - e) / oneVariance
  const fromJudges = k * one * j
  const fromError = (n * (1 + (k - 1) * one) - k * one) * e
  const freedom =
    (fromJudges + fromError) ** 2 / (fromJudges ** 2 / (k - 1) + fromError ** 2 / ((n - 1) * (k - 1)))
  const known = freedom >= leastFreedom
  const fLow = known ? fQuantile(upper, n - 1, freedom) : Number.NaN
  const fHigh = known ? fQuantile(upper, freedom, n - 1) : Number.NaN
  const noise = k * j + (k * n - k - n) * e
  const single = withInterval(
    one,
    (n * (b - fLow * e)) / (fLow * noise + n * b),
    (n * (fHigh * b - e)) / (noise + n * fHigh * b),
  )
  if (!(meanVariance > some)) return [single, missing('no-variation')]
  const meanEnd = (top: number, f: number) => {
    const bottom = f * (j - e) + n * top
    return bottom > rounding * (f * (j + e) + n * top) ? (n * (top - f * e)) / bottom : Number.NaN
  }
  const average = withInterval((b - e) / meanVariance, meanEnd(b, fLow), meanEnd(fHigh * b, 1))
  return [single, average]
}

/**
 * The six intraclass correlations of Shrout and Fleiss (1979) with the 95 % intervals of McGraw and Wong (1996).
 *
 * `table[target][judge]`: every judge judged every target. An interval is left out where F is 0 or infinite, or where
 * Satterthwaite's degrees of freedom are of no use (a negative coefficient can do that). A coefficient does not exist
 * below two targets or two judges, nor where the variance that it divides by is not above 0. RangeError for rows of
 * different lengths or a rating that is absent, not finite or beyond ±1e100.
 */
export function icc(table: readonly (readonly number[])[]): IntraclassCorrelations {
  checked(table)
  const n = table.length
  const k = table[0]?.length ?? 0
  if (table.some((row) => row.length !== k)) throw new RangeError('every judge judges every target')
  const none = (reason: Missing): IntraclassCorrelations => {
    const all = missing(reason)
    const means = { bms: undefined, wms: undefined, jms: undefined, ems: undefined }
    return { icc11: all, icc21: all, icc31: all, icc1k: all, icc2k: all, icc3k: all, ...means }
  }
  if (n < 2) return none('too-few-units')
  if (k < 2) return none('too-few-raters')

  // Counting from the first rating keeps digits, and leaves exact zeros where nothing varies.
  const origin = table[0]?.[0] ?? 0
  const rows = table.map((row) => row.map((value) => value - origin))
  const targets = rows.map(mean)
  const judges = Array.from({ length: k }, (_, judge) => mean(rows.map((row) => row[judge] ?? 0)))
  const grand = mean(targets)
  const total = squares(rows.flat().map((value) => value - grand))
  const sum = (values: number[]) => (squares(values) < rounding * total ? 0 : squares(values))
  const b = (k * sum(targets.map((target) => target - grand))) / (n - 1)
  const w = sum(rows.flatMap((row, i) => row.map((value) => value - (targets[i] ?? 0)))) / (n * (k - 1))
  const j = (n * sum(judges.map((judge) => judge - grand))) / (k - 1)
  const left = rows.flatMap((row, i) =>
    row.map((value, at) => value - (targets[i] ?? 0) - (judges[at] ?? 0) + grand),
  )
  const e = sum(left) / ((n - 1) * (k - 1))

  const [icc11, icc1k] = pair(b, w, k, n - 1, n * (k - 1))
  const [icc21, icc2k] = absolute(b, j, e, n, k)
  const [icc31, icc3k] = pair(b, e, k, n - 1, (n - 1) * (k - 1))
  return { icc11, icc21, icc31, icc1k, icc2k, icc3k, bms: b, wms: w, jms: j, ems: e }
}

/**
 * ICC(1) where targets have different numbers of ratings, from whomever: k₀ = (Σk_i − Σk_i² / Σk_i) / (n − 1) takes the
 * place of k (Snedecor and Cochran 1980; Sokal and Rohlf 1981). `ratings[target]`: its ratings, null left out, in any
 * order. `icc1` is for one rating, `icc1k` for the mean of k₀. The 95 % intervals put k₀ into the exact ones for equal
 * numbers and are approximate. With equal numbers both are ICC(1,1) and ICC(1,k).
 */
export function iccUnequal(ratings: readonly (readonly (number | null)[])[]): {
  icc1: Coefficient
  icc1k: Coefficient
  k0: Mean
  bms: Mean
  wms: Mean
} {
  const given = ratings.map((row) => row.flatMap((value) => value ?? [])).filter((row) => row.length > 0)
  checked(given)
  const n = given.length
  const count = given.flat().length
  if (n < 2 || count === n) {
    const none = missing(n < 2 ? 'too-few-units' : 'too-few-raters')
    return { icc1: none, icc1k: none, k0: undefined, bms: undefined, wms: undefined }
  }
  const k0 = (count - given.reduce((sum, row) => sum + row.length ** 2, 0) / count) / (n - 1)
  const origin = given[0]?.[0] ?? 0
  const rows = given.map((row) => row.map((value) => value - origin))
  const grand = mean(rows.flat())
  const total = squares(rows.flat().map((value) => value - grand))
  const within = squares(rows.flatMap((row) => row.map((value) => value - mean(row))))
  const between = rows.reduce((sum, row) => sum + row.length * (mean(row) - grand) ** 2, 0)
  const bms = between < rounding * total ? 0 : between / (n - 1)
  const wms = within < rounding * total ? 0 : within / (count - n)
  const [icc1, icc1k] = pair(bms, wms, k0, n - 1, count - n)
  return { icc1, icc1k, k0, bms, wms }
}
