import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { JudgementContent } from '#app/domain/scenario/judgement.ts'
import { judgementMarks, judgementSignal, pickMark, rateMark } from '#app/domain/scenario/judgement-marks.ts'
import { expectDigits, golden } from './golden.ts'

const pair = z.tuple([z.string(), z.string()])
const worked = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pick'), name: z.string(), key: pair, picked: pair, value: z.number() }),
  z.strictObject({
    kind: z.literal('signal'),
    name: z.string(),
    values: z.array(z.number()),
    value: z.number(),
  }),
  z.strictObject({
    kind: z.literal('rate'),
    name: z.string(),
    means: z.array(z.number()),
    sds: z.array(z.number()),
    ratings: z.array(z.number()),
    distance: z.number(),
    correlation: z.number(),
    value: z.number(),
  }),
])
const named = <T>(list: readonly T[]): Record<string, T> =>
  Object.fromEntries(list.map((item, index) => [`o${index}`, item]))
const keyOf = (means: readonly number[], sds: readonly number[] = []) =>
  named(means.map((mean, index) => ({ mean, sd: sds[index] ?? 0.5 })))

describe('a judgement is marked as in the worked example', () => {
  test.each(golden('judgement', worked))('$name', (given) => {
    switch (given.kind) {
      case 'pick': {
        const [most, least] = given.key
        const [pickedMost, pickedLeast] = given.picked
        return expect(pickMark({ most, least }, { most: pickedMost, least: pickedLeast }).value).toBe(
          given.value,
        )
      }
      case 'signal':
        return expectDigits(judgementSignal(given.values).value, given.value)
      case 'rate': {
        const mark = rateMark(keyOf(given.means, given.sds), named(given.ratings))
        if (mark.value === undefined) throw new Error(mark.reason)
        expectDigits(mark.distance, given.distance)
        expectDigits(mark.correlation, given.correlation)
        return expectDigits(mark.value, given.value)
      }
    }
  })
})

describe('there is no mark, and the reason is said,', () => {
  test('where nothing was picked, or one option as both', () => {
    const key = { most: 'a', least: 'b' }
    expect(pickMark(key, { most: '', least: '' })).toEqual({ value: undefined, reason: 'not-answered' })
    expect(pickMark(key, { most: 'a', least: 'a' })).toEqual({ value: undefined, reason: 'one-is-both' })
    expect(pickMark(key, { most: 'a', least: '' })).toEqual({ value: 1 })
    expect(judgementSignal([])).toEqual({ value: undefined, reason: 'not-answered' })
  })

  test('where a kept option is not rated, all are rated alike, or the key cannot tell', () => {
    const key = keyOf([4, 3, 1])
    expect(rateMark(key, { o0: 5, o1: 3 })).toEqual({ value: undefined, reason: 'not-answered' })
    expect(rateMark(key, named([3, 3, 3]))).toEqual({ value: undefined, reason: 'all-the-same' })
    expect(rateMark(keyOf([2, 2, 2]), named([1, 3, 5]))).toEqual({
      value: undefined,
      reason: 'key-does-not-tell',
    })
    expect(rateMark(keyOf([4, 1], [1.5, 1.5]), named([5, 1]))).toEqual({
      value: undefined,
      reason: 'key-does-not-tell',
    })
  })

  test('but a missing rating of an option that was dropped does not matter', () => {
    const mark = rateMark(keyOf([4, 3, 1, 2], [0.5, 0.5, 0.5, 1.01]), { o0: 5, o1: 3, o2: 1 })
    expect(mark).toMatchObject({ kept: ['o0', 'o1', 'o2'], dropped: ['o3'] })
  })
})

const option = fc.constantFrom('a', 'b', 'c', 'd')
const twoOf = fc.tuple(option, option).filter(([x, y]) => x !== y)

test('a pick is between −2 and +2, and turning it round turns its sign', () => {
  fc.assert(
    fc.property(twoOf, twoOf, ([most, least], [x, y]) => {
      const mark = pickMark({ most, least }, { most: x, least: y }).value ?? Number.NaN
      expect(Math.abs(mark)).toBeLessThanOrEqual(2)
      expect(pickMark({ most, least }, { most: y, least: x }).value).toBeCloseTo(-mark, 12)
    }),
  )
})

test('a signal stays on the scale of 1 to 5', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 1 }), (values) => {
      const { value = 0 } = judgementSignal(values)
      expect(value).toBeGreaterThanOrEqual(1)
      expect(value).toBeLessThanOrEqual(5)
    }),
  )
})

const rating = fc.integer({ min: 1, max: 5 })
const rated = fc
  .integer({ min: 3, max: 6 })
  .chain((n) =>
    fc.tuple(
      fc.array(fc.integer({ min: 10, max: 50 }), { minLength: n, maxLength: n }),
      fc.array(rating, { minLength: n, maxLength: n }),
    ),
  )
const differs = (list: readonly number[]) => new Set(list).size > 1

test('ratings are marked (1 + r)/2, alike for strict and lenient readers, and 1 minus that when turned round', () => {
  fc.assert(
    fc.property(rated, ([tenths, ratings]) => {
      fc.pre(differs(tenths) && differs(ratings))
      const key = keyOf(tenths.map((mean) => mean / 10))
      const mark = rateMark(key, named(ratings))
      if (mark.value === undefined) throw new Error(mark.reason)
      expect(mark.value).toBeCloseTo((1 + mark.correlation) / 2, 9)
      expect(mark.value).toBeGreaterThanOrEqual(-1e-9)
      expect(mark.value).toBeLessThanOrEqual(1 + 1e-9)
      expect(rateMark(key, named(ratings.map((x) => 2 * x + 7))).value).toBeCloseTo(mark.value, 9)
      expect(rateMark(key, named(ratings.map((x) => 6 - x))).value).toBeCloseTo(1 - mark.value, 9)
    }),
  )
})

describe('a block', () => {
  const items = [
    {
      id: 'one',
      ask: 'most-least',
      options: ['a', 'b', 'c'],
      most: 'a',
      least: 'c',
      dimensions: ['A5', 'A2'],
    },
    { id: 'two', ask: 'most-least', options: ['a', 'b', 'c'], most: 'b', least: 'a', dimensions: ['A5'] },
    {
      id: 'three',
      ask: 'rate',
      options: ['o0', 'o1', 'o2'],
      key: keyOf([4, 3, 2]),
      dimensions: ['A2', 'K4'],
    },
  ]
  const content = { items } as unknown as JudgementContent

  test('gives each item its mark and each dimension the level of the items that feed it', () => {
    const marks = judgementMarks(content, {
      picks: { one: { most: 'a', least: 'c' }, two: { most: 'a', least: 'c' } },
      ratings: { three: { o0: 5, o1: 4, o2: 3 } },
      reasons: {},
    })
    expect(marks.items.map(({ value }) => value)).toEqual([2, -1, 1])
    expect(marks.signal).toEqual({ value: 3.5, items: 2 })
    expect(marks.byDimension).toEqual({
      A2: { value: 5, items: 1 },
      A5: { value: 3.5, items: 2 },
    })
  })

  test('leaves out what was not answered instead of counting it as the middle', () => {
    const marks = judgementMarks(content, {
      picks: { one: { most: 'a', least: 'c' } },
      ratings: {},
      reasons: {},
    })
    expect(marks.signal).toEqual({ value: 5, items: 1 })
    expect(judgementMarks(content, { picks: {}, ratings: {}, reasons: {} }).byDimension).toEqual({
      A2: { value: undefined, reason: 'not-answered' },
      A5: { value: undefined, reason: 'not-answered' },
    })
  })
})
