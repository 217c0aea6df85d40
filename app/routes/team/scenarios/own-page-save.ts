import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { pageMarks } from '#app/domain/own-page.ts'
import { readJson } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { compilePage } from '#app/server/own-page/content.ts'
import { statusOfRefusal } from '#app/server/refusals.ts'
import { markPage, ownPage } from '#db/own-scenarios.ts'

export { actOnly as loader } from '#app/server/guard.ts'

const sent = z.strictObject({ rev: z.number().int().nonnegative(), marks: pageMarks })

/** Keeps what is planted. A stale revision is 409 with the one that stands: the page still has what was typed. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireStaff(args, 'compose-assignment')
  const { db, viewer, library, now } = context
  await within(context, 'write', viewer.userId)
  const id = idParam(args, 'id')
  const read = sent.safeParse(await readJson(args.request, 512 * 1024))
  if (!read.success) return refuse(400, 'bad-shape')
  const { rev, marks } = read.data
  const row = found(await ownPage(db, { viewer, id, act: 'compose-assignment' }))
  const { content, problems } = compilePage(row.key, { page: row.draft.page, marks }, library)
  const done = found(await markPage(db, { viewer, id, rev, marks, content, now: now() }))
  if ('refused' in done)
    return Response.json({ code: done.refused, rev: done.rev }, { status: statusOfRefusal(done.refused) })
  return Response.json({ rev: done.rev, complete: content !== null, problems })
}
