import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { cancelInterview } from '#db/interviews.ts'

export { actOnly as loader } from '#app/server/guard.ts'
export { ActOnly as default } from '#app/ui/ActOnly.ts'

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'manage-interviews')
  await within(args.context, 'write', viewer.userId)
  const applicationId = idParam(args, 'id')
  const interviewId = idParam(args, 'interview')
  const done = found(await cancelInterview(db, { viewer, applicationId, interviewId, now: now() }))
  if ('refused' in done) return refuse(done.refused === 'role-too-low' ? 403 : 409, done.refused)
  return redirect(`/team/applications/${applicationId}/interview`, { status: 303 })
}
