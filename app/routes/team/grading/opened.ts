import type { ActionFunctionArgs } from '@remix-run/node'
import { found, idParam, requireStaff } from '#app/server/guard.ts'
import { openAnswer } from '#db/grading.ts'

export { actOnly as loader } from '#app/server/guard.ts'

/** From here the grader's own pace is counted. By POST, since reading an address changes nothing. */
export async function action(args: ActionFunctionArgs) {
  const { db, now, viewer } = await requireStaff(args, 'grade')
  const opened = await openAnswer(db, { viewer, assignmentId: idParam(args, 'id'), now: now() })
  found(opened || null)
  return new Response(null, { status: 204 })
}
