import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { wilson } from '#app/domain/interval.ts'
import { golden } from './golden.ts'

const published = z.strictObject({ successes: z.number(), n: z.number(), low: z.number(), high: z.number() })

describe('the interval of a share', () => {
  test.each(golden('interval', published))('$successes of $n as published', ({ successes, n, low, high }) => {
    const interval = wilson(successes, n)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  test('does not exist when nothing was counted', () => {
    expect(wilson(0, 0)).toEqual({ value: undefined, reason: 'nothing-counted' })
  })

  test('refuses what is not a share', () => {
    expect(() => wilson(3, 2)).toThrow(RangeError)
    expect(() => wilson(-1, 2)).toThrow(RangeError)
    expect(() => wilson(0.5, 2)).toThrow(RangeError)
  })

  test('holds the share, stays within 0 and 1, and mirrors itself', () => {
    const share = fc
      .integer({ min: 1, max: 10_000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
    fc.assert(
      fc.property(share, ([successes, n]) => {
        const { value, low, high } = wilson(successes, n)
        if (value === undefined) throw new Error('n is at least 1')
        const mirrored = wilson(n - successes, n)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(value)
        expect(high).toBeGreaterThanOrEqual(value)
        expect(mirrored.low).toBeCloseTo(1 - high, 9)
      }),
    )
  })
})
