import { titleIn } from '#app/domain/vacancy-title.ts'
import { requestToRemind, requestToSend } from '#db/references.ts'
import type { Mail, MailSource, MailTools } from '../mail.ts'
import { considered } from './apply.ts'

type Requested = NonNullable<Awaited<ReturnType<typeof requestToSend>>>

/** To the referee, in the language that the candidate guessed; the link is theirs alone. */
function toReferee({ formats }: MailTools, row: Requested | undefined): Mail | undefined {
  const expiresAt = row?.request.expiresAt
  if (!row || !expiresAt) return undefined
  const { request, candidate, contact, zone } = row
  const { id: requestId, name, email, locale, applicationId } = request
  return {
    to: { name, address: email },
    locale,
    params: {
      candidate,
      vacancy: titleIn(row, locale),
      contact: contact.name,
      contactEmail: contact.email,
      until: formats(locale).day(expiresAt, zone),
    },
    link: { purpose: 'referee', subject: { requestId } },
    applicationId,
  }
}

const request: MailSource = async (tools, { requestId = '' }) =>
  toReferee(tools, await requestToSend(tools.db, { requestId, now: tools.now }))

const reminder: MailSource = async (tools, { requestId = '' }) =>
  toReferee(tools, await requestToRemind(tools.db, { requestId, now: tools.now }))

export const referencesMails = {
  'references.asked': considered,
  'references.another': considered,
  'references.request': request,
  'references.reminder': reminder,
} satisfies Record<string, MailSource>
