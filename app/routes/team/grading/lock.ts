import type { ActionFunctionArgs } from '@remix-run/node'
import { gradingSave } from '#app/domain/grading-schema.ts'
import { readJson } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { lockGrades } from '#db/grading.ts'

export { actOnly as loader } from '#app/server/guard.ts'

/** Locks an answer with the draft that is sent, and names the next one. */
export async function action(args: ActionFunctionArgs) {
  const { db, now, viewer } = await requireStaff(args, 'grade')
  const assignmentId = idParam(args, 'id')
  await within(args.context, 'write', viewer.userId)
  const read = gradingSave.safeParse(await readJson(args.request))
  if (!read.success) return refuse(400, 'bad-shape')
  const locked = found(await lockGrades(db, { viewer, assignmentId, ...read.data, now: now() }))
  if ('ok' in locked)
    return Response.json({ rev: locked.rev, undoUntil: locked.undoUntil, next: locked.next })
  switch (locked.refused) {
    case 'stale':
      return Response.json(
        { code: 'stale', server: { rev: locked.server.rev, draft: locked.server.draft } },
        { status: 409 },
      )
    case 'already-locked':
      return refuse(409, locked.refused)
    case 'answer-gone':
      return refuse(410, locked.refused)
    default:
      return Response.json(
        { code: locked.refused, dimensions: locked.dimensions, findings: locked.findings },
        { status: 422 },
      )
  }
}
