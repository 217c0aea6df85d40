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

type Texts = Record<string, object>

const I18nContext = createContext<(I18n & { texts: Texts }) | undefined>(undefined)

const unpacked = new Map<string, Texts>()

/** Read once: there are as many as languages and audiences, and every page on the server comes with one of them. */
function unpack(texts: string): Texts {
  const known = unpacked.get(texts) ?? (JSON.parse(texts) as Texts)
  unpacked.set(texts, known)
  return known
}

/** `texts` as `packTexts` gives them. */
export function I18nProvider(props: { locale: Locale; texts: string; children: ReactNode }) {
  const { locale, texts } = props
  const value = useMemo(() => open(locale, unpack(texts)), [locale, texts])
  return <I18nContext.Provider value={value}>{props.children}</I18nContext.Provider>
}

const open = (locale: Locale, texts: Texts) => ({
  t: openPlainTranslator(locale, texts),
  locale,
  formats: openFormats(locale),
  texts,
})

/** Below it a page says what comes with it alone, beside what its whole audience has. `texts` as `packWords` gives them. */
export function WithWords({ texts, children }: { texts: string; children: ReactNode }) {
  const around = useContext(I18nContext)
  const value = useMemo(() => {
    if (!around) return
    const more = Object.entries(unpack(texts)).map(([name, words]) => [
      name,
      { ...around.texts[name], ...words },
    ])
    return open(around.locale, { ...around.texts, ...Object.fromEntries(more) })
  }, [around, texts])
  return <I18nContext.Provider value={value}>{children}</I18nContext.Provider>
}

export function useI18n(): I18n {
  const value = useContext(I18nContext)
  if (!value) throw new Error('useI18n needs an I18nProvider above it')
  return value
}
