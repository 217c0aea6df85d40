import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { askAgain } from '#db/moderations.ts'

export { actOnly as loader } from '#app/server/guard.ts'
export { ActOnly as default } from '#app/ui/ActOnly.ts'

const asked = z.strictObject({ kind: z.enum(['complaint', 'request']) })

/** Asks one more grader for the whole answer. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'see-agreement')
  const [vacancyId, answerId] = [idParam(args, 'id'), idParam(args, 'answer')]
  await within(args.context, 'write', viewer.userId)
  const read = asked.safeParse((await readForm(args.request)).fields)
  if (!read.success) return refuse(400, 'bad-shape')
  const done = found(await askAgain(db, { viewer, vacancyId, answerId, kind: read.data.kind, now: now() }))
  if ('ok' in done) return redirect(`/team/vacancies/${vacancyId}/disagreements/${answerId}`, { status: 303 })
  return data({ refused: done.refused }, { status: done.refused === 'role-too-low' ? 403 : 409 })
}
