import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { canAnywhere } from '#app/domain/access.ts'
import { dayIn } from '#app/domain/zones.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { requireStaff } from '#app/server/guard.ts'
import { LinkButton } from '#app/ui/Button.tsx'
import { Empty } from '#app/ui/Empty.tsx'
import { Desk } from '#app/ui/pipeline/Desk.tsx'
import { ToDo } from '#app/ui/pipeline/ToDo.tsx'
import { DeskPart, InterviewsPart, PlanPart, ReadyPart } from '#app/ui/pipeline/TodayParts.tsx'
import { rowView } from '#app/ui/pipeline/view.ts'
import sheet from '#app/ui/pipeline.css?url'
import { ReportsPart } from '#app/ui/reports/ReportsPart.tsx'
import { ReviewsPart } from '#app/ui/reports/ReviewsPart.tsx'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { FailedPart } from '#app/ui/staff/FailedPart.tsx'
import { title } from '#app/ui/title.ts'
import { failedCount } from '#db/failed-jobs.ts'
import {
  applicationsOf,
  deskOf,
  interviewsToday,
  overdueCount,
  vacancyStates,
  waitingForReadiness,
} from '#db/pipeline.ts'
import { reportsOwed } from '#db/reports.ts'
import { reviewsWaiting } from '#db/reviews.ts'
import { zoneOf } from '#db/zone.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: sheet }]

const shown = 8

/** What needs this viewer now; each role has its own parts. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, locale, t, ...context } = await requireStaff(args)
  const now = context.now()
  const manages = canAnywhere(viewer, 'move-application')
  const order = { by: 'word', down: false } as const
  const mine = manages
    ? await applicationsOf(db, { viewer, filter: { mine: '1' }, order, now })
    : { rows: [], next: undefined }
  const rows = mine.rows.map((row) => rowView(row, locale, now))
  const [overdue, yours] = [
    rows.filter(({ turn }) => turn === 'overdue'),
    rows.filter(({ turn }) => turn === 'yours'),
  ]
  const desk = canAnywhere(viewer, 'grade') ? await deskOf(db, viewer, now) : null
  return {
    title: t('pipeline.today.title'),
    manages,
    drafts: canAnywhere(viewer, 'edit-vacancy') ? await vacancyStates(db, viewer) : null,
    late: overdue.length > 0 ? await overdueCount(db, viewer, now) : 0,
    overdue: overdue.slice(0, shown),
    yours: yours.slice(0, shown),
    more: mine.next !== undefined || yours.length > shown,
    desk: desk && { ...desk, due: desk.due && dayIn(await zoneOf(db, viewer), desk.due) },
    interviews: (await interviewsToday(db, viewer, locale, now)).map(({ startsAt, ...one }) => ({
      ...one,
      startsAt: startsAt.toISOString(),
    })),
    ready: canAnywhere(viewer, 'sign-readiness') ? await waitingForReadiness(db, viewer) : null,
    plan: canAnywhere(viewer, 'follow-plan'),
    failed: (await failedCount(db, viewer)) > 0,
    reviews: canAnywhere(viewer, 'decide') ? await reviewsWaiting(db, viewer) : 0,
    reports: await reportsOwed(db, { viewer, now }),
  }
}

export default function Today() {
  const {
    title: heading,
    manages,
    drafts,
    late,
    overdue,
    yours,
    more,
    desk,
    interviews,
    ready,
    plan,
    failed,
    reviews,
    reports,
  } = useLoaderData<typeof loader>()
  const busy = overdue.length + yours.length > 0
  const aside = desk && (desk.open > 0 || !manages)
  const alone = !busy && interviews.length === 0 && !ready && !plan
  return (
    <>
      <PageHead title={heading} />
      <Desk rows={[...overdue, ...yours]}>
        <div className="today">
          <div className="stack wide">
            {overdue.length > 0 && (
              <ToDo kind="overdue" rows={overdue} count={late} all="/team/people?late=1&sort=word" />
            )}
            {yours.length > 0 && (
              <ToDo kind="yours" rows={yours} all={more ? '/team/people?mine=1&sort=word' : undefined} />
            )}
            {manages && !busy && <Nothing drafts={drafts} />}
            {alone && !manages && desk && <DeskPart desk={desk} />}
            {ready && <ReadyPart ready={ready} />}
            {plan && <PlanPart />}
          </div>
          <aside className="stack wide">
            {failed && <FailedPart />}
            {reviews > 0 && <ReviewsPart count={reviews} />}
            {reports.length > 0 && <ReportsPart owed={reports} />}
            {interviews.length > 0 && <InterviewsPart interviews={interviews} />}
            {aside && !(alone && !manages) && <DeskPart desk={desk} />}
          </aside>
        </div>
      </Desk>
    </>
  )
}

function Nothing({ drafts }: { drafts: { draft: number; published: number; closed: number } | null }) {
  const { t } = useI18n()
  if (!drafts || drafts.published + drafts.closed > 0) return <Empty>{t('pipeline.today.nothing')}</Empty>
  if (drafts.draft > 0)
    return (
      <Empty
        act={
          <LinkButton kind="primary" to="/team/vacancies">
            {t('pipeline.today.draftsAct')}
          </LinkButton>
        }
      >
        {t('pipeline.today.drafts', { count: drafts.draft })}
      </Empty>
    )
  return (
    <Empty
      act={
        <LinkButton kind="primary" to="/team/vacancies/new">
          {t('pipeline.today.noVacancyAct')}
        </LinkButton>
      }
    >
      {t('pipeline.today.noVacancy')}
    </Empty>
  )
}
