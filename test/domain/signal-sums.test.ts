import fc from 'fast-check'
import { expect, test } from 'vitest'
import { counted } from '#app/domain/scenario/counted.ts'
import { escalation, handling, type Signal, type SignalCode, signalSums } from '#app/domain/signals.ts'
import { at, close, made, reply } from './inbox-game.ts'

const share = (code: SignalCode, count: number, of: number): Signal => ({ code, count, of, value: null })
const of = (signals: Signal[], code: SignalCode) => signalSums(signals).find((sum) => sum.code === code)

/** The queue of the assessment model, in two cases of nine and a few messages each. */
const queue = [
  share('R', 9, 9),
  share('R', 7, 9),
  share('F', 10, 12),
  share('F', 7, 8),
  share('J-needless', 1, 18),
  share('J-missed', 0, 2),
]

test('sixteen of eighteen solved, in parts, are the 4.925926 of the assessment model', () => {
  expect(of(queue, 'R')).toMatchObject({ count: 16, of: 18, few: false })
  expect(of(queue, 'R')?.level).toBeCloseTo(4.925926, 6)
  expect(of(queue, 'R')?.interval?.low).toBeCloseTo(0.672, 3)
  expect(of(queue, 'R')?.interval?.high).toBeCloseTo(0.969, 3)
})

test('seventeen of twenty first replies in time are 4.384615', () => {
  expect(of(queue, 'F')?.level).toBeCloseTo(4.384615, 6)
})

test('both that had to be handed over, and one that had not, are an escalation of 4.777778', () => {
  expect(escalation(signalSums(queue))?.level).toBeCloseTo(4.777778, 6)
  expect(escalation(signalSums(queue))?.value).toBeCloseTo(17 / 18, 9)
})

test('together they are the 4.773219 of the assessment model', () => {
  expect(handling(signalSums(queue)).value).toBeCloseTo(4.773219, 6)
})

test('where nothing had to be handed over there is no escalation and no mark of the handling', () => {
  const sums = signalSums(queue.filter(({ code }) => code !== 'J-missed'))
  expect(escalation(sums)).toBeUndefined()
  expect(handling(sums)).toEqual({ value: undefined, reason: 'nothing-to-find' })
})

test.each([
  ['the seed’s ninety per cent is 5', 'R', 9, 10, 5],
  ['thirty per cent solved is 1', 'R', 3, 10, 1],
  ['ninety-five per cent in time is 5', 'F', 19, 20, 5],
  ['nobody ignored is 5', 'I', 0, 12, 5],
  ['one of ten ignored is 3', 'I', 1, 10, 3],
  ['one of five ignored is 1', 'I', 1, 5, 1],
  ['all ignored is still 1', 'I', 5, 5, 1],
  ['items of +2 are 5', 'SJT', 12, 6, 5],
  ['items of 0 are 3', 'SJT', 0, 6, 3],
  ['items of −2 are 1', 'SJT-A2', -12, 6, 1],
] as const)('%s', (_, code, count, total, level) => {
  expect(of([share(code, count, total)], code)?.level).toBeCloseTo(level, 9)
})

test('promises have a share and no level of their own; what was given away is money', () => {
  expect(of([share('P', 3, 4)], 'P')).toMatchObject({ level: null, few: true })
  const given: Signal[] = [
    { code: 'C', count: 0, of: 0, value: 50 },
    { code: 'C', count: 0, of: 0, value: 10 },
  ]
  expect(of(given, 'C')).toMatchObject({ value: 60, interval: null, level: null, few: false })
})

test('fewer than five cases prove little', () => {
  expect(of([share('R', 4, 4)], 'R')?.few).toBe(true)
  expect(of([share('R', 3, 4), share('R', 1, 1)], 'R')?.few).toBe(false)
})

test('a sum does not depend on how the cases are cut or in which order they come', () => {
  const cut = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(cut, (cases) => {
      const rows = cases.map(([a, b]) => share('R', Math.min(a, b), Math.max(a, b)))
      const sum = (of: 'count' | 'of') => rows.reduce((all, row) => all + row[of], 0)
      const total = share('R', sum('count'), sum('of'))
      expect(signalSums([...rows].reverse())).toEqual(signalSums([total]))
    }),
  )
})

test('a suspicion points at the one sentence in which it was found', () => {
  const content = made({
    outcomes: ['done'],
    threads: [
      {
        id: 'ann',
        channel: 'chat',
        says: ['hello'],
        first: 'talk',
        solvable: true,
        outcomes: { offered: ['done'], right: ['done'] },
      },
    ],
  })
  const text = 'Good morning, Ann. What a silly question. The umbrella is here.'
  const body = { acts: [at(1, reply(text)), at(2, close('done'))], until: 180_000, drafts: {} }
  const found = counted(content, { kind: 'inbox', body }, 'en', '1')
  expect(found.suspected).toMatchObject([{ code: 'rude', fact: 'rude', act: 0 }])
  const [{ start, end } = { start: 0, end: 0 }] = found.suspected
  expect(text.slice(start, end)).toBe('What a silly question.')
  expect(found.signals).toContainEqual(share('R', 1, 1))
  expect(found.signals.some(({ of: all }) => all === 0)).toBe(false)
})
