import fc from 'fast-check'
import { expect, test } from 'vitest'
import { letters } from '#app/domain/letters.ts'
import { distinguishable } from '#app/domain/profile.ts'

const v = 0.1 // two such scores differ when more than 0.7357 apart

test('candidates who cannot be told apart share a letter', () => {
  expect(
    letters([
      { t: 4, v },
      { t: 3.9, v },
    ]),
  ).toEqual([['a'], ['a']])
})

test('one in the middle carries both letters, and the highest score has the first', () => {
  expect(
    letters([
      { t: 3, v },
      { t: 4, v },
      { t: 3.5, v },
    ]),
  ).toEqual([['b'], ['a'], ['a', 'b']])
})

test('one far from all others has a letter alone', () => {
  expect(
    letters([
      { t: 1.5, v },
      { t: 4, v },
      { t: 4.2, v },
    ]),
  ).toEqual([['b'], ['a'], ['a']])
})

test('a candidate without a score has no letter', () => {
  expect(letters([{ t: 4, v }, {}])).toEqual([['a'], []])
  expect(letters([])).toEqual([])
})

test('after z comes a2', () => {
  const far = Array.from({ length: 28 }, (_, index) => ({ t: 100 - index, v }))
  expect(letters(far)[25]).toEqual(['z'])
  expect(letters(far)[26]).toEqual(['a2'])
})

test('no letter stands there that the others already say', () => {
  const scores = [
    [4.75, 0.85],
    [4.5, 0.05],
    [4, 0.1],
    [3.5, 0.05],
    [3.25, 0.05],
    [3.25, 0.6],
    [2.75, 0.6],
    [1.5, 0.1],
  ].map(([t, v]) => ({ t, v }))
  const display = letters(scores)
  const said = [...new Set(display.flat())]
  const holders = said.map((letter) => display.flatMap((own, at) => (own.includes(letter) ? [at] : [])))
  const together = (group: number[], a: number, b: number) => group.includes(a) && group.includes(b)
  for (const group of holders) {
    const others = holders.filter((other) => other !== group)
    const own = group.some((a) => group.some((b) => !others.some((other) => together(other, a, b))))
    expect(own, said.join()).toBe(true)
  }
})

test('two candidates share a letter exactly when they cannot be told apart', () => {
  const score = fc.record({
    t: fc.double({ min: 1, max: 5, noNaN: true }),
    v: fc.double({ min: 0.001, max: 0.9, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(score, { maxLength: 25 }), (scores) => {
      const display = letters(scores)
      scores.forEach((a, i) => {
        expect(display[i]?.length).toBeGreaterThan(0)
        scores.forEach((b, j) => {
          const shared = display[i]?.some((letter) => display[j]?.includes(letter))
          expect(shared).toBe(i === j || !distinguishable(a, b))
        })
      })
    }),
  )
})
