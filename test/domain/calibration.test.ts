import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Anchor,
  bindingCriteria,
  calibrationOutcome,
  calibrationRules,
  calibrationStanding,
  coveredCriteria,
  drawAnchors,
  expertReference,
  lapsedMeanwhile,
  lessonCases,
} from '#app/domain/calibration.ts'
import type { Dimension } from '#app/domain/dimensions.ts'

/** `5×3/3` would be five ratings of 3 where 3 is known: [times, given, known]. */
type Sheet = [number, number, number][]
const ratings = (sheet: Sheet) =>
  sheet.flatMap(([times, given, reference]) => Array.from({ length: times }, () => ({ given, reference })))

/** Twenty levels, four of each, that agree; with what follows a sheet of twenty-four and more. */
const agreed: Sheet = [1, 2, 3, 4, 5].map((level) => [4, level, level])

test('by hand: 24 levels, 22 at most one off, 15 the same, κ .8, a fifth of a level too high', () => {
  const outcome = calibrationOutcome(
    ratings([
      [3, 1, 1],
      [3, 2, 2],
      [3, 3, 3],
      [3, 4, 4],
      [3, 5, 5],
      [5, 4, 3],
      [2, 3, 4],
      [1, 4, 2],
      [1, 5, 3],
    ]),
  )
  expect(outcome).toMatchObject({ n: 24, exact: 15, adjacent: 22, failed: [] })
  expect(outcome.bias).toBeCloseTo((5 - 2 + 2 + 2) / 24, 12)
  // Σ(x−y)² = 5 + 2 + 4 + 4 = 15 over 24; by chance Σ rows × columns × (i−j)² / 24².
  const given = [3, 3, 5, 9, 4]
  const known = [3, 4, 9, 5, 3]
  const chance = given.reduce(
    (sum, row, i) => sum + known.reduce((own, column, j) => own + row * column * (i - j) ** 2, 0),
    0,
  )
  expect(outcome.kappa).toBeCloseTo(1 - 15 / (chance / 24), 12)
})

test('exactly 90 % at most one off passes; one more that is two off does not', () => {
  const edge = calibrationOutcome(ratings([...agreed, [7, 3, 3], [2, 3, 1], [1, 1, 3]]))
  expect(edge).toMatchObject({ n: 30, adjacent: 27, failed: [] })
  const over = calibrationOutcome(ratings([...agreed, [6, 3, 3], [2, 3, 1], [2, 1, 3]]))
  expect(over).toMatchObject({ n: 30, adjacent: 26, failed: ['adjacent'] })
})

test('exactly half the same passes; one less does not', () => {
  const half: Sheet = [
    [6, 1, 1],
    [6, 5, 5],
    [6, 2, 1],
    [6, 4, 5],
  ]
  expect(calibrationOutcome(ratings(half))).toMatchObject({ n: 24, exact: 12, bias: 0, failed: [] })
  const less: Sheet = [
    [5, 1, 1],
    [6, 5, 5],
    [7, 2, 1],
    [6, 4, 5],
  ]
  expect(calibrationOutcome(ratings(less)).failed).toEqual(['exact'])
})

test('a lean of exactly .40 passes, one level more does not, to either side', () => {
  const lean = (high: number): Sheet => [
    [30 - high, 2, 2],
    [high, 3, 2],
    [10, 5, 5],
    [10, 1, 1],
  ]
  expect(calibrationOutcome(ratings(lean(20)))).toMatchObject({ n: 50, bias: 0.4, failed: [] })
  expect(calibrationOutcome(ratings(lean(21))).failed).toEqual(['bias'])
  const strict = lean(21).map(([times, given, known]): [number, number, number] => [
    times,
    6 - given,
    6 - known,
  ])
  expect(calibrationOutcome(ratings(strict)).failed).toEqual(['bias'])
})

test('the same level to everything does not pass for agreement', () => {
  const flat = calibrationOutcome(
    ratings([
      [14, 3, 3],
      [5, 3, 2],
      [5, 3, 4],
    ]),
  )
  expect(flat).toMatchObject({ n: 24, adjacent: 24, exact: 14, bias: 0, failed: ['kappa'] })
  expect(flat.kappa).toBeCloseTo(0, 12)
  // Where all known levels are the same, chance could not disagree: only full agreement is agreement.
  expect(calibrationOutcome(ratings([[24, 3, 3]]))).toMatchObject({ kappa: null, failed: [] })
})

test('twenty-three levels are too few, however good', () => {
  expect(calibrationOutcome(ratings([...agreed, [3, 2, 2]])).failed).toEqual(['too-few'])
  expect(calibrationOutcome([])).toMatchObject({ n: 0, bias: 0, kappa: null, failed: ['too-few'] })
})

const level = fc.integer({ min: 1, max: 5 })
test('the order of the ratings changes nothing, and full agreement on enough always passes', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ given: level, reference: level }), { minLength: 24 }), (all) => {
      expect(calibrationOutcome([...all].reverse())).toEqual(calibrationOutcome(all))
      const same = all.map(({ reference }) => ({ given: reference, reference }))
      expect(calibrationOutcome(same).failed).toEqual([])
    }),
  )
})

const at = (day: number) => new Date(Date.UTC(2026, 0, day))
const run = (finished: number, passed: boolean, until?: number) => ({
  finishedAt: at(finished),
  passed,
  validUntil: until === undefined ? null : at(until),
})

test('a pass counts until its day, whatever was tried after it', () => {
  expect(calibrationStanding([], at(1))).toBe('never')
  expect(calibrationStanding([run(1, false)], at(2))).toBe('failed')
  const runs = [run(20, false), run(1, true, 91)]
  expect(calibrationStanding(runs, at(90))).toBe('passed')
  expect(calibrationStanding(runs, at(91))).toBe('lapsed')
  expect(calibrationStanding(runs, at(0))).toBe('never')
})

test('reason (e): good when asked, over when locked; renewed in between is not over', () => {
  const pass = run(1, true, 91)
  expect(lapsedMeanwhile([pass], { askedAt: at(90), lockedAt: at(92) })).toBe(true)
  expect(lapsedMeanwhile([pass], { askedAt: at(90), lockedAt: at(90) })).toBe(false)
  expect(lapsedMeanwhile([pass], { askedAt: at(92), lockedAt: at(93) })).toBe(false)
  expect(lapsedMeanwhile([pass, run(91, true, 181)], { askedAt: at(90), lockedAt: at(92) })).toBe(false)
})

test('three experts make a reference where no two of them lie two apart', () => {
  expect(expertReference([3, 4])).toEqual({ level: undefined, reason: 'too-few-experts' })
  expect(expertReference([3, 4, 4])).toEqual({ level: 4 })
  expect(expertReference([3, 3, 4, 4])).toEqual({ level: 4 })
  expect(expertReference([2, 3, 4])).toEqual({ level: undefined, reason: 'experts-apart' })
})

const anchor = (id: string, group: string, levels: number[], rated = true): Anchor => ({
  id,
  group,
  levels: Object.fromEntries(levels.map((one, index) => [`A${index + 1}`, one])),
  rated,
})
const shelf = Array.from({ length: 18 }, (_, index) =>
  anchor(`a${index}`, `g${index % 6}`, index % 3 === 2 ? [1, 2, 2] : index % 3 === 1 ? [3, 3, 4] : [5, 5, 5]),
)

test('a gate binds with eight rated answers, two of them low, and not before', () => {
  expect(bindingCriteria(shelf.slice(0, 8))).toEqual(['A1', 'A2', 'A3'])
  expect(bindingCriteria(shelf.slice(0, 7))).toEqual([])
  expect(bindingCriteria(shelf.filter((_, index) => index % 3 !== 2))).toEqual([])
  expect(bindingCriteria(shelf.map((one) => ({ ...one, rated: false })))).toEqual([])
})

test('it binds criterion by criterion: answers that show three say nothing about a fourth', () => {
  const fourth = (index: number, K4: number): Anchor => ({
    id: `k${index}`,
    group: 'k',
    levels: { K4 },
    rated: true,
  })
  const seven = Array.from({ length: 7 }, (_, index) => fourth(index, index % 5 ? 4 : 1))
  expect(bindingCriteria([...shelf.slice(0, 8), ...seven])).toEqual(['A1', 'A2', 'A3'])
  expect(bindingCriteria([...shelf.slice(0, 8), ...seven, fourth(7, 3)])).toEqual(['A1', 'A2', 'A3', 'K4'])
  // Low on another criterion is not low on this one.
  const high = [...seven, fourth(7, 3)].map((one) => ({ ...one, levels: { K4: 4, K5: 1 } }))
  expect(bindingCriteria(high)).toEqual([])
  // Eight levels alone make no run of twenty-four: whoever were barred could not pass.
  expect(bindingCriteria([...seven, fourth(7, 3)])).toEqual([])
})

test('a run asks twice of every criterion that its pass should speak for, as far as there are answers', () => {
  const other: Anchor[] = [1, 2, 3].map((n) => ({
    id: `k${n}`,
    group: 'g0',
    levels: { K4: 3, K5: 3 },
    rated: true,
  }))
  const asked = (drawn: string[] = []) =>
    [...shelf, ...other]
      .filter(({ id }) => drawn.includes(id))
      .flatMap(({ levels }) => Object.keys(levels) as Dimension[])
  for (let run = 0; run < 20; run++) {
    const drawn = drawAnchors({
      anchors: [...shelf, ...other],
      seen: [],
      criteria: ['K4'],
      random: Math.random,
    })
    expect(coveredCriteria(asked(drawn))).toEqual(['A1', 'A2', 'A3', 'K4', 'K5'])
  }
  const once = drawAnchors({
    anchors: [...shelf, ...other],
    seen: ['k1', 'k2'],
    criteria: ['K4', 'A6'],
    random: Math.random,
  })
  expect(once).toContain('k3')
  expect(coveredCriteria(asked(once))).toEqual(['A1', 'A2', 'A3'])
})

test('a run has at least eight answers, 24 levels and two low ones, none seen, and as many cases as it can', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 40 }), (lots) => {
      let next = 0
      const random = () => lots[next++ % lots.length] ?? 0
      const seen = ['a0', 'a5']
      const drawn = drawAnchors({ anchors: shelf, seen, random }) ?? []
      const chosen = drawn.map((id) => shelf.find((one) => one.id === id) as Anchor)
      expect(new Set(drawn).size).toBe(drawn.length)
      expect(drawn.filter((id) => seen.includes(id))).toEqual([])
      expect(drawn.length).toBeGreaterThanOrEqual(calibrationRules.anchors)
      expect(chosen.flatMap(({ levels }) => Object.values(levels)).length).toBeGreaterThanOrEqual(24)
      expect(
        chosen.filter(({ levels }) => Object.values(levels).some((one) => one <= 2)).length,
      ).toBeGreaterThanOrEqual(2)
      expect(new Set(chosen.map(({ group }) => group)).size).toBeGreaterThanOrEqual(5)
    }),
  )
})

test('with too few unseen answers there is no run', () => {
  const seen = shelf.slice(0, 11).map(({ id }) => id)
  expect(drawAnchors({ anchors: shelf, seen, random: Math.random })).toBeUndefined()
})

test('answers of cases that lay on the grader’s desk come last', () => {
  const met = shelf.map((one, index) => ({ ...one, met: index >= 12 }))
  const drawn = drawAnchors({ anchors: met, seen: [], random: Math.random }) ?? []
  expect(drawn.filter((id) => Number(id.slice(1)) >= 12)).toEqual([])
})

test('the lesson takes as few cases as show every criterion, and all variants of them', () => {
  const cases = [
    { key: 'one', group: 'S1', dimensions: ['A1', 'A2', 'K1'] as const },
    { key: 'two', group: 'S2', dimensions: ['A1', 'K2'] as const },
    { key: 'two-short', group: 'S2', dimensions: ['A1', 'K2'] as const },
    { key: 'three', group: 'S3', dimensions: ['A1'] as const },
  ]
  expect(lessonCases(cases)).toEqual(['one', 'two', 'two-short'])
})
