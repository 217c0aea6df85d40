import type { Locale } from '#app/domain/locale.ts'
import { type Audience, namespacesOf } from './audiences.ts'
import { catalogues } from './catalogues.ts'

/** No page writes a mail. */
function withoutMails(texts: object) {
  const { mails: _, ...rest } = texts as { mails?: unknown }
  return rest
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
    JSON.stringify(Object.fromEntries(namespacesOf(audience).map((name) => [name, withoutMails(all[name])])))
  packed.set(key, text)
  return text
}
