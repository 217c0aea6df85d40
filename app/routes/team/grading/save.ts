import type { ActionFunctionArgs } from '@remix-run/node'
import { gradingSave } from '#app/domain/grading-schema.ts'
import { readJson } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { saveGrades } from '#db/grading.ts'

export { actOnly as loader } from '#app/server/guard.ts'

/** Autosaves the desk. Stale is 409 with the newer draft, what has left the desk 410; what lost is kept. */
export async function action(args: ActionFunctionArgs) {
  const { db, now, viewer } = await requireStaff(args, 'grade')
  const assignmentId = idParam(args, 'id')
  await within(args.context, 'save', viewer.userId)
  const read = gradingSave.safeParse(await readJson(args.request))
  if (!read.success) return refuse(400, 'bad-shape')
  const saved = found(await saveGrades(db, { viewer, assignmentId, ...read.data, now: now() }))
  if ('ok' in saved) return Response.json({ rev: saved.rev, savedAt: saved.savedAt })
  if (saved.refused === 'stale')
    return Response.json(
      { code: 'stale', server: { rev: saved.server.rev, draft: saved.server.draft } },
      { status: 409 },
    )
  return refuse(saved.refused === 'answer-gone' ? 410 : 409, saved.refused)
}
