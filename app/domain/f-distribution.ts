const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** ln Γ(x) for x > 0 (Lanczos 1964, g = 7), to about 1e-14. */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const t = x + 6.5
  const sum = lanczos.reduce((total, term, i) => (i === 0 ? term : total + term / (x - 1 + i)), 0)
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}

/** The continued fraction of the incomplete beta function (DLMF 8.17.22) by Lentz's method. */
function betaFraction(x: number, a: number, b: number): number {
  const away = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value)
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m <= 20_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    let step = 1
    for (const term of [even, odd]) {
      d = 1 / away(1 + term * d)
      c = away(1 + term / c)
      step = c * d
      fraction *= step
    }
    if (Math.abs(step - 1) < 1e-15) break
  }
  return fraction
}

/** I_x(a, b), given x and 1 − x, so that neither loses digits near its end. */
function incompleteBeta(x: number, rest: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (rest <= 0) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(rest))
  if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(x, a, b)) / a
  return 1 - (front * betaFraction(rest, b, a)) / b
}

/** The share of the F distribution at or below f. */
export function fShare(f: number, numerator: number, denominator: number): number {
  const scaled = numerator * f
  const whole = scaled + denominator
  return incompleteBeta(scaled / whole, denominator / whole, numerator / 2, denominator / 2)
}

/**
 * The value below which the share p of the F distribution lies, for 0 < p < 1 and degrees of freedom above 0 that need
 * not be whole: halving on the logarithm, to about ten digits. RangeError otherwise.
 */
export function fQuantile(p: number, numerator: number, denominator: number): number {
  if (!(p > 0 && p < 1 && numerator > 0 && denominator > 0)) {
    throw new RangeError(`F has no quantile ${p} with ${numerator} and ${denominator} degrees of freedom`)
  }
  let [low, high] = [-700, 700]
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2
    if (fShare(Math.exp(middle), numerator, denominator) < p) low = middle
    else high = middle
  }
  return Math.exp((low + high) / 2)
}
