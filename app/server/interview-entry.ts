import type { Locale } from '#app/domain/locale.ts'
import { titleIn } from '#app/domain/vacancy-title.ts'
import type { Translate } from '#app/i18n/keys.ts'
import type { InterviewWithNames } from '#db/interviews.ts'
import type { CalendarEntry } from './calendar.ts'

interface Side {
  t: Translate
  locale: Locale
  organisation: { name: string; contactEmail: string }
}

/** What both sides' entries share: the instant, the UID, in whose name it is sent, who takes part. */
function shared(row: InterviewWithNames, { organisation }: Side) {
  const { interview, candidate, interviewer } = row
  return {
    uid: interview.uid,
    sequence: interview.sequence,
    startsAt: interview.startsAt,
    minutes: interview.minutes,
    place: interview.place,
    organizer: { name: organisation.name, email: organisation.contactEmail },
    attendees: [
      { name: candidate.name, email: candidate.email },
      { name: interviewer.name, email: interviewer.email },
    ],
  }
}

export function candidateEntry(row: InterviewWithNames, side: Side): CalendarEntry {
  const { t, locale, organisation } = side
  const words = {
    vacancy: titleIn(row, locale),
    organisation: organisation.name,
    interviewer: row.interviewer.name,
    contactEmail: organisation.contactEmail,
  }
  return {
    ...shared(row, side),
    title: t('interviews.calendar.title', words),
    details: t('interviews.calendar.details', words),
  }
}

/** `page`: where questions and notes are. */
export function interviewerEntry(row: InterviewWithNames, side: Side & { page: string }): CalendarEntry {
  const { t, locale, page } = side
  const words = { vacancy: titleIn(row, locale), candidate: row.candidate.name }
  return {
    ...shared(row, side),
    title: t('interviews.calendar.staffTitle', words),
    details: t('interviews.calendar.staffDetails', { page }),
  }
}
