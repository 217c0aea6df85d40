import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { krippendorffAlpha } from '#app/domain/agreement.ts'
import { close, gapped, turned } from './ratings.ts'

const measurements = ['nominal', 'ordinal', 'interval', 'ratio'] as const

describe('alpha', () => {
  test('is what its definition says: observed over expected disagreement of all pairs of values', () => {
    fc.assert(
      fc.property(gapped, fc.constantFrom(...measurements), (ratings, measurement) => {
        const units = turned(ratings)
          .map((unit) => unit.filter((value) => value !== null))
          .filter((unit) => unit.length >= 2)
        const all = units.flat()
        const apart = (c: number, k: number): number => {
          if (c === k || measurement === 'nominal') return c === k ? 0 : 1
          if (measurement === 'interval') return (c - k) ** 2
          if (measurement === 'ratio') return ((c - k) / (c + k)) ** 2
          const between = all.filter((value) => value >= Math.min(c, k) && value <= Math.max(c, k)).length
          return (between - all.filter((value) => value === c || value === k).length / 2) ** 2
        }
        const disagreement = (values: number[]) =>
          values.reduce(
            (sum, c, i) => sum + values.reduce((s, k, j) => s + (i === j ? 0 : apart(c, k)), 0),
            0,
          )
        const observed =
          units.reduce((sum, unit) => sum + disagreement(unit) / (unit.length - 1), 0) / all.length
        const expected = disagreement(all) / (all.length * (all.length - 1))
        const exists = units.length >= 2 && expected > 0
        close(krippendorffAlpha(ratings, measurement).value, exists ? 1 - observed / expected : undefined)
      }),
    )
  })

  test('does not change with the order of raters or of units, nor does its interval', () => {
    fc.assert(
      fc.property(gapped, fc.constantFrom(...measurements), (ratings, measurement) => {
        const options = { bootstrap: { samples: 40, seed: 7 } }
        const mirrored = ratings.map((row) => [...row].reverse()).reverse()
        expect(krippendorffAlpha(mirrored, measurement, options)).toEqual(
          krippendorffAlpha(ratings, measurement, options),
        )
      }),
    )
  })

  test('does not change with a rater who gave nothing or a unit that nobody rated', () => {
    fc.assert(
      fc.property(gapped, fc.constantFrom(...measurements), (ratings, measurement) => {
        const wider = [...ratings.map((row) => [null, ...row, null]), []]
        expect(krippendorffAlpha(wider, measurement)).toEqual(krippendorffAlpha(ratings, measurement))
      }),
    )
  })

  test('on the interval level keeps its value when a constant is added or everything is multiplied', () => {
    fc.assert(
      fc.property(
        gapped,
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 1, max: 9 }),
        (ratings, more, times) => {
          const moved = ratings.map((row) =>
            row.map((value) => (value === null ? null : value * times + more)),
          )
          close(krippendorffAlpha(moved, 'interval').value, krippendorffAlpha(ratings, 'interval').value)
        },
      ),
    )
  })

  test('on the ordinal level only knows the order, on the nominal level only what is the same', () => {
    fc.assert(
      fc.property(gapped, (ratings) => {
        const map = (to: (value: number) => number) =>
          ratings.map((row) => row.map((value) => (value === null ? null : to(value))))
        close(
          krippendorffAlpha(
            map((value) => value ** 3),
            'ordinal',
          ).value,
          krippendorffAlpha(ratings, 'ordinal').value,
        )
        close(
          krippendorffAlpha(
            map((value) => (value * 2) % 5),
            'nominal',
          ).value,
          krippendorffAlpha(ratings, 'nominal').value,
        )
      }),
    )
  })

  test('is 1 when all agree on units that differ, and never above', () => {
    fc.assert(
      fc.property(gapped, fc.constantFrom(...measurements), (ratings, measurement) => {
        expect(krippendorffAlpha(ratings, measurement).value ?? 0).toBeLessThanOrEqual(1)
        const same = ratings.map((row) => row.map((_, unit) => 1 + (unit % 2)))
        expect(krippendorffAlpha(same, measurement).value).toBe(1)
      }),
    )
  })
})
