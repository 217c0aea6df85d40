import type { Locale } from '#app/domain/locale.ts'
import { type Audience, type Instrument, namespacesOf, saidBy, saidWith } from './audiences.ts'
import { catalogues, type Namespace } from './catalogues.ts'

/** No page writes a mail, and none says what is not its own. */
function chosen(says: (path: string) => boolean, path: string, texts: object): object {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) => {
      const inner = `${path}.${key}`
      if (key === 'mails' || !says(inner)) return []
      return [[key, typeof text === 'string' ? text : chosen(says, inner, text)]]
    }),
  )
}

const packed = new Map<string, string>()

function pack(
  locale: Locale,
  of: string,
  names: readonly Namespace[],
  says: (path: string) => boolean,
): string {
  const key = `${locale} ${of}`
  const all = catalogues[locale]
  const text =
    packed.get(key) ??
    JSON.stringify(Object.fromEntries(names.map((name) => [name, chosen(says, name, all[name])])))
  packed.set(key, text)
  return text
}

/**
 * The texts of an audience, as one string: written into a page one by one, some thousand of them cost more than all
 * the rest of it. Server only.
 */
export const packTexts = (locale: Locale, audience: Audience): string =>
  pack(locale, audience, namespacesOf(audience), saidBy(audience))

/** What the instrument of one part says, beside what all parts of an assignment do. Server only. */
export const packWords = (locale: Locale, instrument: Instrument): string =>
  pack(locale, `answer ${instrument}`, ['attempt'], saidWith(instrument))
