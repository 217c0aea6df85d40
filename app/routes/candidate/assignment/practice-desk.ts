import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { triedActs } from '#app/domain/scenario/inbox/tried.ts'
import { readJson } from '#app/server/form.ts'
import { found, onlyMethod, refuse, requireCandidate, within, wordParam } from '#app/server/guard.ts'
import { triedResponse } from '#app/server/tried-response.ts'
import { playWarmUp } from '#db/warm-ups.ts'

export async function loader(args: LoaderFunctionArgs) {
  await requireCandidate(args)
  onlyMethod(args, 'POST')
  return null
}

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
