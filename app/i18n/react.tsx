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

const unpacked = new Map<string, object>()

/** Read once: there are as many as languages and audiences, and every page on the server comes with one of them. */
function unpack(texts: string): object {
  const known = unpacked.get(texts) ?? (JSON.parse(texts) as object)
  unpacked.set(texts, known)
  return known
}

/** `texts` as `packTexts` gives them. */
export function I18nProvider(props: { locale: Locale; texts: string; children: ReactNode }) {
  const { locale, texts } = props
  const value = useMemo(
    () => ({ t: openPlainTranslator(locale, unpack(texts)), locale, formats: openFormats(locale) }),
    [locale, texts],
  )
  return <I18nContext.Provider value={value}>{props.children}</I18nContext.Provider>
}

export function useI18n(): I18n {
  const value = useContext(I18nContext)
  if (!value) throw new Error('useI18n needs an I18nProvider above it')
  return value
}
