import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { found, refuse, requireCandidate } from '#app/server/guard.ts'
import { bringBack } from '#db/withdrawals.ts'

export { actOnly as loader } from '#app/server/guard.ts'
export { ActOnly as default } from '#app/ui/ActOnly.ts'

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireCandidate(args)
  const done = found(await bringBack(db, { viewer, now: now() }))
  return 'refused' in done ? refuse(409, done.refused) : redirect('/a', { status: 303 })
}
