import type { LoaderFunctionArgs } from '@remix-run/node'
import { found, requireCandidate, wordParam } from '#app/server/guard.ts'
import { warmUpsOf } from '#db/warm-ups.ts'

/** The small page under review of the practice, for its frame. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer } = await requireCandidate(args)
  const key = wordParam(args, 'scenario')
  const view = found((await warmUpsOf(db, { viewer })).find((one) => one.key === key))
  const html = found(view.kind === 'page-review' ? view.html : null)
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
