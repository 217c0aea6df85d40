import { z } from 'zod'
import { day, number, timeOfDay } from './form-fields.ts'
import { line, optionalParagraph } from './text.ts'
import { instantOf, isZone, timeIn } from './zones.ts'

export const interviewMinutes = { least: 15, most: 180, usual: 40 }
export const noteLimit = 10_000

/** One slot: a day and a time on the clock of a named zone. */
export const interviewForm = z.object({
  day,
  time: timeOfDay,
  zone: z.string({ error: 'required' }).refine(isZone, { error: 'zone' }),
  minutes: number(interviewMinutes.least, interviewMinutes.most),
  place: line(),
  interviewerId: z.uuid({ error: 'unknown' }),
})
export type InterviewForm = z.output<typeof interviewForm>

export const noteForm = z.object({
  text: optionalParagraph(noteLimit),
  baseRev: number(0, 1_000_000),
})

export type SlotRefusal = 'time-skipped' | 'interview-past'

/** The instant of a slot. On the night when clocks go forward an hour is missing: nobody is invited into it. */
export function slotOf(
  { day, time, zone }: Pick<InterviewForm, 'day' | 'time' | 'zone'>,
  now: Date,
): { ok: true; startsAt: Date } | { refused: SlotRefusal } {
  const startsAt = instantOf(day, time, zone)
  if (timeIn(zone, startsAt) !== time) return { refused: 'time-skipped' }
  return startsAt <= now ? { refused: 'interview-past' } : { ok: true, startsAt }
}

/** Asked of everybody, in this order. */
export const kitQuestions = ['why-support', 'angry-customer', 'broken-promise', 'friendly-question'] as const
export const kitAnswers = 2

/** FNV-1a over UTF-16 code units: spreads short ids evenly and is the same everywhere. */
function spread(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash ^= text.charCodeAt(at)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}

/** The answers that a candidate is asked to defend: drawn by the application's id, so that every interviewer has the same ones. */
export function drawnAnswers<Answer extends { id: string }>(
  applicationId: string,
  answers: readonly Answer[],
  count = kitAnswers,
): Answer[] {
  const ranked = answers
    .map((answer) => ({ answer, rank: spread(`${applicationId} ${answer.id}`) }))
    .sort((a, b) => a.rank - b.rank || (a.answer.id < b.answer.id ? -1 : 1))
    .slice(0, count)
    .map(({ answer }) => answer)
  return answers.filter((answer) => ranked.includes(answer))
}

const compact = (moment: Date) => moment.toISOString().replace(/[-:]|\.\d{3}/g, '')
const endOf = ({ startsAt, minutes }: { startsAt: Date; minutes: number }) =>
  new Date(startsAt.getTime() + minutes * 60_000)

/** Links that put the slot into a calendar on the web, for those who open no files. */
export function calendarLinks(entry: {
  title: string
  startsAt: Date
  minutes: number
  place: string
  details: string
}): { google: string; outlook: string } {
  const { title, startsAt, place, details } = entry
  const google = new URLSearchParams({
    action: 'TEMPLATE',
    text: title,
    dates: `${compact(startsAt)}/${compact(endOf(entry))}`,
    details,
    location: place,
  })
  const outlook = new URLSearchParams({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: startsAt.toISOString(),
    enddt: endOf(entry).toISOString(),
    body: details,
    location: place,
  })
  return {
    google: `https://calendar.google.com/calendar/render?${google}`,
    outlook: `https://outlook.live.com/calendar/0/deeplink/compose?${outlook}`,
  }
}
