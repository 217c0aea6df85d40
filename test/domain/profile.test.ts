import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { attention, type Cell, dimensionScore, distinguishable } from '#app/domain/profile.ts'
import { expectDigits, golden } from './golden.ts'

const figure = z.number().nullable()
const scoreCase = z.strictObject({
  name: z.string(),
  cells: z.array(
    z.strictObject({
      scenario: z.string(),
      weight: z.number(),
      grades: z.array(z.number()),
      moderated: z.number().optional(),
    }),
  ),
  parameters: z.strictObject({ sameGraders: z.number() }).optional(),
  expect: z
    .strictObject({
      t: figure,
      v: figure,
      standardError: figure,
      low: figure,
      high: figure,
      reliability: figure,
      theta: figure,
      se: figure,
      scenarios: figure,
      grades: figure,
    })
    .partial()
    .extend({ enough: z.boolean() }),
})

describe('a dimension score agrees with the worked example', () => {
  test.each(golden('profile', scoreCase))(
    '$name',
    ({ cells, parameters, expect: { enough, ...figures } }) => {
      const score = dimensionScore(cells, parameters)
      expect(score.enough).toBe(enough)
      const actual = new Map(Object.entries(score))
      for (const [name, written] of Object.entries(figures)) {
        const value = actual.get(name)
        if (written === null || written === undefined) expect(value, name).toBeUndefined()
        else expectDigits(Number(value), written)
      }
    },
  )

  const errorCase = z.strictObject({
    scenarios: z.number(),
    graders: z.record(z.string(), z.number()),
  })
  test.each(golden('standard-errors', errorCase))('standard errors of $scenarios scenarios', (row) => {
    for (const [graders, written] of Object.entries(row.graders)) {
      const grades = Array.from({ length: Number(graders) }, () => 3)
      const cells = Array.from({ length: row.scenarios }, () => ({ weight: 1, grades }))
      expect(dimensionScore(cells).standardError).toBeCloseTo(written, 2)
    }
  })
})

const cell: fc.Arbitrary<Cell> = fc.record({
  weight: fc.double({ min: 0, max: 1e300, noNaN: true }),
  grades: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }),
})
const cells = fc.array(cell, { maxLength: 8 })

describe('whatever was graded', () => {
  test('no figure is ever NaN, and all or none exist', () => {
    fc.assert(
      fc.property(cells, (given) => {
        const { scenarios, grades, enough, ...figures } = dimensionScore(given)
        const values = Object.values(figures)
        expect(values.length === 0).toBe(scenarios === 0)
        expect(values.every((value) => Number.isFinite(value))).toBe(true)
        expect(enough).toBe(scenarios >= 2)
        expect(grades).toBeGreaterThanOrEqual(scenarios)
      }),
    )
  })

  test('the score lies inside its band, and the band inside the scale', () => {
    fc.assert(
      fc.property(cells, (given) => {
        const { t, low, high } = dimensionScore(given)
        if (t === undefined || low === undefined || high === undefined) return
        expect(low).toBeGreaterThanOrEqual(1)
        expect(high).toBeLessThanOrEqual(5)
        expect(t).toBeGreaterThanOrEqual(low - 1e-12)
        expect(t).toBeLessThanOrEqual(high + 1e-12)
      }),
    )
  })

  test('the order of scenarios and of graders changes nothing', () => {
    fc.assert(
      fc.property(cells, (given) => {
        const turned = given.map((one) => ({ ...one, grades: [...one.grades].reverse() })).reverse()
        const [a, b] = [dimensionScore(given), dimensionScore(turned)]
        expect(b.scenarios).toBe(a.scenarios)
        if (a.t === undefined) expect(b.t).toBeUndefined()
        else expect(b.t).toBeCloseTo(a.t, 9)
      }),
    )
  })

  test('doubling every weight changes nothing', () => {
    fc.assert(
      fc.property(cells, (given) => {
        const doubled = given.map((one) => ({ ...one, weight: one.weight * 2 }))
        const [a, b] = [dimensionScore(given), dimensionScore(doubled)]
        if (a.v === undefined) expect(b.v).toBeUndefined()
        else expect(b.v).toBeCloseTo(a.v, 9)
      }),
    )
  })

  test('one more grade makes the band narrower', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(1, 2, 3, 4, 5), { minLength: 1, maxLength: 4 }), (grades) => {
        const before = dimensionScore([{ weight: 1, grades }]).v ?? 0
        const after = dimensionScore([{ weight: 1, grades: [...grades, 3] }]).v ?? 0
        expect(after).toBeLessThan(before)
      }),
    )
  })
})

test('a grade outside the scale and a negative weight are refused', () => {
  expect(() => dimensionScore([{ weight: 1, grades: [0] }])).toThrow(RangeError)
  expect(() => dimensionScore([{ weight: 1, grades: [Number.NaN] }])).toThrow(RangeError)
  expect(() => dimensionScore([{ weight: -1, grades: [3] }])).toThrow(RangeError)
  expect(() => dimensionScore([{ weight: 1, grades: [3, [4][1] as number] }])).toThrow(RangeError)
})

test('parameters that are no variances are refused, and one that is not given is the assumed one', () => {
  const cells = [{ weight: 1, grades: [3, 4] }]
  expect(() => dimensionScore(cells, { scenarioVariance: -1 })).toThrow(RangeError)
  expect(() => dimensionScore(cells, { trueVariance: Number.NaN })).toThrow(RangeError)
  expect(dimensionScore(cells, { scenarioVariance: undefined })).toEqual(dimensionScore(cells))
})

test('a score that is known exactly is not drawn towards the mean, even where people do not differ', () => {
  const nothing = { scenarioVariance: 0, residualVariance: 0, trueVariance: 0 }
  expect(dimensionScore([{ weight: 1, grades: [4] }], nothing)).toMatchObject({
    reliability: 1,
    theta: 4,
    se: 0,
  })
})

describe('the attention line', () => {
  const low = dimensionScore(Array.from({ length: 4 }, () => ({ weight: 1, grades: [1, 2] })))
  test('asks for a comment on respect when the whole band lies below 2.5', () => {
    expect(low.high).toBeLessThan(2.5)
    expect(attention('A1', low)).toBe(true)
    expect(attention('A5', low)).toBe(true)
  })
  test('is silent where the dimension has no line', () => {
    expect(attention('A2', low)).toBe(false)
    expect(attention('A2', low, { A2: 2.5 })).toBe(true)
  })
  test('is silent while the band crosses it', () => {
    const crossing = dimensionScore([
      { weight: 1, grades: [2, 2] },
      { weight: 1, grades: [2, 2] },
    ])
    expect(attention('A1', crossing)).toBe(false)
  })
  test('is silent when there is not enough evidence', () => {
    expect(attention('A1', dimensionScore([{ weight: 1, grades: [1, 1, 1, 1] }]))).toBe(false)
    expect(attention('A1', dimensionScore([]))).toBe(false)
  })
})

describe('two people are told apart', () => {
  test('only when the difference is larger than the margin of error', () => {
    const v = 0.208163
    const margin = 1.645 * Math.sqrt(2 * v)
    expect(distinguishable({ t: 3, v }, { t: 3 + margin - 1e-6, v })).toBe(false)
    expect(distinguishable({ t: 3, v }, { t: 3 + margin + 1e-6, v })).toBe(true)
  })
  test('never when one of them has no score', () => {
    expect(distinguishable(dimensionScore([]), { t: 5, v: 0.01 })).toBe(false)
  })
})
