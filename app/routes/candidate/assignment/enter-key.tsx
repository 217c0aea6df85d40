import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'
import { openTo, refuse, within, wordParam } from '#app/server/guard.ts'
import { enter } from '#app/server/sign-in.ts'
import { hashToken } from '#app/server/tokens.ts'
import { Button } from '#app/ui/Button.tsx'
import { CandidatePage } from '#app/ui/CandidatePage.tsx'
import { title } from '#app/ui/title.ts'
import { enterByKey } from '#db/attempt-entry.ts'
import { readLink } from '#db/links.ts'

export const meta = title

/** Reading never consumes: mail scanners follow links, so the key is used by the button below. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now, t, ip } = openTo(args, 'everybody')
  await within(args.context, 'token', ip)
  const tokenHash = hashToken(wordParam(args, 'token'))
  const read = await readLink(db, { tokenHash, purpose: 'attempt-entry', now: now() })
  if ('refused' in read) return refuse(read.refused === 'link-unknown' ? 404 : 410, read.refused)
  return { title: t('attempt.entry.title') }
}

export async function action(args: ActionFunctionArgs) {
  const { db, now, ip, locale } = openTo(args, 'everybody')
  await within(args.context, 'token', ip)
  const used = await enterByKey(db, { tokenHash: hashToken(wordParam(args, 'token')), now: now() })
  if ('refused' in used) return refuse(410, used.refused)
  const subject = { applicationId: used.applicationId }
  return enter(args.request, args.context, {
    kind: 'candidate',
    subject,
    locale,
    entered: true,
    to: '/a/assignment',
  })
}

export default function EnterKeyPage() {
  const { title } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <CandidatePage>
      <div className="stack">
        <h1>{title}</h1>
        <p className="lede">{t('attempt.entry.ready')}</p>
        <Form method="post">
          <Button kind="primary">{t('attempt.goOn')}</Button>
        </Form>
      </div>
    </CandidatePage>
  )
}
