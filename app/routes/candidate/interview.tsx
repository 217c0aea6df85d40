import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { calendarLinks } from '#app/domain/interview.ts'
import { offeredZones } from '#app/domain/offered.ts'
import { titleOf } from '#app/domain/vacancy-title.ts'
import { isZone } from '#app/domain/zones.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { requireCandidate } from '#app/server/guard.ts'
import { candidateEntry } from '#app/server/interview-entry.ts'
import { Button } from '#app/ui/Button.tsx'
import { CandidatePage } from '#app/ui/CandidatePage.tsx'
import { Empty } from '#app/ui/Empty.tsx'
import { Select } from '#app/ui/Field.tsx'
import { Slot } from '#app/ui/interviews/Slot.tsx'
import { title as meta } from '#app/ui/title.ts'
import { zoneWords } from '#app/ui/vacancy/words.ts'
import { ownInterview } from '#db/interviews.ts'
import { organisation } from '#db/organisation.ts'

export { meta }

/** The candidate's interview, in any zone they ask for, with ways into a calendar. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now, t, locale } = await requireCandidate(args)
  const asked = new URL(args.request.url).searchParams.get('zone') ?? ''
  const row = await ownInterview(db, { viewer, now: now() })
  if (!row) return { title: t('interviews.own.title'), interview: null }
  const { startsAt, minutes, zone, place } = row.interview
  const company = await organisation(db)
  const entry = candidateEntry(row, { t, locale, organisation: company })
  return {
    title: t('interviews.own.title'),
    interview: {
      vacancy: titleOf(row, locale),
      slot: { startsAt: startsAt.toISOString(), minutes, zone, place },
      interviewer: row.interviewer.name,
      contact: { name: company.name, email: company.contactEmail },
      also: asked.length <= 60 && isZone(asked) ? asked : zone,
      calendars: calendarLinks({ title: entry.title, startsAt, minutes, place, details: entry.details }),
    },
  }
}

export default function OwnInterview() {
  const { interview } = useLoaderData<typeof loader>()
  const speech = useI18n()
  const { t } = speech
  if (!interview)
    return (
      <CandidatePage>
        <div>
          <h1>{t('interviews.own.title')}</h1>
          <Empty act={<Link to="/a">{t('interviews.own.back')}</Link>}>{t('interviews.own.none')}</Empty>
        </div>
      </CandidatePage>
    )
  const { vacancy, slot, interviewer, contact, also, calendars } = interview
  const zones = [...new Set([slot.zone, also, ...offeredZones])]
  return (
    <CandidatePage>
      <div className="stack">
        <p className="label" lang={vacancy.lang}>
          {vacancy.title}
        </p>
        <h1>{t('interviews.own.heading')}</h1>
        <Slot slot={slot} also={also} who={{ name: t('interviews.own.with'), value: interviewer }} />
        <Form method="get" action="/a/interview" className="row">
          <Select
            name="zone"
            label={t('interviews.own.zone')}
            defaultValue={also}
            options={zones.map((zone) => ({ value: zone, label: zoneWords(speech, zone) }))}
          />
          <Button>{t('interviews.own.show')}</Button>
        </Form>
      </div>
      <section>
        <h2>{t('interviews.own.calendar')}</h2>
        <p className="row">
          <a className="btn" href="/a/interview.ics" download>
            {t('interviews.own.file')}
          </a>
          <a className="btn" href={calendars.google} target="_blank" rel="noreferrer">
            {t('interviews.own.google')}
          </a>
          <a className="btn" href={calendars.outlook} target="_blank" rel="noreferrer">
            {t('interviews.own.outlook')}
          </a>
        </p>
        <p className="hint">{t('interviews.own.outside')}</p>
      </section>
      <section>
        <h2>{t('interviews.own.what')}</h2>
        <p>{t('interviews.own.whatText')}</p>
        <p>
          {t('interviews.own.cannot', { name: contact.name })}{' '}
          <a href={`mailto:${contact.email}`}>{contact.email}</a>
        </p>
      </section>
      <p>
        <Link to="/a">{t('interviews.own.back')}</Link>
      </p>
    </CandidatePage>
  )
}
