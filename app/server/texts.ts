import { createHash } from 'node:crypto'
import { type Locale, locales } from '#app/domain/locale.ts'
import { albanianNames } from '#app/i18n/albanian-names.ts'
import {
  type Audience,
  audiences,
  type Instrument,
  instrumentNames,
  namespacesOf,
  saidBy,
  saidWith,
} from '#app/i18n/audiences.ts'
import { catalogues, type Namespace } from '#app/i18n/catalogues.ts'
import { keepTexts } from '#app/i18n/texts.ts'

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

interface Packed {
  /** Says language, readers and content: what is under it never changes. */
  name: string
  json: string
}

function pack(
  locale: Locale,
  of: Audience | Instrument,
  namespaces: readonly Namespace[],
  says: (path: string) => boolean,
  names = false,
): Packed {
  const all = catalogues[locale]
  const texts = {
    ...Object.fromEntries(namespaces.map((name) => [name, chosen(says, name, all[name])])),
    ...(names && locale === 'sq' && { names: albanianNames }),
  }
  const json = JSON.stringify(texts)
  const name = `${locale}/${of}/${createHash('sha256').update(json).digest('hex').slice(0, 12)}`
  keepTexts(name, texts)
  return { name, json }
}

const packed = new Map<string, Packed>(
  locales.flatMap((locale) => [
    ...audiences.map((of): [string, Packed] => [
      `${locale} ${of}`,
      pack(locale, of, namespacesOf(of), saidBy(of), of !== 'answer' && of !== 'apply'),
    ]),
    ...instrumentNames.map((of): [string, Packed] => [
      `${locale} ${of}`,
      pack(locale, of, ['attempt'], saidWith(of)),
    ]),
  ]),
)

/**
 * The name under which a browser fetches the texts of an audience, or those of one part's instrument, which come beside
 * what all parts of an assignment say. They do not travel inside the pages, which they would outweigh. Server only.
 */
export function nameTexts(locale: Locale, of: Audience | Instrument): string {
  const found = packed.get(`${locale} ${of}`)
  if (!found) throw new Error(`No texts of ${of} in ${locale}`)
  return found.name
}

/** What is kept under a name, as JSON. Server only. */
export const packedTexts = (name: string): string | undefined =>
  [...packed.values()].find((one) => one.name === name)?.json
