import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { found, refuse, requireStaff, wordParam } from '#app/server/guard.ts'
import { readClause } from '#db/acknowledgements.ts'

export { actOnly as loader } from '#app/server/guard.ts'
export { ActOnly as default } from '#app/ui/ActOnly.ts'

/** "I have read this", for one clause. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'follow-plan')
  const clause = wordParam(args, 'clause')
  const read = found(await readClause(db, { viewer, clause, now: now() }))
  if ('refused' in read) return refuse(404, 'not-found')
  return redirect('/start/agreement#next', 303)
}
