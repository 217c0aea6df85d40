import type { ActionFunctionArgs } from '@remix-run/node'
import { hiddenPlace } from '#app/domain/grading-schema.ts'
import { readJson } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { hideWords } from '#db/grading.ts'

export { actOnly as loader } from '#app/server/guard.ts'

/** Hides the words at a place of the answer, which tell who wrote it. */
export async function action(args: ActionFunctionArgs) {
  const { db, now, viewer } = await requireStaff(args, 'grade')
  const assignmentId = idParam(args, 'id')
  await within(args.context, 'write', viewer.userId)
  const read = hiddenPlace.safeParse(await readJson(args.request))
  if (!read.success) return refuse(400, 'bad-shape')
  const hidden = found(await hideWords(db, { viewer, assignmentId, place: read.data, now: now() }))
  return 'ok' in hidden ? Response.json({ ok: true }) : refuse(422, hidden.refused)
}
