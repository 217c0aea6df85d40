import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { countLimit } from '#app/domain/bounded.ts'
import { textFor } from '#app/domain/vacancy-page.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { found, idParam, requireStaff } from '#app/server/guard.ts'
import { shelfFor } from '#app/server/shelf.ts'
import { LinkButton } from '#app/ui/Button.tsx'
import { Facts } from '#app/ui/Facts.tsx'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { title } from '#app/ui/title.ts'
import { Plans } from '#app/ui/vacancy/Plans.tsx'
import { VacancyTabs } from '#app/ui/vacancy/VacancyTabs.tsx'
import { payWords, startsWords } from '#app/ui/vacancy/words.ts'
import { findVacancy } from '#db/vacancies/list.ts'
import { plansOf } from '#db/vacancies/plans.ts'

export const meta = title

/** About the vacancy: what it is now, and where everything that belongs to it lies. Its candidates have a page of their own. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await requireStaff(args, 'see-vacancies')
  const { db, t, locale, viewer, appUrl } = context
  const library = await shelfFor(context)
  const { vacancy, ...row } = found(await findVacancy(db, { viewer, id: idParam(args, 'id') }))
  const { text, textLocale } = textFor(vacancy, locale)
  const { payMin, payMax, currency, payPeriod, closesOn, answerBy, openings } = vacancy
  const plans = await plansOf(db, { viewer, vacancyId: row.id })
  return {
    title: text.title || t('vacancies.untitled'),
    lang: text.title && textLocale !== locale ? textLocale : undefined,
    id: row.id,
    path: `/jobs/${row.slug}`,
    address: `${appUrl}/jobs/${row.slug}`,
    status: row.status,
    team: row.teamName,
    zone: vacancy.schedule.zone,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    publishedBy: row.publishedBy,
    applications: row.applications,
    graders: row.graders,
    may: row.may,
    pay: payMin === null && payMax === null ? null : { payMin, payMax, currency, payPeriod },
    closesOn,
    answerBy,
    openings: openings.map(({ startsOn }) => startsOn),
    assignment: library.assignment(vacancy.assignmentKey)?.content.titles[locale] ?? vacancy.assignmentKey,
    plans: plans.map(({ id, plan, hash, frozenAt, frozenBy, changes, attempts }) => ({
      id,
      plan,
      hash,
      frozenAt: frozenAt.toISOString(),
      frozenBy,
      changes,
      attempts,
    })),
  }
}

export default function VacancyHome() {
  const job = useLoaderData<typeof loader>()
  const speech = useI18n()
  const { t, formats } = speech
  const base = `/team/vacancies/${job.id}`
  const draft = job.status === 'draft'
  const facts = [
    { name: t('vacancies.home.team'), value: job.team },
    job.publishedAt &&
      !draft && {
        name: t('vacancies.home.published'),
        value: t('vacancies.home.publishedBy', {
          date: formats.date(job.publishedAt, job.zone),
          name: job.publishedBy ?? '',
        }),
      },
    job.closesOn && { name: t('vacancies.home.closes'), value: formats.date(job.closesOn) },
    job.answerBy && { name: t('vacancies.home.answer'), value: formats.date(job.answerBy) },
    {
      name: t('vacancies.home.openings'),
      value: formats.number(job.openings.length),
      note: startsWords(speech, job.openings),
    },
    job.pay && {
      name: t('vacancies.home.pay'),
      value: payWords(speech, job.pay),
      note: t(`domain.payPeriods.${job.pay.payPeriod}`),
    },
    { name: t('vacancies.home.assignment'), value: job.assignment },
  ]
  return (
    <>
      <PageHead
        crumb={<Link to="/team/vacancies">{t('vacancies.title')}</Link>}
        title={<span lang={job.lang}>{job.title}</span>}
        who={
          <>
            <span className="strong">{t(`vacancies.status.${job.status}`)}</span>
            {draft ? <span>{t('vacancies.home.draftNote')}</span> : <Applied job={job} to={base} />}
          </>
        }
        acts={
          <>
            {job.status !== 'closed' && job.may.edit && (
              <LinkButton to={`${base}/edit`}>{t('vacancies.home.edit')}</LinkButton>
            )}
            {draft ? (
              <LinkButton to={`${base}/preview`} kind="primary" reloadDocument>
                {job.may.publish ? t('vacancies.home.publish') : t('vacancies.home.preview')}
              </LinkButton>
            ) : (
              <>
                <LinkButton to={`${base}/preview`} reloadDocument>
                  {t('vacancies.home.preview')}
                </LinkButton>
                <LinkButton to={job.path} reloadDocument>
                  {t('vacancies.home.public')}
                </LinkButton>
                {job.may.edit && (
                  <LinkButton to={base} kind="primary">
                    {t('vacancies.home.applications')}
                  </LinkButton>
                )}
              </>
            )}
          </>
        }
      />
      {!draft && <VacancyTabs id={job.id} only={job.may.edit ? undefined : ['disagreements', 'about']} />}
      <div className="beside">
        <div>
          <section className="first">
            <h2>{t('vacancies.home.facts')}</h2>
            <Facts facts={facts.filter((fact) => !!fact)} />
          </section>
          <Plans plans={job.plans} zone={job.zone} />
        </div>
        <aside className="stack wide">
          <section className="first">
            <h2>{t('vacancies.home.graders')}</h2>
            <p>
              {job.graders === 0
                ? t('vacancies.home.gradersNone')
                : t('vacancies.home.gradersCount', { count: job.graders })}
            </p>
            {job.may.edit && !draft && <Link to={`${base}/graders`}>{t('vacancies.home.invite')}</Link>}
            {!draft && (
              <p>
                <Link to={`${base}/disagreements`}>{t('agreement.openDisagreements')}</Link>
              </p>
            )}
          </section>
          {job.status === 'published' && (
            <section className="first stack">
              <h2>{t('vacancies.home.change')}</h2>
              {job.applications === 0 && (
                <p>
                  {t('vacancies.home.nobody')} <a href={job.path}>{job.address}</a>
                </p>
              )}
              {job.may.publish && (
                <>
                  {job.applications === 0 && (
                    <p>
                      <Link to={`${base}/unpublish`}>{t('vacancies.home.unpublish')}</Link>
                    </p>
                  )}
                  <p>
                    <Link to={`${base}/close`}>{t('vacancies.home.close')}</Link>
                  </p>
                </>
              )}
            </section>
          )}
        </aside>
      </div>
    </>
  )
}

function Applied({ job, to }: { job: { applications: number; may: { edit: boolean } }; to: string }) {
  const { t } = useI18n()
  const words =
    job.applications > countLimit
      ? t('vacancies.list.more', { count: countLimit })
      : t('vacancies.home.applied', { count: job.applications })
  return job.may.edit ? <Link to={to}>{words}</Link> : <span>{words}</span>
}
