import { titleIn } from '#app/domain/vacancy-title.ts'
import { mailOfDue, mailOfFurtherGrade, mailOfInvitation, mailOfLate, mailOfPause } from '#db/grading.ts'
import type { MailSource } from '../mail.ts'

/** Mails to graders name the vacancy and the desk, never a candidate, a code or a grade. */
const invited: MailSource = async ({ db }, { vacancyId = '', userId = '' }) => {
  const found = await mailOfInvitation(db, { vacancyId, userId })
  if (!found) return undefined
  return {
    to: { name: found.name, address: found.email },
    locale: found.locale,
    params: { vacancy: titleIn(found, found.locale) },
    userId,
  }
}

const further: MailSource = async ({ db, formats }, { assignmentId = '' }) => {
  const found = await mailOfFurtherGrade(db, { assignmentId })
  if (!found) return undefined
  return {
    to: { name: found.name, address: found.email },
    locale: found.locale,
    params: { due: formats(found.locale).day(found.dueAt, found.zone) },
    userId: found.userId,
  }
}

const due: MailSource = async ({ db, formats }, { graderId = '', teamId = '', dueOn = '' }) => {
  const found = await mailOfDue(db, { graderId, teamId, dueOn })
  if (!found) return undefined
  const { day, weekday } = formats(found.locale)
  return {
    to: { name: found.name, address: found.email },
    locale: found.locale,
    params: { count: found.count, due: day(dueOn), weekday: weekday(dueOn) },
    userId: graderId,
  }
}

/** The manager reads who is late and with how many; never with whose answers. */
const late: MailSource = async ({ db, formats }, payload) => {
  const { graderId = '', teamId = '', dueOn = '', vacancyId = '' } = payload
  const found = await mailOfLate(db, { graderId, teamId, dueOn, vacancyId })
  if (!found) return undefined
  const { name, email, locale, grader, count, userId } = found
  return {
    to: { name, address: email },
    locale,
    params: { grader, count, due: formats(locale).day(dueOn), vacancy: titleIn(found, locale), vacancyId },
    userId,
  }
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
  'grading.further': further,
  'grading.due': due,
  'grading.today': due,
  'grading.late': late,
  'grading.paused': paused,
} satisfies Record<string, MailSource>
