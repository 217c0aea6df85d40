import { useNavigation } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'

/** The line along the top while a page is on its way. CSS holds it back for the first 300 ms. */
export function Underway() {
  const { t } = useI18n()
  const { state } = useNavigation()
  const word = state === 'submitting' ? t('ui.sending') : t('ui.loading')
  return (
    <>
      {state !== 'idle' && <div className="underway" />}
      <p className="vh" role="status">
        {state === 'idle' ? '' : word}
      </p>
    </>
  )
}
