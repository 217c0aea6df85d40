import { createInstance } from 'i18next'
import type { Locale } from '#app/domain/locale.ts'
import type { Translate } from './keys.ts'

/** A translator over the given messages. A missing key throws: it is a fault of ours, never of the reader's. */
export function openTranslator(locale: Locale, messages: object): Translate {
  const i18n = createInstance()
  i18n.init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: { translation: messages } },
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => {
      throw new Error(`No text for ${key} in ${locale}`)
    },
  })
  return (key, params) => i18n.t(key as string, params ?? {}) as string
}
