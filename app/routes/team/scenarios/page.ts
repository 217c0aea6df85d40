import type { LoaderFunctionArgs } from '@remix-run/node'
import { isLocale } from '#app/domain/locale.ts'
import { candidateView } from '#app/domain/scenario/views.ts'
import { found, requireStaff, wordParam } from '#app/server/guard.ts'

/** The page under review of a scenario, for its frame on the scenario's page. */
export async function loader(args: LoaderFunctionArgs) {
  const { library, locale } = await requireStaff(args, 'see-scenarios')
  const { content } = found(library.scenario(wordParam(args, 'key')))
  const asked = new URL(args.request.url).searchParams
  const lang = asked.get('lang')
  const view = candidateView(content, isLocale(lang) ? lang : locale, asked.get('draw')?.slice(0, 40) || 'a')
  const html = found(view.kind === 'page-review' ? view.html : null)
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
