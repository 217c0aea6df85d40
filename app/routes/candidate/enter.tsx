import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openTo, refuse, within, wordParam } from '#app/server/guard.ts'
import { enter } from '#app/server/sign-in.ts'
import { hashToken } from '#app/server/tokens.ts'
import { CandidatePage } from '#app/ui/CandidatePage.tsx'
import { LinkForm } from '#app/ui/LinkForm.tsx'
import { title as meta } from '#app/ui/title.ts'
import { readStatusLink } from '#db/status-links.ts'

export { meta }

/** The link of a mail: it says who this is, and the address is clean again at once. One that is over offers another. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now, ip, t } = openTo(args, 'everybody')
  await within(args.context, 'token', ip)
  const read = await readStatusLink(db, { tokenHash: hashToken(wordParam(args, 'token')), now: now() })
  if ('ok' in read) {
    const { applicationId, locale } = read
    return enter(args.request, args.context, {
      kind: 'candidate',
      subject: { applicationId },
      locale,
      to: '/a',
    })
  }
  if (read.refused === 'link-unknown') return refuse(404, 'not-found')
  return data({ title: t('status.link.over') }, { status: 410 })
}

export default function LinkOver() {
  const { title } = useLoaderData<typeof loader>()
  return (
    <CandidatePage>
      <LinkForm title={title} />
    </CandidatePage>
  )
}
