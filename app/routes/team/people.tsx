import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'
import { requireStaff } from '#app/server/guard.ts'
import { listOf } from '#app/server/list-address.ts'
import { LinkButton } from '#app/ui/Button.tsx'
import { Empty } from '#app/ui/Empty.tsx'
import { Desk } from '#app/ui/pipeline/Desk.tsx'
import { Filters } from '#app/ui/pipeline/Filters.tsx'
import { KeysLine } from '#app/ui/pipeline/KeysLine.tsx'
import { useListLink } from '#app/ui/pipeline/links.ts'
import { PeopleTabs } from '#app/ui/pipeline/PeopleTabs.tsx'
import { PipelineTable } from '#app/ui/pipeline/Table.tsx'
import { rowView } from '#app/ui/pipeline/view.ts'
import sheet from '#app/ui/pipeline.css?url'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { title } from '#app/ui/title.ts'
import { applicationsOf } from '#db/pipeline.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: sheet }]

const sorts = ['newest', 'word'] as const

/** All applications of the viewer's teams, the newest first. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, locale, t, ...context } = await requireStaff(args, 'see-applications')
  const { filter, order, after } = listOf(args.request, { usual: 'newest', sorts })
  const now = context.now()
  const { rows, next } = await applicationsOf(db, { viewer, filter, order, after, now })
  return {
    title: t('pipeline.people.title'),
    filter,
    order,
    first: !after,
    rows: rows.map((row) => rowView(row, locale, now)),
    next,
  }
}

export default function People() {
  const { title: heading, filter, order, first, rows, next } = useLoaderData<typeof loader>()
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
      <Desk rows={rows}>
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
