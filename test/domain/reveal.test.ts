import { describe, expect, test } from 'vitest'
import {
  amendLock,
  everRevealed,
  type GradingRequest,
  gradingComplete,
  mayAsk,
  revealed,
  sameGraders,
  undoLock,
} from '#app/domain/reveal.ts'

/** Seconds after ten o'clock. */
const at = (seconds: number) => new Date(Date.UTC(2025, 10, 24, 10, 0, seconds))
const open = (asked = -60): GradingRequest => ({ askedAt: at(asked), lockedAt: null, voidedAt: null })
const locked = (seconds: number, asked = -60): GradingRequest => ({ ...open(asked), lockedAt: at(seconds) })
const voided = (): GradingRequest => ({ ...locked(0), voidedAt: at(1) })

describe('nobody sees the grade of another', () => {
  test('until ten seconds after the last lock', () => {
    expect(revealed([locked(0), locked(5)], at(14))).toBe(false)
    expect(revealed([locked(0), locked(5)], at(15))).toBe(true)
  })
  test('while one who was asked has not locked, the third included', () => {
    expect(revealed([locked(0), open()], at(100))).toBe(false)
    expect(revealed([locked(0), locked(0), open(20)], at(100))).toBe(false)
    expect(revealed([locked(0), locked(0), locked(90, 20)], at(100))).toBe(true)
  })
  test('when only one was asked, or nobody', () => {
    expect(revealed([locked(0)], at(100))).toBe(false)
    expect(revealed([], at(100))).toBe(false)
    expect(revealed([locked(0), voided()], at(100))).toBe(false)
  })
  test('because of somebody whose work was given to another', () => {
    expect(revealed([locked(0), voided(), locked(3)], at(100))).toBe(true)
  })
})

describe('a lock', () => {
  test('can be taken back for ten seconds', () => {
    expect(undoLock(locked(0), at(9))).toEqual({ ok: true })
    expect(undoLock(locked(0), at(10))).toEqual({ refused: 'undo-over' })
    expect(undoLock(open(), at(0))).toEqual({ refused: 'not-locked' })
  })

  test('can be amended with a reason while another still grades', () => {
    const own = locked(0)
    expect(amendLock(own, [own, open()], 'I overlooked the date', at(3600))).toEqual({ ok: true })
    expect(amendLock(own, [own, open()], '  ', at(3600))).toEqual({ refused: 'reason-missing' })
    expect(amendLock(open(), [own, open()], 'why', at(3600))).toEqual({ refused: 'not-locked' })
  })

  test('stays as it is after the reveal', () => {
    const own = locked(0)
    expect(amendLock(own, [own, locked(0)], 'why', at(10))).toEqual({ refused: 'already-revealed' })
  })

  test('stays as it is when a third was asked after the first two could see each other', () => {
    const own = locked(0)
    const requests = [own, locked(0), open(60)]
    expect(revealed(requests, at(100))).toBe(false)
    expect(everRevealed(requests, at(100))).toBe(true)
    expect(amendLock(own, requests, 'why', at(100))).toEqual({ refused: 'already-revealed' })
  })

  test('can be amended when the third was asked before the first two could see each other', () => {
    const own = locked(0)
    expect(amendLock(own, [own, locked(0), open(5)], 'why', at(100))).toEqual({ ok: true })
  })

  test('can be amended when the second was asked long after the first had locked', () => {
    const own = locked(0)
    expect(amendLock(own, [own, open(3600)], 'why', at(7200))).toEqual({ ok: true })
  })
})

test('grading is complete when every answer is revealed', () => {
  const done = [locked(0), locked(0)]
  expect(gradingComplete([done, done], at(10))).toBe(true)
  expect(gradingComplete([done, [locked(0), open()]], at(10))).toBe(false)
  expect(gradingComplete([], at(10))).toBe(false)
})

describe('a grader is asked', () => {
  const arta = { graderId: 'arta', voidedAt: null }
  const free = {
    graderId: 'ilir',
    asked: [arta],
    identityOpened: false,
    gradesSeen: false,
    conflictDeclared: false,
  }
  test('once for an answer, and again when the work was taken back', () => {
    expect(mayAsk(free)).toEqual({ ok: true })
    expect(mayAsk({ ...free, graderId: 'arta' })).toEqual({ refused: 'already-asked' })
    expect(mayAsk({ ...free, graderId: 'arta', asked: [{ ...arta, voidedAt: at(0) }] })).toEqual({ ok: true })
  })
  test('not when they have opened the name, read grades of the person or declared a conflict', () => {
    expect(mayAsk({ ...free, identityOpened: true })).toEqual({ refused: 'identity-known' })
    expect(mayAsk({ ...free, gradesSeen: true })).toEqual({ refused: 'grades-seen' })
    expect(mayAsk({ ...free, conflictDeclared: true })).toEqual({ refused: 'conflict-declared' })
  })
  test('not for a fifth grade', () => {
    const asked = ['a', 'b', 'c', 'd'].map((graderId) => ({ graderId, voidedAt: null }))
    expect(mayAsk({ ...free, asked })).toEqual({ refused: 'grade-cap' })
    expect(mayAsk({ ...free, asked: asked.slice(1) })).toEqual({ ok: true })
  })
})

describe('graders who graded most of one person', () => {
  test('are counted when one pair did it all', () => {
    expect(
      sameGraders([
        ['a', 'b'],
        ['b', 'a'],
        ['a', 'b'],
      ]),
    ).toBe(2)
  })
  test('do not matter when pairs rotate', () => {
    expect(
      sameGraders([
        ['a', 'b'],
        ['a', 'c'],
        ['b', 'c'],
      ]),
    ).toBe(0)
    expect(
      sameGraders([
        ['a', 'b'],
        ['c', 'd'],
      ]),
    ).toBe(0)
  })
  test('are counted when one of two is always there', () => {
    expect(
      sameGraders([
        ['a', 'b'],
        ['a', 'b'],
        ['a', 'c'],
      ]),
    ).toBe(3)
    expect(sameGraders([['a'], ['a']])).toBe(1)
  })
  test('are none without answers', () => {
    expect(sameGraders([])).toBe(0)
  })
})
