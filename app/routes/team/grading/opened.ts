import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { found, idParam, onlyMethod, requireStaff } from '#app/server/guard.ts'
import { openAnswer } from '#db/grading.ts'

export async function loader(args: LoaderFunctionArgs) {
  onlyMethod(args, 'POST')
  return null
}

/** From here the grader's own pace is counted. By POST, since reading an address changes nothing. */
export async function action(args: ActionFunctionArgs) {
  const { db, now, viewer } = await requireStaff(args, 'grade')
  const opened = await openAnswer(db, { viewer, assignmentId: idParam(args, 'id'), now: now() })
  found(opened || null)
  return new Response(null, { status: 204 })
}
