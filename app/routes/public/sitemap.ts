import type { LoaderFunctionArgs } from '@remix-run/node'
import { locales, publicPath } from '#app/domain/locale.ts'
import { openTo } from '#app/server/guard.ts'
import { openAddresses } from '#db/vacancies/public.ts'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Open vacancies only, each in three languages that name one another; `lastmod` is when it really changed. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, appUrl, now } = openTo(args, 'everybody')
  const vacancies = await openAddresses(db, now())
  const newest = vacancies
    .map(({ updatedAt }) => updatedAt)
    .reduce<Date | undefined>((a, b) => (a && a > b ? a : b), undefined)
  const pages = [
    { path: '/jobs', changed: newest },
    ...vacancies.map(({ slug, updatedAt }) => ({ path: `/jobs/${slug}`, changed: updatedAt })),
  ]
  const urls = pages.flatMap(({ path, changed }) => {
    const addresses = locales.map((locale) => ({ locale, href: escaped(appUrl + publicPath(locale, path)) }))
    const others = addresses
      .map(({ locale, href }) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${href}"/>`)
      .join('')
    const lastmod = changed ? `<lastmod>${changed.toISOString()}</lastmod>` : ''
    return addresses.map(({ href }) => `<url><loc>${href}</loc>${lastmod}${others}</url>`)
  })
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`
  return new Response(xml, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=300' },
  })
}
