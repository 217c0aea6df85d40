import type { Locale } from '../locale.ts'
import { fill, type Values } from './draw.ts'
import type { ReviewContent } from './page-review.ts'
import { typeset } from './typeset.ts'

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

/** `{{p05.film}}` in a page template → the words of part p05, filled and typeset. */
function pageWords(content: ReviewContent, locale: Locale, found: Values): Values {
  const words: Values = { lang: locale }
  for (const [part, { words: own }] of Object.entries(content.texts[locale].parts)) {
    for (const [name, value] of Object.entries(own)) {
      words[`${part}.${name}`] = escapeHtml(typeset(fill(value, found), locale))
    }
  }
  return words
}

/** The page under review: the authors' template with this draw's words, each escaped. */
export function renderPage(content: ReviewContent, locale: Locale, found: Values): string {
  const template = content.files[content.template]
  if (template === undefined) throw new Error(`${content.key}: ${content.template} is missing`)
  return fill(template, pageWords(content, locale, found))
}

/** The names of each part's words in the order in which the template shows them: stored JSON does not keep the order of keys. */
export function wordsInOrder(content: ReviewContent): ReadonlyMap<string, readonly string[]> {
  const template = content.files[content.template] ?? ''
  const words = new Map<string, string[]>()
  for (const { 1: part = '', 2: word = '' } of template.matchAll(
    /\{\{([A-Za-z0-9-]+)\.([A-Za-z0-9-]+)\}\}/g,
  )) {
    const own = words.get(part)
    if (!own) words.set(part, [word])
    else if (!own.includes(word)) own.push(word)
  }
  return words
}
