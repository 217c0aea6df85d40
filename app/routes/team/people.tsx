import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { teamsWhere } from '#app/domain/access.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { requireStaff } from '#app/server/guard.ts'
import { listOf } from '#app/server/list-address.ts'
import { actOnViews, viewRows } from '#app/server/saved-views.ts'
import { LinkButton } from '#app/ui/Button.tsx'
import { Empty } from '#app/ui/Empty.tsx'
import { Desk } from '#app/ui/pipeline/Desk.tsx'
import { Filters } from '#app/ui/pipeline/Filters.tsx'
import { KeysLine } from '#app/ui/pipeline/KeysLine.tsx'
import { useListLink } from '#app/ui/pipeline/links.ts'
import { PeopleTabs } from '#app/ui/pipeline/PeopleTabs.tsx'
import { SavedViews, ViewSaid } from '#app/ui/pipeline/SavedViews.tsx'
import { PipelineTable } from '#app/ui/pipeline/Table.tsx'
import { rowView } from '#app/ui/pipeline/view.ts'
import sheet from '#app/ui/pipeline.css?url'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { title } from '#app/ui/title.ts'
import { applicationsOf } from '#db/pipeline.ts'
import { viewsOf } from '#db/saved-views.ts'
import { together } from '#db/together.ts'
import { teamsToHireFor } from '#db/vacancies/list.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: sheet }]

const sorts = ['newest', 'word'] as const
const own = { usual: 'newest', sorts } as const

/** All applications of the viewer's teams, the newest first. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, locale, t, ...context } = await requireStaff(args, 'see-applications')
  const { filter, order, after } = listOf(args.request, own)
  const now = context.now()
  const several = teamsWhere(viewer, 'see-applications').length > 1
  const [{ rows, next }, views, teams] = await together(db, () => [
    applicationsOf(db, { viewer, filter, order, after, now }),
    viewsOf(db, { viewer, list: 'people' }),
    several ? teamsToHireFor(db, viewer).execute() : Promise.resolve([]),
  ])
  return {
    title: t('pipeline.people.title'),
    filter,
    order,
    first: !after,
    rows: rows.map((row) => rowView(row, locale, now)),
    next,
    views: viewRows(views, { filter, order }, own),
    teams: teams.map(({ id, name }) => ({ id, name })),
  }
}

/** Keeps the list as it is under a name, renames what was kept, takes it off, brings it back. */
export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requireStaff(args, 'see-applications')
  const teamIds = teamsWhere(viewer, 'see-applications')
  return actOnViews(args, { ...own, viewer, list: 'people', teamIds })
}

export default function People() {
  const { title: heading, filter, order, first, rows, next, views, teams } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useI18n()
  const link = useListLink()
  const narrowed = Object.values(filter).some((value) => value !== undefined)
  return (
    <>
      <PageHead title={heading} />
      <div className="list-bar">
        <PeopleTabs current={filter.mine ? 'mine' : filter.late ? 'late' : 'all'} />
        <Filters filter={filter} keep={['mine', 'late', 'sort']} />
      </div>
      <SavedViews rows={views} teams={teams} answer={answer} />
      <Desk rows={rows} said={answer && <ViewSaid answer={answer} />}>
        {rows.length > 0 && (
          <PipelineTable
            name={t('pipeline.people.table')}
            rows={rows}
            order={order}
            sorts={sorts}
            vacancies
          />
        )}
        {rows.length === 0 && narrowed && (
          <Empty act={<LinkButton to="/team/people">{t('pipeline.list.clear')}</LinkButton>}>
            {t('pipeline.list.emptyFilter')}
          </Empty>
        )}
        {rows.length === 0 && !narrowed && (
          <Empty act={<LinkButton to="/team/vacancies">{t('pipeline.people.emptyAct')}</LinkButton>}>
            {t('pipeline.people.empty')}
          </Empty>
        )}
      </Desk>
      {(next || !first) && (
        <p className="row pages">
          {!first && <Link to={link({})}>{t('pipeline.list.first')}</Link>}
          {next && <Link to={link({ after: next })}>{t('pipeline.list.more')}</Link>}
        </p>
      )}
      {rows.length > 0 && <KeysLine />}
      {rows.length > 0 && <p className="label list-foot">{t('pipeline.list.blind')}</p>}
    </>
  )
}
