import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { titleOf } from '#app/domain/vacancy-title.ts'
import { dayIn } from '#app/domain/zones.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { requireStaff } from '#app/server/guard.ts'
import { LinkButton } from '#app/ui/Button.tsx'
import { Empty } from '#app/ui/Empty.tsx'
import { Place } from '#app/ui/interviews/Place.tsx'
import { Lamp } from '#app/ui/Lamp.tsx'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { Strip } from '#app/ui/Strip.tsx'
import { title } from '#app/ui/title.ts'
import { zoneWords } from '#app/ui/vacancy/words.ts'
import { comingInterviews } from '#db/interviews.ts'

export const meta = title

/** What is ahead, and what was held in the last week: of one's teams, or one's own. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now, locale, t } = await requireStaff(args)
  const rows = await comingInterviews(db, { viewer, now: now() })
  return {
    title: t('interviews.list.title'),
    rows: rows.map((row) => ({
      id: row.id,
      applicationId: row.applicationId,
      candidate: row.candidate,
      vacancy: titleOf(row, locale),
      interviewer: row.interviewer,
      startsAt: row.startsAt.toISOString(),
      minutes: row.minutes,
      zone: row.zone,
      place: row.place,
      ahead: row.ahead,
      today: dayIn(row.zone, row.startsAt) === dayIn(row.zone, now()),
      lacking: !row.noted && !row.ahead,
      noted: row.noted,
    })),
  }
}
type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

export default function Interviews() {
  const { title: heading, rows } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const ahead = rows.filter((row) => row.ahead)
  const behind = rows.filter((row) => !row.ahead).reverse()
  return (
    <>
      <PageHead title={heading} />
      <div className="stack wide">
        {ahead.length === 0 && (
          <Empty act={<LinkButton to="/team/people">{t('interviews.list.emptyAct')}</LinkButton>}>
            {t('interviews.list.empty')}
          </Empty>
        )}
        {rows.length > 0 && (
          <Strip name={heading}>
            <table className="table">
              <thead>
                <tr>
                  {(['when', 'person', 'vacancy', 'interviewer', 'where', 'notes'] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`interviews.list.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <Group name={t('interviews.list.ahead')} rows={ahead} />
              <Group name={t('interviews.list.behind')} rows={behind} />
            </table>
          </Strip>
        )}
      </div>
    </>
  )
}

function Group({ name, rows }: { name: string; rows: readonly Row[] }) {
  const speech = useI18n()
  const { t, formats } = speech
  if (rows.length === 0) return null
  return (
    <tbody>
      <tr className="group">
        <th scope="rowgroup" colSpan={6}>
          {name}
        </th>
      </tr>
      {rows.map((row) => (
        <tr key={row.id}>
          <td>
            <time dateTime={row.startsAt} className="nowrap">
              {formats.dateTime(row.startsAt, row.zone)}
            </time>{' '}
            {row.today && row.ahead && <Lamp>{t('interviews.list.today')}</Lamp>}
            <span className="label"> {zoneWords(speech, row.zone)}</span>
          </td>
          <th scope="row">
            <Link to={`/team/applications/${row.applicationId}/interview`}>{row.candidate}</Link>
          </th>
          <td lang={row.vacancy.lang}>{row.vacancy.title}</td>
          <td>{row.interviewer}</td>
          <td>
            <Place place={row.place} />
          </td>
          <td>
            {row.lacking ? (
              <Lamp>{t('interviews.list.noNotes')}</Lamp>
            ) : (
              t(row.noted ? 'interviews.list.noted' : 'interviews.list.noNotes')
            )}
          </td>
        </tr>
      ))}
    </tbody>
  )
}
