import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readJson } from '#app/server/form.ts'
import { found, refuse, requireStaff, within } from '#app/server/guard.ts'
import { savePractice } from '#db/practice.ts'

export { actOnly as loader } from '#app/server/guard.ts'

const save = z.strictObject({
  runId: z.uuid(),
  saveId: z.uuid(),
  baseRev: z.number().int().min(0).max(1_000_000),
  after: z.array(z.uuid()).max(60).default([]),
  body: z.unknown(),
})

/** The autosave of a practice answer: the same talk as that of the assignment, without its clock. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'follow-plan')
  await within(args.context, 'save', viewer.userId)
  const read = save.safeParse(await readJson(args.request))
  if (!read.success) return refuse(400, 'bad-shape')
  const saved = found(await savePractice(db, { viewer, ...read.data, now: now() }))
  if ('ok' in saved) return Response.json({ rev: saved.rev, savedAt: saved.savedAt })
  switch (saved.refused) {
    case 'stale':
      return Response.json({ code: 'stale', server: saved.server }, { status: 409 })
    case 'already-submitted':
      return Response.json({ code: 'already-submitted' }, { status: 409 })
    case 'answer-shape':
      return refuse(400, 'answer-shape')
  }
}
