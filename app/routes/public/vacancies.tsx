import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isId } from '#app/domain/id.ts'
import { publicPath } from '#app/domain/locale.ts'
import { textFor } from '#app/domain/vacancy-page.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { openTo } from '#app/server/guard.ts'
import { PrivacyLink } from '#app/ui/PrivacyLink.tsx'
import { PublicPage } from '#app/ui/PublicPage.tsx'
import { publicHead } from '#app/ui/public-head.ts'
import { daysWords, hoursWords, payWords } from '#app/ui/vacancy/words.ts'
import sheet from '#app/ui/vacancy.css?url'
import { organisation } from '#db/organisation.ts'
import { openVacancies } from '#db/vacancies/public.ts'

export const meta = publicHead
export const links = () => [{ rel: 'stylesheet', href: sheet }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, locale, t, appUrl, now } = openTo(args, 'everybody')
  const before = new URL(args.request.url).searchParams.get('before') ?? ''
  const page = await openVacancies(db, {
    now: now(),
    before: isId(before) ? before : undefined,
  })
  const { name, contactEmail } = await organisation(db)
  return {
    head: {
      title: t('jobs.list.title'),
      description: t('jobs.list.description', { organisation: name }),
      path: '/jobs',
      locale,
      appUrl,
      organisation: name,
    },
    contact: contactEmail,
    older: page.older,
    vacancies: page.vacancies.map(({ slug, vacancy }) => {
      const { text, textLocale } = textFor(vacancy, locale)
      const { payMin, payMax, currency, payPeriod, schedule, remote, place, closesOn, openings } = vacancy
      return {
        slug,
        title: text.title,
        lang: textLocale === locale ? undefined : textLocale,
        pay: { payMin, payMax, currency, payPeriod },
        schedule,
        remote,
        place,
        closesOn,
        openings: openings.length,
      }
    }),
  }
}

export default function Vacancies() {
  const { vacancies, older, contact } = useLoaderData<typeof loader>()
  const speech = useI18n()
  const { t, locale, formats } = speech
  return (
    <PublicPage foot={<PrivacyLink />}>
      <div>
        <h1>{t('jobs.list.title')}</h1>
        <p className="lede">{t('jobs.list.lede')}</p>
      </div>
      {vacancies.length === 0 ? (
        <div className="empty">
          <p>
            {t('jobs.list.empty')} <a href={`mailto:${contact}`}>{contact}</a>
          </p>
        </div>
      ) : (
        <ul className="jobs">
          {vacancies.map((job) => (
            <li key={job.slug}>
              <h2 lang={job.lang}>
                <a href={publicPath(locale, `/jobs/${job.slug}`)}>{job.title}</a>
              </h2>
              <p className="pay num">
                {payWords(speech, job.pay)} <small>{t(`domain.payPeriods.${job.pay.payPeriod}`)}</small>
              </p>
              <p>
                {job.remote ? t('jobs.facts.remote') : job.place} · {hoursWords(speech, job.schedule)}
              </p>
              <p className="quiet">{daysWords(speech, job.schedule)}</p>
              {job.closesOn && (
                <p className="label">
                  {t('jobs.seatsUntil', { count: job.openings, date: formats.date(job.closesOn) })}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {older && (
        <p>
          <a href={`${publicPath(locale, '/jobs')}?before=${older}`}>{t('jobs.list.older')}</a>
        </p>
      )}
    </PublicPage>
  )
}
