import { describe, expect, test } from 'vitest'
import { clockOf, sharesOver } from '#app/domain/attempt-clock.ts'
import { same } from '#app/domain/same.ts'

const at = (time: string) => new Date(`2026-11-02T${time}Z`)
const attempt = { deadlineAt: at('10:52:00'), allowedSeconds: 3120, extensions: 0, zone: 'Europe/Tirane' }

describe('the clock that a page is told', () => {
  test('is the server’s, and promises no more than a press adds', () => {
    expect(clockOf(attempt, at('10:00:00'))).toEqual({
      deadlineAt: '2026-11-02T10:52:00.000Z',
      now: '2026-11-02T10:00:00.000Z',
      totalSeconds: 3120,
      extensions: 0,
      adds: 5,
      zone: 'Europe/Tirane',
    })
  })

  test('offers nothing after ten extensions, nor where there is no limit', () => {
    expect(clockOf({ ...attempt, extensions: 10 }, at('10:00:00')).adds).toBeNull()
    const free = clockOf({ ...attempt, allowedSeconds: null, deadlineAt: null }, at('10:00:00'))
    expect([free.adds, free.deadlineAt]).toEqual([null, null])
  })
})

describe('the first line of the assignment', () => {
  const span = { sittingStartedAt: at('10:00:00'), deadlineAt: at('10:52:00') }
  test.each([
    ['10:00:00', [0, 0, 0]],
    ['10:12:30', [0.5, 0, 0]],
    ['10:40:00', [1, 1, 0]],
    ['11:30:00', [1, 1, 1]],
  ])('at %s shows %j of the parts over', (time, shares) => {
    expect(sharesOver([25, 15, 12], span, at(time))).toEqual(shares)
  })

  test('stretches with more time', () => {
    const twice = { sittingStartedAt: at('10:00:00'), deadlineAt: at('11:44:00') }
    expect(sharesOver([25, 15, 12], twice, at('10:25:00'))).toEqual([0.5, 0, 0])
  })

  test('stands still where there is no limit', () => {
    expect(sharesOver([25, 15], { ...span, deadlineAt: null }, at('10:30:00'))).toEqual([0, 0])
  })
})

describe('two answers say the same', () => {
  test('whatever the order of their keys', () => {
    expect(same({ a: 'x', b: ['y', { c: 1, d: null }] }, { b: ['y', { d: null, c: 1 }], a: 'x' })).toBe(true)
  })

  test.each([
    [{ text: 'a' }, { text: 'b' }],
    [{ text: 'a' }, { text: 'a', more: undefined }],
    [{ list: ['a', 'b'] }, { list: ['b', 'a'] }],
    [{ list: [] }, { list: {} }],
    [null, {}],
  ])('%j is not %j', (a, b) => {
    expect(same(a, b)).toBe(false)
  })
})
