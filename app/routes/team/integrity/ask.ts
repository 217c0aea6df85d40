import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { askForStatement } from '#db/integrity/decide.ts'

export { actOnly as loader } from '#app/server/guard.ts'
export { ActOnly as default } from '#app/ui/ActOnly.ts'

/** One mail to the candidate; pressed twice, it is one. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'see-integrity')
  await within(args.context, 'write', viewer.userId)
  const id = idParam(args, 'id')
  const done = found(await askForStatement(db, { viewer, id, now: now() }))
  if ('refused' in done) return refuse(409, done.refused)
  return redirect(`/team/integrity/${id}`, 303)
}
