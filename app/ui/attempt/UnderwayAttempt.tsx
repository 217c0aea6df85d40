import { Form, Link } from '@remix-run/react'
import type { Locale } from '#app/domain/locale.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button, LinkButton } from '../Button.tsx'
import { CandidatePage } from '../CandidatePage.tsx'
import { zoneWords } from './zoneWords.ts'

interface Part {
  answerId: string | null
  key: string
  title: string
  minutes: number
  sitting: number
  words: number
}

interface UnderwayAttemptProps {
  vacancyTitle: string
  jobLocale: Locale
  zone: string
  deadlineAt: string | null
  openUntil: string
  entered: boolean
  sitting: number
  sittings: number
  resting: boolean
  /** False where the candidate asked for no limit. */
  limited: boolean
  parts: Part[]
}

/** The assignment is running: how far it is, and the way back in; or the rest between two sittings. */
export function UnderwayAttempt(props: UnderwayAttemptProps) {
  const { t } = useI18n()
  const { vacancyTitle, entered, resting } = props
  return (
    <CandidatePage about={vacancyTitle}>
      <div className="stack">
        {resting ? <RestHead {...props} /> : <RunningHead {...props} />}
        <ol className="rows part-rows">
          {props.parts.map((part) => (
            <PartRow key={part.key} part={part} {...props} />
          ))}
        </ol>
        {!entered ? (
          <>
            <p>{t('attempt.entry.text')}</p>
            <p>
              <LinkButton kind="primary" to="/a/enter">
                {t('attempt.entry.ask')}
              </LinkButton>
            </p>
          </>
        ) : resting ? (
          <Form method="post">
            <input type="hidden" name="sitting" value={props.sitting + 1} />
            <Button kind="primary">{t('attempt.sittings.start', { number: props.sitting + 1 })}</Button>
          </Form>
        ) : (
          <GoOn {...props} />
        )}
      </div>
    </CandidatePage>
  )
}

function RunningHead({ deadlineAt, zone }: UnderwayAttemptProps) {
  const { t, formats } = useI18n()
  return (
    <>
      <h1>{t('attempt.running.title')}</h1>
      <p className="lede">
        {deadlineAt
          ? t('attempt.running.until', { time: formats.time(deadlineAt, zone), zone: zoneWords(t, zone) })
          : t('attempt.running.free')}
      </p>
    </>
  )
}

function RestHead({ sitting, parts, limited, openUntil, zone }: UnderwayAttemptProps) {
  const { t, formats } = useI18n()
  const next = parts.filter((part) => part.sitting === sitting + 1)
  return (
    <>
      <h1>{t('attempt.sittings.restTitle', { number: sitting })}</h1>
      <p className="lede">
        {t(limited ? 'attempt.sittings.restText' : 'attempt.sittings.restFree', {
          minutes: next.reduce((sum, { minutes }) => sum + minutes, 0),
          date: formats.dateTime(openUntil, zone),
          zone: zoneWords(t, zone),
        })}
      </p>
    </>
  )
}

function PartRow({ part, sitting, resting, entered, jobLocale }: UnderwayAttemptProps & { part: Part }) {
  const { t } = useI18n()
  const over = part.sitting < sitting || (resting && part.sitting === sitting)
  const words = part.words > 0 ? t('attempt.words', { count: part.words }) : t('attempt.part.empty')
  return (
    <li className="split">
      {entered && part.answerId && !resting && part.sitting === sitting ? (
        <Link to={`/a/assignment/${part.answerId}`} lang={jobLocale}>
          {part.title}
        </Link>
      ) : (
        <span lang={jobLocale}>{part.title}</span>
      )}
      <span className="num quiet">
        {part.sitting > sitting
          ? t('attempt.sittings.head', { number: part.sitting })
          : over
            ? `${words}, ${t('attempt.sittings.closed')}`
            : words}
      </span>
    </li>
  )
}

function GoOn({ parts, sitting, sittings }: UnderwayAttemptProps) {
  const { t } = useI18n()
  const open = parts.filter((part) => part.sitting === sitting)
  const next = open.find(({ words }) => words === 0) ?? open[0]
  return (
    <p className="row">
      <LinkButton kind="primary" to={`/a/assignment/${next?.answerId}`}>
        {t('attempt.goOn')}
      </LinkButton>
      <LinkButton kind="plain" to="/a/assignment/finish">
        {t(sitting === sittings ? 'attempt.part.finish' : 'attempt.sittings.finish')}
      </LinkButton>
    </p>
  )
}
