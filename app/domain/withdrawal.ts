import { type Day, dayIn, endOfDay } from './zones.ts'

const daysToReturn = 7

/** The last day on which a withdrawn application may be brought back, in the team's zone. */
export function returnDay(withdrawnAt: Date, zone: string): Day {
  return dayIn(zone, new Date(withdrawnAt.getTime() + daysToReturn * 24 * 60 * 60 * 1000))
}

/** Through the end of that day. */
export function mayReturn(withdrawnAt: Date, zone: string, now: Date): boolean {
  return now <= endOfDay(returnDay(withdrawnAt, zone), zone)
}
