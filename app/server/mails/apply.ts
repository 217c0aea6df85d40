import { isActive } from '#app/domain/pipeline.ts'
import { titleIn } from '#app/domain/vacancy-title.ts'
import { addressee } from '#db/addressee.ts'
import type { Mail, MailSource } from '../mail.ts'

/** A mail to the candidate that leads to the status page: what all of them have in common. */
export const toCandidate = async (
  db: Parameters<typeof addressee>[0],
  applicationId: string,
): Promise<(Mail & { zone: string }) | undefined> => {
  const whom = await addressee(db, applicationId)
  if (!whom) return undefined
  const { name, email, locale, zone, contact } = whom
  return {
    to: { name, address: email },
    locale,
    params: { vacancy: titleIn(whom, locale), contact: contact.name, contactEmail: contact.email },
    link: { purpose: 'candidate-status', subject: { applicationId } },
    applicationId,
    zone,
  }
}

/** Something to a candidate who is still considered when the mail leaves. */
export const considered: MailSource = async ({ db }, { applicationId = '' }) => {
  const whom = await addressee(db, applicationId)
  return whom && isActive(whom.stage) ? toCandidate(db, applicationId) : undefined
}

const withLink: MailSource = ({ db }, { applicationId = '' }) => toCandidate(db, applicationId)

export const applyMails = { 'apply.received': withLink, 'apply.again': withLink } satisfies Record<
  string,
  MailSource
>
