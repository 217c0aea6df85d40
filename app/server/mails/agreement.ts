import { translator } from '#app/i18n/i18n.ts'
import { mailOfModeration } from '#db/moderations.ts'
import type { MailSource } from '../mail.ts'

/** The mail to whoever is named to give the last word: a code and a criterion, never a candidate or a grade. */
const moderate: MailSource = async ({ db }, { answerId = '', dimension = '' }) => {
  const found = await mailOfModeration(db, { answerId, dimension })
  if (!found) return undefined
  const { name, email, locale, code, vacancyId, userId } = found
  return {
    to: { name, address: email },
    locale,
    params: {
      code,
      criterion: translator(locale)(`domain.dimensions.${found.dimension}.name`),
      vacancyId,
      answerId,
    },
    userId,
  }
}

export const agreementMails = { 'agreement.moderate': moderate } satisfies Record<string, MailSource>
