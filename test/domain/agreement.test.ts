import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  agreement,
  gwetAC,
  icc,
  iccUnequal,
  krippendorffAlpha,
  weightedKappa,
} from '#app/domain/agreement.ts'
import { expectDigits, golden } from './golden.ts'

const ratings = z.array(z.array(z.number().nullable()))
const figure = z.number()

describe('as published: Krippendorff’s alpha', () => {
  const alphas = z
    .strictObject({ nominal: figure, ordinal: figure, interval: figure, ratio: figure })
    .partial()
  const shape = z.strictObject({ name: z.string(), ratings, alpha: alphas })
  test.each(golden('krippendorff', shape))('$name', ({ ratings, alpha }) => {
    for (const level of ['nominal', 'ordinal', 'interval', 'ratio'] as const) {
      const written = alpha[level]
      if (written !== undefined) expectDigits(krippendorffAlpha(ratings, level).value, written)
    }
  })
})

describe('as published: intraclass correlations with their intervals', () => {
  const interval = z.strictObject({ value: figure, low: figure, high: figure })
  const shape = z.strictObject({
    name: z.string(),
    table: z.array(z.array(figure)),
    means: z.strictObject({ bms: figure, wms: figure, jms: figure, ems: figure }).partial(),
    icc11: interval,
    icc21: interval,
    icc31: interval,
    icc1k: interval,
    icc2k: interval,
    icc3k: interval,
  })
  test.each(golden('icc', shape))('$name', ({ name: _, table, means, ...written }) => {
    const actual = icc(table)
    for (const [name, mean] of Object.entries(means)) {
      expectDigits({ bms: actual.bms, wms: actual.wms, jms: actual.jms, ems: actual.ems }[name], mean)
    }
    for (const name of ['icc11', 'icc21', 'icc31', 'icc1k', 'icc2k', 'icc3k'] as const) {
      expectDigits(actual[name].value, written[name].value)
      expectDigits(actual[name].low, written[name].low)
      expectDigits(actual[name].high, written[name].high)
    }
  })

  const unequal = z.strictObject({
    name: z.string(),
    ratings,
    bms: figure,
    wms: figure,
    k0: figure,
    icc1: figure,
    icc1k: figure.optional(),
  })
  test.each(golden('icc-unequal', unequal))('$name', ({ ratings, bms, wms, k0, icc1, icc1k }) => {
    const actual = iccUnequal(ratings)
    expectDigits(actual.bms, bms)
    expectDigits(actual.wms, wms)
    expectDigits(actual.k0, k0)
    expectDigits(actual.icc1.value, icc1)
    if (icc1k !== undefined) expectDigits(actual.icc1k.value, icc1k)
  })
})

describe('as published: weighted kappa', () => {
  const table = z.array(z.array(figure))
  const weights = z.union([z.literal('linear'), z.literal('quadratic'), table])
  const shape = z.strictObject({ name: z.string(), table, weights, kappa: figure })
  test.each(golden('kappa', shape))('$name', ({ table, weights, kappa }) => {
    expectDigits(weightedKappa(table, weights).value, kappa)
  })
})

describe('as published: Gwet’s AC1 and AC2', () => {
  const shape = z.strictObject({
    name: z.string(),
    ratings,
    categories: z.array(figure),
    coefficient: z.strictObject({ identity: figure, linear: figure, quadratic: figure, ordinal: figure }),
  })
  test.each(golden('gwet', shape))('$name', ({ ratings, categories, coefficient }) => {
    for (const weights of ['identity', 'linear', 'quadratic', 'ordinal'] as const) {
      expectDigits(gwetAC(ratings, { categories, weights }).value, coefficient[weights])
    }
  })
  test('categories 1 … q may be given as q', () => {
    const two = [
      [1, 2],
      [2, 2],
      [3, null],
      [5, 4],
    ]
    const options = { weights: 'quadratic' } as const
    expect(gwetAC(two, { ...options, categories: 5 })).toEqual(
      gwetAC(two, { ...options, categories: [1, 2, 3, 4, 5] }),
    )
  })
})

const none = (reason: string) => ({ value: undefined, reason })

describe('a coefficient that does not exist says why', () => {
  test('alpha with one rater, or others who gave nothing', () => {
    expect(krippendorffAlpha([[1, 2, 3]], 'ordinal')).toEqual(none('too-few-raters'))
    expect(
      krippendorffAlpha(
        [
          [1, 2, 3],
          [null, null, null],
        ],
        'ordinal',
      ),
    ).toEqual(none('too-few-raters'))
    expect(krippendorffAlpha([], 'ordinal')).toEqual(none('too-few-raters'))
  })
  test('alpha with one unit, which would always be 0', () => {
    expect(krippendorffAlpha([[1], [4]], 'ordinal')).toEqual(none('too-few-units'))
    expect(
      krippendorffAlpha(
        [
          [1, 2, null],
          [4, null, 3],
        ],
        'ordinal',
      ),
    ).toEqual(none('too-few-units'))
  })
  test.each(['nominal', 'ordinal', 'interval', 'ratio'] as const)(
    '%s alpha when all is the same',
    (level) => {
      expect(
        krippendorffAlpha(
          [
            [4, 4, 4],
            [4, 4, null],
          ],
          level,
        ),
      ).toEqual(none('no-variation'))
    },
  )
  test('intraclass correlations of one target, one judge, or without variation', () => {
    expect(icc([[1, 2, 3]])).toMatchObject({ icc11: none('too-few-units'), icc3k: none('too-few-units') })
    expect(icc([]).icc21).toEqual(none('too-few-units'))
    expect(icc([[1], [2]])).toMatchObject({ icc11: none('too-few-raters'), bms: undefined })
    const same = icc([
      [0.1, 0.1, 0.1],
      [0.1, 0.1, 0.1],
    ])
    for (const one of [same.icc11, same.icc21, same.icc31, same.icc1k, same.icc2k, same.icc3k]) {
      expect(one).toEqual(none('no-variation'))
    }
  })
  test('means of judges when the targets do not differ at all, though one judge alone can be compared', () => {
    const crossed = icc([
      [1, 2, 3],
      [3, 2, 1],
      [2, 2, 2],
    ])
    expect(crossed.icc11).toEqual({ value: -0.5 })
    expect(crossed.icc1k).toEqual(none('no-variation'))
    expect(crossed.icc2k).toEqual(none('no-variation'))
    expect(crossed.icc3k).toEqual(none('no-variation'))
  })
  test('ICC(1) when nobody was rated twice, or only one person was', () => {
    expect(iccUnequal([[1], [2], [3]]).icc1).toEqual(none('too-few-raters'))
    expect(iccUnequal([[1, 2], [], [null]]).icc1).toEqual(none('too-few-units'))
    expect(iccUnequal([[3, 3], [3]]).icc1).toEqual(none('no-variation'))
  })
  test('kappa of an empty table, or of two who always used the same category', () => {
    expect(
      weightedKappa(
        [
          [0, 0],
          [0, 0],
        ],
        'linear',
      ),
    ).toEqual(none('too-few-units'))
    expect(weightedKappa([], 'linear')).toEqual(none('too-few-units'))
    expect(
      weightedKappa(
        [
          [9, 0],
          [0, 0],
        ],
        'quadratic',
      ),
    ).toEqual(none('no-variation'))
  })
  test('Gwet’s coefficient while nothing was rated twice', () => {
    const options = { categories: 5, weights: 'quadratic' } as const
    expect(gwetAC([], options)).toEqual(none('too-few-units'))
    expect(gwetAC([[null, null]], options)).toEqual(none('too-few-units'))
    expect(
      gwetAC(
        [
          [1, null],
          [null, 2],
        ],
        options,
      ),
    ).toEqual(none('too-few-raters'))
  })
})

test('when nearly everybody gives 4, alpha collapses and AC2 does not', () => {
  const first = Array.from({ length: 20 }, (_, unit) => (unit === 0 ? 5 : 4))
  const second = Array.from({ length: 20 }, (_, unit) => (unit === 1 ? 5 : 4))
  expect(krippendorffAlpha([first, second], 'ordinal').value).toBeLessThan(0)
  const subjects = first.map((level, unit) => [level, second[unit] ?? null])
  expect(gwetAC(subjects, { categories: 5, weights: 'quadratic' }).value).toBeGreaterThan(0.95)
})

test('when everybody gives 4, Gwet’s coefficient exists and is 1', () => {
  expect(
    gwetAC(
      [
        [4, 4],
        [4, 4],
      ],
      { categories: 5, weights: 'quadratic' },
    ),
  ).toEqual({ value: 1 })
})

test('what cannot be a rating is refused', () => {
  expect(() =>
    krippendorffAlpha(
      [
        [1, Number.NaN],
        [1, 2],
      ],
      'ordinal',
    ),
  ).toThrow(RangeError)
  expect(() =>
    krippendorffAlpha(
      [
        [1, -1],
        [1, 2],
      ],
      'ratio',
    ),
  ).toThrow(RangeError)
  expect(() => icc([[1, 2], [1]])).toThrow(RangeError)
  expect(() =>
    icc([
      [1, Number.POSITIVE_INFINITY],
      [1, 2],
    ]),
  ).toThrow(RangeError)
  expect(() =>
    iccUnequal([
      [1, Number.NaN],
      [1, 2],
    ]),
  ).toThrow(RangeError)
  expect(() => weightedKappa([[1, 2]], 'linear')).toThrow(RangeError)
  expect(() =>
    weightedKappa(
      [
        [1, -2],
        [1, 1],
      ],
      'linear',
    ),
  ).toThrow(RangeError)
  expect(() =>
    weightedKappa(
      [
        [1, 2],
        [1, 1],
      ],
      [[0, 1]],
    ),
  ).toThrow(RangeError)
  expect(() =>
    weightedKappa(
      [
        [1, 2],
        [1, 1],
      ],
      [
        [1, 1],
        [1, 0],
      ],
    ),
  ).toThrow(RangeError)
  expect(() =>
    weightedKappa(
      [
        [1, 2],
        [1, 1],
      ],
      [
        [0, 1, 2],
        [1, 0, 1],
        [2, 1, 0],
      ],
    ),
  ).toThrow(RangeError)
  expect(() => gwetAC([[6, 1]], { categories: 5, weights: 'linear' })).toThrow(RangeError)
  expect(() => gwetAC([[1, 1]], { categories: 1, weights: 'linear' })).toThrow(RangeError)
  expect(() => gwetAC([[1, 1]], { categories: [1, 1], weights: 'linear' })).toThrow(RangeError)
  expect(() => gwetAC([[1, 2]], { categories: 2.5, weights: 'linear' })).toThrow(RangeError)
})

test('a cell that holds nothing, or whose square is beyond all numbers, is refused and never becomes NaN', () => {
  const holes: number[][] = [
    [1, 2, 3],
    [1, 2],
  ]
  holes[1]?.splice(2, 0, ...new Array<number>(1))
  expect(() => icc(holes)).toThrow(RangeError)
  const far = [
    [1e200, 2],
    [1, 3],
  ]
  expect(() => krippendorffAlpha(far, 'interval')).toThrow(RangeError)
  expect(() => icc(far)).toThrow(RangeError)
  expect(() => iccUnequal(far)).toThrow(RangeError)
  expect(() => weightedKappa(far, 'linear')).toThrow(RangeError)
  expect(() =>
    weightedKappa(
      [
        [1, 2],
        [1, 3],
      ],
      [
        [0, 1e200],
        [1, 0],
      ],
    ),
  ).toThrow(RangeError)
})

test('exact and adjacent agreement count pairs of levels, and nothing where there is none', () => {
  const found = agreement([[3, 4, null], [null, null], [2, 2, 5], []])
  expect(found).toEqual({ pairs: 4, withinOne: 2, exact: 1 })
  expect(agreement([])).toEqual({ pairs: 0, withinOne: 0, exact: 0 })
  expect(() => agreement([[1, Number.NaN]])).toThrow(RangeError)
})

test('a hundred raters of thousands of units are counted, not paired one by one', () => {
  const units = Array.from({ length: 3000 }, (_, unit) =>
    Array.from({ length: 100 }, (_, rater) => 1 + ((unit * 7 + rater * rater) % 5)),
  )
  const gaps = units.map((unit) => {
    const counts = [1, 2, 3, 4, 5].map((level) => unit.filter((given) => given === level).length)
    const pairsAt = (gap: number) =>
      counts.reduce(
        (sum, count, at) => sum + count * (gap === 0 ? (count - 1) / 2 : (counts[at + gap] ?? 0)),
        0,
      )
    return [0, 1, 2, 3, 4].map(pairsAt)
  })
  const at = (gap: number) => gaps.reduce((sum, unit) => sum + (unit[gap] ?? 0), 0)
  const pairs = (units.length * 100 * 99) / 2
  expect(agreement(units)).toEqual({ pairs, exact: at(0), withinOne: at(0) + at(1) })
  const raters = Array.from({ length: 100 }, (_, rater) => units.map((unit) => unit[rater] ?? null))
  // Every level is given equally often: expected squared gap 4 up to (N − 1) / N, where all N are paired.
  const all = units.length * 100
  const observed = [1, 2, 3, 4].reduce((sum, gap) => sum + gap * gap * at(gap), 0) / pairs
  expect(krippendorffAlpha(raters, 'interval').value).toBeCloseTo(1 - (observed / 4) * ((all - 1) / all), 9)
  // Chance by quadratic weights: 18.75 / 20 x 4 / 5.
  const agreed = 1 - observed / 16
  expect(gwetAC(units, { categories: 5, weights: 'quadratic' }).value).toBeCloseTo((agreed - 0.75) / 0.25, 9)
})

test('alpha exists of more raters than a function takes arguments', () => {
  const raters = Array.from({ length: 200_000 }, (_, rater) => [1 + (rater % 2), 3])
  // All pairs of the first unit: half of them differ by 1. Expected over both units, N = 400,000.
  const [n, one] = [raters.length, raters.length / 2]
  const observed = (2 * one * one) / (n - 1)
  const expected = (2 * one * one + 2 * one * n * 4 + 2 * one * n) / (2 * n - 1)
  expect(krippendorffAlpha(raters, 'interval').value).toBeCloseTo(1 - observed / expected, 9)
})
