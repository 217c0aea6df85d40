import { Link, useLocation } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'

const tabs = [
  { key: 'candidates', page: '' },
  { key: 'graders', page: '/graders' },
  { key: 'agreement', page: '/agreement' },
  { key: 'disagreements', page: '/disagreements' },
  { key: 'compare', page: '/compare' },
  { key: 'about', page: '/about' },
] as const
export type VacancyTab = (typeof tabs)[number]['key']

/** The pages of one vacancy, side by side; `only` for whoever may not open all of them. */
export function VacancyTabs({ id, only }: { id: string; only?: readonly VacancyTab[] }) {
  const { t } = useI18n()
  const { pathname } = useLocation()
  const address = `/team/vacancies/${id}`
  const here = (page: string) =>
    pathname === address + page || (page !== '' && pathname.startsWith(`${address}${page}/`))
  return (
    <nav className="tabs vacancy-tabs" aria-label={t('agreement.tabs.name')}>
      {tabs
        .filter(({ key }) => !only || only.includes(key))
        .map(({ key, page }) => (
          <Link key={key} to={address + page} aria-current={here(page) ? 'page' : undefined}>
            {t(`agreement.tabs.${key}`)}
          </Link>
        ))}
    </nav>
  )
}
