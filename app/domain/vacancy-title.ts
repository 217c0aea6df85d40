import type { Locale } from './locale.ts'

/** The vacancy's title in the reader's language, else in that of the job, with the language it is in. */
export function titleOf(
  vacancy: { texts: Partial<Record<Locale, { title: string }>>; jobLocale: Locale },
  locale: Locale,
): { title: string; lang: Locale } {
  const own = vacancy.texts[locale]?.title
  return own
    ? { title: own, lang: locale }
    : { title: vacancy.texts[vacancy.jobLocale]?.title ?? '', lang: vacancy.jobLocale }
}

export const titleIn = (vacancy: Parameters<typeof titleOf>[0], locale: Locale): string =>
  titleOf(vacancy, locale).title
