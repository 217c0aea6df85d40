import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { isLevel } from '#app/domain/dimensions.ts'
import { type DisputedCell, disagreementsIn } from '#app/domain/disagreement.ts'
import { lastWord, mayAskAgain, mayAskModeration, mayModerate } from '#app/domain/moderation.ts'
import { golden } from './golden.ts'

const mark = z.union([z.number(), z.string().regex(/^(?:ne|[1-5]!)$/)])
const shape = z.strictObject({
  name: z.string(),
  cells: z.record(z.string(), z.union([z.literal('hidden'), z.array(mark)])),
  given: z.array(z.string()).default([]),
  asked: z.array(z.string()).default([]),
  found: z.record(z.string(), z.strictObject({ reasons: z.array(z.string()), state: z.string() })),
})

const markOf = (written: number | string) => {
  const value = Number(String(written).replace('!', ''))
  return { level: isLevel(value) ? value : null, incident: String(written).endsWith('!') }
}

describe('where graders disagreed', () => {
  test.each(golden('disagreement', shape))('$name', ({ cells, given, asked, found }) => {
    const disputed = Object.entries(cells).map(
      ([answer, marks]): DisputedCell => ({
        answer,
        weight: 1,
        marks: marks === 'hidden' ? [] : marks.map(markOf),
        visible: marks !== 'hidden',
        ...(given.includes(answer) && { moderation: 'given' }),
        ...(asked.includes(answer) && { moderation: 'asked', asked: 'request' }),
      }),
    )
    const all = disagreementsIn({ dimension: 'A1', cells: disputed, lines: { A1: 2.5 } })
    expect(Object.fromEntries(all.map(({ answer, ...rest }) => [answer, rest]))).toEqual(found)
  })
})

describe('the last word', () => {
  const wide = [2, 4, 5].map(markOf)
  const standing = { visible: true, marks: wide, graders: ['ana', 'ben', 'cem'], moderation: null }
  const said = { ...standing, viewerId: 'dea', reason: 'The second sentence says it.' }

  test('is given by who graded nothing of the answer, with a reason', () => {
    expect(mayModerate(said)).toEqual({ ok: true })
    expect(mayModerate({ ...said, viewerId: 'ben' })).toEqual({ refused: 'graded-it' })
    expect(lastWord(said)).toEqual({ ok: true })
    expect(lastWord({ ...said, viewerId: 'ben', reason: '' })).toEqual({ refused: 'graded-it' })
    expect(lastWord({ ...said, reason: ' ' })).toEqual({ refused: 'reason-missing' })
  })
  test('waits until everybody has locked', () => {
    expect(mayModerate({ ...said, visible: false })).toEqual({ refused: 'not-revealed' })
  })
  test('is needed, or was asked for of this very person', () => {
    const near = { ...said, marks: [3, 4, 4].map(markOf) }
    expect(mayModerate(near)).toEqual({ refused: 'not-needed' })
    expect(mayModerate({ ...near, moderation: { moderatorId: 'dea', given: false } })).toEqual({ ok: true })
    expect(mayModerate({ ...near, moderation: { moderatorId: 'eva', given: false } })).toEqual({
      refused: 'not-named',
    })
  })
  test('is the last', () => {
    const over = { moderatorId: 'dea', given: true }
    expect(mayModerate({ ...said, moderation: over })).toEqual({ refused: 'already-moderated' })
    expect(
      mayAskModeration({ ...standing, moderation: over, moderatorId: 'eva', kind: 'request', reason: 'why' }),
    ).toEqual({ refused: 'already-moderated' })
  })
  test('is asked for with a reason, unless the levels themselves ask', () => {
    const ask = { ...standing, moderatorId: 'dea', reason: '' }
    expect(mayAskModeration({ ...ask, kind: 'range' })).toEqual({ ok: true })
    expect(mayAskModeration({ ...ask, kind: 'complaint' })).toEqual({ refused: 'reason-missing' })
    expect(mayAskModeration({ ...ask, kind: 'range', marks: [3, 4].map(markOf) })).toEqual({
      refused: 'not-needed',
    })
    expect(mayAskModeration({ ...ask, kind: 'range', moderatorId: 'ana' })).toEqual({ refused: 'graded-it' })
  })
})

test('one more grade: never more than four, never after the last word, never while one is awaited', () => {
  const now = { visible: true, graders: 3, moderated: false }
  expect(mayAskAgain(now)).toEqual({ ok: true })
  expect(mayAskAgain({ ...now, graders: 4 })).toEqual({ refused: 'grade-cap' })
  expect(mayAskAgain({ ...now, moderated: true })).toEqual({ refused: 'already-moderated' })
  expect(mayAskAgain({ ...now, visible: false })).toEqual({ refused: 'not-revealed' })
})
