import { dayIn, timeIn } from '#app/domain/zones.ts'

/** The fields of a slot as the form shows them. */
export interface TypedSlot {
  day: string
  time: string
  zone: string
  minutes: string
  place: string
  interviewerId: string
}

/** A slot on the clock of its zone, for a form that changes it. */
export function typedSlot(slot: {
  startsAt: Date
  zone: string
  minutes: number
  place: string
  interviewerId?: string
}): TypedSlot {
  const { startsAt, zone, minutes, place, interviewerId = '' } = slot
  return {
    day: dayIn(zone, startsAt),
    time: timeIn(zone, startsAt),
    zone,
    minutes: String(minutes),
    place,
    interviewerId,
  }
}

/** What was sent, so that the page can come back with it. */
export const slotAsSent = (fields: Record<string, string>): TypedSlot => ({
  day: fields.day ?? '',
  time: fields.time ?? '',
  zone: fields.zone ?? '',
  minutes: fields.minutes ?? '',
  place: fields.place ?? '',
  interviewerId: fields.interviewerId ?? '',
})

/** Refusals that belong to a field of the form. */
export const slotField = (refusal: string): string | undefined =>
  ({ 'time-skipped': 'time', 'interview-past': 'day', 'interviewer-unknown': 'interviewerId' })[refusal]
