import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Locale } from '#app/domain/locale.ts'
import { type Formats, openFormats } from './formats.ts'
import type { Translate } from './keys.ts'
import { openPlainTranslator } from './plain.ts'

interface I18n {
  t: Translate
  locale: Locale
  formats: Formats
}

const I18nContext = createContext<I18n | undefined>(undefined)

export function I18nProvider(props: { locale: Locale; messages: object; children: ReactNode }) {
  const { locale, messages } = props
  const value = useMemo(
    () => ({ t: openPlainTranslator(locale, messages), locale, formats: openFormats(locale) }),
    [locale, messages],
  )
  return <I18nContext.Provider value={value}>{props.children}</I18nContext.Provider>
}

export function useI18n(): I18n {
  const value = useContext(I18nContext)
  if (!value) throw new Error('useI18n needs an I18nProvider above it')
  return value
}
