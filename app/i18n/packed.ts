import type { Locale } from '#app/domain/locale.ts'
import { type Audience, namespacesOf, unsaidBy } from './audiences.ts'
import { catalogues } from './catalogues.ts'

/** No page writes a mail, and none says what is not its own. */
function saidBy(audience: Audience, path: string, texts: object): object {
  const unsaid = unsaidBy(audience)
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) => {
      const inner = `${path}.${key}`
      if (key === 'mails' || unsaid(inner)) return []
      return [[key, typeof text === 'string' ? text : saidBy(audience, inner, text)]]
    }),
  )
}

const packed = new Map<string, string>()

/**
 * The texts of an audience, as one string: written into a page one by one, some thousand of them cost more than all
 * the rest of it. Server only.
 */
export function packTexts(locale: Locale, audience: Audience): string {
  const key = `${locale} ${audience}`
  const all = catalogues[locale]
  const text =
    packed.get(key) ??
    JSON.stringify(
      Object.fromEntries(namespacesOf(audience).map((name) => [name, saidBy(audience, name, all[name])])),
    )
  packed.set(key, text)
  return text
}
