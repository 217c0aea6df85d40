import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { fieldIssues } from '#app/domain/issues.ts'
import { reviewAnswerForm } from '#app/domain/review.ts'
import { titleIn } from '#app/domain/vacancy-title.ts'
import type { MessageKey } from '#app/i18n/keys.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { readForm } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import stylesheet from '#app/ui/decisions.css?url'
import { Lamp } from '#app/ui/Lamp.tsx'
import { AnswerForm } from '#app/ui/reports/AnswerForm.tsx'
import reportStyle from '#app/ui/reports.css?url'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { Stage } from '#app/ui/Stage.tsx'
import { title } from '#app/ui/title.ts'
import { answerReview, reviewForStaff } from '#db/reviews.ts'

export const meta = title
export const links = () => [stylesheet, reportStyle].map((href) => ({ rel: 'stylesheet', href }))

/** What the candidate writes, what to read first, and the answer: by somebody who did not decide. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now, locale, t } = await requireStaff(args, 'decide')
  const requestId = idParam(args, 'request')
  const read = found(await reviewForStaff(db, { viewer, requestId, locale, now: now() }))
  return {
    title: t('reports.reviews.one', { name: read.name }),
    id: read.id,
    applicationId: read.applicationId,
    vacancy: titleIn(read, locale),
    stage: read.stage,
    zone: read.zone,
    text: read.text,
    dueAt: read.dueAt.toISOString(),
    askedAt: read.askedAt.toISOString(),
    late: read.answeredAt === null && read.dueAt < now(),
    answeredAt: read.answeredAt?.toISOString() ?? null,
    answeredBy: read.answeredBy,
    outcome: read.outcome,
    answer: read.answer,
    candidateLocale: read.candidateLocale,
    refused: read.refused,
    answers: read.answers.map(({ id, code, title: scenario, grades }) => ({ id, code, scenario, grades })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'decide')
  await within(args.context, 'write', viewer.userId)
  const requestId = idParam(args, 'request')
  const { fields, lists } = await formOf(args.request)
  const again = (issues: Record<string, string>, refused?: string, status = 422) =>
    data({ typed: fields, issues, refused }, { status })
  const parsed = reviewAnswerForm.safeParse({ ...fields, further: lists })
  if (!parsed.success) return again(fieldIssues(parsed.error))
  const done = found(await answerReview(db, { viewer, requestId, form: parsed.data, now: now() }))
  if ('refused' in done) {
    if (done.refused === 'role-too-low') return refuse(403, done.refused)
    return again({}, done.refused, 409)
  }
  return redirect(`/team/reviews/${requestId}`, { status: 303 })
}

async function formOf(request: Request) {
  const { fields, all } = await readForm(request)
  return { fields, lists: all('further') }
}

export default function ReviewPage() {
  const page = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const { t, formats } = useI18n()
  const address = `/team/applications/${page.applicationId}`
  return (
    <>
      <PageHead
        crumb={<Link to="/team/reviews">{t('reports.reviews.title')}</Link>}
        title={page.title}
        who={
          <>
            <Stage stage={page.stage} />
            <span>{page.vacancy}</span>
            {page.answeredAt === null && (
              <span>
                {t('reports.reviews.due')} {formats.day(page.dueAt, page.zone)}{' '}
                {page.late && <Lamp>{t('reports.reviews.late')}</Lamp>}
              </span>
            )}
          </>
        }
      />
      <div className="report-page">
        <div>
          <section className="first stack">
            <h2>{t('reports.reviews.text')}</h2>
            <p className="read typed">{page.text}</p>
            <p className="label">{formats.dateTime(page.askedAt, page.zone)}</p>
          </section>
          <section className="first">
            <h2>{t('reports.reviews.read')}</h2>
            <ul className="rows">
              <li>
                <Link to={`${address}/profile`}>{t('reports.reviews.readProfile')}</Link>
              </li>
              <li>
                <Link to={`${address}/decide`}>{t('reports.reviews.readDecision')}</Link>
              </li>
              <li>
                <Link to={`${address}/report`}>{t('reports.reviews.readReport')}</Link>
              </li>
            </ul>
          </section>
        </div>
        <section className="first stack">
          <h2>{t('reports.reviews.answerHead')}</h2>
          {page.outcome ? (
            <>
              <p className="strong">{t(`reports.review.outcomes.${page.outcome}`)}</p>
              <p className="read typed">{page.answer}</p>
              <p className="label">
                {t('reports.reviews.answeredLine', {
                  name: page.answeredBy ?? '',
                  date: formats.dateTime(page.answeredAt ?? '', page.zone),
                })}
              </p>
            </>
          ) : page.refused ? (
            <p>{t(`reports.refusals.${page.refused}`)}</p>
          ) : (
            <>
              {again?.refused && (
                <p role="alert" className="strong">
                  {t(`reports.refusals.${again.refused}` as MessageKey)}
                </p>
              )}
              <AnswerForm
                id={page.id}
                candidateLocale={page.candidateLocale}
                rejected={page.stage === 'rejected'}
                answers={page.answers}
                typed={again?.typed}
                issues={again?.issues}
              />
            </>
          )}
        </section>
      </div>
    </>
  )
}
