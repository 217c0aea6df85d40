import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { acceptable, textLimits } from '#app/domain/characters.ts'
import { dimensions } from '#app/domain/dimensions.ts'
import { moderationKinds } from '#app/domain/moderation.ts'
import { readForm } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { askModeration } from '#db/moderations.ts'

export { actOnly as loader } from '#app/server/guard.ts'
export { ActOnly as default } from '#app/ui/ActOnly.ts'

const asked = z.strictObject({
  dimension: z.enum(dimensions),
  kind: z.enum(moderationKinds),
  moderator: z.uuid(),
  reason: z.string().max(textLimits.paragraph).refine(acceptable),
})

/** Names who is to give the last word on one criterion of one answer. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'see-agreement')
  const [vacancyId, answerId] = [idParam(args, 'id'), idParam(args, 'answer')]
  await within(args.context, 'write', viewer.userId)
  const read = asked.safeParse((await readForm(args.request)).fields)
  if (!read.success) return refuse(400, 'bad-shape')
  const { moderator: moderatorId, ...rest } = read.data
  const done = found(
    await askModeration(db, { viewer, vacancyId, answerId, moderatorId, ...rest, now: now() }),
  )
  if ('ok' in done) return redirect(`/team/vacancies/${vacancyId}/disagreements/${answerId}`, { status: 303 })
  const status = done.refused === 'role-too-low' ? 403 : done.refused === 'reason-missing' ? 422 : 409
  return data({ refused: done.refused }, { status })
}
