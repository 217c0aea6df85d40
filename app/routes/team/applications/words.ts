import type { ActionFunctionArgs } from '@remix-run/node'
import { readForm } from '#app/server/form.ts'
import { requireStaff, within } from '#app/server/guard.ts'
import { onEach } from '#app/server/pipeline-acts.ts'
import { sendStatusMail } from '#db/pipeline.ts'

export { actOnly as loader } from '#app/server/guard.ts'

/** Tells one or several candidates where things stand. The mails leave in ten seconds. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'move-application')
  const form = await readForm(args.request)
  await within(args.context, 'write', viewer.userId)
  const context = { db, viewer, now: now() }
  return onEach(context, { act: 'word', ids: form.all('id') }, async (id) => {
    const sent = await sendStatusMail(db, { ...context, id })
    return sent && 'ok' in sent ? { ok: true, undo: true } : sent
  })
}
