import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'
import { found, openTo, refuse, within, wordParam } from '#app/server/guard.ts'
import { enter } from '#app/server/sign-in.ts'
import { hashToken } from '#app/server/tokens.ts'
import { PublicPage } from '#app/ui/PublicPage.tsx'
import { title } from '#app/ui/title.ts'
import { consumeLink, readLink } from '#db/links.ts'
import { userById } from '#db/users.ts'

export const meta = title

/** Reading never consumes: mail scanners follow links, so the key is used by the button below. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now, t, ip } = openTo(args, 'everybody')
  await within(args.context, 'token', ip)
  const tokenHash = hashToken(wordParam(args, 'token'))
  const read = await readLink(db, { tokenHash, purpose: 'staff-sign-in', now: now() })
  if ('refused' in read) return refuse(read.refused === 'link-unknown' ? 404 : 410, read.refused)
  return { title: t('shared.signIn.title') }
}

export async function action(args: ActionFunctionArgs) {
  const { db, now, ip } = openTo(args, 'everybody')
  await within(args.context, 'token', ip)
  const used = await consumeLink(db, {
    tokenHash: hashToken(wordParam(args, 'token')),
    purpose: 'staff-sign-in',
    now: now(),
  })
  if (!used?.userId) return refuse(410, 'link-over')
  const user = found(await userById(db, used.userId))
  return enter(args.request, args.context, {
    kind: 'staff',
    subject: { userId: user.id },
    locale: user.locale,
    to: '/team',
  })
}

export default function SignInKey() {
  const { title: heading } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <PublicPage>
      <div className="first">
        <h1>{heading}</h1>
        <p className="quiet">{t('shared.signIn.keyReady')}</p>
        <Form method="post">
          <button className="btn primary" type="submit">
            {t('shared.signIn.submit')}
          </button>
        </Form>
      </div>
    </PublicPage>
  )
}
