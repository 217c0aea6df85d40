import type { Locale } from '#app/domain/locale.ts'
import { offeredZones } from '#app/domain/offered.ts'
import { titleIn } from '#app/domain/vacancy-title.ts'
import { type InterviewWithNames, interviewWithNames } from '#db/interviews.ts'
import { organisation } from '#db/organisation.ts'
import { calendarEntry } from '../calendar.ts'
import { candidateEntry, interviewerEntry } from '../interview-entry.ts'
import type { MailSource, MailTools } from '../mail.ts'
import { toCandidate } from './apply.ts'
import { toStaff } from './staff.ts'

/** The interview as this mail is about it; nothing when it has changed since, for then a later mail says so. */
async function asOf({ db }: MailTools, payload: Record<string, string>) {
  const row = await interviewWithNames(db, payload.interviewId ?? '')
  return row && String(row.interview.sequence) === payload.sequence ? row : undefined
}

function slotWords({ t, formats }: MailTools, locale: Locale, row: InterviewWithNames) {
  const { startsAt, zone, minutes, place } = row.interview
  const words = t(locale)
  const { weekday, date, day, time } = formats(locale)
  const offered = offeredZones.find((one) => one === zone)
  return {
    vacancy: titleIn(row, locale),
    weekday: weekday(startsAt, zone),
    date: date(startsAt, zone),
    day: day(startsAt, zone),
    time: time(startsAt, zone),
    zone: offered ? words(`domain.zones.${offered}`) : words('domain.zoneOther', { zone }),
    length: words('interviews.minutes', { count: minutes }),
    place,
  }
}

const toTheCandidate =
  (method: 'REQUEST' | 'CANCEL'): MailSource =>
  async (tools, payload) => {
    const row = await asOf(tools, payload)
    const mail = row && (await toCandidate(tools.db, row.interview.applicationId))
    if (!row || !mail) return undefined
    const { locale } = mail
    const side = { t: tools.t(locale), locale, organisation: await organisation(tools.db) }
    return {
      ...mail,
      params: { ...mail.params, ...slotWords(tools, locale, row), interviewer: row.interviewer.name },
      calendar: { method, content: calendarEntry(candidateEntry(row, side), method, tools.now) },
    }
  }

const toTheInterviewer =
  (method: 'REQUEST' | 'CANCEL'): MailSource =>
  async (tools, payload) => {
    const row = await asOf(tools, payload)
    if (!row) return undefined
    const { id: userId, locale } = row.interviewer
    const { applicationId } = row.interview
    const page = `${tools.appUrl}/team/applications/${applicationId}/interview`
    const side = { t: tools.t(locale), locale, organisation: await organisation(tools.db), page }
    const params = { ...slotWords(tools, locale, row), candidate: row.candidate.name, page }
    return {
      ...toStaff({ ...row.interviewer, userId }, params),
      calendar: { method, content: calendarEntry(interviewerEntry(row, side), method, tools.now) },
      applicationId,
    }
  }

export const interviewsMails = {
  'interviews.invited': toTheCandidate('REQUEST'),
  'interviews.moved': toTheCandidate('REQUEST'),
  'interviews.cancelled': toTheCandidate('CANCEL'),
  'interviews.assigned': toTheInterviewer('REQUEST'),
  'interviews.assigned-moved': toTheInterviewer('REQUEST'),
  'interviews.assigned-cancelled': toTheInterviewer('CANCEL'),
} satisfies Record<string, MailSource>
