import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { found, idParam, onlyMethod, requireStaff, within } from '#app/server/guard.ts'
import { undoLock } from '#db/grading.ts'

export async function loader(args: LoaderFunctionArgs) {
  onlyMethod(args, 'POST')
  return null
}

/** Takes a lock back and returns to the answer. Too late: the answer itself says that it is locked, and how to amend it. */
export async function action(args: ActionFunctionArgs) {
  const { db, now, viewer } = await requireStaff(args, 'grade')
  const assignmentId = idParam(args, 'id')
  await within(args.context, 'write', viewer.userId)
  found(await undoLock(db, { viewer, assignmentId, now: now() }))
  return redirect(`/team/grading/${assignmentId}`, { status: 303 })
}
