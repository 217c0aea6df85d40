import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { fieldIssues } from '#app/domain/issues.ts'
import { reviewForm, reviewRules } from '#app/domain/review.ts'
import type { MessageKey } from '#app/i18n/keys.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { readForm } from '#app/server/form.ts'
import { found, requireCandidate, within } from '#app/server/guard.ts'
import { Button } from '#app/ui/Button.tsx'
import { CandidatePage } from '#app/ui/CandidatePage.tsx'
import { Empty } from '#app/ui/Empty.tsx'
import { Textarea } from '#app/ui/Field.tsx'
import { Asked } from '#app/ui/reports/Asked.tsx'
import stylesheet from '#app/ui/reports.css?url'
import { title as meta } from '#app/ui/title.ts'
import { askReview, ownReviews } from '#db/reviews.ts'
import { statusOf } from '#db/status.ts'

export { meta }
export const links = () => [{ rel: 'stylesheet', href: stylesheet }]

/** What the candidate has asked to be looked at again, and the form for asking. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now, t } = await requireCandidate(args)
  const own = found(await ownReviews(db, { viewer, now: now() }))
  const { zone } = found(await statusOf(db, { viewer, now: now() }))
  return {
    title: t('reports.review.title'),
    zone,
    may: own.may,
    nothing: own.refused === 'nothing-to-review',
    requests: own.requests.map(({ text, askedAt, dueAt, answeredAt, outcome, answer }) => ({
      text,
      askedAt: askedAt.toISOString(),
      dueAt: dueAt.toISOString(),
      late: answeredAt === null && dueAt < now(),
      answeredAt: answeredAt?.toISOString() ?? null,
      outcome,
      answer,
    })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireCandidate(args)
  await within(args.context, 'write', viewer.applicationId)
  const { fields } = await readForm(args.request)
  const again = (issue: string | null, refused: string | null, status: number) =>
    data({ typed: fields.text ?? '', issue, refused }, { status })
  const parsed = reviewForm.safeParse(fields)
  if (!parsed.success) return again(fieldIssues(parsed.error).text ?? 'required', null, 422)
  const done = found(await askReview(db, { viewer, text: parsed.data.text, now: now() }))
  return 'refused' in done ? again(null, done.refused, 409) : redirect('/a/review', { status: 303 })
}

export default function OwnReview() {
  const { zone, may, nothing, requests } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <CandidatePage>
      <div className="stack">
        <h1>{t('reports.review.heading')}</h1>
        <p className="lede">{t('reports.review.lede')}</p>
        {again?.refused && (
          <p role="alert" className="strong">
            {t(`reports.refusals.${again.refused}` as MessageKey)}
          </p>
        )}
        {nothing && (
          <Empty act={<Link to="/a">{t('reports.own.back')}</Link>}>{t('reports.review.nothing')}</Empty>
        )}
        {may && (
          <>
            <p>
              <b>{t('reports.review.promise', { count: reviewRules.days })}</b>
            </p>
            <Form method="post" action="/a/review" className="stack" noValidate>
              <Textarea
                name="text"
                label={t('reports.review.text')}
                hint={t('reports.review.hint')}
                error={again?.issue ? t(`reports.issues.${again.issue}` as MessageKey) : undefined}
                defaultValue={again?.typed}
                maxLength={4000}
              />
              <Button kind="primary">{t('reports.review.act')}</Button>
            </Form>
          </>
        )}
      </div>
      {requests.map((request) => (
        <Asked key={request.askedAt} request={request} zone={zone} />
      ))}
      {!nothing && (
        <p>
          <Link to="/a">{t('reports.own.back')}</Link>
        </p>
      )}
    </CandidatePage>
  )
}
