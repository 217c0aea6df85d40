import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  accommodations,
  allowedSeconds,
  attemptStatus,
  deadlineOf,
  disconnectCredit,
  extend,
  isResting,
  saveVerdict,
} from '#app/domain/attempt.ts'
import { golden } from './golden.ts'

const at = (time: string) => new Date(`2025-11-24T${time}Z`)
const startedAt = at('10:00:00')

const deadlineCase = z.strictObject({
  name: z.string(),
  minutes: z.number(),
  extensions: z.number().optional(),
  credited: z.number().optional(),
  accommodation: z.enum(accommodations).optional(),
  secondLanguage: z.boolean().optional(),
  deadline: z.string(),
})

describe('the deadline', () => {
  test.each(golden('deadline', deadlineCase))('$name', (given) => {
    const seconds = allowedSeconds(given.minutes * 60, given.accommodation, given.secondLanguage)
    const { extensions = 0, credited = 0 } = given
    const deadline = deadlineOf({ startedAt, allowedSeconds: seconds, extensions, creditedSeconds: credited })
    expect(deadline).toEqual(given.deadline === 'none' ? null : at(given.deadline))
  })

  test('is moved exactly by its extensions and credits', () => {
    const whole = fc.integer({ min: 0, max: 100_000 })
    fc.assert(
      fc.property(whole, fc.integer({ min: 0, max: 9 }), whole, (allowed, extensions, creditedSeconds) => {
        const input = { startedAt, allowedSeconds: allowed, extensions, creditedSeconds }
        const less = deadlineOf(input)?.getTime() ?? 0
        const more = deadlineOf({ ...input, extensions: extensions + 1 })?.getTime() ?? 0
        expect(Math.abs(more - less - allowed * 100)).toBeLessThan(1000)
        expect(less).toBeGreaterThanOrEqual(startedAt.getTime() + (allowed + creditedSeconds) * 1000)
      }),
    )
  })
})

describe('a save', () => {
  const attempt = { deadline: at('11:00:00'), submittedAt: null }
  test.each([
    ['10:59:59', 'ok'],
    ['11:00:00', 'ok'],
    ['11:00:00.001', 'late-in-grace'],
    ['11:00:10', 'late-in-grace'],
    ['11:00:10.001', 'too-late'],
    ['12:00:00', 'too-late'],
  ])('that arrives at %s is %s', (time, verdict) => {
    expect(saveVerdict({ ...attempt, receivedAt: at(time) })).toBe(verdict)
  })

  test('after handing in is kept, uncounted', () => {
    expect(saveVerdict({ ...attempt, submittedAt: at('10:30:00'), receivedAt: at('10:30:01') })).toBe(
      'submitted',
    )
  })

  test('is never late without a limit', () => {
    expect(saveVerdict({ deadline: null, submittedAt: null, receivedAt: at('23:59:59') })).toBe('ok')
  })
})

describe('more time', () => {
  const attempt = { startedAt, deadline: at('11:00:00'), submittedAt: null, extensions: 0 }
  test('is given up to ten times', () => {
    expect(extend({ ...attempt, extensions: 9 }, at('10:30:00'))).toEqual({ ok: true })
    expect(extend({ ...attempt, extensions: 10 }, at('10:30:00'))).toEqual({ refused: 'extension-limit' })
  })
  test('is given in the grace and not afterwards', () => {
    expect(extend(attempt, at('11:00:10'))).toEqual({ ok: true })
    expect(extend(attempt, at('11:00:11'))).toEqual({ refused: 'time-over' })
  })
  test('is not given before the start, after handing in, or without a limit', () => {
    expect(extend({ ...attempt, startedAt: null }, at('10:30:00'))).toEqual({ refused: 'not-started' })
    expect(extend({ ...attempt, submittedAt: at('10:20:00') }, at('10:30:00'))).toEqual({
      refused: 'already-submitted',
    })
    expect(extend({ ...attempt, deadline: null }, at('10:30:00'))).toEqual({ refused: 'no-limit' })
  })
})

describe('a lost connection', () => {
  const gap = { lastSeenAt: at('10:10:00'), backAt: at('10:13:15'), grewSeconds: 0, creditedSoFar: 0 }
  test('gives back the time beyond one heartbeat', () => {
    expect(disconnectCredit(gap)).toBe(180)
  })
  test('gives back nothing for the time in which the answer grew', () => {
    expect(disconnectCredit({ ...gap, grewSeconds: 60 })).toBe(120)
    expect(disconnectCredit({ ...gap, grewSeconds: 600 })).toBe(0)
  })
  test('gives back ten minutes at most in one attempt', () => {
    expect(disconnectCredit({ ...gap, backAt: at('11:10:00') })).toBe(600)
    expect(disconnectCredit({ ...gap, creditedSoFar: 500 })).toBe(100)
    expect(disconnectCredit({ ...gap, creditedSoFar: 700 })).toBe(0)
  })
  test('is none when the heartbeat came on time', () => {
    expect(disconnectCredit({ ...gap, backAt: at('10:10:15') })).toBe(0)
  })
})

describe('an attempt', () => {
  const one = { sitting: 1, sittings: 1, restingSince: null, openUntil: at('18:00:00') }
  const attempt = { ...one, startedAt: null, deadline: null, submittedAt: null }
  const running = { ...attempt, startedAt, deadline: at('11:00:00') }

  test('is over when it is handed in or its grace has passed', () => {
    expect(attemptStatus(attempt, at('10:00:00'))).toBe('invited')
    expect(attemptStatus(running, at('11:00:05'))).toBe('started')
    expect(attemptStatus(running, at('11:00:11'))).toBe('expired')
    expect(attemptStatus({ ...running, submittedAt: at('10:50:00') }, at('12:00:00'))).toBe('submitted')
  })

  test('rests after a sitting that is not the last, also where its time ran out', () => {
    const first = { ...running, sittings: 2 }
    expect(isResting(first, at('11:00:10'))).toBe(false)
    expect(isResting(first, at('11:00:11'))).toBe(true)
    expect(attemptStatus(first, at('11:00:11'))).toBe('started')
    expect(isResting({ ...first, deadline: null, restingSince: at('10:40:00') }, at('10:40:00'))).toBe(true)
    expect(isResting({ ...first, sitting: 2 }, at('12:00:00'))).toBe(false)
  })

  test('that nobody goes on with is over when its invitation ends', () => {
    const resting = { ...running, sittings: 2, deadline: null, restingSince: at('10:40:00') }
    expect(attemptStatus(resting, at('18:00:00'))).toBe('started')
    expect(attemptStatus(resting, at('18:00:01'))).toBe('expired')
  })
})
