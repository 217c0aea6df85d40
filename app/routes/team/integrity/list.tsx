import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { titleOf } from '#app/domain/vacancy-title.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { idParam, requireStaff } from '#app/server/guard.ts'
import { LinkButton } from '#app/ui/Button.tsx'
import { Empty } from '#app/ui/Empty.tsx'
import { Reasons } from '#app/ui/integrity/Reasons.tsx'
import integritySheet from '#app/ui/integrity.css?url'
import { PeopleTabs } from '#app/ui/pipeline/PeopleTabs.tsx'
import sheet from '#app/ui/pipeline.css?url'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { title } from '#app/ui/title.ts'
import { openCases } from '#db/integrity/cases.ts'

export const meta = title
export const links = () => [sheet, integritySheet].map((href) => ({ rel: 'stylesheet', href }))

/** What waits for a person to look at it, the oldest first: no figure sorts it, and it says nothing of anybody. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, locale, t } = await requireStaff(args, 'see-integrity')
  const last = new URL(args.request.url).searchParams.get('after') ?? undefined
  const after = last === undefined ? undefined : idParam({ params: { last } }, 'last')
  const { rows, next } = await openCases(db, { viewer, after })
  return {
    title: t('integrity.title'),
    rows: rows.map(({ vacancy, createdAt, askedAt, statementAt, ...row }) => ({
      ...row,
      vacancy: titleOf(vacancy, locale),
      at: createdAt.toISOString(),
      askedAt: askedAt?.toISOString() ?? null,
      answeredAt: statementAt?.toISOString() ?? null,
    })),
    next,
  }
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number]

export default function IntegrityList() {
  const { title: heading, rows, next } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <>
      <PageHead title={t('pipeline.people.title')} />
      <div className="list-bar">
        <PeopleTabs current="integrity" />
      </div>
      {rows.length === 0 ? (
        <Empty act={<LinkButton to="/team/people">{t('integrity.emptyAct')}</LinkButton>}>
          {t('integrity.empty')}
        </Empty>
      ) : (
        <section className="first column" aria-label={heading}>
          <p>{t('integrity.lede')}</p>
          <ul className="rows looked">
            {rows.map((row) => (
              <Waiting key={row.id} row={row} />
            ))}
          </ul>
          {next && (
            <p className="row pages">
              <Link to={`?after=${next}`}>{t('integrity.more')}</Link>
            </p>
          )}
        </section>
      )}
    </>
  )
}

function Waiting({ row }: { row: Row }) {
  const { t, formats } = useI18n()
  const { askedAt, answeredAt, zone } = row
  return (
    <li>
      <p>
        <bdi className="strong">{row.name}</bdi>{' '}
        <span className="label">
          <span lang={row.vacancy.lang}>{row.vacancy.title}</span> ·{' '}
          <time dateTime={row.at}>{formats.dateTime(row.at, zone)}</time>
        </span>
      </p>
      {row.hidden ? (
        <p className="quiet">{t('integrity.hidden')}</p>
      ) : (
        <Reasons reasons={row.reasons} parts={row.parts} to="integrity" />
      )}
      <p className="row">
        <Link to={row.hidden ? `/team/applications/${row.applicationId}` : `/team/integrity/${row.id}`}>
          {t(row.hidden ? 'integrity.hiddenAct' : 'integrity.look')}
        </Link>
        {answeredAt ? (
          <span className="label">
            {t('integrity.answeredAt', { date: formats.dateTime(answeredAt, zone) })}
          </span>
        ) : (
          askedAt && (
            <span className="label">{t('integrity.askedAt', { date: formats.dateTime(askedAt, zone) })}</span>
          )
        )}
      </p>
    </li>
  )
}
