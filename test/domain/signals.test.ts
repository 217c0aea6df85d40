import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { dimensions } from '#app/domain/dimensions.ts'
import { lin, pageReview, queueHandling, withObjective } from '#app/domain/signals.ts'
import { expectDigits, golden } from './golden.ts'

const shared = { name: z.string(), value: z.number() }
const signalCase = z.discriminatedUnion('kind', [
  z.strictObject({
    ...shared,
    kind: z.literal('page-review'),
    foundWeight: z.number(),
    plantedWeight: z.number(),
    rightClaims: z.number(),
    claims: z.number(),
  }),
  z.strictObject({
    ...shared,
    kind: z.literal('queue'),
    solved: z.number(),
    solvable: z.number(),
    escalated: z.number(),
    mustEscalate: z.number(),
    needless: z.number(),
    inTime: z.number(),
    messages: z.number(),
    parts: z.tuple([z.number(), z.number(), z.number()]),
  }),
  z.strictObject({
    ...shared,
    kind: z.literal('blend'),
    dimension: z.enum(dimensions),
    t: z.number(),
    v: z.number(),
    objective: z.number(),
    omega: z.number(),
    standardError: z.number(),
  }),
])

describe('an objective mark agrees with the worked example', () => {
  test.each(golden('signals', signalCase))('$name', (given) => {
    switch (given.kind) {
      case 'page-review':
        return expectDigits(pageReview(given).value, given.value)
      case 'queue': {
        const mark = queueHandling(given)
        if (mark.value === undefined) throw new Error('there was something to find')
        const parts = [mark.resolved, mark.escalation, mark.firstResponse]
        for (const [index, part] of parts.entries()) expectDigits(part, given.parts[index] ?? Number.NaN)
        return expectDigits(mark.value, given.value)
      }
      case 'blend': {
        const blended = withObjective(given.dimension, given, given.objective, given.omega)
        expectDigits(blended.t, given.value)
        return expectDigits(blended.standardError, given.standardError)
      }
    }
  })
})

test('a mark stays on the scale of 1 to 5', () => {
  const natural = fc.integer({ min: 0, max: 50 })
  fc.assert(
    fc.property(natural, natural, natural, natural, (a, b, c, d) => {
      const mark = pageReview({
        foundWeight: Math.min(a, b),
        plantedWeight: b,
        rightClaims: Math.min(c, d),
        claims: d,
      })
      expect(mark.value === undefined).toBe(b === 0)
      if (mark.value === undefined) return
      expect(mark.value).toBeGreaterThanOrEqual(1)
      expect(mark.value).toBeLessThanOrEqual(5)
    }),
  )
  expect(lin(-1, 0, 1)).toBe(1)
  expect(lin(2, 0, 1)).toBe(5)
})

test('where nothing was planted there is no mark', () => {
  const none = { value: undefined, reason: 'nothing-to-find' }
  expect(pageReview({ foundWeight: 0, plantedWeight: 0, rightClaims: 0, claims: 0 })).toEqual(none)
  const queue = { solved: 0, escalated: 0, needless: 0, inTime: 0, solvable: 1, mustEscalate: 1, messages: 1 }
  expect(queueHandling({ ...queue, solvable: 0 })).toEqual(none)
  expect(queueHandling({ ...queue, mustEscalate: 0 })).toEqual(none)
  expect(queueHandling({ ...queue, messages: 0 })).toEqual(none)
})

test('objective marks weigh at most .4 in knowledge and .2 in attitude', () => {
  expect(() => withObjective('K5', { t: 4, v: 0.2 }, 5, 0.41)).toThrow(RangeError)
  expect(() => withObjective('A3', { t: 4, v: 0.2 }, 5, 0.21)).toThrow(RangeError)
  expect(() => withObjective('A3', { t: 4, v: 0.2 }, 5, Number.NaN)).toThrow(RangeError)
  expect(withObjective('A3', { t: 4, v: 0.2 }, 5, 0.2).t).toBeCloseTo(4.2, 9)
  expect(withObjective('A3', {}, 5, 0.2)).toEqual({})
})
