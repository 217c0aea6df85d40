import type { LoaderFunctionArgs } from '@remix-run/node'
import { foldedArticles } from '#app/domain/scenario/folded.ts'
import { found, idParam, requireEntered } from '#app/server/guard.ts'
import { handbookForCandidate } from '#db/attempt-view.ts'

/** What stands in the handbook of an inbox that was opened before: such a page comes with its contents alone. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer } = await requireEntered(args)
  const articles = found(await handbookForCandidate(db, { viewer, answerId: idParam(args, 'answer') }))
  return Response.json(foldedArticles(articles))
}
