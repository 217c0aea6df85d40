import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { found, idParam, requireStaff } from '#app/server/guard.ts'
import { viewIdentity } from '#db/identity.ts'

export { actOnly as loader } from '#app/server/guard.ts'
export { ActOnly as default } from '#app/ui/ActOnly.ts'

/** Opens the name while the application is graded blind; it is written down who did. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'see-identity')
  const applicationId = idParam(args, 'id')
  found(await viewIdentity(db, { viewer, applicationId, now: now() }))
  return redirect(`/team/applications/${applicationId}`, 303)
}
