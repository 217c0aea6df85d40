import type { ActionFunctionArgs } from '@remix-run/node'
import { readForm } from '#app/server/form.ts'
import { requireStaff, within } from '#app/server/guard.ts'
import { onEach } from '#app/server/pipeline-acts.ts'
import { inviteToAssignment } from '#db/attempts.ts'

export { actOnly as loader } from '#app/server/guard.ts'

/** Invites one or several candidates to the assignment. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'move-application')
  const form = await readForm(args.request)
  await within(args.context, 'write', viewer.userId)
  const context = { db, viewer, now: now() }
  return onEach(context, { act: 'invite', ids: form.all('id'), to: 'assignment' }, (id) =>
    inviteToAssignment(db, { viewer, applicationId: id, now: context.now }),
  )
}
