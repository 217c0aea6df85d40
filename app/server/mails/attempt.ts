import { attemptFacts } from '#db/attempt-facts.ts'
import type { MailSource } from '../mail.ts'
import { toCandidate } from './apply.ts'

const invited: MailSource = async ({ db, formats }, { attemptId = '' }) => {
  const facts = await attemptFacts(db, attemptId)
  const mail = facts && (await toCandidate(db, facts.applicationId))
  if (!mail || facts.status !== 'invited') return undefined
  const until = formats(mail.locale).day(facts.openUntil, mail.zone)
  return { ...mail, params: { ...mail.params, count: facts.minutes, until } }
}

const over: MailSource = async ({ db, formats }, { attemptId = '' }) => {
  const facts = await attemptFacts(db, attemptId)
  const mail = facts && (await toCandidate(db, facts.applicationId))
  if (!mail || !facts.finishedAt) return undefined
  const time = formats(mail.locale).time(facts.finishedAt, mail.zone)
  return { ...mail, params: { ...mail.params, time } }
}

/** A key: it opens the running attempt on another device, once and for ten minutes. */
const key: MailSource = async ({ db }, { applicationId = '' }) => {
  const mail = await toCandidate(db, applicationId)
  return mail && { ...mail, link: { purpose: 'attempt-entry', subject: { applicationId } } }
}

export const attemptMails = {
  'attempt.invited': invited,
  'attempt.submitted': over,
  'attempt.expired': over,
  'attempt.key': key,
} satisfies Record<string, MailSource>
