import { titleIn } from '#app/domain/vacancy-title.ts'
import { mailOfDue, mailOfInvitation, mailOfLate, mailOfPause } from '#db/grading.ts'
import type { MailSource } from '../mail.ts'
import { toStaff } from './staff.ts'

/** Mails to graders name the vacancy and the desk, never a candidate, a code or a grade. */
const invited: MailSource = async ({ db }, { vacancyId = '', userId = '' }) => {
  const found = await mailOfInvitation(db, { vacancyId, userId })
  return found && toStaff(found, { vacancy: titleIn(found, found.locale) })
}

const due: MailSource = async ({ db, formats }, { graderId = '', teamId = '', dueOn = '' }) => {
  const found = await mailOfDue(db, { graderId, teamId, dueOn })
  if (!found) return undefined
  const { day, weekday } = formats(found.locale)
  return toStaff(found, { count: found.count, due: day(dueOn), weekday: weekday(dueOn) })
}

/** The manager reads who is late and with how many; never with whose answers. */
const late: MailSource = async ({ db, formats }, payload) => {
  const { graderId = '', teamId = '', dueOn = '', vacancyId = '' } = payload
  const found = await mailOfLate(db, { graderId, teamId, dueOn, vacancyId })
  if (!found) return undefined
  const { locale, grader, count } = found
  const vacancy = titleIn(found, locale)
  return toStaff(found, { grader, count, due: formats(locale).day(dueOn), vacancy, vacancyId })
}

/** The manager reads that a grader must calibrate anew; not which answers showed it. */
const paused: MailSource = async ({ db }, { graderId = '', vacancyId = '' }) => {
  const found = await mailOfPause(db, { graderId, vacancyId })
  if (!found) return undefined
  const { name, email, locale, grader, userId } = found
  return {
    to: { name, address: email },
    locale,
    params: { grader, vacancy: titleIn(found, locale), vacancyId },
    userId,
  }
}

export const gradingMails = {
  'grading.invited': invited,
  'grading.due': due,
  'grading.today': due,
  'grading.late': late,
  'grading.paused': paused,
} satisfies Record<string, MailSource>
