import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseGraders, chooseOneMore } from '#app/domain/assigning.ts'
import { seeded } from '#app/domain/bootstrap.ts'

const never = () => 0
const answers = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `s${index + 1}`, asked: [] }))
const graders = (...open: number[]) =>
  open.map((count, index) => ({ id: 'abcdefgh'[index] ?? '', open: count }))
type Chosen = { answer: string; grader: string }[]
const pairs = (chosen: Chosen) =>
  [...new Set(chosen.map(({ answer }) => answer))].map((answer) =>
    chosen
      .filter((asked) => asked.answer === answer)
      .map(({ grader }) => grader)
      .sort()
      .join(''),
  )

test('with three graders no pair grades two of three answers', () => {
  const chosen = chooseGraders({ answers: answers(3), graders: graders(0, 0, 0), random: never })
  expect(pairs(chosen).sort()).toEqual(['ab', 'ac', 'bc'])
})

test('the one with the least on the desk is asked first', () => {
  const chosen = chooseGraders({ answers: answers(1), graders: graders(9, 1, 4, 0), random: never })
  expect(pairs(chosen)).toEqual(['bd'])
})

test('an answer that has one grader gets one more, never the same', () => {
  const chosen = chooseGraders({
    answers: [{ id: 's1', asked: ['a'] }],
    graders: graders(0, 5),
    random: never,
  })
  expect(chosen).toEqual([{ answer: 's1', grader: 'b' }])
})

test('with one grader every answer waits for a second', () => {
  const chosen = chooseGraders({ answers: answers(3), graders: graders(0), random: never })
  expect(chosen.map(({ grader }) => grader)).toEqual(['a', 'a', 'a'])
})

test('equal graders are drawn by lot', () => {
  const lots = [0.9, 0.1, 0.5]
  const chosen = chooseGraders({
    answers: answers(1),
    graders: graders(0, 0, 0),
    random: () => lots.shift() ?? 1,
  })
  expect(pairs(chosen)).toEqual(['ac'])
})

test('whatever the desks hold, each answer gets two different people and the work is even', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 8 }), (people, count) => {
      const chosen = chooseGraders({
        answers: answers(count),
        graders: graders(...Array.from({ length: people }, () => 0)),
        random: Math.random,
      })
      expect(new Set(chosen.map(({ answer, grader }) => answer + grader)).size).toBe(count * 2)
      const asked = chosen.map(({ grader }) => grader)
      const shares = [...new Set(asked)].map((grader) => asked.filter((other) => other === grader).length)
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(people)
    }),
  )
})

test('a further grader is drawn among those with as much on their desks, whatever their names are', () => {
  const drawn = Array.from({ length: 60 }, (_, seed) =>
    chooseOneMore({
      answer: { id: 's1', asked: ['a', 'b'] },
      others: [{ id: 's2', asked: ['a', 'b'] }],
      graders: graders(3, 3, 3, 3, 3, 30),
      random: seeded(seed),
    }),
  )
  expect(new Set(drawn)).toEqual(new Set(['c', 'd', 'e']))
  for (const one of ['c', 'd', 'e']) expect(drawn.filter((id) => id === one).length).toBeGreaterThan(10)
})

test('a further grader is nobody who has the answer or may not have it', () => {
  const answer = { id: 's1', asked: ['a', 'b'], barred: ['c'] }
  expect(chooseOneMore({ answer, others: [], graders: graders(0, 0, 0, 9), random: never })).toBe('d')
  expect(chooseOneMore({ answer, others: [], graders: graders(0, 0, 0), random: never })).toBeUndefined()
})
