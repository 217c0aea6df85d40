import { Link, useLocation } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'

/** Each with the pages that stand under it, as they begin. */
const tabs = [
  { key: 'own', pages: [''] },
  { key: 'profile', pages: ['/profile'] },
  { key: 'references', pages: ['/references'] },
  { key: 'interview', pages: ['/interview'] },
  { key: 'decision', pages: ['/decide', '/offer', '/report'] },
] as const

/** The pages of one application, side by side. */
export function ApplicationTabs({ id }: { id: string }) {
  const { t } = useI18n()
  const { pathname } = useLocation()
  const address = `/team/applications/${id}`
  const stands = (page: string) =>
    pathname === address + page || (page !== '' && pathname.startsWith(`${address}${page}/`))
  return (
    <nav className="tabs" aria-label={t('pipeline.application.tabs')}>
      {tabs.map(({ key, pages }) => (
        <Link key={key} to={address + pages[0]} aria-current={pages.some(stands) ? 'page' : undefined}>
          {t(`pipeline.application.${key}`)}
        </Link>
      ))}
    </nav>
  )
}
