import { Link } from '@remix-run/react'
import { publicPath } from '#app/domain/locale.ts'
import { useI18n } from '#app/i18n/react.tsx'

/** In the foot of public pages: what happens to one's data, before anything is sent. */
export function PrivacyLink() {
  const { t, locale } = useI18n()
  return (
    <Link discover="none" to={publicPath(locale, '/privacy')}>
      {t('jobs.readers.notice')}
    </Link>
  )
}
