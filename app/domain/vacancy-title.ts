import { type Locale, locales } from './locale.ts'

/**
 * The vacancy's title for a reader, with the language it is in: their own, else the job's, else whichever has one, for a
 * draft may have little.
 */
export function titleOf(
  vacancy: { texts: Partial<Record<Locale, { title: string }>>; jobLocale: Locale },
  locale: Locale,
): { title: string; lang: Locale } {
  const { texts, jobLocale } = vacancy
  const lang = [locale, jobLocale, ...locales].find((one) => texts[one]?.title.trim()) ?? jobLocale
  return { title: texts[lang]?.title ?? '', lang }
}

export const titleIn = (vacancy: Parameters<typeof titleOf>[0], locale: Locale): string =>
  titleOf(vacancy, locale).title
