import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { undoRejection } from '#db/decisions.ts'

export { actOnly as loader } from '#app/server/guard.ts'
export { ActOnly as default } from '#app/ui/ActOnly.ts'

/** Takes a rejection back while its mail waits. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now, t } = await requireStaff(args, 'decide')
  await within(args.context, 'write', viewer.userId)
  const applicationId = idParam(args, 'id')
  const reason = t('decisions.undo.reason')
  const done = found(await undoRejection(db, { viewer, applicationId, reason, now: now() }))
  if ('refused' in done) return refuse(done.refused === 'role-too-low' ? 403 : 409, done.refused)
  return redirect(`/team/applications/${applicationId}/decide`, { status: 303 })
}
