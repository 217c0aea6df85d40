import type { ActionFunctionArgs } from '@remix-run/node'
import { triedActs } from '#app/domain/scenario/inbox/tried.ts'
import { readJson } from '#app/server/form.ts'
import { found, refuse, requireCandidate, within, wordParam } from '#app/server/guard.ts'
import { triedResponse } from '#app/server/tried-response.ts'
import { playWarmUp } from '#db/warm-ups.ts'

export { actOnly as loader } from '#app/server/guard.ts'

/** An inbox to try: the page says all that was done so far and gets the desk. Nothing of it is kept. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer } = await requireCandidate(args)
  await within(args.context, 'save', viewer.applicationId)
  const read = triedActs.safeParse(await readJson(args.request))
  if (!read.success) return refuse(400, 'bad-shape')
  return triedResponse(
    found(await playWarmUp(db, { viewer, key: wordParam(args, 'scenario'), tried: read.data })),
  )
}
