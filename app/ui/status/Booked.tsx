import { useI18n } from '#app/i18n/react.tsx'
import type { BookedInterview } from '#db/status.ts'
import { Facts } from '../Facts.tsx'
import { Place } from '../interviews/Place.tsx'

/** The interview with its own zone, and a way into the calendar. */
export function Booked({ interview }: { interview: BookedInterview }) {
  const { t, formats } = useI18n()
  const { startsAt, minutes, zone, place } = interview
  const when = formats.dateTime(startsAt, zone)
  return (
    <>
      <h1>{t('status.interview.booked.title', { when })}</h1>
      <Facts
        facts={[
          {
            name: t('status.interview.booked.when'),
            value: <time dateTime={startsAt.toISOString()}>{when}</time>,
            note: t('status.interview.booked.zone', { zone }),
          },
          {
            name: t('status.interview.booked.length'),
            value: t('status.interview.booked.minutes', { count: minutes }),
          },
          { name: t('status.interview.booked.place'), value: <Place place={place} /> },
        ]}
      />
      <p>
        <a className="btn" href="/a/interview.ics" download>
          {t('status.interview.booked.act')}
        </a>
      </p>
      <p>
        <a href="/a/interview">{t('status.interview.booked.more')}</a>
      </p>
    </>
  )
}
