import type { MetaDescriptor } from '@remix-run/react'
import type { JobPosting } from '#app/domain/job-posting.ts'
import { type Locale, locales, publicPath } from '#app/domain/locale.ts'

export interface PublicHead {
  title: string
  description: string
  /** Without the language: `/jobs/evening-shift`. */
  path: string
  locale: Locale
  appUrl: string
  organisation: string
  posting?: JobPosting
}

const regions: Record<Locale, string> = { en: 'en_GB', ru: 'ru_RU', sq: 'sq_AL' }

/** What search engines and messengers read: the one address of the page in each language, its card, its data. */
export function publicHead({ data }: { data?: { head: PublicHead } }): MetaDescriptor[] {
  if (!data) return [{ title: 'Firstline' }, { name: 'robots', content: 'noindex' }]
  const { title, description, path, locale, appUrl, organisation, posting } = data.head
  const address = (language: Locale) => appUrl + publicPath(language, path)
  const image = `${appUrl}/card.png`
  return [
    { title: `${title} · ${organisation}` },
    { name: 'description', content: description },
    { tagName: 'link', rel: 'canonical', href: address(locale) },
    ...locales.map((language) => ({
      tagName: 'link' as const,
      rel: 'alternate',
      hrefLang: language,
      href: address(language),
    })),
    { tagName: 'link', rel: 'alternate', hrefLang: 'x-default', href: address('en') },
    { property: 'og:type', content: 'website' },
    { property: 'og:site_name', content: organisation },
    { property: 'og:title', content: title },
    { property: 'og:description', content: description },
    { property: 'og:url', content: address(locale) },
    { property: 'og:locale', content: regions[locale] },
    ...locales
      .filter((language) => language !== locale)
      .map((language) => ({ property: 'og:locale:alternate', content: regions[language] })),
    { property: 'og:image', content: image },
    { property: 'og:image:width', content: '1200' },
    { property: 'og:image:height', content: '630' },
    { name: 'twitter:card', content: 'summary_large_image' },
    ...(posting ? [{ 'script:ld+json': posting }] : []),
  ]
}
