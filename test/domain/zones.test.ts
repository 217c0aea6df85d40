import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { dayIn, endOfDay, instantOf, isZone, nextDay, timeIn } from '#app/domain/zones.ts'
import { golden } from './golden.ts'

const zoneCase = z.strictObject({ day: z.string(), time: z.string(), zone: z.string(), instant: z.string() })

describe('a time in a zone', () => {
  test.each(golden('zones', zoneCase))('$day $time in $zone is $instant', ({ day, time, zone, instant }) => {
    expect(instantOf(day, time, zone)).toEqual(new Date(instant))
  })

  test('comes back as the same day and time on every ordinary day', () => {
    const zone = fc.constantFrom(
      'Europe/Tirane',
      'Europe/Moscow',
      'America/New_York',
      'Asia/Kathmandu',
      'UTC',
    )
    const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(zone, instant, (where, given) => {
        const day = dayIn(where, given)
        const time = timeIn(where, given)
        const back = instantOf(day, time, where)
        expect([dayIn(where, back), timeIn(where, back)]).toEqual([day, time])
      }),
      { numRuns: 200 },
    )
  })

  test('is refused when it is none', () => {
    expect(() => instantOf('2026-13-01', '10:00', 'UTC')).toThrow(RangeError)
  })
})

test('a day ends one second before the next begins there', () => {
  expect(endOfDay('2026-03-29', 'Europe/Tirane')).toEqual(new Date('2026-03-29T21:59:59Z'))
  expect(nextDay('2028-02-28')).toBe('2028-02-29')
  expect(nextDay('2025-12-31')).toBe('2026-01-01')
})

test('a zone is known or not', () => {
  expect(isZone('Europe/Tirane')).toBe(true)
  expect(isZone('Europe/Atlantis')).toBe(false)
  expect(isZone('')).toBe(false)
})
