import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publicPath } from '#app/domain/locale.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { appliedEmail } from '#app/server/cookies.ts'
import { openTo } from '#app/server/guard.ts'
import { PublicPage } from '#app/ui/PublicPage.tsx'
import { title as meta } from '#app/ui/title.ts'

export { meta }

/** The same page for everybody who has sent the form, whatever became of it: the mail says the rest. */
export async function loader(args: LoaderFunctionArgs) {
  const { t, sampleMode } = openTo(args, 'everybody')
  return {
    title: t('apply.applied.title'),
    email: await appliedEmail(args.request, args.context),
    sample: await sampleMode(),
  }
}

export default function AppliedPage() {
  const { title, email, sample } = useLoaderData<typeof loader>()
  const { t, locale } = useI18n()
  return (
    <PublicPage>
      <div className="stack">
        <h1>{title}</h1>
        <p className="lede">{email ? t('apply.applied.to', { email }) : t('apply.applied.sent')}</p>
        {sample && (
          <p>
            {t('apply.applied.sample')} <a href="/dev/mail">{t('apply.applied.mail')}</a>
          </p>
        )}
        <p className="quiet">
          {t('apply.applied.nothing')} <a href="/link">{t('apply.applied.again')}</a>
        </p>
        <p>
          <a href={publicPath(locale, '/jobs')}>{t('apply.applied.jobs')}</a>
        </p>
      </div>
    </PublicPage>
  )
}
