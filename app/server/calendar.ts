import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator'

export interface CalendarEntry {
  uid: string
  sequence: number
  startsAt: Date
  minutes: number
  title: string
  /** An address, a room, or a link: a link is kept as one besides. */
  place: string
  details: string
  /** In whose name invitations are sent: answers go there. */
  organizer: { name: string; email: string }
  attendees: readonly { name: string; email: string }[]
}

/** A parameter's value can hold no quotation mark and no line break (RFC 5545, 3.2). */
const parameter = (name: string) => name.replace(/["\s\p{Cc}\u2028\u2029]+/gu, ' ').trim()

type Method = 'REQUEST' | 'CANCEL' | 'PUBLISH'

/**
 * One interview as iCalendar (RFC 5545). REQUEST invites and changes, CANCEL takes back: the UID stays, SEQUENCE grows
 * (RFC 5546). PUBLISH is for a file that somebody adds themselves, and names no attendees. All times in UTC, which needs
 * no zone's rules on the other side.
 */
export function calendarEntry(entry: CalendarEntry, method: Method, stamp: Date): string {
  const { uid, sequence, startsAt, minutes, title, place, details, organizer, attendees } = entry
  const calendar = ical({
    prodId: { company: 'Firstline', product: 'Interviews' },
    method: ICalCalendarMethod[method],
  })
  calendar.createEvent({
    id: uid,
    sequence,
    stamp,
    start: startsAt,
    end: new Date(startsAt.getTime() + minutes * 60_000),
    summary: title,
    description: details,
    location: place,
    url: /^https:\/\/\S+$/.test(place) ? place : null,
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: parameter(organizer.name), email: organizer.email },
    attendees:
      method === 'PUBLISH'
        ? []
        : attendees.map(({ name, email }) => ({
            name: parameter(name),
            email,
            rsvp: true,
            role: ICalAttendeeRole.REQ,
            status: ICalAttendeeStatus.NEEDSACTION,
          })),
  })
  return calendar.toString()
}
