import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { canAnywhere } from '#app/domain/access.ts'
import { countLimit } from '#app/domain/bounded.ts'
import { isId } from '#app/domain/id.ts'
import { textFor } from '#app/domain/vacancy-page.ts'
import { dayIn } from '#app/domain/zones.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { requireStaff } from '#app/server/guard.ts'
import { LinkButton } from '#app/ui/Button.tsx'
import { Empty } from '#app/ui/Empty.tsx'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { Strip } from '#app/ui/Strip.tsx'
import { title } from '#app/ui/title.ts'
import { listVacancies } from '#db/vacancies/list.ts'

export const meta = title

export async function loader(args: LoaderFunctionArgs) {
  const { db, t, locale, viewer, now } = await requireStaff(args, 'see-vacancies')
  const { searchParams } = new URL(args.request.url)
  const closed = searchParams.get('show') === 'closed'
  const before = searchParams.get('before') ?? ''
  const page = await listVacancies(db, {
    viewer,
    closed,
    before: isId(before) ? before : undefined,
  })
  return {
    title: t('vacancies.title'),
    closed,
    older: page.older,
    mayDraft: canAnywhere(viewer, 'edit-vacancy'),
    vacancies: page.vacancies.map((vacancy) => {
      const { text, textLocale } = textFor(vacancy, locale)
      const { id, status, closesOn, openings, applications, zone } = vacancy
      return {
        id,
        name: text.title,
        lang: textLocale === locale ? undefined : textLocale,
        status:
          status === 'published' && closesOn !== null && closesOn < dayIn(zone, now())
            ? ('over' as const)
            : status,
        closesOn,
        openings,
        applications,
      }
    }),
  }
}

export default function Vacancies() {
  const { title: heading, closed, older, mayDraft, vacancies } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const draft = mayDraft && (
    <LinkButton to="/team/vacancies/new" kind="primary">
      {t('vacancies.new')}
    </LinkButton>
  )
  const empty = closed ? 'emptyClosed' : mayDraft ? 'empty' : 'emptyLook'
  return (
    <>
      <PageHead title={heading} acts={vacancies.length > 0 && draft} />
      <nav className="tabs" aria-label={t('vacancies.list.tabs')}>
        <Link to="/team/vacancies" aria-current={closed ? undefined : 'page'}>
          {t('vacancies.list.open')}
        </Link>
        <Link to="/team/vacancies?show=closed" aria-current={closed ? 'page' : undefined}>
          {t('vacancies.list.closed')}
        </Link>
      </nav>
      {vacancies.length === 0 ? (
        <Empty act={!closed && draft}>{t(`vacancies.list.${empty}`)}</Empty>
      ) : (
        <Table vacancies={vacancies} />
      )}
      {older && (
        <p>
          <Link to={`/team/vacancies?before=${older}${closed ? '&show=closed' : ''}`}>
            {t('vacancies.list.older')}
          </Link>
        </p>
      )}
    </>
  )
}

function Table({ vacancies }: Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'vacancies'>) {
  const { t, formats } = useI18n()
  return (
    <Strip name={t('vacancies.list.table')} narrow>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('vacancies.list.vacancy')}</th>
            <th scope="col">{t('vacancies.list.status')}</th>
            <th scope="col" className="n">
              {t('vacancies.list.openings')}
            </th>
            <th scope="col" className="n">
              {t('vacancies.list.applications')}
            </th>
            <th scope="col" className="n">
              {t('vacancies.list.closes')}
            </th>
          </tr>
        </thead>
        <tbody>
          {vacancies.map((vacancy) => (
            <tr key={vacancy.id}>
              <th scope="row">
                <Link to={`/team/vacancies/${vacancy.id}`} lang={vacancy.name ? vacancy.lang : undefined}>
                  {vacancy.name || t('vacancies.untitled')}
                </Link>
              </th>
              <td className={vacancy.status === 'published' ? 'nowrap strong' : 'nowrap quiet'}>
                {vacancy.status === 'over' ? (
                  <span className="lamp">{t('vacancies.status.over')}</span>
                ) : (
                  t(`vacancies.status.${vacancy.status}`)
                )}
              </td>
              <td className="n">{formats.number(vacancy.openings)}</td>
              <td className="n">
                {vacancy.applications > countLimit
                  ? t('vacancies.list.more', { count: countLimit })
                  : formats.number(vacancy.applications)}
              </td>
              <td className="n">{vacancy.closesOn ? formats.shortDate(vacancy.closesOn) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Strip>
  )
}
