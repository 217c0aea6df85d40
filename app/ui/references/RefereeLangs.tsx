import { locales } from '#app/domain/locale.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { LanguageCode } from '../Langs.tsx'

/** The languages as buttons of the form: what is typed so far is saved, and comes back in the other language. */
export function RefereeLangs({ form }: { form: string }) {
  const { t, locale } = useI18n()
  return (
    <>
      {/* What Enter presses: the first button of a form, and that must not be a language. */}
      <button
        type="submit"
        form={form}
        name="way"
        value="send"
        className="vh"
        tabIndex={-1}
        aria-hidden="true"
      />
      <nav className="langs touch" aria-label={t('ui.language')}>
        {locales.map((code) => (
          <button
            key={code}
            type="submit"
            form={form}
            name="switch"
            value={code}
            lang={code}
            aria-current={code === locale ? 'true' : undefined}
          >
            <LanguageCode code={code} />
          </button>
        ))}
      </nav>
    </>
  )
}
