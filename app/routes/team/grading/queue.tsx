import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import type { Locale } from '#app/domain/locale.ts'
import { dayIn } from '#app/domain/zones.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { requireStaff } from '#app/server/guard.ts'
import { LinkButton } from '#app/ui/Button.tsx'
import { Empty } from '#app/ui/Empty.tsx'
import { LoadLine } from '#app/ui/grading/LoadLine.tsx'
import { LockedToast } from '#app/ui/grading/LockedToast.tsx'
import { useLockedNote } from '#app/ui/grading/useLockedNote.ts'
import style from '#app/ui/grading.css?url'
import { Lamp } from '#app/ui/Lamp.tsx'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { Strip } from '#app/ui/Strip.tsx'
import { title } from '#app/ui/title.ts'
import { graderAbout, gradingQueue } from '#db/grading.ts'
import { zoneOf } from '#db/zone.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: style }]

/** What waits for the viewer, scenario by scenario; codes and counts, never a person. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, t, now, viewer, locale } = await requireStaff(args, 'grade')
  const at = now()
  const { scenarios, left, more, forecast, locked } = await gradingQueue(db, { viewer, locale, now: at })
  const { gradesIn } = await graderAbout(db, { viewer, locale })
  const zone = await zoneOf(db, viewer)
  const due = scenarios.map(({ dueAt }) => dayIn(zone, dueAt)).sort()[0] ?? null
  return {
    title: t('grading.title'),
    left,
    more,
    forecast,
    due,
    today: dayIn(zone, at),
    languagesSaid: gradesIn !== null,
    next: scenarios[0]?.next ?? null,
    scenarios: scenarios.map((one) => ({
      key: `${one.key} ${one.language}`,
      code: one.code,
      title: one.title,
      language: one.language,
      count: one.count,
      begun: one.begun,
      next: one.next,
      due: dayIn(zone, one.dueAt),
      overdue: one.dueAt < at,
    })),
    locked: locked.map(({ id, code, title: scenario, state, lockedAt }) => ({
      id,
      code,
      title: scenario,
      state,
      on: dayIn(zone, lockedAt),
    })),
  }
}

export default function Grading() {
  const { left, more, next, forecast, due, today, languagesSaid, scenarios, locked } =
    useLoaderData<typeof loader>()
  const [address] = useSearchParams()
  const { t } = useI18n()
  const note = useLockedNote()
  return (
    <>
      <PageHead
        title={t('grading.title')}
        who={
          left > 0 && (
            <>
              <span>{t('grading.queue.left', { count: left })}</span>
              {forecast && <LoadLine {...forecast} due={due} today={today} />}
            </>
          )
        }
        acts={
          <>
            <LinkButton kind="plain" to="/team/me">
              {t('grading.about.title')}
            </LinkButton>
            <LinkButton kind="plain" to="/team/grading/calibration">
              {t('calibration.title')}
            </LinkButton>
            {next && (
              <LinkButton kind="primary" to={`/team/grading/${next}`}>
                {t('grading.queue.next')}
              </LinkButton>
            )}
          </>
        }
      />
      {address.has('known') && (
        <p className="quiet column" role="status">
          {t('grading.known.done')}
        </p>
      )}
      {!languagesSaid && (
        <p className="languages-ask column">
          {t('grading.about.languagesAsk')} <Link to="/team/me">{t('grading.about.ask')}</Link>
        </p>
      )}
      {scenarios.length === 0 ? <Empty>{t('grading.queue.empty')}</Empty> : <Left scenarios={scenarios} />}
      {more > 0 && <p className="quiet column">{t('grading.queue.more', { count: more })}</p>}
      <p className="hint column">{t('grading.queue.blind')}</p>
      {locked.length > 0 && <Locked rows={locked} />}
      <LockedToast note={note} />
    </>
  )
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>

function Left({ scenarios }: Pick<Loaded, 'scenarios'>) {
  const { t, formats } = useI18n()
  return (
    <Strip name={t('grading.queue.scenario')} narrow>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('grading.queue.scenario')}</th>
            <th scope="col">{t('grading.queue.language')}</th>
            <th scope="col" className="n">
              {t('grading.queue.answers')}
            </th>
            <th scope="col" className="n">
              {t('grading.queue.begun')}
            </th>
            <th scope="col" className="n">
              {t('grading.queue.due')}
            </th>
          </tr>
        </thead>
        <tbody>
          {scenarios.map((one) => (
            <tr key={one.key}>
              <th scope="row">
                {one.code && <span className="num label">{one.code} </span>}
                <Link to={`/team/grading/${one.next}`}>{one.title}</Link>
              </th>
              <td>{formats.language(one.language as Locale)}</td>
              <td className="n">{one.count}</td>
              <td className="n">{one.begun > 0 && one.begun}</td>
              <td className="n nowrap">
                {one.overdue ? (
                  <Lamp>
                    {t('grading.queue.overdue')} · {formats.day(one.due)}
                  </Lamp>
                ) : (
                  formats.day(one.due)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Strip>
  )
}

function Locked({ rows }: { rows: Loaded['locked'] }) {
  const { t, formats } = useI18n()
  return (
    <section className="hang locked-last">
      <h2>{t('grading.queue.lockedTitle')}</h2>
      <ul className="rows">
        {rows.map(({ id, code, title: scenario, state, on }) => (
          <li key={id} className="split">
            <span>
              <Link className="num" to={`/team/grading/${id}`}>
                {code}
              </Link>{' '}
              {scenario}
            </span>
            <span className="label">
              {t(`grading.state.${state}`)} · {formats.day(on)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
