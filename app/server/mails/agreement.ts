import { mailOfModeration } from '#db/moderations.ts'
import type { MailSource } from '../mail.ts'
import { toStaff } from './staff.ts'

/** The mail to whoever is named to give the last word: a code and a criterion, never a candidate or a grade. */
const moderate: MailSource = async ({ db, t }, { answerId = '', dimension = '' }) => {
  const found = await mailOfModeration(db, { answerId, dimension })
  if (!found) return undefined
  const { code, vacancyId, locale } = found
  const criterion = t(locale)(`domain.dimensions.${found.dimension}.name`)
  return toStaff(found, { code, criterion, vacancyId, answerId })
}

export const agreementMails = { 'agreement.moderate': moderate } satisfies Record<string, MailSource>
