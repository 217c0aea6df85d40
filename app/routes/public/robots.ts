import type { LoaderFunctionArgs } from '@remix-run/node'
import { openTo } from '#app/server/guard.ts'

/** Everything but the vacancies and the notice is somebody's own business. */
const closed = ['/a$', '/a/', '/r/', '/team', '/start', '/dev', '/sign-in', '/claim', '/link', '/*/apply']

export async function loader(args: LoaderFunctionArgs) {
  const { appUrl } = openTo(args, 'everybody')
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    'Allow: /',
    '',
    `Sitemap: ${appUrl}/sitemap.xml`,
    '',
  ]
  return new Response(lines.join('\n'), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}
