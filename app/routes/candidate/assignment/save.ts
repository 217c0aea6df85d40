import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readJson } from '#app/server/form.ts'
import { found, idParam, refuse, requireEntered, within } from '#app/server/guard.ts'
import { saveAnswer } from '#db/answers.ts'
import { creditTime } from '#db/attempt-time.ts'

export { actOnly as loader } from '#app/server/guard.ts'

const save = z.strictObject({
  saveId: z.uuid(),
  baseRev: z.number().int().min(0).max(1_000_000),
  after: z.array(z.uuid()).max(60).default([]),
  body: z.unknown(),
  leaving: z.boolean().default(false),
  gap: z.strictObject({ away: z.number().int().min(0), typed: z.number().int().min(0) }).optional(),
})

/** The autosave. 200 goes out after the commit only; what does not count is kept all the same, and says so. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireEntered(args)
  const receivedAt = now()
  await within(args.context, 'save', viewer.applicationId)
  const read = save.safeParse(await readJson(args.request))
  if (!read.success) return refuse(400, 'bad-shape')
  const { gap, ...sent } = read.data
  const answerId = idParam(args, 'answer')
  const creditedSeconds = gap
    ? await creditTime(db, { viewer, awaySeconds: gap.away, typedSeconds: gap.typed, now: receivedAt })
    : 0
  const saved = found(await saveAnswer(db, { viewer, answerId, ...sent, now: receivedAt }))
  if ('ok' in saved) {
    const { rev, savedAt, late, deadlineAt } = saved
    return Response.json({ rev, savedAt, late, deadlineAt, creditedSeconds })
  }
  switch (saved.refused) {
    case 'stale':
      return Response.json(
        { code: 'stale', server: saved.server, superseded: saved.superseded ?? false },
        { status: 409 },
      )
    case 'time-over':
      return Response.json({ code: 'time-over', kept: true, deadlineAt: saved.deadlineAt }, { status: 410 })
    case 'already-submitted':
    case 'not-open':
    case 'sitting-over':
      return Response.json({ code: saved.refused, kept: true }, { status: 409 })
    case 'answer-shape':
      return refuse(400, 'answer-shape')
  }
}
