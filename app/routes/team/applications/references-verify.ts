import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { verifyReferee } from '#db/references.ts'

export { actOnly as loader } from '#app/server/guard.ts'
export { ActOnly as default } from '#app/ui/ActOnly.ts'

/** A person has found that the referee is who they say. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'manage-references')
  await within(args.context, 'write', viewer.userId)
  const applicationId = idParam(args, 'id')
  const requestId = idParam(args, 'request')
  const done = found(await verifyReferee(db, { viewer, applicationId, requestId, now: now() }))
  if ('refused' in done) return refuse(done.refused === 'role-too-low' ? 403 : 409, done.refused)
  return redirect(`/team/applications/${applicationId}/references`, { status: 303 })
}
