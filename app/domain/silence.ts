import { dayIn } from './zones.ts'

/** A candidate who is still considered hears from us at least this often, even if there is no decision yet. */
export const promisedDays = 7
const day = 24 * 60 * 60 * 1000

/** Until when the next word is due. */
export function wordDue(lastWordAt: Date): Date {
  return new Date(lastWordAt.getTime() + promisedDays * day)
}

/** Whole days of the calendar in a zone since a moment: yesterday evening is one day ago. */
export function daysSince(moment: Date, zone: string, now: Date): number {
  return Math.round((Date.parse(dayIn(zone, now)) - Date.parse(dayIn(zone, moment))) / day)
}

/** The promise is broken when the last of the promised days is over in the team's zone. */
export const isOverdue = (lastWordAt: Date, zone: string, now: Date): boolean =>
  daysSince(lastWordAt, zone, now) > promisedDays
