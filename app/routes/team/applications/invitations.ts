import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { readForm } from '#app/server/form.ts'
import { onlyMethod, requireStaff, within } from '#app/server/guard.ts'
import { onEach } from '#app/server/pipeline-acts.ts'
import { inviteToAssignment } from '#db/attempts.ts'

export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, 'move-application')
  onlyMethod(args, 'POST')
}

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
