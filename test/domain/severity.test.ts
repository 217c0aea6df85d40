import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type SeverityRow, severity } from '#app/domain/severity.ts'
import { expectDigits, golden } from './golden.ts'

const figure = z.union([z.number(), z.literal('none')])
const shape = z.strictObject({
  name: z.string(),
  levels: z.record(z.string(), z.record(z.string(), z.number())),
  connected: z.boolean(),
  graders: z.record(
    z.string(),
    z.strictObject({ delta: figure, shrunk: figure.optional(), se: figure.optional(), n: z.number() }),
  ),
})

function rowsOf(levels: Record<string, Record<string, number>>): SeverityRow[] {
  return Object.entries(levels).flatMap(([answer, given]) =>
    Object.entries(given).map(([grader, level]) => ({ answer, grader, level })),
  )
}

describe('severity as worked out by hand', () => {
  test.each(golden('severity', shape))('$name', ({ levels, connected, graders }) => {
    const found = severity(rowsOf(levels))
    expect(found.connected).toBe(connected)
    expect(Object.keys(found.graders)).toEqual(Object.keys(graders))
    for (const [grader, written] of Object.entries(graders)) {
      const { delta, shrunk, se, n } = found.graders[grader] ?? {}
      expect(n, grader).toBe(written.n)
      for (const [actual, expected] of [
        [delta, written.delta],
        [shrunk, written.shrunk],
        [se, written.se],
      ] as const) {
        if (expected === 'none' || expected === undefined) expect(actual, grader).toBeUndefined()
        else expectDigits(actual, expected)
      }
    }
  })
})

const names = ['g1', 'g2', 'g3', 'g4', 'g5']
const someRows = fc.uniqueArray(
  fc.record({
    answer: fc.constantFrom('a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8'),
    grader: fc.constantFrom(...names),
    level: fc.integer({ min: 1, max: 5 }),
  }),
  { selector: ({ answer, grader }) => `${answer} ${grader}`, minLength: 1, maxLength: 40 },
)

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
function deltas(rows: readonly SeverityRow[]): Map<string, number> {
  return new Map(
    Object.entries(severity(rows).graders).flatMap(([grader, { delta }]) =>
      delta === undefined ? [] : [[grader, delta] as const],
    ),
  )
}

/** The method of the assessment model: means of answers and of graders in turn until nothing changes. */
function alternatingMeans(
  rows: readonly SeverityRow[],
  components: readonly string[][],
): Map<string, number> {
  const delta = new Map(rows.map(({ grader }) => [grader, 0]))
  for (let change = 1; change > 1e-13; ) {
    const theta = new Map(
      rows.map(({ answer }) => {
        const own = rows.filter((row) => row.answer === answer)
        return [answer, average(own.map(({ grader, level }) => level - (delta.get(grader) ?? 0)))]
      }),
    )
    change = 0
    for (const grader of delta.keys()) {
      const own = rows.filter((row) => row.grader === grader)
      const next = average(own.map(({ answer, level }) => level - (theta.get(answer) ?? 0)))
      change = Math.max(change, Math.abs(next - (delta.get(grader) ?? 0)))
      delta.set(grader, next)
    }
  }
  for (const graders of components) {
    const middle = average(graders.map((grader) => delta.get(grader) ?? 0))
    for (const grader of graders) delta.set(grader, (delta.get(grader) ?? 0) - middle)
  }
  return delta
}

describe('whatever was graded', () => {
  test('deltas are those that alternating means run towards', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const expected = alternatingMeans(rows, severity(rows).components)
        for (const [grader, delta] of deltas(rows))
          expect(delta).toBeCloseTo(expected.get(grader) ?? Number.NaN, 8)
      }),
      { numRuns: 60 },
    )
  })

  test('deltas of those who can be compared sum to 0, and shrinking never changes a sign', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const { components, graders } = severity(rows)
        for (const component of components) {
          const sum = component.reduce((total, grader) => total + (graders[grader]?.delta ?? 0), 0)
          expect(sum).toBeCloseTo(0, 9)
        }
        for (const { delta, shrunk, se } of Object.values(graders)) {
          for (const value of [delta, shrunk, se])
            if (value !== undefined) expect(Number.isFinite(value)).toBe(true)
          if (delta === undefined) continue
          expect(Math.abs(shrunk)).toBeLessThanOrEqual(Math.abs(delta))
          expect(Math.sign(shrunk)).toBe(Math.sign(delta))
        }
      }),
    )
  })

  test('the order of the rows changes not one digit', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        expect(JSON.stringify(severity([...rows].reverse()))).toBe(JSON.stringify(severity(rows)))
      }),
    )
  })

  test('harder answers do not make a grader severe', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const harder = rows.map((row) => ({ ...row, level: row.level - Number(row.answer.slice(1)) }))
        const [before, after] = [deltas(rows), deltas(harder)]
        for (const [grader, delta] of before) expect(after.get(grader)).toBeCloseTo(delta, 8)
      }),
    )
  })

  test('levels made from a severity give it back, and leave nothing over', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const made = rows.map((row) => ({
          ...row,
          level: Number(row.answer.slice(1)) + Number(row.grader.slice(1)),
        }))
        const { components, graders } = severity(made)
        for (const component of components) {
          const middle = average(component.map((grader) => Number(grader.slice(1))))
          for (const grader of component) {
            const found = graders[grader]
            if (found?.delta === undefined) continue
            expect(found.delta).toBeCloseTo(Number(grader.slice(1)) - middle, 8)
            if (found.se !== undefined) expect(found.se).toBeCloseTo(0, 6)
          }
        }
      }),
    )
  })
})

describe('severity', () => {
  const rows = rowsOf({ a1: { Ana: 4, Ben: 2 }, a2: { Ana: 5, Ben: 3 } })
  test('is drawn towards 0 as far as λ says', () => {
    expect(severity(rows, { lambda: 0 }).graders.Ana?.shrunk).toBeCloseTo(1, 9)
    expect(severity(rows, { lambda: 2 }).graders.Ana?.shrunk).toBeCloseTo(0.5, 9)
  })
  test('of the only grader does not exist', () => {
    const alone = severity(rowsOf({ a1: { Ana: 4 }, a2: { Ana: 5 } }))
    expect(alone.connected).toBe(true)
    expect(alone.graders).toEqual({
      Ana: { delta: undefined, shrunk: undefined, n: 0, reason: 'too-few-raters' },
    })
  })
  test('of nobody is not connected', () => {
    expect(severity([])).toEqual({ connected: false, components: [], graders: {} })
  })
  test('refuses a level that is none and a negative λ', () => {
    expect(() => severity([{ answer: 'a', grader: 'g', level: Number.NaN }])).toThrow(RangeError)
    expect(() => severity(rows, { lambda: -1 })).toThrow(RangeError)
    const holes = rows.map((row) => ({ ...row, level: [row.level][Number(row.grader === 'Ben')] as number }))
    expect(() => severity(holes)).toThrow(RangeError)
    expect(() => severity(rows.map((row) => ({ ...row, level: row.level * 1e200 })))).toThrow(RangeError)
  })
  test('of a long chain of graders is exact', () => {
    const chain = Array.from({ length: 60 }, (_, at) => [
      { answer: `a${at}`, grader: `g${at}`, level: 3 },
      { answer: `a${at}`, grader: `g${at + 1}`, level: at % 2 === 0 ? 4 : 2 },
    ]).flat()
    const { connected, graders } = severity(chain)
    expect(connected).toBe(true)
    for (let at = 0; at < 60; at++) {
      const step = (graders[`g${at + 1}`]?.delta ?? 0) - (graders[`g${at}`]?.delta ?? 0)
      expect(step).toBeCloseTo(at % 2 === 0 ? 1 : -1, 9)
    }
  })
})
