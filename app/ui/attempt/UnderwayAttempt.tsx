import { Link } from '@remix-run/react'
import type { Locale } from '#app/domain/locale.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { LinkButton } from '../Button.tsx'
import { CandidatePage } from '../CandidatePage.tsx'
import { zoneWords } from './zoneWords.ts'

interface UnderwayAttemptProps {
  vacancyTitle: string
  jobLocale: Locale
  zone: string
  deadlineAt: string | null
  entered: boolean
  parts: { answerId: string | null; key: string; title: string; words: number }[]
}

/** The assignment is running: how far it is, and the way back in. */
export function UnderwayAttempt(props: UnderwayAttemptProps) {
  const { t, formats } = useI18n()
  const { vacancyTitle, jobLocale, zone, deadlineAt, entered, parts } = props
  const next = parts.find(({ words }) => words === 0) ?? parts[0]
  return (
    <CandidatePage about={vacancyTitle}>
      <div className="stack">
        <h1>{t('attempt.running.title')}</h1>
        <p className="lede">
          {deadlineAt
            ? t('attempt.running.until', {
                time: formats.time(deadlineAt, zone),
                zone: zoneWords(t, zone),
              })
            : t('attempt.running.free')}
        </p>
        <ol className="rows part-rows">
          {parts.map((part) => (
            <li key={part.key} className="split">
              {entered && part.answerId ? (
                <Link to={`/a/assignment/${part.answerId}`} lang={jobLocale}>
                  {part.title}
                </Link>
              ) : (
                <span lang={jobLocale}>{part.title}</span>
              )}
              <span className="num quiet">
                {part.words > 0 ? t('attempt.words', { count: part.words }) : t('attempt.part.empty')}
              </span>
            </li>
          ))}
        </ol>
        {entered ? (
          <p className="row">
            <LinkButton kind="primary" to={`/a/assignment/${next?.answerId}`}>
              {t('attempt.goOn')}
            </LinkButton>
            <LinkButton kind="plain" to="/a/assignment/finish">
              {t('attempt.part.finish')}
            </LinkButton>
          </p>
        ) : (
          <>
            <p>{t('attempt.entry.text')}</p>
            <p>
              <LinkButton kind="primary" to="/a/enter">
                {t('attempt.entry.ask')}
              </LinkButton>
            </p>
          </>
        )}
      </div>
    </CandidatePage>
  )
}
