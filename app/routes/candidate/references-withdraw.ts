import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { found, idParam, refuse, requireCandidate, within } from '#app/server/guard.ts'
import { withdrawRequest } from '#db/references.ts'

export { actOnly as loader } from '#app/server/guard.ts'
export { ActOnly as default } from '#app/ui/ActOnly.ts'

/** Takes a name off the list, or a request back: its link then leads nowhere. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireCandidate(args)
  await within(args.context, 'write', viewer.applicationId)
  const requestId = idParam(args, 'request')
  const done = found(await withdrawRequest(db, { viewer, requestId, now: now() }))
  return 'refused' in done ? refuse(409, done.refused) : redirect('/a/references', { status: 303 })
}
