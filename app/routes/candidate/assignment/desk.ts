import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { act } from '#app/domain/scenario/inbox.ts'
import { readJson } from '#app/server/form.ts'
import { found, idParam, refuse, requireEntered, within } from '#app/server/guard.ts'
import { actInCase, lookAtCase, openCase } from '#db/inbox.ts'

export { actOnly as loader } from '#app/server/guard.ts'

const wish = z.discriminatedUnion('want', [
  z.strictObject({ want: z.literal('open') }),
  z.strictObject({ want: z.literal('look') }),
  z.strictObject({ want: z.literal('act'), actId: z.uuid(), after: z.number().int().min(0).max(1000), act }),
])

/** An inbox that is worked: opening it, looking whether anything has come, doing something. Always the desk as it is now. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireEntered(args)
  const receivedAt = now()
  await within(args.context, 'save', viewer.applicationId)
  const read = wish.safeParse(await readJson(args.request))
  if (!read.success) return refuse(400, 'bad-shape')
  const at = { viewer, answerId: idParam(args, 'answer'), now: receivedAt }
  const done = found(
    read.data.want === 'open'
      ? await openCase(db, at)
      : read.data.want === 'look'
        ? await lookAtCase(db, at)
        : await actInCase(db, { ...at, actId: read.data.actId, after: read.data.after, act: read.data.act }),
  )
  if ('ok' in done) return Response.json({ acts: done.acts, desk: done.desk })
  const { refused, ...desk } = done
  return Response.json({ code: refused, ...desk }, { status: refused === 'time-over' ? 410 : 409 })
}
