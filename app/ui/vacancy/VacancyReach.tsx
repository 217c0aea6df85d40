import { Link } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'

/** The page's one button, always in reach, and what it costs. Without an address it is only the picture of one. */
export function VacancyReach({ to }: { to?: string }) {
  const { t } = useI18n()
  const button = t('jobs.apply.button')
  return (
    <>
      <p className="label">
        {t('jobs.apply.cost')}
        <br /> {t('jobs.apply.account')}
      </p>
      {to ? (
        <Link className="btn primary" to={to}>
          {button}
        </Link>
      ) : (
        <span className="btn primary" aria-hidden="true">
          {button}
        </span>
      )}
    </>
  )
}
