import { readdirSync, readFileSync } from 'node:fs'
import type { Locale } from '#app/domain/locale.ts'
import type { Translate } from '#app/i18n/keys.ts'
import { openTranslator } from '#app/i18n/translate.ts'

/** The product's own words: what a journey looks for is what stands on the page, in its language. */
function wordsIn(locale: Locale): Translate {
  const folder = new URL(`../../../app/i18n/${locale}/`, import.meta.url)
  const read = (file: string) => [
    file.replace('.json', ''),
    JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
  ]
  return openTranslator(locale, Object.fromEntries(readdirSync(folder).map(read)))
}

export const words = { en: wordsIn('en'), ru: wordsIn('ru'), sq: wordsIn('sq') } as const satisfies Record<
  Locale,
  Translate
>
