import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { found, onlyMethod, refuse, requireCandidate } from '#app/server/guard.ts'
import { withdraw } from '#db/withdrawals.ts'

export { ActOnly as default } from '#app/ui/ActOnly.ts'

export async function loader(args: ActionFunctionArgs) {
  await requireCandidate(args)
  onlyMethod(args, 'POST')
}

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireCandidate(args)
  const done = found(await withdraw(db, { viewer, now: now() }))
  return 'refused' in done ? refuse(409, done.refused) : redirect('/a', { status: 303 })
}
