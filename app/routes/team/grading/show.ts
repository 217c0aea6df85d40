import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { found, idParam, requireStaff, within } from '#app/server/guard.ts'
import { showWords } from '#db/grading.ts'

export { actOnly as loader } from '#app/server/guard.ts'

/** Shows again what the viewer hid a moment ago. Too late: the answer itself says that it is hidden. */
export async function action(args: ActionFunctionArgs) {
  const { db, now, viewer } = await requireStaff(args, 'grade')
  const assignmentId = idParam(args, 'id')
  await within(args.context, 'write', viewer.userId)
  found(await showWords(db, { viewer, assignmentId, now: now() }))
  return redirect(`/team/grading/${assignmentId}`, { status: 303 })
}
