import type { ActionFunctionArgs } from '@remix-run/node'
import { signBatch } from '#app/domain/signs.ts'
import { readJson } from '#app/server/form.ts'
import { found, refuse, requireEntered, within } from '#app/server/guard.ts'
import { noteSigns } from '#db/integrity/signs.ts'

export { actOnly as loader } from '#app/server/guard.ts'

/** A part's page is open, and what was noted since. The answer says nothing back: it cannot be used to find out what counts. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireEntered(args)
  await within(args.context, 'signs', viewer.applicationId)
  const read = signBatch.safeParse(await readJson(args.request))
  if (!read.success) return refuse(400, 'bad-shape')
  found(await noteSigns(db, { viewer, ...read.data, now: now() }))
  return new Response(null, { status: 204 })
}
