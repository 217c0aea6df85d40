import { useNavigate } from '@remix-run/react'
import { type Locale, locales, publicPath } from '#app/domain/locale.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { LanguageCode } from '../Langs.tsx'

/**
 * The languages as buttons of a form: without JavaScript they send what is typed to the page's address in the other
 * language, which shows it again; with JavaScript the page only changes its address and the form stays as it is.
 */
export function FormLangs({ form, path }: { form: string; path: string }) {
  const { t, locale } = useI18n()
  const navigate = useNavigate()
  const change = (code: Locale) =>
    navigate(publicPath(code, path), { replace: true, preventScrollReset: true })
  return (
    <>
      {/* What Enter presses: the first button of a form, and that must not be a language. */}
      <button type="submit" form={form} className="vh" tabIndex={-1} aria-hidden="true" />
      <nav className="langs touch" aria-label={t('ui.language')}>
        {locales.map((code) => (
          <button
            key={code}
            type="submit"
            form={form}
            formAction={publicPath(code, path)}
            formNoValidate
            name="switch"
            value={code}
            lang={code}
            aria-current={code === locale ? 'true' : undefined}
            onClick={(event) => {
              event.preventDefault()
              change(code)
            }}
          >
            <LanguageCode code={code} />
          </button>
        ))}
      </nav>
    </>
  )
}
