import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isEmail, normaliseEmail, textLimits } from '#app/domain/characters.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { readForm } from '#app/server/form.ts'
import { openTo, within } from '#app/server/guard.ts'
import { hashToken } from '#app/server/tokens.ts'
import { LinkForm } from '#app/ui/LinkForm.tsx'
import { PublicPage } from '#app/ui/PublicPage.tsx'
import { title as meta } from '#app/ui/title.ts'
import { askForStatusLink } from '#db/status-links.ts'

export { meta }

export async function loader(args: LoaderFunctionArgs) {
  const { t, sampleMode } = openTo(args, 'everybody')
  return { title: t('status.link.title'), sample: await sampleMode() }
}

/** Says the same to everybody; a mail goes out only where there is an application. */
export async function action(args: ActionFunctionArgs) {
  const { db, now, ip } = openTo(args, 'everybody')
  const form = await readForm(args.request)
  const typed = form.text('email').slice(0, textLimits.email + 1)
  const email = normaliseEmail(typed)
  await within(args.context, 'mail', ip)
  if (email.length > textLimits.email || !isEmail(email))
    return data({ sent: false, email: typed }, { status: 422 })
  await within(args.context, 'mail', hashToken(email))
  await askForStatusLink(db, { email, now: now() })
  return data({ sent: true, email: typed })
}

export default function LinkPage() {
  const { title, sample } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <PublicPage>
      {answer?.sent ? (
        <div className="stack" role="status">
          <h1>{t('status.link.sentTitle')}</h1>
          <p className="lede">{t('status.link.sent')}</p>
          {sample && (
            <p>
              {t('apply.applied.sample')} <a href="/dev/mail">{t('apply.applied.mail')}</a>
            </p>
          )}
        </div>
      ) : (
        <LinkForm title={title} email={answer?.email} wrong={answer !== undefined} />
      )}
    </PublicPage>
  )
}
