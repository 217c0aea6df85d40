import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { gradingCost } from '#app/domain/grading-cost.ts'
import { jobPosting } from '#app/domain/job-posting.ts'
import { postingGaps } from '#app/domain/posting-check.ts'
import { missing } from '#app/domain/vacancy.ts'
import { vacancyPage } from '#app/domain/vacancy-page.ts'
import { dayIn } from '#app/domain/zones.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { readForm } from '#app/server/form.ts'
import { found, idParam, requireStaff } from '#app/server/guard.ts'
import { statusOfRefusal } from '#app/server/refusals.ts'
import { shelfFor } from '#app/server/shelf.ts'
import { Button } from '#app/ui/Button.tsx'
import { PrivacyLink } from '#app/ui/PrivacyLink.tsx'
import { PublicPage } from '#app/ui/PublicPage.tsx'
import staff from '#app/ui/staff.css?url'
import { title } from '#app/ui/title.ts'
import { Refused } from '#app/ui/vacancy/Refused.tsx'
import { VacancyChecks } from '#app/ui/vacancy/VacancyChecks.tsx'
import { VacancyPage } from '#app/ui/vacancy/VacancyPage.tsx'
import { VacancyReach } from '#app/ui/vacancy/VacancyReach.tsx'
import { postingLines } from '#app/ui/vacancy/words.ts'
import sheet from '#app/ui/vacancy.css?url'
import { organisation } from '#db/organisation.ts'
import { findVacancy } from '#db/vacancies/list.ts'
import { publishVacancy } from '#db/vacancies/status.ts'

export const meta = title
export const links = () => [staff, sheet].map((href) => ({ rel: 'stylesheet', href }))

/** The very page that everybody will see, under what the team should know before they do. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await requireStaff(args, 'see-vacancies')
  const { db, t, locale, viewer, appUrl, now } = context
  const library = await shelfFor(context)
  const { vacancy, ...row } = found(await findVacancy(db, { viewer, id: idParam(args, 'id') }))
  const { name, website, contactEmail } = await organisation(db)
  const assignment = library.assignment(vacancy.assignmentKey)?.content ?? null
  const posting = jobPosting(
    { ...vacancy, id: row.id, publishedAt: row.publishedAt ?? now() },
    { name, url: website },
    `${appUrl}/jobs/${row.slug}`,
    { locale, lines: postingLines(context, vacancy) },
  )
  const decider = row.publishedBy ?? viewer.name
  return {
    title: t('vacancies.preview.title'),
    id: row.id,
    rev: row.rev,
    status: row.status,
    mayEdit: row.may.edit && row.status !== 'closed',
    mayPublish: row.may.publish && row.status === 'draft',
    missing: row.status === 'closed' ? [] : missing(vacancy, dayIn(vacancy.schedule.zone, now())),
    gaps: postingGaps(posting),
    posting: JSON.stringify(posting, null, 2),
    cost: gradingCost(assignment?.sections ?? []),
    page: vacancyPage(vacancy, { slug: row.slug, locale, assignment, decider, contact: contactEmail }),
  }
}

/** Publishes what was previewed: a revision that came in between is refused. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireStaff(args, 'publish-vacancy')
  const { db, viewer, now } = context
  const id = idParam(args, 'id')
  const form = await readForm(args.request)
  const rev = Number(form.text('rev'))
  const done = found(
    await publishVacancy(db, { viewer, id, rev, shelf: await shelfFor(context), now: now() }),
  )
  if ('refused' in done) return data({ refused: done.refused }, { status: statusOfRefusal(done.refused) })
  return redirect(`/team/vacancies/${id}/about`, 303)
}

export default function Preview() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useI18n()
  const base = `/team/vacancies/${view.id}`
  const ready = view.mayPublish && view.missing.length === 0
  return (
    <>
      <aside className="check-strip dense" aria-label={t('vacancies.preview.check')}>
        <div className="page-head">
          <div>
            <p className="crumb">
              <Link to="/team/vacancies">{t('vacancies.title')}</Link> ·{' '}
              <Link to={`${base}/about`}>{view.page.title || t('vacancies.untitled')}</Link>
            </p>
            <p className="strong">{t('vacancies.preview.title')}</p>
            <p className="quiet">
              {view.status === 'draft' ? t('vacancies.preview.draft') : t('vacancies.preview.live')}
            </p>
          </div>
          <div className="acts">
            {view.mayEdit && (
              <Link className={ready || !view.mayPublish ? 'btn' : 'btn primary'} to={`${base}/edit`}>
                {t('vacancies.home.edit')}
              </Link>
            )}
            {ready && (
              <Form method="post">
                <input type="hidden" name="rev" value={view.rev} />
                <Button kind="primary">{t('vacancies.preview.publish')}</Button>
              </Form>
            )}
          </div>
        </div>
        {answer && <Refused words={t(`vacancies.refusals.${answer.refused}`)} />}
        <VacancyChecks view={view} editPath={`${base}/edit`} />
      </aside>
      <div className="under">
        <PublicPage wide foot={<PrivacyLink />} reach={<VacancyReach />}>
          <VacancyPage page={view.page} />
        </PublicPage>
      </div>
    </>
  )
}
