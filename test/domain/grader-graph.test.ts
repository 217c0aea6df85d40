import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseGraders } from '#app/domain/assigning.ts'
import { forecast } from '#app/domain/forecast.ts'
import { Groups, graphRules, pairGain, pairsOf, partnersOf } from '#app/domain/grader-graph.ts'
import { reminderOn } from '#app/domain/reminding.ts'

/** Lets attempts of `each` answers come in until `total` answers are given out; returns the graph and the desks. */
function givenOut(input: { graders: number; each: number; total: number; random: () => number }) {
  const { graders, each, total, random } = input
  const ids = Array.from({ length: graders }, (_, index) => `g${index}`)
  const shared = new Map<string, number>()
  const open = new Map(ids.map((id) => [id, 0]))
  for (let done = 0; done < total; done += each) {
    const asks = chooseGraders({
      answers: Array.from({ length: each }, (_, index) => ({ id: `${done + index}`, asked: [] })),
      graders: ids.map((id) => ({ id, open: open.get(id) ?? 0 })),
      shared,
      random,
    })
    for (const { grader } of asks) open.set(grader, (open.get(grader) ?? 0) + 1)
    for (const answer of new Set(asks.map((asked) => asked.answer)))
      for (const pair of pairsOf(asks.filter((asked) => asked.answer === answer).map(({ grader }) => grader)))
        shared.set(pair, (shared.get(pair) ?? 0) + 1)
  }
  return { ids, shared, desks: [...open.values()] }
}

const work = fc.record({
  graders: fc.integer({ min: 2, max: 8 }),
  each: fc.integer({ min: 1, max: 7 }),
  seed: fc.integer(),
})
/** Lots that a failing run can be repeated with. */
const lots = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

test('where numbers allow, every grader shares three answers with two others, and all are connected', () => {
  fc.assert(
    fc.property(work, ({ graders, each, seed }) => {
      const total = 4 * graders + 3 * each
      const { ids, shared } = givenOut({ graders, each, total, random: lots(seed) })
      const wanted = Math.min(graphRules.partners, graders - 1)
      expect(ids.filter((id) => partnersOf(id, ids, shared) < wanted)).toEqual([])
      expect(new Groups(shared).joined(ids)).toBe(0)
    }),
  )
})

test('for the sake of the graph nobody carries much more than another', () => {
  fc.assert(
    fc.property(work, ({ graders, each, seed }) => {
      const { desks } = givenOut({ graders, each, total: 70, random: lots(seed) })
      expect(Math.max(...desks) - Math.min(...desks)).toBeLessThanOrEqual(5)
    }),
  )
})

test('of two equal pairs the one that brings groups together is asked', () => {
  const shared = new Map([
    ['a b', 3],
    ['c d', 3],
  ])
  const graders = ['a', 'b', 'c', 'd'].map((id) => ({ id, open: 3 }))
  const chosen = chooseGraders({ answers: [{ id: 'x', asked: [] }], graders, shared, random: () => 0 })
  const pair = chosen.map(({ grader }) => grader).sort()
  expect(['a c', 'a d', 'b c', 'b d']).toContain(pair.join(' '))
})

test('a pair that has begun is finished before a new one is begun', () => {
  const graders = ['a', 'b', 'c']
  expect(pairGain('a b', graders, new Map([['a b', 2]]))).toBeGreaterThan(pairGain('a c', graders, new Map()))
  expect(pairGain('a b', graders, new Map([['a b', 3]]))).toBe(0)
})

test('a forecast goes by the own pace, and else by two minutes per criterion, and says which', () => {
  expect(forecast({ answers: 10, criteria: 35, pace: 360 })).toEqual({ minutes: 60, assumed: false })
  expect(forecast({ answers: 10, criteria: 35, pace: null })).toEqual({ minutes: 70, assumed: true })
})

test('two days before, on the day, and every day after it there is something to say; no other day', () => {
  const on = (today: string) => reminderOn('2026-11-07', today)
  const days = ['2026-11-04', '2026-11-05', '2026-11-06', '2026-11-07', '2026-11-08', '2026-11-30']
  expect(days.map(on)).toEqual([undefined, 'before', undefined, 'today', 'over', 'over'])
})
