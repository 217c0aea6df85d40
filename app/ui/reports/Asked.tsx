import type { ReviewOutcome } from '#app/domain/review.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Facts } from '../Facts.tsx'

export interface AskedData {
  text: string
  askedAt: string
  dueAt: string
  late: boolean
  answeredAt: string | null
  outcome: ReviewOutcome | null
  answer: string
}

/** One request: what was asked and by when the answer comes; later, the answer first. */
export function Asked({ request, zone }: { request: AskedData; zone: string }) {
  const { t, formats } = useI18n()
  const { text, askedAt, dueAt, late, answeredAt, outcome, answer } = request
  const date = (at: string) => formats.date(at, zone)
  return (
    <section className="stack">
      <h2>{outcome ? t(`reports.review.outcomes.${outcome}`) : t('reports.review.asked')}</h2>
      {answer !== '' && <p className="read typed">{answer}</p>}
      {late && <p>{t('reports.review.late', { date: date(dueAt) })}</p>}
      <Facts
        facts={[
          { name: t('reports.review.askedOn'), value: date(askedAt) },
          answeredAt
            ? { name: t('reports.review.answeredOn'), value: date(answeredAt) }
            : { name: t('reports.review.dueBy'), value: date(dueAt) },
          { name: t('reports.review.yours'), value: <span className="typed">{text}</span> },
        ]}
      />
    </section>
  )
}
