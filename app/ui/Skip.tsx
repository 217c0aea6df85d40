import { useI18n } from '#app/i18n/react.tsx'

/** Past the bar and the rail, straight to the content. */
export function Skip() {
  const { t } = useI18n()
  return (
    <a className="skip" href="#main">
      {t('ui.skip')}
    </a>
  )
}
