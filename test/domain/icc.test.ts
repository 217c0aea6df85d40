import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { icc, iccUnequal } from '#app/domain/agreement.ts'
import { close, full } from './ratings.ts'

const everyIcc = (table: number[][]) => {
  const { icc11, icc21, icc31, icc1k, icc2k, icc3k } = icc(table)
  return [icc11, icc21, icc31, icc1k, icc2k, icc3k]
}

describe('intraclass correlations', () => {
  test('do not change with the order of targets or judges', () => {
    fc.assert(
      fc.property(full, (table) => {
        const mirrored = everyIcc(table.map((row) => [...row].reverse()).reverse())
        everyIcc(table).forEach((one, index) => {
          close(mirrored[index]?.value, one.value)
          close(mirrored[index]?.low, one.low, 6)
          close(mirrored[index]?.high, one.high, 6)
        })
      }),
    )
  })

  test('do not change when a constant is added to everything', () => {
    fc.assert(
      fc.property(full, fc.integer({ min: -1000, max: 1000 }), (table, more) => {
        const moved = everyIcc(table.map((row) => row.map((value) => value + more)))
        everyIcc(table).forEach((one, index) => {
          close(moved[index]?.value, one.value)
        })
      }),
    )
  })

  test('of consistency do not change when a judge is more severe', () => {
    fc.assert(
      fc.property(full, (table) => {
        const [before, after] = [table, table.map((row) => row.map((value, judge) => value - 2 * judge))].map(
          icc,
        )
        close(after?.icc31.value, before?.icc31.value)
        close(after?.icc3k.value, before?.icc3k.value)
      }),
    )
  })

  test('are numbers of at most 1 inside their intervals, or say why not', () => {
    fc.assert(
      fc.property(full, (table) => {
        for (const one of everyIcc(table)) {
          if (one.value === undefined) {
            expect(one.reason).toBe('no-variation')
            continue
          }
          expect(Number.isFinite(one.value)).toBe(true)
          expect(one.value).toBeLessThanOrEqual(1 + 1e-12)
          if (one.low === undefined || one.high === undefined) continue
          expect(one.low).toBeLessThanOrEqual(one.value)
          expect(one.high).toBeGreaterThanOrEqual(one.value)
          expect(one.high).toBeLessThanOrEqual(1 + 1e-12)
        }
      }),
    )
  })

  test('of means follow from those of one judge by Spearman and Brown, the intervals too', () => {
    fc.assert(
      fc.property(full, (table) => {
        const k = table[0]?.length ?? 0
        const stepped = (one?: number) => (one === undefined ? undefined : (k * one) / (1 + (k - 1) * one))
        const { icc11, icc31, icc1k, icc3k } = icc(table)
        for (const [one, many] of [
          [icc11, icc1k],
          [icc31, icc3k],
        ]) {
          if (many?.value === undefined) continue
          close(many.value, stepped(one?.value), 6)
          close(many.low, stepped(one?.low), 4)
          close(many.high, stepped(one?.high), 4)
        }
      }),
    )
  })

  test('are 1 when judges agree on targets that differ', () => {
    fc.assert(
      fc.property(full, (table) => {
        for (const one of everyIcc(table.map((row, target) => row.map(() => target)))) {
          expect(one).toEqual({ value: 1 })
        }
      }),
    )
  })

  test('where a variance is nothing but rounding do not exist, or have no interval, instead of being huge', () => {
    const cancelled = [
      [2, 2, 1],
      [1, 1, 5],
      [3, 2, 1],
      [5, 2, 1],
    ]
    expect(icc(cancelled).icc2k).toEqual({ value: undefined, reason: 'no-variation' })
    const crossing = [
      [1, 3],
      [3, 2],
      [1, 3],
    ]
    for (const { value, low } of [icc(crossing).icc21, icc(crossing).icc2k]) {
      expect(Math.abs(value ?? 0)).toBeLessThan(100)
      expect(low).toBeUndefined()
    }
  })

  test('for unequal numbers of ratings are ICC(1,1) and ICC(1,k) when the numbers are equal', () => {
    fc.assert(
      fc.property(full, (table) => {
        const [equal, unequal] = [icc(table), iccUnequal(table.map((row) => [null, ...row]))]
        close(unequal.icc1.value, equal.icc11.value)
        close(unequal.icc1.low, equal.icc11.low, 6)
        close(unequal.icc1.high, equal.icc11.high, 6)
        close(unequal.icc1k.value, equal.icc1k.value)
        close(unequal.k0, table[0]?.length)
      }),
    )
  })
})
