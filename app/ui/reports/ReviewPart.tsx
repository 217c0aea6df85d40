import { Link } from '@remix-run/react'
import { reviewRules } from '#app/domain/review.ts'
import { useI18n } from '#app/i18n/react.tsx'

/** That another person may be asked to look again, or that they are. Nothing where there is nothing to look at. */
export function ReviewPart({ state }: { state: 'may' | 'open' | 'none' }) {
  const { t } = useI18n()
  if (state === 'none') return null
  return (
    <section className="no-print">
      <h2>{t('reports.review.title')}</h2>
      {state === 'may' && (
        <p>
          {t('reports.review.lede')} {t('reports.review.promise', { count: reviewRules.days })}
        </p>
      )}
      <p>
        <Link to="/a/review">{t(state === 'open' ? 'reports.review.asked' : 'reports.review.link')}</Link>
      </p>
    </section>
  )
}
