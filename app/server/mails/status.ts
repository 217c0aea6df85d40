import { returnDay } from '#app/domain/withdrawal.ts'
import { withdrawalOf } from '#db/withdrawals.ts'
import type { MailSource } from '../mail.ts'
import { toCandidate } from './apply.ts'

const withLink: MailSource = ({ db }, { applicationId = '' }) => toCandidate(db, applicationId)

/** Not sent when the application has been brought back meanwhile. */
const withdrawn: MailSource = async ({ db, formats }, { applicationId = '' }) => {
  const mail = await toCandidate(db, applicationId)
  const withdrawal = await withdrawalOf(db, applicationId)
  if (!mail || !withdrawal) return undefined
  const until = formats(mail.locale).day(returnDay(withdrawal.createdAt, mail.zone))
  return { ...mail, params: { ...mail.params, until } }
}

export const statusMails = {
  'status.link': withLink,
  'status.back': withLink,
  'status.withdrawn': withdrawn,
} satisfies Record<string, MailSource>
