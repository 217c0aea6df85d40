import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { titleIn } from '#app/domain/vacancy-title.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { requireStaff } from '#app/server/guard.ts'
import { Empty } from '#app/ui/Empty.tsx'
import { Lamp } from '#app/ui/Lamp.tsx'
import style from '#app/ui/reports.css?url'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { Strip } from '#app/ui/Strip.tsx'
import { title } from '#app/ui/title.ts'
import { reviewsFor } from '#db/reviews.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: style }]

/** Who asks for a review by another person: those without an answer first, by the day that was promised. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now, locale, t } = await requireStaff(args, 'decide')
  const found = await reviewsFor(db, viewer)
  const row = (one: (typeof found.open)[number]) => ({
    id: one.id,
    name: one.name,
    vacancy: titleIn(one, locale),
    zone: one.zone,
    askedAt: one.askedAt.toISOString(),
    dueAt: one.dueAt.toISOString(),
    late: one.answeredAt === null && one.dueAt < now(),
    answeredAt: one.answeredAt?.toISOString() ?? null,
    answeredBy: one.answeredBy,
    outcome: one.outcome,
  })
  return { title: t('reports.reviews.title'), open: found.open.map(row), answered: found.answered.map(row) }
}

export default function Reviews() {
  const { title: heading, open, answered } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <>
      <PageHead title={heading} />
      <p className="quiet column">{t('reports.reviews.lede')}</p>
      {open.length + answered.length === 0 ? (
        <Empty>{t('reports.reviews.empty')}</Empty>
      ) : (
        <>
          {open.length > 0 && <Rows name={t('reports.reviews.open')} rows={open} />}
          {answered.length > 0 && <Rows name={t('reports.reviews.answered')} rows={answered} />}
        </>
      )}
    </>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['open'][number]

function Rows({ name, rows }: { name: string; rows: readonly Row[] }) {
  const { t, formats } = useI18n()
  const answered = rows.some(({ answeredAt }) => answeredAt !== null)
  return (
    <Strip name={name} narrow>
      <table className="table reviews">
        <caption className="strong">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('reports.reviews.person')}</th>
            <th scope="col">{t('reports.reviews.vacancy')}</th>
            <th scope="col">{t('reports.reviews.asked')}</th>
            <th scope="col">{t(answered ? 'reports.reviews.outcome' : 'reports.reviews.due')}</th>
            {answered && <th scope="col">{t('reports.reviews.by')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name: person, vacancy, zone, askedAt, dueAt, late, answeredBy, outcome }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={`/team/reviews/${id}`}>{person}</Link>
              </th>
              <td>{vacancy}</td>
              <td>{formats.day(askedAt, zone)}</td>
              <td>
                {outcome ? (
                  t(`reports.review.outcomes.${outcome}`)
                ) : (
                  <>
                    {formats.day(dueAt, zone)} {late && <Lamp>{t('reports.reviews.late')}</Lamp>}
                  </>
                )}
              </td>
              {answered && <td>{answeredBy}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Strip>
  )
}
