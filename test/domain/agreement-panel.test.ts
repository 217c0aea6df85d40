import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  type DimensionFigures,
  dimensionFigures,
  matrixOf,
  type PanelRow,
  panelWord,
  weekOf,
  weeksOf,
} from '#app/domain/agreement-panel.ts'
import { isLevel, levels } from '#app/domain/dimensions.ts'
import { connectedGraders, graderFigures, type ReportRow, severityWord } from '#app/domain/grader-report.ts'
import { expectDigits, golden } from './golden.ts'

const level = z.union([z.literal('ne'), z.number()])
const shares = z.strictObject({ pairs: z.number(), withinOne: z.number(), exact: z.number() })
const shape = z.strictObject({
  name: z.string(),
  levels: z.record(z.string(), z.record(z.string(), level)),
  answers: z.number(),
  doubles: z.number(),
  graders: z.number(),
  agreement: shares,
  alpha: z.union([z.literal('none'), z.number()]),
  ac2: z.number().optional(),
  between: z.record(z.string(), shares),
  spread: z.record(z.string(), z.strictObject({ counts: z.array(z.number()), notShown: z.number() })),
  widest: z.array(z.string()),
})

const rowsOf = (given: Record<string, Record<string, number | 'ne'>>, week = '2026-11-02'): PanelRow[] =>
  Object.entries(given).flatMap(([answer, own]) =>
    Object.entries(own).map(([grader, value]) => ({
      answer,
      code: `C-${answer}`,
      grader,
      level: isLevel(value) ? value : null,
      week,
    })),
  )

describe('a dimension of the panel, as worked out by hand', () => {
  test.each(golden('agreement-panel', shape))('$name', (wanted) => {
    const figures = dimensionFigures(rowsOf(wanted.levels))
    const { answers, doubles, graders, agreement } = figures
    expect({ answers, doubles, graders, agreement }).toEqual({
      answers: wanted.answers,
      doubles: wanted.doubles,
      graders: wanted.graders,
      agreement: wanted.agreement,
    })
    if (wanted.alpha === 'none') expect(figures.alpha).toEqual({ value: undefined, reason: 'no-variation' })
    else expectDigits(figures.alpha.value, wanted.alpha)
    if (wanted.ac2 !== undefined) expectDigits(figures.ac2.value, wanted.ac2)
    expect(
      Object.fromEntries(figures.between.map(({ graders: pair, ...counted }) => [pair.join(' '), counted])),
    ).toEqual(wanted.between)
    expect(Object.fromEntries(figures.levels.map(({ grader, ...counted }) => [grader, counted]))).toEqual(
      wanted.spread,
    )
    expect(figures.widest.map(({ answer }) => answer)).toEqual(wanted.widest)
  })
})

const someRows = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 4 })), {
    minLength: 1,
    maxLength: 80,
    selector: ([answer, grader]) => `${answer} ${grader}`,
  })
  .chain((places) =>
    fc.tuple(
      fc.constant(places),
      fc.array(fc.option(fc.constantFrom(...levels)), {
        minLength: places.length,
        maxLength: places.length,
      }),
    ),
  )
  .map(([places, given]) =>
    places.map(
      ([answer, grader], index): PanelRow => ({
        answer: `a${answer}`,
        code: `C-${answer}`,
        grader: `g${grader}`,
        level: given[index] ?? null,
        week: '2026-11-02',
      }),
    ),
  )
const shuffled = someRows.chain((rows) =>
  fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
)

describe('the same grades in any order', () => {
  test('give the same figures to the last digit, the interval included', () => {
    fc.assert(
      fc.property(shuffled, ([rows, mixed]) => {
        expect(JSON.stringify(dimensionFigures(mixed))).toBe(JSON.stringify(dimensionFigures(rows)))
      }),
      { numRuns: 25 },
    )
  })
  test('give the same report of each grader', () => {
    fc.assert(
      fc.property(shuffled, ([rows, mixed]) => {
        const of = (some: PanelRow[]) => some.map((row): ReportRow => ({ ...row, dimension: 'A2' }))
        expect(JSON.stringify(graderFigures(of(mixed), []))).toBe(JSON.stringify(graderFigures(of(rows), [])))
      }),
      { numRuns: 25 },
    )
  })
})

describe('the word for a dimension', () => {
  const figures = (doubles: number, withinOne: number, exact: number, alpha?: number): DimensionFigures => ({
    ...dimensionFigures([]),
    doubles,
    agreement: { pairs: 20, withinOne, exact },
    alpha: alpha === undefined ? { value: undefined, reason: 'no-variation' } : { value: alpha },
  })
  test.each([
    ['few', 9, 20, 20, 0.9],
    ['good', 10, 18, 10, 0.6],
    ['same-level', 10, 18, 10, 0.39],
    ['same-level', 10, 20, 20, undefined],
    ['partial', 10, 17, 10, 0.6],
    ['partial', 10, 18, 9, 0.6],
    ['poor', 10, 15, 15, 0.6],
  ] as const)(
    'is "%s" for %d answers, %d of 20 pairs within one, %d the same, α %s',
    (word, doubles, withinOne, exact, alpha) => {
      expect(panelWord(figures(doubles, withinOne, exact, alpha))).toBe(word)
    },
  )
})

test('a week begins on Monday, in UTC', () => {
  expect(weekOf(new Date('2026-11-02T00:00:00Z'))).toBe('2026-11-02')
  expect(weekOf(new Date('2026-11-08T23:59:59Z'))).toBe('2026-11-02')
  expect(weekOf(new Date('2026-11-09T00:00:00Z'))).toBe('2026-11-09')
})

test('the matrix and the weeks add up over the criteria', () => {
  const first = dimensionFigures(rowsOf({ a1: { Ana: 3, Ben: 3 } }, '2026-11-02'))
  const second = dimensionFigures(rowsOf({ a1: { Ana: 1, Ben: 4, Cem: 4 } }, '2026-11-09'))
  expect(matrixOf([first, second])).toEqual([
    { graders: ['Ana', 'Ben'], pairs: 2, withinOne: 1, exact: 1 },
    { graders: ['Ana', 'Cem'], pairs: 1, withinOne: 0, exact: 0 },
    { graders: ['Ben', 'Cem'], pairs: 1, withinOne: 1, exact: 1 },
  ])
  expect(weeksOf([first, second])).toEqual([
    { week: '2026-11-02', pairs: 1, withinOne: 1, exact: 1 },
    { week: '2026-11-09', pairs: 3, withinOne: 1, exact: 1 },
  ])
})

describe('the report of a grader', () => {
  const row = (answer: string, dimension: 'A2' | 'K3', grader: string, given: number): ReportRow => ({
    answer,
    code: answer,
    week: '2026-11-02',
    dimension,
    grader,
    level: isLevel(given) ? given : null,
  })
  test('counts load, minutes, spread and what lies inside an answer', () => {
    // Ana 2 and 4, Ben 3 and 3: mean 3, deviations 1 and 0, of all four levels the root of 1/2.
    const report = graderFigures(
      [
        row('a1', 'A2', 'Ana', 2),
        row('a1', 'K3', 'Ana', 4),
        row('a1', 'A2', 'Ben', 3),
        row('a1', 'K3', 'Ben', 3),
      ],
      [
        { grader: 'Ana', locked: true, minutes: 4 },
        { grader: 'Ana', locked: true, minutes: 6 },
        { grader: 'Ana', locked: true, minutes: 9 },
        { grader: 'Ana', locked: true, minutes: 300 },
        { grader: 'Ana', locked: false },
        { grader: 'Ben', locked: true, minutes: 5 },
        { grader: 'Cem', locked: false },
      ],
    )
    expect(report.Ana).toMatchObject({
      asked: 5,
      locked: 4,
      minutes: 6,
      answers: 1,
      ratings: 2,
      mean: 3,
      within: 1,
    })
    expect(report.Ana?.spread).toBeCloseTo(Math.SQRT2, 9)
    expect(report.Ben).toMatchObject({ spread: 0, within: 0 })
    expect(report.Ben?.minutes).toBeUndefined()
    expect(report.Cem).toMatchObject({ asked: 1, locked: 0, ratings: 0, severity: { delta: undefined } })
  })

  test('severity is named from 20 shared grades, 0.3 levels and two standard errors on', () => {
    expect(severityWord({ delta: -0.6, shrunk: -0.5, se: 0.1, n: 20 }, true)).toBe('stricter')
    expect(severityWord({ delta: 0.6, shrunk: 0.5, se: 0.1, n: 20 }, true)).toBe('milder')
    expect(severityWord({ delta: 0.6, shrunk: 0.5, se: 0.4, n: 20 }, true)).toBe('alike')
    expect(severityWord({ delta: -0.3, shrunk: -0.29, se: 0.01, n: 400 }, true)).toBe('alike')
    expect(severityWord({ delta: -0.6, shrunk: -0.5, se: 0.1, n: 19 }, true)).toBe('few')
    expect(severityWord({ delta: -0.6, shrunk: -0.5, se: 0.1, n: 90 }, false)).toBe('apart')
  })

  test('two pairs who never met cannot be compared', () => {
    const report = graderFigures(
      [
        row('a1', 'A2', 'Ana', 2),
        row('a1', 'A2', 'Ben', 3),
        row('a2', 'A2', 'Cem', 2),
        row('a2', 'A2', 'Dea', 4),
      ],
      [],
    )
    expect(connectedGraders(Object.values(report))).toBe(false)
    const joined = graderFigures(
      [
        row('a1', 'A2', 'Ana', 2),
        row('a1', 'A2', 'Ben', 3),
        row('a2', 'A2', 'Ben', 2),
        row('a2', 'A2', 'Dea', 4),
      ],
      [],
    )
    expect(connectedGraders(Object.values(joined))).toBe(true)
  })
})
