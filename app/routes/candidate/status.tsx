import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { isActive } from '#app/domain/pipeline.ts'
import { isOverdue, wordDue } from '#app/domain/silence.ts'
import { titleOf } from '#app/domain/vacancy-title.ts'
import { dayIn } from '#app/domain/zones.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { found, requireCandidate } from '#app/server/guard.ts'
import { Button } from '#app/ui/Button.tsx'
import { CandidatePage } from '#app/ui/CandidatePage.tsx'
import { ReviewPart } from '#app/ui/reports/ReviewPart.tsx'
import { Stage } from '#app/ui/Stage.tsx'
import { Ahead } from '#app/ui/status/Ahead.tsx'
import { History } from '#app/ui/status/History.tsx'
import stylesheet from '#app/ui/status.css?url'
import { title as meta } from '#app/ui/title.ts'
import { isAsked } from '#db/integrity/statement.ts'
import { ownReport } from '#db/reports.ts'
import { reviewState } from '#db/reviews.ts'
import { statusOf } from '#db/status.ts'

export { meta }
export const links = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now, t, locale } = await requireCandidate(args)
  const status = found(await statusOf(db, { viewer, now: now() }))
  const { stage, zone, contact, ahead, history, answerBy } = status
  const today = dayIn(zone, now())
  return {
    title: t('status.title'),
    vacancy: titleOf(status, locale),
    stage,
    zone,
    contact,
    ahead,
    history,
    naming: history.some(({ what }) => what === 'references-asked'),
    answerBy: answerBy && answerBy >= today ? answerBy : null,
    asked: await isAsked(db, { viewer }),
    report: (await ownReport(db, { viewer })) !== null,
    review: await reviewState(db, { viewer, now: now() }),
    due: { at: wordDue(status.lastWordAt), over: isOverdue(status.lastWordAt, zone, now()) },
  }
}

export default function StatusPage() {
  const { vacancy, stage, zone, contact, ahead, history, naming, answerBy, due, asked, report, review } =
    useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <CandidatePage>
      <div className="now stack">
        <p className="label" lang={vacancy.lang}>
          {vacancy.title}
        </p>
        {(isActive(stage) || stage === 'hired') && <Stage stage={stage} word={t(`status.stage.${stage}`)} />}
        {asked && (
          <p>
            {t('status.statement.ahead')} <a href="/a/statement">{t('status.statement.link')}</a>
          </p>
        )}
        <Ahead {...{ ahead, zone, contact, naming, answerBy, due }} />
      </div>
      {report && (
        <section>
          <h2>{t('reports.status.heading')}</h2>
          <p>
            {t('reports.status.text')} <a href="/a/report">{t('reports.status.act')}</a>
          </p>
        </section>
      )}
      <ReviewPart state={review} />
      <section>
        <h2>{t('status.contact.title')}</h2>
        <p>
          {t('status.contact.text', { name: contact.name })}{' '}
          <a href={`mailto:${contact.email}`}>{contact.email}</a>
        </p>
      </section>
      <History history={history} zone={zone} />
      <section>
        <h2>{t('status.data.title')}</h2>
        <p>
          <a href="/a/data">{t('status.data.see')}</a>
        </p>
      </section>
      {isActive(stage) && (
        <section>
          <h2>{t('status.withdraw.title')}</h2>
          <p>
            {t('status.withdraw.text')} {stage === 'offer' && t('status.withdraw.offer')}
          </p>
          <Form method="post" action="/a/withdraw">
            <Button>{t('status.withdraw.act')}</Button>
          </Form>
        </section>
      )}
    </CandidatePage>
  )
}
