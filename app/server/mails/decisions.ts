import { rejectionInForce } from '#db/decisions.ts'
import { offerToTell } from '#db/offers.ts'
import type { MailSource, MailTools } from '../mail.ts'
import { considered, toCandidate } from './apply.ts'

/** Not sent when the decision is no longer the one in force. */
const rejected: MailSource = async ({ db }, { applicationId = '', decisionId = '' }) => {
  const mail = await toCandidate(db, applicationId)
  const decision = await rejectionInForce(db, { applicationId, decisionId })
  if (!mail || !decision) return undefined
  return { ...mail, params: { ...mail.params, feedback: decision.feedback } }
}

async function withTerms({ db, t, formats }: MailTools, payload: Record<string, string>) {
  const mail = await toCandidate(db, payload.applicationId ?? '')
  const offer = await offerToTell(db, payload.offerId ?? '')
  if (!mail || !offer) return undefined
  const { money, date, day } = formats(mail.locale)
  const words = t(mail.locale)
  const amount = money(offer.pay, offer.currency)
  const period = words(`domain.payPeriods.${offer.payPeriod}`)
  const params = {
    ...mail.params,
    pay: words('decisions.terms.payValue', { amount, period }),
    starts: date(offer.startsOn),
    until: day(offer.answerBy, mail.zone),
    day: date(offer.acceptedAt ?? offer.sentAt, mail.zone),
    signed: offer.acceptedName ?? '',
  }
  return { offer, mail: { ...mail, params } }
}

const offered: MailSource = async (tools, payload) => {
  const told = await withTerms(tools, payload)
  return told && !told.offer.withdrawnAt && !told.offer.declinedAt ? told.mail : undefined
}

const accepted: MailSource = async (tools, payload) => {
  const told = await withTerms(tools, payload)
  return told?.offer.acceptedAt ? told.mail : undefined
}

export const decisionsMails = {
  'decisions.rejected': rejected,
  'decisions.rejected-early': rejected,
  'decisions.reopened': considered,
  'decisions.offered': offered,
  'decisions.accepted': accepted,
  'decisions.declined': considered,
  'decisions.offer-withdrawn': considered,
} satisfies Record<string, MailSource>
