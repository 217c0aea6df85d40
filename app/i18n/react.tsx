import { createContext, type ReactNode, useContext } from 'react'
import type { Locale } from '#app/domain/locale.ts'
import type { Translate } from './keys.ts'
import { openPlainTranslator } from './plain.ts'
import { type Formats, openPlainFormats } from './plain-formats.ts'
import { type Texts, textsAddress, textsNamed } from './texts.ts'

interface I18n {
  t: Translate
  locale: Locale
  formats: Formats
}

interface Spoken extends I18n {
  /** The names of all texts that are heard here, the most general first. */
  names: readonly string[]
}

const I18nContext = createContext<Spoken | undefined>(undefined)

/** The later ones add to the namespaces of the earlier. */
function together(all: readonly Texts[]): Texts {
  const sum: Record<string, object> = {}
  for (const [name, words] of all.flatMap((texts) => Object.entries(texts)))
    sum[name] = { ...sum[name], ...words }
  return sum
}

const opened = new Map<string, Spoken>()

/** Made once: there are as many as languages and audiences. */
function speak(locale: Locale, names: readonly string[]): Spoken {
  const key = [locale, ...names].join(' ')
  let spoken = opened.get(key)
  if (!spoken) {
    const texts = together(names.map(textsNamed))
    spoken = {
      t: openPlainTranslator(locale, texts),
      locale,
      formats: openPlainFormats(locale, texts.names),
      names,
    }
    opened.set(key, spoken)
  }
  return spoken
}

/** `texts` as `nameTexts` names them; without, there are no words but a page's own. */
export function I18nProvider(props: { locale: Locale; texts: string | undefined; children: ReactNode }) {
  const { locale, texts } = props
  const spoken = speak(locale, texts === undefined ? [] : [texts])
  return <I18nContext.Provider value={spoken}>{props.children}</I18nContext.Provider>
}

/** Below it a page says what comes with it alone, beside what its whole audience has. `texts` as `nameTexts` names them. */
export function WithWords({ texts, children }: { texts: string; children: ReactNode }) {
  const around = useSpoken()
  return (
    <I18nContext.Provider value={speak(around.locale, [...around.names, texts])}>
      <TextsLink texts={texts} />
      {children}
    </I18nContext.Provider>
  )
}

/** Tells the browser, before any script runs, which texts the page cannot wake up without. */
export const TextsLink = ({ texts }: { texts: string }) => (
  <link rel="preload" as="fetch" href={textsAddress(texts)} crossOrigin="anonymous" data-texts={texts} />
)

function useSpoken(): Spoken {
  const value = useContext(I18nContext)
  if (!value) throw new Error('useI18n needs an I18nProvider above it')
  return value
}

export const useI18n = (): I18n => useSpoken()
