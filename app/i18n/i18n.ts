import { type Locale, locales } from '#app/domain/locale.ts'
import { catalogues } from './catalogues.ts'
import type { Translate } from './keys.ts'
import { openTranslator } from './translate.ts'

const translators = new Map<Locale, Translate>(
  locales.map((locale) => [locale, openTranslator(locale, catalogues[locale])]),
)

/** The translator over all texts of one language. Server only. */
export function translator(locale: Locale): Translate {
  const translate = translators.get(locale)
  if (!translate) throw new Error(`No catalogue for ${locale}`)
  return translate
}
