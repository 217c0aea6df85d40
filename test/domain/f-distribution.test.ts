import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fQuantile, fShare } from '#app/domain/f-distribution.ts'
import { expectDigits, golden } from './golden.ts'

const shape = z.strictObject({ p: z.number(), numerator: z.number(), denominator: z.number(), f: z.number() })
const share = fc.double({ min: 0.001, max: 0.999, noNaN: true })
const freedom = fc.double({ min: 0.2, max: 4000, noNaN: true })
const ratio = (actual: number, expected: number) => expect(actual / expected).toBeCloseTo(1, 8)

describe('quantiles of the F distribution', () => {
  test.each(golden('f-quantile', shape))('$p with $numerator and $denominator as printed', (row) => {
    expectDigits(fQuantile(row.p, row.numerator, row.denominator), row.f)
  })

  test('with two degrees in the numerator have a formula', () => {
    fc.assert(
      fc.property(share, freedom, (p, denominator) => {
        ratio(
          fQuantile(p, 2, denominator),
          (denominator / 2) * Math.expm1((-2 / denominator) * Math.log1p(-p)),
        )
      }),
    )
  })

  test('turn over with the degrees of freedom', () => {
    fc.assert(
      fc.property(share, freedom, freedom, (p, a, b) => {
        const f = fQuantile(p, a, b)
        if (f > 1e-200 && f < 1e200) ratio(fQuantile(1 - p, b, a), 1 / f)
      }),
    )
  })

  test('lie where their share says', () => {
    fc.assert(
      fc.property(share, freedom, freedom, (p, a, b) => {
        const f = fQuantile(p, a, b)
        if (f > 1e-200 && f < 1e200) expect(fShare(f, a, b)).toBeCloseTo(p, 9)
      }),
    )
  })

  test('do not exist outside 0 to 1 or without degrees of freedom', () => {
    for (const [p, a, b] of [
      [0, 1, 1],
      [1, 1, 1],
      [0.5, 0, 1],
      [0.5, 1, Number.NaN],
    ] as const) {
      expect(() => fQuantile(p, a, b)).toThrow(RangeError)
    }
  })
})
