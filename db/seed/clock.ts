import { type Day, dayIn, instantOf, type TimeOfDay } from '#app/domain/zones.ts'

export const sampleZone = 'Europe/Tirane'
const minute = 60_000
const dayLength = 24 * 60 * minute

/** The past of the sample team, counted back from the moment at which it is loaded. */
export interface Clock {
  now: Date
  /** The day that lies so many days back; below 0 it is still to come. */
  day(back: number): Day
  at(back: number, time: TimeOfDay): Date
  minutesAgo(minutes: number): Date
  /** The first Monday on or after such a day. */
  monday(back: number): Day
  /** Three hours ago, but still today. */
  earlierToday: Date
  /** How many days back the Monday of last week lies: 7 to 13. */
  lastMonday: number
}

export function clockOf(now: Date): Clock {
  const today = Date.parse(`${dayIn(sampleZone, now)}T00:00:00Z`)
  const day = (back: number): Day => new Date(today - back * dayLength).toISOString().slice(0, 10)
  const weekday = (back: number) => (new Date(today - back * dayLength).getUTCDay() + 6) % 7
  const sinceMidnight = now.getTime() - instantOf(day(0), '00:00', sampleZone).getTime()
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * minute)
  return {
    now,
    day,
    at: (back, time) => instantOf(day(back), time, sampleZone),
    minutesAgo,
    monday: (back) => day(back - ((7 - weekday(back)) % 7)),
    earlierToday: minutesAgo(Math.floor(Math.min(180, sinceMidnight / minute / 2))),
    lastMonday: 7 + weekday(0),
  }
}
