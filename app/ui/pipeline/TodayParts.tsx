import { Link } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'
import { LinkButton } from '../Button.tsx'
import { Empty } from '../Empty.tsx'
import { Lamp } from '../Lamp.tsx'

interface DeskFacts {
  open: number
  late: number
  /** A day in the team's zone. */
  due: string | null
}

/** What lies on the viewer's own desk. */
export function DeskPart({ desk: { open, late, due } }: { desk: DeskFacts }) {
  const { t, formats } = useI18n()
  if (open === 0) return <Empty>{t('pipeline.today.deskEmpty')}</Empty>
  return (
    <section className="first stack tight">
      <h2>{t('pipeline.today.deskHead', { count: open })}</h2>
      {late > 0 && (
        <p>
          <Lamp>{t('pipeline.today.deskLate', { count: late })}</Lamp>
        </p>
      )}
      {due && late === 0 && <p className="quiet">{t('pipeline.today.deskDue', { day: formats.day(due) })}</p>}
      <LinkButton to="/team/grading">{t('pipeline.today.deskOpen')}</LinkButton>
    </section>
  )
}

interface InterviewToday {
  id: string
  applicationId: string
  name: string
  startsAt: string
  zone: string
  place: string
  interviewer: string
  vacancy: string
}

export function InterviewsPart({ interviews }: { interviews: readonly InterviewToday[] }) {
  const { t, formats } = useI18n()
  return (
    <section className="first">
      <h2>{t('pipeline.today.interviewsHead')}</h2>
      <ul className="rows">
        {interviews.map(({ id, applicationId, name, startsAt, zone, place, interviewer, vacancy }) => (
          <li key={id}>
            <p>
              <Link className="num" to={`/team/applications/${applicationId}/interview`}>
                {t('pipeline.today.interview', { time: formats.time(startsAt, zone), name })}
              </Link>
            </p>
            <p className="label">
              {vacancy} · {t('pipeline.today.with', { name: interviewer })} · {place}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** For shift leads: who waits for a signature before the live queue. */
export function ReadyPart({ ready }: { ready: readonly { id: string; name: string; startsOn: string }[] }) {
  const { t, formats } = useI18n()
  if (ready.length === 0) return <Empty>{t('pipeline.today.readyEmpty')}</Empty>
  return (
    <section className="first">
      <h2>{t('pipeline.today.readyHead')}</h2>
      <ul className="rows">
        {ready.map(({ id, name, startsOn }) => (
          <li key={id}>
            <Link className="strong" to={`/team/newcomers/${id}`}>
              {name}
            </Link>{' '}
            <span className="label">{t('pipeline.today.starts', { day: formats.day(startsOn) })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function PlanPart() {
  const { t } = useI18n()
  return (
    <section className="first stack tight">
      <h2>{t('pipeline.today.planHead')}</h2>
      <LinkButton kind="primary" to="/start">
        {t('pipeline.today.planOpen')}
      </LinkButton>
    </section>
  )
}
