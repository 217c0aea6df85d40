import { describe, expect, test } from 'vitest'
import { locales } from '#app/domain/locale.ts'
import { expectLawful, wander } from './inbox-walk.ts'
import { library, shipped } from './shipped.ts'

describe('the minute before the inbox', () => {
  const content = shipped('practice-inbox', 'inbox')

  test('answers whatever is done, and every line of it is heard by somebody', () => {
    for (const locale of locales) {
      const reached = wander(
        content,
        locale,
        { replies: ['x', 'Hello', '?'], acts: 8, stays: 5 },
        { walks: 150, each: expectLawful },
      )
      expect(reached.missing()).toEqual({ lines: [], endings: [] })
    }
  })
})

test('there is a minute before every kind, none is graded, and none holds a key that is looked at', () => {
  const warmUps = library.scenarios.flatMap(({ content }) => (content.use === 'warm-up' ? [content] : []))
  expect(warmUps.map(({ kind }) => kind).sort()).toEqual([
    'inbox',
    'judgement',
    'lookup',
    'page-review',
    'reply',
    'writing',
  ])
  for (const { minutes, dimensions, texts } of warmUps) {
    expect(minutes).toBe(1)
    expect(dimensions).toEqual([])
    for (const locale of locales) expect(texts[locale].grader).toBeUndefined()
  }
})
