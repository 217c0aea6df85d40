import { useEffect } from 'react'
import type { AttemptStatus } from '#app/domain/attempt.ts'
import type { Locale } from '#app/domain/locale.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { CandidatePage } from '../CandidatePage.tsx'
import { clearDevice, settle } from './settle.ts'

interface HandedInProps {
  vacancyTitle: string
  jobLocale: Locale
  zone: string
  status: AttemptStatus
  finishedAt: string | null
  parts: { answerId: string | null; key: string; title: string; words: number }[]
}

/** It is over: what was handed in, and what happens next. */
export function HandedIn({ vacancyTitle, jobLocale, zone, status, finishedAt, parts }: HandedInProps) {
  const { t, formats } = useI18n()
  const ids = parts.map(({ answerId }) => answerId ?? '').join()
  useEffect(() => {
    // What another tab still held goes out first, to be kept as late; then this device forgets the assignment.
    const answers = ids.split(',').filter(Boolean)
    void settle(answers).then(() => clearDevice(answers))
  }, [ids])
  const time = finishedAt ? formats.time(finishedAt, zone) : ''
  const over = status === 'expired' ? 'expired' : status === 'submitted' ? 'submitted' : 'left'
  return (
    <CandidatePage about={vacancyTitle}>
      <div className="stack">
        <h1>{t(`attempt.done.${over}.title`)}</h1>
        <p className="lede">{t(`attempt.done.${over}.text`, { time })}</p>
      </div>
      <section>
        <h2>{t('attempt.done.written')}</h2>
        <ol className="rows part-rows">
          {parts.map((part) => (
            <li key={part.key} className="split">
              <span lang={jobLocale}>{part.title}</span>
              <span className="num quiet">
                {part.words > 0 ? t('attempt.words', { count: part.words }) : t('attempt.part.empty')}
              </span>
            </li>
          ))}
        </ol>
      </section>
      {over !== 'left' && (
        <section>
          <h2>{t('attempt.done.next.title')}</h2>
          <p>{t('attempt.done.next.graded')}</p>
          <p>{t('attempt.done.next.answer')}</p>
          <p>{t('attempt.done.next.device')}</p>
        </section>
      )}
      <p>
        <a className="btn" href="/a">
          {t('attempt.done.status')}
        </a>
      </p>
    </CandidatePage>
  )
}
