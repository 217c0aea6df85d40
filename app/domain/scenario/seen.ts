import type { Locale } from '../locale.ts'
import { draw, values, writer } from './draw.ts'
import { articleView } from './handbook.ts'
import type { ScenarioContent } from './kinds.ts'
import { pageInWords } from './views.ts'

export type Seen = { label: string; paragraphs: string[] }

/**
 * What a candidate had in view while answering, in the draw of this seed: the page and its measurements, or the
 * articles. Without it nobody can tell whether a sample is right; nothing of the key is in it.
 */
export function seenOf(content: ScenarioContent, locale: Locale, seed: string): Seen[] {
  const write = writer(locale, values(content, locale, draw(content, seed)))
  if (content.kind === 'page-review') {
    const { parts, measured } = pageInWords(content, locale, write)
    return [...parts, ...measured].map(({ id, label, text }) => ({
      label: `${id} · ${label}`,
      paragraphs: [text],
    }))
  }
  if (!('articles' in content)) return []
  return content.articles.map((article) => {
    const { number, title, paragraphs } = write(articleView(article, locale))
    return {
      label: `${number} · ${title}`,
      paragraphs: paragraphs.map((row) => `${row.number} ${row.text}`),
    }
  })
}
