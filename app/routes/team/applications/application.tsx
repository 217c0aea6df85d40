import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'
import { found, idParam, requireStaff } from '#app/server/guard.ts'
import { Look } from '#app/ui/integrity/Look.tsx'
import { Lamp } from '#app/ui/Lamp.tsx'
import { ApplicationTabs } from '#app/ui/pipeline/ApplicationTabs.tsx'
import { Desk } from '#app/ui/pipeline/Desk.tsx'
import { entryView } from '#app/ui/pipeline/entry-view.ts'
import { FormFacts } from '#app/ui/pipeline/FormFacts.tsx'
import { Hidden } from '#app/ui/pipeline/Hidden.tsx'
import { History } from '#app/ui/pipeline/History.tsx'
import { NoteForm } from '#app/ui/pipeline/NoteForm.tsx'
import { Readers, readerView } from '#app/ui/pipeline/Readers.tsx'
import { rowView } from '#app/ui/pipeline/view.ts'
import { WaysOut } from '#app/ui/pipeline/WaysOut.tsx'
import { daysWords } from '#app/ui/pipeline/words.ts'
import sheet from '#app/ui/pipeline.css?url'
import { SilenceLine } from '#app/ui/SilenceLine.tsx'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { Stage } from '#app/ui/Stage.tsx'
import { title } from '#app/ui/title.ts'
import { viewIdentity } from '#db/identity.ts'
import { aidsOf, caseOf } from '#db/integrity/cases.ts'
import { applicationForStaff, readersOf, timeline } from '#db/pipeline.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: sheet }]

/** One application. Where it shows who the person is, that is written down: whoever reads here cannot grade it blind. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, locale, ...context } = await requireStaff(args, 'see-applications')
  const [id, now] = [idParam(args, 'id'), context.now()]
  const read = found(await applicationForStaff(db, { viewer, id, now }))
  const { person } = read
  if (person && !read.opened) found(await viewIdentity(db, { viewer, applicationId: id, now }))
  const look = person && (await caseOf(db, { viewer, applicationId: id }))
  const aids = person && (await aidsOf(db, { viewer, applicationId: id }))
  const history = found(await timeline(db, { viewer, applicationId: id, hidden: person === null }))
  const of = { viewer, applicationId: id, hidden: person === null, locale, now }
  const readers = found(await readersOf(db, of))
  return {
    title: person?.name ?? read.code,
    row: rowView(read, locale, now),
    code: read.code,
    grades: read.grades,
    mayMove: read.may.move,
    ways: read.ways,
    newcomerId: read.newcomerId,
    why: person?.why ?? null,
    look,
    aids,
    facts: {
      id,
      zone: read.zone,
      locale: read.locale,
      appliedAt: read.createdAt.toISOString(),
      lastWordAt: read.lastWordAt.toISOString(),
      stageSince: read.stageSince.toISOString(),
      languages: read.languages,
      hours: read.hours,
      person: person && { email: person.email, files: person.files },
    },
    history: history.map(entryView),
    readers: readers.map(readerView),
  }
}

export default function Application() {
  const {
    title: heading,
    row,
    code,
    grades,
    mayMove,
    ways,
    newcomerId,
    why,
    look,
    aids,
    facts,
    history,
    readers,
  } = useLoaderData<typeof loader>()
  const speech = useI18n()
  const { t } = speech
  const hidden = facts.person === null
  const late = row.turn === 'overdue'
  const silence = daysWords(speech, row.silence)
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to="/team/vacancies">{t('shared.nav.vacancies')}</Link> ·{' '}
            <Link to={`/team/vacancies/${row.vacancy.id}`} lang={row.vacancy.lang}>
              {row.vacancy.title}
            </Link>
          </>
        }
        title={heading}
        who={
          <>
            <Stage stage={row.stage} />
            {!hidden && <span>{t('pipeline.application.code', { code })}</span>}
            {row.next !== 'closed' && (
              <span className="silence-words">
                {t('pipeline.list.since')} <SilenceLine days={row.silence} />{' '}
                {late ? <Lamp>{silence}</Lamp> : silence}
              </span>
            )}
          </>
        }
      />
      {!hidden && <ApplicationTabs id={row.id} />}
      <Desk rows={[row]}>
        <div className="beside application">
          <div className="stack wide">
            {mayMove && <WaysOut row={row} ways={ways} newcomerId={newcomerId} />}
            {hidden && <Hidden id={row.id} code={code} grades={grades} />}
            {why && (
              <section className="first">
                <h2>{t('pipeline.application.written')}</h2>
                <p className="read typed" lang={row.locale}>
                  {why}
                </p>
              </section>
            )}
            <Readers readers={readers} zone={row.zone} />
            <section className="first">
              <h2>{t('pipeline.history.title')}</h2>
              {mayMove && <NoteForm id={row.id} />}
              <History entries={history} zone={row.zone} hidden={hidden} />
            </section>
          </div>
          <aside>
            {look && <Look look={look} />}
            <section className="first">
              <h2>{t('pipeline.application.factsHead')}</h2>
              <FormFacts {...facts} />
              {aids && (
                <p>
                  <span className="label">{t('pipeline.application.aids')}</span> <bdi>{aids}</bdi>
                </p>
              )}
            </section>
          </aside>
        </div>
      </Desk>
    </>
  )
}
