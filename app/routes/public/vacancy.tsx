import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { jobPosting } from '#app/domain/job-posting.ts'
import { publicPath } from '#app/domain/locale.ts'
import { textFor, vacancyPage } from '#app/domain/vacancy-page.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { found, openTo, wordParam } from '#app/server/guard.ts'
import { PrivacyLink } from '#app/ui/PrivacyLink.tsx'
import { PublicPage } from '#app/ui/PublicPage.tsx'
import { publicHead } from '#app/ui/public-head.ts'
import { VacancyPage } from '#app/ui/vacancy/VacancyPage.tsx'
import { VacancyReach } from '#app/ui/vacancy/VacancyReach.tsx'
import { postingLines } from '#app/ui/vacancy/words.ts'
import sheet from '#app/ui/vacancy.css?url'
import { organisation } from '#db/organisation.ts'
import { pinnedAssignment } from '#db/pinned.ts'
import { publicVacancy } from '#db/vacancies/public.ts'

export const meta = publicHead
export const links = () => [{ rel: 'stylesheet', href: sheet }]

export async function loader(args: LoaderFunctionArgs) {
  const context = openTo(args, 'everybody')
  const { db, locale, t, appUrl, now } = context
  const slug = wordParam(args, 'slug')
  const { open, vacancy, decider, assignmentHash, ...posted } = found(
    await publicVacancy(db, { slug, now: now() }),
  )
  const { name, website, contactEmail } = await organisation(db)
  const { text } = textFor(vacancy, locale)
  const path = `/jobs/${slug}`
  const about = { path, locale, appUrl, organisation: name }
  if (!open) {
    const head = { ...about, title: t('jobs.closed.title'), description: t('jobs.closed.text') }
    return data({ head, page: null }, { status: 410 })
  }
  const posting = jobPosting(
    { ...vacancy, id: posted.id, publishedAt: posted.publishedAt },
    { name, url: website },
    appUrl + publicPath(locale, path),
    { locale, lines: postingLines(context, vacancy) },
  )
  const assignment = await pinnedAssignment(db, assignmentHash)
  return data({
    head: { ...about, title: text.title, description: text.summary, posting },
    page: vacancyPage(vacancy, { slug, locale, assignment, decider, contact: contactEmail }),
  })
}

export default function Vacancy() {
  const { page } = useLoaderData<typeof loader>()
  const { t, locale } = useI18n()
  if (!page)
    return (
      <PublicPage foot={<PrivacyLink />}>
        <div className="stack">
          <h1>{t('jobs.closed.title')}</h1>
          <p className="lede">{t('jobs.closed.text')}</p>
          <p>
            <Link className="btn primary" to={publicPath(locale, '/jobs')}>
              {t('jobs.closed.link')}
            </Link>
          </p>
        </div>
      </PublicPage>
    )
  return (
    <PublicPage
      wide
      foot={<PrivacyLink />}
      reach={<VacancyReach to={publicPath(locale, `/jobs/${page.slug}/apply`)} />}
    >
      <VacancyPage page={page} />
    </PublicPage>
  )
}
