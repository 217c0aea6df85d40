import { isLocale, type Locale } from '#app/domain/locale.ts'

/** The first of the browser's languages that the product speaks. */
export function acceptedLocale(header: string | null): Locale | undefined {
  return (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', q] = part.trim().split(';q=')
      return { language: tag.slice(0, 2).toLowerCase(), q: q === undefined ? 1 : Number(q) || 0 }
    })
    .sort((a, b) => b.q - a.q)
    .map(({ language }) => language)
    .find(isLocale)
}
