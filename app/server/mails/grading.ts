import { titleIn } from '#app/domain/vacancy-title.ts'
import { mailOfFurtherGrade, mailOfInvitation } from '#db/grading.ts'
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

export const gradingMails = {
  'grading.invited': invited,
  'grading.further': further,
} satisfies Record<string, MailSource>
