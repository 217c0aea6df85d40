import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { found, idParam, requireStaff, within } from '#app/server/guard.ts'
import { undoLock } from '#db/grading.ts'

export { actOnly as loader } from '#app/server/guard.ts'

/** Takes a lock back and returns to the answer. Too late: the answer itself says that it is locked, and how to amend it. */
export async function action(args: ActionFunctionArgs) {
  const { db, now, viewer } = await requireStaff(args, 'grade')
  const assignmentId = idParam(args, 'id')
  await within(args.context, 'write', viewer.userId)
  found(await undoLock(db, { viewer, assignmentId, now: now() }))
  return redirect(`/team/grading/${assignmentId}`, { status: 303 })
}
