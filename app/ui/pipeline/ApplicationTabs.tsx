import { NavLink } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'

const tabs = [
  { key: 'own', path: '' },
  { key: 'profile', path: '/profile' },
  { key: 'references', path: '/references' },
  { key: 'interview', path: '/interview' },
  { key: 'decision', path: '/decide' },
] as const

/** The pages of one application, side by side. */
export function ApplicationTabs({ id }: { id: string }) {
  const { t } = useI18n()
  return (
    <nav className="tabs" aria-label={t('pipeline.application.tabs')}>
      {tabs.map(({ key, path }) => (
        <NavLink key={key} to={`/team/applications/${id}${path}`} end>
          {t(`pipeline.application.${key}`)}
        </NavLink>
      ))}
    </nav>
  )
}
