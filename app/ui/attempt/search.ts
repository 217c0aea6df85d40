import type { ArticleView } from '#app/domain/scenario/handbook.ts'

/** As a hurried reader types it: without capitals, ё as е, ë as e, ç as c. Keeps the length, so that places stay true. */
const folded = (text: string) =>
  text
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/ë/g, 'e')
    .replace(/ç/g, 'c')
    .replace(/\u00a0/g, ' ')

/** Russian and Albanian bend their words: a longer word is looked for without its ending. */
const stems = (query: string) =>
  folded(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
    .map((word) => (word.length > 5 ? word.slice(0, -2) : word.length > 3 ? word.slice(0, -1) : word))

/** The articles in which every word of the query occurs, in their own order; all of them without a query. */
export function findArticles(articles: readonly ArticleView[], query: string): readonly ArticleView[] {
  const words = stems(query)
  if (words.length === 0) return articles
  return articles.filter(({ title, paragraphs }) => {
    const text = folded([title, ...paragraphs.map((paragraph) => paragraph.text)].join(' '))
    return words.every((word) => text.includes(word))
  })
}

/** A text cut into what was found and what stands between. */
export function marks(text: string, query: string): { from: number; to: number; hit: boolean }[] {
  const words = stems(query)
  const plain = folded(text)
  const pieces: { from: number; to: number; hit: boolean }[] = []
  let at = 0
  for (const { index, 0: word } of words.length > 0 && plain.length === text.length
    ? plain.matchAll(/[\p{L}\p{N}]+/gu)
    : []) {
    if (!words.some((stem) => word.startsWith(stem))) continue
    if (index > at) pieces.push({ from: at, to: index, hit: false })
    at = index + word.length
    pieces.push({ from: index, to: at, hit: true })
  }
  if (at < text.length) pieces.push({ from: at, to: text.length, hit: false })
  return pieces
}
