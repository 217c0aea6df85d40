import type { LoaderFunctionArgs } from '@remix-run/node'
import { openTo, refuse, within, wordParam } from '#app/server/guard.ts'
import { enter } from '#app/server/sign-in.ts'
import { hashToken } from '#app/server/tokens.ts'
import { openReference, readRefereeLink } from '#db/references.ts'

export { ActOnly as default } from '#app/ui/ActOnly.ts'

/** The link of a mail to a referee: it says for whom they answer, and the address is clean again at once. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now, ip } = openTo(args, 'everybody')
  await within(args.context, 'token', ip)
  const read = await readRefereeLink(db, { tokenHash: hashToken(wordParam(args, 'token')), now: now() })
  if ('refused' in read)
    return read.refused === 'link-unknown' ? refuse(404, 'not-found') : refuse(410, 'reference-over')
  const { requestId, locale } = read
  await openReference(db, { viewer: { kind: 'referee', requestId }, now: now() })
  return enter(args.request, args.context, { kind: 'referee', subject: { requestId }, locale, to: '/r' })
}
