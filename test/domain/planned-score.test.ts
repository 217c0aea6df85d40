import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Dimension, dimensions } from '#app/domain/dimensions.ts'
import { objectiveMark } from '#app/domain/objective-mark.ts'
import { plannedScore } from '#app/domain/planned-score.ts'
import { dimensionScore } from '#app/domain/profile.ts'
import { severityInForce, severityOf, type WorkedOut } from '#app/domain/severity-in-force.ts'
import { type Signal, signalSums } from '#app/domain/signals.ts'
import { expectDigits, golden } from './golden.ts'

const figure = z.number().nullable().optional()
const planned = z.strictObject({
  name: z.string(),
  dimension: z.enum(dimensions),
  omega: z.strictObject({ attitude: z.number().optional(), knowledge: z.number().optional() }).optional(),
  objective: z.number().optional(),
  cells: z.array(
    z.strictObject({
      weight: z.number(),
      grades: z.array(z.number()),
      moderated: z.number().optional(),
      severity: z.number().optional(),
    }),
  ),
  expect: z.strictObject({
    t: figure,
    v: figure,
    standardError: figure,
    low: figure,
    high: figure,
    theta: figure,
    raw: figure,
    adjusted: figure,
    mark: figure,
  }),
})

describe('a score as its plan says agrees with the worked example', () => {
  test.each(golden('planned-score', planned))('$name', (given) => {
    const { score, parts } = plannedScore(given)
    const found = {
      ...score,
      raw: parts?.raw.t,
      adjusted: parts?.adjusted,
      mark: parts?.objective?.mark,
    }
    for (const [name, wanted] of Object.entries(given.expect)) {
      const value = found[name as keyof typeof given.expect]
      if (typeof wanted === 'number') expectDigits(value, wanted)
      else expect(value).toBeUndefined()
    }
  })
})

test('a plan that says no more than the grades leaves every figure as it is, to the last bit', () => {
  const cell = fc.record({
    weight: fc.double({ min: 0.1, max: 5, noNaN: true }),
    grades: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }),
  })
  fc.assert(
    fc.property(
      fc.array(cell, { maxLength: 6 }),
      fc.constantFrom<Dimension>(...dimensions),
      (cells, dimension) => {
        const { score, parts } = plannedScore({ dimension, cells, objective: 5 })
        expect(score).toEqual(dimensionScore(cells))
        expect(parts).toBeUndefined()
      },
    ),
  )
})

describe('severity is in force', () => {
  const worked = (grader: string, shrunk: number | undefined, n: number, group = 0): WorkedOut => ({
    grader,
    figures: {
      ratings: n,
      group,
      severity:
        shrunk === undefined
          ? { delta: undefined, shrunk: undefined, n: 0, reason: 'not-connected' }
          : { delta: shrunk, shrunk, n },
    },
  })

  test('where all are connected and each has twenty shared ratings', () => {
    const found = severityInForce([worked('a', 0.3, 20), worked('b', -0.1, 44)], ['a', 'b'])
    expect(found).toEqual({
      applies: true,
      deltas: new Map([
        ['a', 0.3],
        ['b', -0.1],
      ]),
    })
    expect(severityOf(['a', 'b'], found)).toBeCloseTo(0.1, 12)
    expect(severityOf([], found)).toBeUndefined()
    expect(severityOf(['a'], undefined)).toBeUndefined()
  })

  test('and not before: one with nineteen, one who is not in the table, two groups', () => {
    const few = { applies: false, reason: 'few-ratings' }
    expect(severityInForce([worked('a', 0.3, 19), worked('b', -0.1, 44)], ['b'])).toEqual(few)
    expect(severityInForce([worked('a', 0.3, 20)], ['a', 'c'])).toEqual(few)
    expect(severityInForce([], ['a'])).toEqual(few)
    expect(severityInForce([worked('a', 0.3, 30), worked('b', 0.1, 30, 1)], ['a'])).toEqual({
      applies: false,
      reason: 'not-connected',
    })
    expect(severityOf(['a'], severityInForce([], ['a']))).toBeUndefined()
  })

  test('whatever somebody holds who has given no level yet', () => {
    const waiting = { ...worked('c', undefined, 0, 1), figures: { ...worked('c', undefined, 0, 1).figures } }
    expect(severityInForce([worked('a', 0.3, 20), worked('b', 0, 20), waiting], ['a'])).toMatchObject({
      applies: true,
    })
  })
})

describe('the objective mark of a criterion', () => {
  const signal = (code: Signal['code'], count: number, of: number): Signal => ({
    code,
    count,
    of,
    value: null,
  })
  // The queue of the worked example in signals.yaml: 4.925926, 4.777778, 4.384615 → 4.773219.
  const sums = signalSums([
    signal('R', 16, 18),
    signal('J-missed', 0, 2),
    signal('J-needless', 1, 18),
    signal('F', 17, 20),
    signal('I', 1, 20),
    signal('SJT-A2', 3, 2),
    signal('SJT-K2', -1, 2),
  ])
  const marks = (reviews: readonly number[]) =>
    Object.fromEntries(dimensions.map((one) => [one, objectiveMark(one, { sums, reviews })]))

  test('is what the assessment model gives a level for, and the mean where there are several', () => {
    const found = marks([4.573284, 2])
    expectDigits(found.K5, 4.773219)
    // Solved 4.925926, judgement 3 + 2 x (-1/2)/2 = 2.5.
    expectDigits(found.K2, 3.712963)
    // One of twenty left without an answer: 5 - 20/20.
    expectDigits(found.A3, 4)
    expectDigits(found.K1, 3.286642)
    expectDigits(found.K4, 3.286642)
    // 3 + 2 x (3/2)/2
    expectDigits(found.A2, 4.5)
    expect([found.A1, found.A4, found.A5, found.A6, found.K3]).toEqual(Array(5).fill(undefined))
  })

  test('is absent where nothing was counted, and for K5 where a part is missing', () => {
    expect(marks([]).K1).toBeUndefined()
    const part = signalSums([signal('R', 16, 18)])
    expect(objectiveMark('K5', { sums: part, reviews: [] })).toBeUndefined()
  })
})
