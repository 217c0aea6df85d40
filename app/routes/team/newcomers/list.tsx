import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { late, standings } from '#app/domain/onboarding.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { requireStaff } from '#app/server/guard.ts'
import { Empty } from '#app/ui/Empty.tsx'
import { Lamp } from '#app/ui/Lamp.tsx'
import sheet from '#app/ui/newcomer.css?url'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { Strip } from '#app/ui/Strip.tsx'
import { title } from '#app/ui/title.ts'
import { newcomersFor } from '#db/newcomers.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: sheet }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, t, viewer, now } = await requireStaff(args, 'see-newcomers')
  const rows = await newcomersFor(db, { viewer, now: now() })
  return {
    title: t('newcomers.team.title'),
    newcomers: rows.map(({ id, name, lead, startsOn, day, standing, steps, today }) => {
      const next = steps.find(({ state }) => state !== 'done')
      return {
        id,
        name,
        lead,
        startsOn,
        day,
        standing,
        steps: steps.map(({ key, state }) => ({ key, state })),
        next: next ? { key: next.key, dueOn: next.dueOn, late: late(next, today) } : null,
      }
    }),
  }
}

type Row = Awaited<ReturnType<typeof loader>>['newcomers'][number]

export default function Newcomers() {
  const { title: heading, newcomers } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <>
      <PageHead
        title={heading}
        who={newcomers.length > 0 && t('newcomers.team.summary', { count: newcomers.length })}
      />
      {newcomers.length === 0 ? (
        <Empty>{t('newcomers.team.empty')}</Empty>
      ) : (
        <Strip name={heading}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('newcomers.team.name')}</th>
                <th scope="col">{t('newcomers.team.plan')}</th>
                <th scope="col">{t('newcomers.team.next')}</th>
                <th scope="col">{t('newcomers.team.lead')}</th>
              </tr>
            </thead>
            {standings.map((standing) => {
              const rows = newcomers.filter((row) => row.standing === standing)
              return (
                rows.length > 0 && (
                  <tbody key={standing}>
                    <tr className="group">
                      <th colSpan={4} scope="rowgroup">
                        {t(`newcomers.team.standings.${standing}`)} <span className="num">{rows.length}</span>
                      </th>
                    </tr>
                    {rows.map((row) => (
                      <NewcomerRow key={row.id} row={row} />
                    ))}
                  </tbody>
                )
              )
            })}
          </table>
        </Strip>
      )}
    </>
  )
}

function NewcomerRow({ row }: { row: Row }) {
  const { t, formats } = useI18n()
  const { id, name, steps, next, lead, day, startsOn } = row
  const done = steps.filter(({ state }) => state === 'done').length
  const due = next && { day: formats.day(next.dueOn), weekday: formats.weekday(next.dueOn) }
  return (
    <tr>
      <th scope="row">
        <Link to={`/team/newcomers/${id}`}>{name}</Link>{' '}
        <span className="label nowrap">
          {day < 1
            ? t('newcomers.team.starts', { day: formats.day(startsOn) })
            : t('newcomers.team.dayN', { day })}
        </span>
      </th>
      <td className="nowrap">
        <span className="path" aria-hidden="true">
          {steps.map(({ key, state }) => (
            <i key={key} className={state} />
          ))}
        </span>
        <span className="num">{t('newcomers.progress', { done, total: steps.length })}</span>
      </td>
      <td>
        {next && due && (
          <>
            {t(`newcomers.steps.${next.key}`)}{' '}
            {next.late ? (
              <Lamp>{t('newcomers.step.late', due)}</Lamp>
            ) : (
              <span className="label">{t('newcomers.step.due', due)}</span>
            )}
          </>
        )}
      </td>
      <td>{lead ?? <span className="label">{t('newcomers.team.noLead')}</span>}</td>
    </tr>
  )
}
