/** A day as `YYYY-MM-DD`, a time of day as `HH:MM`; a zone is an IANA name such as `Europe/Tirane`. */
export type Day = string
export type TimeOfDay = string

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Made once for a zone: making one takes far longer than asking it. There are no more zones than the platform knows. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  clocks.set(zone, clock)
  return clock
}

/** How far the clocks of a zone are ahead of UTC at a whole second, in milliseconds. */
function aheadAt(instant: number, zone: string): number {
  const parts = clockOf(zone).formatToParts(instant)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  const [month, hour, minute, second] = [part('month') - 1, part('hour'), part('minute'), part('second')]
  return Date.UTC(part('year'), month, part('day'), hour, minute, second) - instant
}

const dayLong = 24 * 60 * 60 * 1000
const steady = new Map<string, number | null>()
/** Days that are remembered: eleven years in one zone, or a year in eleven. */
const mostSteady = 4000

/** The same, for the whole day that an instant falls into in UTC; null when the clocks are changed on it. */
function aheadAllDay(instant: number, zone: string): number | null {
  const start = Math.floor(instant / dayLong) * dayLong
  const key = `${start} ${zone}`
  const known = steady.get(key)
  if (known !== undefined) return known
  const ahead = aheadAt(start, zone)
  const found = ahead === aheadAt(start + dayLong, zone) ? ahead : null
  if (steady.size >= mostSteady) steady.clear()
  steady.set(key, found)
  return found
}

/** What the clock on the wall shows in a zone at an instant, as if it were UTC, in milliseconds. */
const wallClock = (instant: number, zone: string): number =>
  instant + (aheadAllDay(instant, zone) ?? aheadAt(instant, zone))

/** The day that it is in a zone. */
export function dayIn(zone: string, instant: Date): Day {
  return new Date(wallClock(Math.floor(instant.getTime() / 1000) * 1000, zone)).toISOString().slice(0, 10)
}

/** The time of day that it is in a zone. */
export function timeIn(zone: string, instant: Date): TimeOfDay {
  return new Date(wallClock(Math.floor(instant.getTime() / 1000) * 1000, zone)).toISOString().slice(11, 16)
}

/**
 * The instant at which the clocks of a zone show this day and time. A time that the spring change skips becomes the
 * one an hour later; of a time that the autumn change repeats it is the first. RangeError for what is not a date.
 */
export function instantOf(day: Day, time: TimeOfDay, zone: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`)
  if (Number.isNaN(wall)) throw new RangeError(`${day} ${time} is not a date`)
  const halfDay = 12 * 60 * 60 * 1000
  // The offsets before and after are all that a change of clocks within the day can leave in question.
  const before = wallClock(wall - halfDay, zone) - (wall - halfDay)
  const after = wallClock(wall + halfDay, zone) - (wall + halfDay)
  const early = wall - Math.max(before, after)
  const found = [early, wall - Math.min(before, after)].find((instant) => wallClock(instant, zone) === wall)
  return new Date(found ?? wall - before)
}

/** The last second of a day in a zone: until then, "until that day inclusive" holds. */
export function endOfDay(day: Day, zone: string): Date {
  return new Date(instantOf(nextDay(day), '00:00', zone).getTime() - 1000)
}

export function nextDay(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}
