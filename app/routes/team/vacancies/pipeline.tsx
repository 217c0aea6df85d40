import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/access.ts'
import { activeStages, closedStages } from '#app/domain/pipeline.ts'
import { titleOf } from '#app/domain/vacancy-title.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { found, idParam, refuse, requireStaff } from '#app/server/guard.ts'
import { listOf } from '#app/server/list-address.ts'
import { actOnViews, viewRows } from '#app/server/saved-views.ts'
import { LinkButton } from '#app/ui/Button.tsx'
import { Empty } from '#app/ui/Empty.tsx'
import { Board } from '#app/ui/pipeline/Board.tsx'
import { Desk } from '#app/ui/pipeline/Desk.tsx'
import { Filters } from '#app/ui/pipeline/Filters.tsx'
import { KeysLine } from '#app/ui/pipeline/KeysLine.tsx'
import { useListLink } from '#app/ui/pipeline/links.ts'
import { SavedViews, ViewSaid } from '#app/ui/pipeline/SavedViews.tsx'
import { PipelineTable } from '#app/ui/pipeline/Table.tsx'
import { rowView } from '#app/ui/pipeline/view.ts'
import sheet from '#app/ui/pipeline.css?url'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { StageBars } from '#app/ui/StageBars.tsx'
import { title } from '#app/ui/title.ts'
import { VacancyTabs } from '#app/ui/vacancy/VacancyTabs.tsx'
import { applicationsOf, boardOf, stageCounts } from '#db/pipeline.ts'
import { viewsOf } from '#db/saved-views.ts'
import { together } from '#db/together.ts'
import { findVacancy } from '#db/vacancies/list.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: sheet }]

const sorts = ['turn', 'name', 'stage', 'since', 'word'] as const
const own = { usual: 'turn', sorts } as const

/** Who stands where in one vacancy. A draft, and whoever may not see candidates, has the page about the vacancy instead. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, locale, appUrl, ...context } = await requireStaff(args, 'see-vacancies')
  const id = idParam(args, 'id')
  const { vacancy, ...row } = found(await findVacancy(db, { viewer, id }))
  if (row.status === 'draft' || !can(viewer, 'see-applications', row))
    throw redirect(`/team/vacancies/${id}/about`)
  const { filter, order, after, search } = listOf(args.request, own)
  const board = search.get('view') === 'board'
  const now = context.now()
  const list = { viewer, vacancyId: id, filter, now }
  const [counts, page, views] = await together(db, () => [
    stageCounts(db, { viewer, vacancyId: id }),
    board
      ? boardOf(db, list).then((rows) => ({ rows, next: undefined }))
      : applicationsOf(db, { ...list, order, after }),
    viewsOf(db, { viewer, list: 'candidates', teamIds: [row.teamId] }),
  ])
  const { title: name, lang } = titleOf(vacancy, locale)
  return {
    title: name,
    lang: lang === locale ? undefined : lang,
    id,
    path: `/jobs/${row.slug}`,
    address: `${appUrl}/jobs/${row.slug}`,
    closed: row.status === 'closed',
    closesOn: vacancy.closesOn,
    openings: vacancy.openings.length,
    board,
    filter,
    order,
    first: !after,
    counts,
    rows: page.rows.map((one) => rowView(one, locale, now)),
    next: page.next,
    views: viewRows(views, { filter, order, board }, own),
  }
}

/** Keeps the list as it is under a name, renames what was kept, takes it off, brings it back. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer } = await requireStaff(args, 'see-applications')
  const row = found(await findVacancy(db, { viewer, id: idParam(args, 'id') }))
  if (!can(viewer, 'see-applications', row)) return refuse(403, 'role-too-low')
  return actOnViews(args, { ...own, viewer, list: 'candidates', teamIds: [row.teamId] })
}

type View = ReturnType<typeof useLoaderData<typeof loader>>
const narrowed = ({ filter }: View) => Object.values(filter).some((value) => value !== undefined)

export default function Pipeline() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { title: heading, lang, id, counts, board, rows, filter } = view
  const { t, formats } = useI18n()
  const link = useListLink()
  const open = view.closesOn ? t('pipeline.list.crumb', { day: formats.day(view.closesOn) }) : undefined
  const facts = [
    view.closed ? t('pipeline.list.crumbClosed') : open,
    t('pipeline.list.openings', { count: view.openings }),
  ]
  const bars = [...activeStages, 'hired' as const].map((stage) => ({
    stage,
    now: counts.now[stage],
    reached: counts.reached[stage] ?? 0,
    to: link({ view: undefined, mine: undefined, stage: filter.stage === stage ? undefined : stage }),
    current: filter.stage === stage,
  }))
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to="/team/vacancies">{t('shared.nav.vacancies')}</Link> ·{' '}
            {facts.filter(Boolean).join(' · ')}
          </>
        }
        title={<span lang={lang}>{heading}</span>}
        acts={
          <a className="btn plain" href={view.path}>
            {t('pipeline.list.public')}
          </a>
        }
      />
      <VacancyTabs id={id} />
      <StageBars bars={bars} />
      <div className="list-bar">
        <nav className="tabs" aria-label={t('pipeline.list.views')}>
          <Link
            to={link({ view: undefined, mine: undefined })}
            aria-current={!board && !filter.mine ? 'page' : undefined}
          >
            {t('pipeline.list.table')}
          </Link>
          <Link
            to={link({ view: 'board', mine: undefined, sort: undefined })}
            aria-current={board && !filter.mine ? 'page' : undefined}
          >
            {t('pipeline.list.board')}
          </Link>
          <Link to={link({ view: undefined, mine: '1' })} aria-current={filter.mine ? 'page' : undefined}>
            {t('pipeline.list.mine')}
          </Link>
        </nav>
        <Filters filter={filter} keep={['view', 'mine', 'sort']} />
      </div>
      <SavedViews rows={view.views} answer={answer} />
      <Desk rows={rows} said={answer && <ViewSaid answer={answer} />}>
        {rows.length === 0 ? (
          <Nobody view={view} />
        ) : board ? (
          <Board name={t('pipeline.list.board')} rows={rows} counts={counts.now} />
        ) : (
          <PipelineTable
            name={t('pipeline.list.table')}
            rows={rows}
            order={view.order}
            sorts={sorts}
            counted={view.first && !view.next}
          />
        )}
      </Desk>
      <Foot view={view} />
    </>
  )
}

function Nobody({ view }: { view: View }) {
  const { t } = useI18n()
  const link = useListLink()
  const all = link({ stage: undefined, lang: undefined, q: undefined, mine: undefined, late: undefined })
  if (narrowed(view))
    return (
      <Empty act={<LinkButton to={all}>{t('pipeline.list.clear')}</LinkButton>}>
        {t('pipeline.list.emptyFilter')}
      </Empty>
    )
  if (view.closed) return <Empty>{t('pipeline.list.emptyClosed')}</Empty>
  return (
    <Empty
      act={<LinkButton to={`/team/vacancies/${view.id}/graders`}>{t('pipeline.list.graders')}</LinkButton>}
    >
      {t('pipeline.list.empty', { address: view.address })}
    </Empty>
  )
}

function Foot({ view: { next, first, counts, filter, rows, board } }: { view: View }) {
  const { t, formats } = useI18n()
  const link = useListLink()
  const closed = closedStages.filter((stage) => counts.now[stage] > 0)
  const count = closed.reduce((sum, stage) => sum + counts.now[stage], 0)
  return (
    <>
      {(next || !first) && (
        <p className="row pages">
          {!first && <Link to={link({})}>{t('pipeline.list.first')}</Link>}
          {next && <Link to={link({ after: next })}>{t('pipeline.list.more')}</Link>}
        </p>
      )}
      {rows.length > 0 && <KeysLine board={board} />}
      <p className="label list-foot">
        {rows.length > 0 && t('pipeline.list.blind')}{' '}
        {count > 0 && !filter.stage && (
          <>
            {t('pipeline.list.closed', {
              count,
              list: formats.list(
                closed.map((stage) => t(`pipeline.list.closedOf.${stage}`, { count: counts.now[stage] })),
              ),
            })}{' '}
            <Link to={link({ stage: 'closed', view: undefined })}>{t('pipeline.list.show')}</Link>
          </>
        )}
        {counts.capped !== null && ` ${t('pipeline.list.capped', { count: counts.capped })}`}
      </p>
    </>
  )
}
