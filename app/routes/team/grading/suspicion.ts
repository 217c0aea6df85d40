import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { acceptable, textLimits } from '#app/domain/characters.ts'
import { suspicionStatuses } from '#app/domain/suspicion.ts'
import { readForm } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { decideSuspicion } from '#db/suspicions.ts'

export { actOnly as loader } from '#app/server/guard.ts'

const decision = z.strictObject({
  from: z.enum(suspicionStatuses),
  to: z.enum(['confirmed', 'dismissed']),
  reason: z.string().max(textLimits.paragraph).refine(acceptable),
})

/** Confirms or dismisses a suspicion, with a reason. Never done by anything but a person. */
export async function action(args: ActionFunctionArgs) {
  const { db, now, viewer } = await requireStaff(args, 'grade')
  const suspicionId = idParam(args, 'id')
  await within(args.context, 'write', viewer.userId)
  const form = await readForm(args.request)
  const read = decision.safeParse({
    from: form.text('from'),
    to: form.text('to'),
    reason: form.text('reason'),
  })
  if (!read.success) return refuse(400, 'bad-shape')
  const decided = found(await decideSuspicion(db, { viewer, suspicionId, ...read.data, now: now() }))
  if ('ok' in decided) return Response.json({ ok: true })
  const status = decided.refused === 'reason-missing' ? 422 : 409
  return Response.json({ refused: decided.refused }, { status })
}
