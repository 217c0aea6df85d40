/** The languages of the interface, English first: it is the one without a prefix in public addresses. */
export const locales = ['en', 'ru', 'sq'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'en'

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value)
}

/** One that public addresses name; English goes without. */
export const isPrefix = (value: unknown): value is Locale => isLocale(value) && value !== defaultLocale

/** The address of a public page in a language: English carries no prefix. */
export const publicPath = (locale: Locale, path: string): string =>
  locale === defaultLocale ? path : `/${locale}${path === '/' ? '' : path}`
