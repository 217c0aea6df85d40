import type { LoaderFunctionArgs } from '@remix-run/node'
import { found, idParam, requireEntered } from '#app/server/guard.ts'
import { pageForCandidate } from '#db/attempt-view.ts'

/** The page under review, for the frame of its own answer. Its policy is set by its address, in app/server/headers.ts. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer } = await requireEntered(args)
  const html = found(await pageForCandidate(db, { viewer, answerId: idParam(args, 'answer') }))
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
