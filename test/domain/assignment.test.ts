import { describe, expect, test } from 'vitest'
import { inboxesOf, leastMinutes } from '#app/domain/scenario/assignment.ts'
import { assignmentReferences } from '#app/domain/scenario/references-assignment.ts'

const kinds = {
  page: 'page-review',
  words: 'writing',
  letter: 'reply',
  chat: 'inbox',
  queue: 'inbox',
} as const
type Name = keyof typeof kinds
const kindOf = (key: string) => kinds[key as Name]
const part = (scenario: Name, sitting = 1, minutes = 10) => ({
  scenario,
  sitting,
  minutes,
  weights: { A1: 1 },
})
const inboxes = (...parts: ReturnType<typeof part>[]) =>
  inboxesOf(parts, kindOf).map((list) => list.map(({ scenario }) => scenario))

describe('the inbox of an assignment', () => {
  test('is the parts with customers to answer that follow one another', () => {
    expect(inboxes(part('page'), part('chat'), part('letter'), part('queue'), part('words'))).toEqual([
      ['chat', 'letter', 'queue'],
    ])
    expect(inboxes(part('page'), part('words'))).toEqual([])
  })

  test('ends with its sitting', () => {
    expect(inboxes(part('page'), part('letter'), part('chat', 2), part('queue', 2))).toEqual([
      ['letter'],
      ['chat', 'queue'],
    ])
  })
})

describe('an author hears', () => {
  const scenarios = Object.entries(kinds).map(([key, kind]) => ({
    key,
    kind,
    use: 'graded' as const,
    minutes: 10,
    dimensions: ['A1' as const],
  }))
  const warmUps = Object.values(kinds).map((kind) => ({
    key: `try-${kind}`,
    kind,
    use: 'warm-up' as const,
    minutes: 1,
    dimensions: [],
  }))
  const problems = (...sections: ReturnType<typeof part>[]) =>
    assignmentReferences(
      {
        key: 'x',
        status: 'draft',
        titles: { en: 'x', ru: 'x', sq: 'x' },
        warmUps: warmUps.map(({ key }) => key),
        sections,
      },
      [...scenarios, ...warmUps],
    ).map(({ path, problem }) => `${path.join('.')}: ${problem}`)

  test('of an inbox that is torn apart within a sitting', () => {
    expect(problems(part('chat'), part('queue'), part('words'))).toEqual([])
    expect(problems(part('letter'), part('words'), part('chat', 2))).toEqual([])
    expect(problems(part('chat'), part('words'), part('queue'))).toEqual([
      'sections.2: the inbox of a sitting stands together',
    ])
  })

  test('of a part with more than a fifth less time than it is written for', () => {
    expect(problems(part('page', 1, 8))).toEqual([])
    expect(problems(part('page', 1, 7))).toEqual(['sections.0.minutes: ‘page’ is written for 10, 8 at least'])
    expect([25, 12, 15, 1].map(leastMinutes)).toEqual([20, 10, 12, 1])
  })
})
