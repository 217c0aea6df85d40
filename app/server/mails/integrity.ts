import { isAsked } from '#db/integrity/statement.ts'
import type { MailSource } from '../mail.ts'
import { toCandidate } from './apply.ts'

/** Asks for the candidate's own words; nothing goes out where somebody has decided meanwhile. */
const asked: MailSource = async ({ db }, { applicationId = '' }) => {
  const viewer = { kind: 'candidate' as const, applicationId }
  return (await isAsked(db, { viewer })) ? toCandidate(db, applicationId) : undefined
}

export const integrityMails = { 'integrity.asked': asked } satisfies Record<string, MailSource>
