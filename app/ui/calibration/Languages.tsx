import { Link } from '@remix-run/react'
import type { Locale } from '#app/domain/locale.ts'
import { useI18n } from '#app/i18n/react.tsx'

/** What calibration says is said language by language: the ways to the others. */
export function Languages({ language, languages }: { language: Locale; languages: readonly Locale[] }) {
  const { t, formats } = useI18n()
  if (languages.length < 2) return null
  return (
    <nav aria-label={t('calibration.language')}>
      <ul className="case-tabs">
        {languages.map((one) => (
          <li key={one}>
            <Link to={`?in=${one}`} aria-current={one === language ? 'page' : undefined}>
              {formats.language(one)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
