import type { ActionFunctionArgs } from '@remix-run/node'
import { gradingAmendment } from '#app/domain/grading-schema.ts'
import { readJson } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { amendGrade } from '#db/grading.ts'

export { actOnly as loader } from '#app/server/guard.ts'

const wrongState = new Set<string>(['not-locked', 'already-revealed'])

/** Amends locked grades, with a reason; after the reveal 409. */
export async function action(args: ActionFunctionArgs) {
  const { db, now, viewer } = await requireStaff(args, 'grade')
  const assignmentId = idParam(args, 'id')
  await within(args.context, 'write', viewer.userId)
  const read = gradingAmendment.safeParse(await readJson(args.request))
  if (!read.success) return refuse(400, 'bad-shape')
  const amended = found(await amendGrade(db, { viewer, assignmentId, ...read.data, now: now() }))
  if ('ok' in amended) return Response.json({ changed: amended.changed })
  const dimensions = 'dimensions' in amended ? amended.dimensions : []
  return Response.json(
    { code: amended.refused, dimensions, findings: [] },
    { status: wrongState.has(amended.refused) ? 409 : 422 },
  )
}
