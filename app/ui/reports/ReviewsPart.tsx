import { useI18n } from '#app/i18n/react.tsx'
import { LinkButton } from '../Button.tsx'

/** On the first page of staff: candidates who wait for somebody else than the one who decided. */
export function ReviewsPart({ count }: { count: number }) {
  const { t } = useI18n()
  return (
    <section className="first stack tight">
      <h2>{t('reports.reviews.today')}</h2>
      <p>{t('reports.reviews.todayText', { count })}</p>
      <LinkButton to="/team/reviews">{t('reports.reviews.todayAct')}</LinkButton>
    </section>
  )
}
