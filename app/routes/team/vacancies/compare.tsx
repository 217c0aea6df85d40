import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'
import { asked, type ComparisonData, comparisonData } from '#app/server/comparison-data.ts'
import { found, idParam, requireStaff } from '#app/server/guard.ts'
import { BandKey } from '#app/ui/Band.tsx'
import { Button, LinkButton } from '#app/ui/Button.tsx'
import { Choose } from '#app/ui/comparison/Choose.tsx'
import { CompareTable } from '#app/ui/comparison/CompareTable.tsx'
import style from '#app/ui/comparison.css?url'
import { Empty } from '#app/ui/Empty.tsx'
import { countingNotes } from '#app/ui/profile/counting-words.ts'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { title } from '#app/ui/title.ts'
import { VacancyTabs } from '#app/ui/vacancy/VacancyTabs.tsx'
import { comparison } from '#db/comparison.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: style }]

/** Those who reached the decision side by side, on the same levels. Nobody is ranked, nothing is decided here. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now, locale, t } = await requireStaff(args, 'see-profile')
  const vacancyId = idParam(args, 'id')
  const { chosen, order, hidden } = asked(args.request)
  const read = found(await comparison(db, { viewer, vacancyId, chosen, order, now: now() }))
  return { title: t('comparison.title'), data: comparisonData(read, { order, hidden, locale }) }
}

export default function Compare() {
  const { data } = useLoaderData<typeof loader>() as { data: ComparisonData }
  const speech = useI18n()
  const { t } = speech
  const { vacancy, people, rows } = data
  const base = `/team/vacancies/${vacancy.id}`
  const lines = rows.flatMap(({ cells }) => cells.flatMap(({ line }) => (line === null ? [] : [line])))
  const shown = people.length > 0
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to="/team/vacancies">{t('shared.nav.vacancies')}</Link> ·{' '}
            <Link to={base} lang={vacancy.lang}>
              {vacancy.title}
            </Link>
          </>
        }
        title={shown ? t('comparison.heading', { count: people.length }) : t('comparison.title')}
        acts={shown && <Acts data={data} />}
      />
      <VacancyTabs id={vacancy.id} />
      <Left data={data} />
      {shown ? (
        <CompareTable data={data} />
      ) : (
        <Empty act={<LinkButton to={base}>{vacancy.title}</LinkButton>}>{t('comparison.empty')}</Empty>
      )}
      {shown && (
        <>
          <BandKey lines={lines} />
          <div className="beside-says">
            <div className="says label">
              <p>{t('comparison.says')}</p>
              <p>{t('comparison.notRanked')}</p>
              {data.counting &&
                countingNotes(speech, data.counting, data.zone).map((note) => <p key={note}>{note}</p>)}
              {data.indices && (
                <p>
                  {t('comparison.index')}: {t('comparison.indexNote')}
                </p>
              )}
              <p>
                {t('comparison.assumed')} <Link to={`${base}/about#plan`}>{t('comparison.plan.link')}</Link>
              </p>
            </div>
            <Attention data={data} />
          </div>
        </>
      )}
      {data.offered.length > 0 && <Choose key={people.map(({ id }) => id).join()} data={data} />}
    </>
  )
}

function Acts({ data }: { data: ComparisonData }) {
  const { t } = useI18n()
  const [search] = useSearchParams()
  const address = (names: 'hidden' | null, file = '') => {
    const next = new URLSearchParams(search)
    next.delete('names')
    if (names) next.set('names', names)
    const query = next.toString()
    return `/team/vacancies/${data.vacancy.id}/compare${file}${query ? `?${query}` : ''}`
  }
  const now = data.hidden ? 'hidden' : null
  return (
    <>
      <span className="label">{t('comparison.names')}</span>
      <span className="choice">
        <LinkButton to={address(null)} aria-current={data.hidden ? undefined : 'true'} preventScrollReset>
          {t('comparison.shown')}
        </LinkButton>
        <LinkButton to={address('hidden')} aria-current={data.hidden ? 'true' : undefined} preventScrollReset>
          {t('comparison.hidden')}
        </LinkButton>
      </span>
      <a className="btn" href={address(now, '.csv')} download>
        {t('comparison.csv')}
      </a>
      <Button type="button" onClick={() => window.print()}>
        {t('comparison.print')}
      </Button>
    </>
  )
}

/** Who was chosen and is not in the table, and why. */
function Left({ data: { left, people, most } }: { data: ComparisonData }) {
  const { t, formats } = useI18n()
  return (
    <>
      {people.length === 1 && <p className="quiet">{t('comparison.alone')}</p>}
      {left.tooMany > 0 && <p className="quiet">{t('comparison.tooMany', { count: most })}</p>}
      {left.other.length > 0 && (
        <p className="quiet">{t('comparison.other', { list: formats.list(left.other) })}</p>
      )}
      {left.waiting.length > 0 && (
        <p className="quiet">{t('comparison.waitingFor', { list: formats.list(left.waiting) })}</p>
      )}
    </>
  )
}

function Attention({ data: { rows, people } }: { data: ComparisonData }) {
  const { t, formats } = useI18n()
  const below = rows.flatMap(({ dimension, cells }) => {
    const whom = cells.flatMap(({ attention }, at) => (attention ? [people[at]?.name ?? ''] : []))
    const line = cells.find(({ attention }) => attention)?.line
    return whom.length > 0 && line != null ? [{ dimension, whom, line }] : []
  })
  if (below.length === 0) return null
  return (
    <section className="says">
      <h2 className="strong label">{t('comparison.attention')}</h2>
      {below.map(({ dimension, whom, line }) => (
        <p key={dimension}>
          {t('comparison.attentionRow', {
            dimension: t(`domain.dimensions.${dimension}.name`),
            list: formats.list(whom),
            line: formats.number(line, 1),
          })}
        </p>
      ))}
    </section>
  )
}
