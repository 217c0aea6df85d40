import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { found, idParam, onlyMethod, refuse, requireStaff, within } from '#app/server/guard.ts'
import { askForStatement } from '#db/integrity/decide.ts'

export { ActOnly as default } from '#app/ui/ActOnly.ts'

export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, 'see-integrity')
  onlyMethod(args, 'POST')
  return null
}

/** One mail to the candidate; pressed twice, it is one. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'see-integrity')
  await within(args.context, 'write', viewer.userId)
  const id = idParam(args, 'id')
  const done = found(await askForStatement(db, { viewer, id, now: now() }))
  if ('refused' in done) return refuse(409, done.refused)
  return redirect(`/team/integrity/${id}`, 303)
}
