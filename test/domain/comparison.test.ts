import { expect, test } from 'vitest'
import { compare, type Finalist, indices, inOrder } from '#app/domain/comparison.ts'
import { profileIndex } from '#app/domain/profile-index.ts'
import { scoringPlan } from '#app/domain/scoring-plan.ts'

const cell = (scenario: string, grades: number[], weight = 1) => ({ scenario, weight, grades })
const plan = scoringPlan({ A1: 1, A2: 1, K1: 1 })
const person = (id: string, change: Partial<Finalist>): Finalist => ({
  id,
  name: id,
  cells: {},
  sameGraders: 0,
  plan,
  ...change,
})
const high = person('high', {
  name: 'Teuta',
  cells: {
    A1: [cell('s1', [5, 5]), cell('s2', [5, 4]), cell('s3', [4, 5])],
    K1: [cell('s1', [3, 3])],
  },
})
const middle = person('middle', {
  name: 'Elira',
  cells: { A1: [cell('s1', [4, 4]), cell('s2', [4, 3]), cell('s3', [4, 4])] },
})
const low = person('low', {
  name: 'Jonah',
  cells: { A1: [cell('s1', [2, 2]), cell('s2', [1, 2]), cell('s3', [2, 2])] },
})

test('people who cannot be told apart share a letter, and too little evidence has none', () => {
  const rows = compare([low, high, middle])
  expect(rows.map(({ dimension }) => dimension)).toEqual(['A1', 'K1'])
  expect(rows[0]?.cells.map(({ id, letters }) => [id, letters.join('')])).toEqual([
    ['low', 'b'],
    ['high', 'a'],
    ['middle', 'a'],
  ])
  expect(rows[1]?.cells.map(({ letters, score }) => [letters.length, score.enough])).toEqual([
    [0, false],
    [0, false],
    [0, false],
  ])
})

test('a band below its line is marked, with the line of the person’s own plan', () => {
  const [row] = compare([high, low])
  // Three cells of two grades: V = 3 · (1/9) · (.35 + .25) = .2; 1.833 + 1.645 · √.2 = 2.569 is not below 2.5.
  expect(row?.cells.map(({ attention, line }) => [attention, line])).toEqual([
    [false, 2.5],
    [false, 2.5],
  ])
  const lowest = person('lowest', {
    cells: { A1: [cell('s1', [1, 1]), cell('s2', [1, 1]), cell('s3', [1, 2])] },
  })
  expect(compare([lowest])[0]?.cells[0]?.attention).toBe(true)
})

test('nobody is ranked: by name, unless one criterion is asked for', () => {
  const names = (order: Parameters<typeof inOrder>[1]) =>
    inOrder([high, low, middle], order).map(({ name }) => name)
  expect(names('name')).toEqual(['Elira', 'Jonah', 'Teuta'])
  expect(names('A1')).toEqual(['Teuta', 'Elira', 'Jonah'])
  // Nobody has enough evidence there: by name again.
  expect(names('K1')).toEqual(['Elira', 'Jonah', 'Teuta'])
})

const scenarios = ['s1', 's2', 's3', 's4', 's5', 's6']
const wide = {
  A1: scenarios.map((one, at) => cell(one, [3 + (at % 2), 4])),
  K1: scenarios.map((one, at) => cell(one, [2 + (at % 3), 3])),
}

test('the index is the weighted mean of both families, with its spread, the same each time', () => {
  const input = { cells: wide, weights: { A1: 1, K1: 2 }, attitudeShare: 0.25 }
  const index = profileIndex(input)
  // A1: half the cells 3.5, half 4 → 3.75. K1: 2.5, 3, 3.5 twice → 3. I = .25 · 3.75 + .75 · 3.
  expect(index.value).toBeCloseTo(3.1875, 9)
  expect(index.low).toBeLessThan(3.1875)
  expect(index.high).toBeGreaterThan(3.1875)
  expect(profileIndex(structuredClone(input))).toEqual(index)
  const shuffled = { A1: [...wide.A1].reverse(), K1: [...wide.K1].reverse() }
  const again = profileIndex({ ...input, cells: shuffled })
  expect([again.value, again.low, again.high].map((one) => one?.toFixed(9))).toEqual(
    [index.value, index.low, index.high].map((one) => one?.toFixed(9)),
  )
})

test('a moderated value counts in the index where every grader saw nothing', () => {
  const share = { weights: { A1: 1, K1: 2 }, attitudeShare: 0.25 }
  const a1 = wide.A1.map((one) => (one.scenario === 's1' ? { ...one, grades: [], moderated: 5 } : one))
  // A1: 5, then 4, 3.5, 4, 3.5 and 4 → 4.
  expect(profileIndex({ cells: { ...wide, A1: a1 }, ...share }).value).toBeCloseTo(0.25 * 4 + 0.75 * 3, 9)
})

test('with over a quarter of the weight unjudged there is no index, and no total without a spread', () => {
  const one = [cell('s1', [4, 4])]
  const share = { attitudeShare: 0.5, weights: { A1: 1, A2: 1, K1: 1 } }
  // A2 has one scenario: half of attitude, a quarter of all. At exactly a quarter it is still there.
  expect(profileIndex({ cells: { ...wide, A2: one }, ...share })).toMatchObject({ missing: 0.25 })
  expect(profileIndex({ cells: { ...wide, A2: one }, ...share }).value).toBeDefined()
  expect(
    profileIndex({ cells: { ...wide, A2: one }, weights: { A1: 1, A2: 1.1, K1: 1 }, attitudeShare: 0.5 }),
  ).toMatchObject({ value: undefined, reason: 'evidence-missing' })
  expect(profileIndex({ cells: { A1: wide.A1 }, weights: { A1: 1 }, attitudeShare: 0.5 })).toMatchObject({
    reason: 'evidence-missing',
  })
  // Two scenarios, of which a draw may hold one twice that says nothing of K1.
  const apart = { A1: [cell('s1', [4]), cell('s2', [4])], K1: [cell('s3', [3]), cell('s4', [3])] }
  expect(profileIndex({ cells: apart, weights: { A1: 1, K1: 1 }, attitudeShare: 0.5 })).toMatchObject({
    reason: 'spread-unknown',
  })
})

test('what a plan lets count stands in the index, and in every draw of its interval', () => {
  const input = { cells: wide, weights: { A1: 1, K1: 2 }, attitudeShare: 0.25 }
  const shared = { omega: { knowledge: 0.4 }, objective: { K1: 5, A1: 1 } }
  const index = profileIndex({ ...input, ...shared })
  // K1: .6 · 3 + .4 · 5 = 3.8; A1 stays 3.75. I = .25 · 3.75 + .75 · 3.8.
  expect(index.value).toBeCloseTo(3.7875, 9)
  const plain = profileIndex(input)
  expect((index.high ?? 0) - (index.low ?? 0)).toBeLessThan((plain.high ?? 0) - (plain.low ?? 0))
  const severe = { A1: wide.A1.map((one) => ({ ...one, severity: 0.5 })), K1: wide.K1 }
  expect(profileIndex({ ...input, cells: severe }).value).toBeCloseTo(0.25 * 3.25 + 0.75 * 3, 9)
})

test('the plan of each decides what counts, and letters follow from what counts', () => {
  const counting = { ...plan, omega: { attitude: 0.2 } }
  const [row] = compare([
    { ...high, plan: counting, objective: { A1: 1 } },
    { ...middle, plan: counting, objective: { A1: 5 } },
  ])
  // high: (5 + 4.5 + 4.5)/3 = 4.6667 → .8 · 4.6667 + .2; middle: (4 + 3.5 + 4)/3 = 3.8333 → .8 · 3.8333 + 1.
  expect(row?.cells.map(({ score }) => score.t?.toFixed(4))).toEqual(['3.9333', '4.0667'])
  expect(row?.cells.map(({ parts }) => parts?.raw.t?.toFixed(4))).toEqual(['4.6667', '3.8333'])
  expect(row?.cells.map(({ letters }) => letters.join(''))).toEqual(['a', 'a'])
  expect(
    inOrder(
      [
        { ...high, plan: counting, objective: { A1: 1 } },
        { ...middle, plan: counting, objective: { A1: 5 } },
      ],
      'A1',
    ).map(({ name }) => name),
  ).toEqual(['Elira', 'Teuta'])
})

test('an index is shown only where the plan of every one of them asks for it', () => {
  const asks = { ...plan, index: true }
  expect(indices([high, middle])).toBeUndefined()
  expect(indices([{ ...high, plan: asks }, middle])).toBeUndefined()
  expect(indices([{ ...high, plan: asks }])?.get('high')).toMatchObject({ reason: 'evidence-missing' })
})
