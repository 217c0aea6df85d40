import { Form, Link, useLocation } from '@remix-run/react'
import { type Locale, locales, publicPath } from '#app/domain/locale.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { classes } from './classes.ts'

/** Each language is named in itself: who needs the switch cannot read the page around it. */
const names: Record<Locale, string> = { en: 'English', ru: 'Русский', sq: 'Shqip' }

/** Pages that have an address of their own in every language. Elsewhere the language is remembered in a cookie. */
const addressed = /^\/(jobs|privacy)(\/|$)/

/** The code that is seen and the name that is heard. */
export function LanguageCode({ code }: { code: Locale }) {
  return (
    <>
      {code}
      <span className="vh"> {names[code]}</span>
    </>
  )
}

/** The language switch. Links where the language is in the address, a form elsewhere; both keep what is typed. */
export function Langs({ touch }: { touch?: boolean }) {
  const { t, locale } = useI18n()
  const { pathname, search } = useLocation()
  const path = pathname.replace(/^\/(ru|sq)(?=\/|$)/, '') || '/'
  const className = classes('langs', touch && 'touch')
  const now = (code: Locale) => (code === locale ? 'true' : undefined)
  if (addressed.test(path)) {
    return (
      <nav className={className} aria-label={t('ui.language')}>
        {locales.map((code) => (
          <Link
            discover="none"
            key={code}
            to={publicPath(code, path) + search}
            lang={code}
            hrefLang={code}
            aria-current={now(code)}
            preventScrollReset
            replace
          >
            <LanguageCode code={code} />
          </Link>
        ))}
      </nav>
    )
  }
  return (
    <Form
      discover="none"
      method="post"
      action="/language"
      className={className}
      preventScrollReset
      replace
      aria-label={t('ui.language')}
    >
      <input type="hidden" name="to" value={pathname + search} />
      {locales.map((code) => (
        <button key={code} type="submit" name="locale" value={code} lang={code} aria-current={now(code)}>
          <LanguageCode code={code} />
        </button>
      ))}
    </Form>
  )
}
