import type { LoaderFunctionArgs } from '@remix-run/node'
import { isLocale } from '#app/domain/locale.ts'
import { draftPage } from '#app/domain/own-page-content.ts'
import { candidateView } from '#app/domain/scenario/views.ts'
import { found, requireStaff, wordParam } from '#app/server/guard.ts'
import { shelfFor } from '#app/server/shelf.ts'
import { ownPage } from '#db/own-scenarios.ts'

/** The page under review of a scenario, for its frame; with \`draft\`, a brought page as it is being marked. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await requireStaff(args, 'see-scenarios')
  const { db, viewer, locale } = context
  const key = wordParam(args, 'key')
  const asked = new URL(args.request.url).searchParams
  const shown = async () => {
    if (asked.has('draft')) {
      const id = found(/^own-page-([0-9a-f-]{36})$/.exec(key)?.[1])
      return draftPage(found(await ownPage(db, { viewer, id, act: 'see-scenarios' })).draft.page)
    }
    const { content } = found((await shelfFor(context)).scenario(key))
    const lang = asked.get('lang')
    const view = candidateView(
      content,
      isLocale(lang) ? lang : locale,
      asked.get('draw')?.slice(0, 40) || 'a',
    )
    return found(view.kind === 'page-review' ? view.html : null)
  }
  return new Response(await shown(), { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
