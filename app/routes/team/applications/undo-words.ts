import type { ActionFunctionArgs } from '@remix-run/node'
import { readForm } from '#app/server/form.ts'
import { requireStaff, within } from '#app/server/guard.ts'
import { onEach } from '#app/server/pipeline-acts.ts'
import { takeBackWord } from '#db/pipeline.ts'

export { actOnly as loader } from '#app/server/guard.ts'

/** Calls status mails back while they wait. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'move-application')
  const form = await readForm(args.request)
  await within(args.context, 'write', viewer.userId)
  const context = { db, viewer, now: now() }
  return onEach(context, { act: 'undo-words', ids: form.all('id') }, (id) =>
    takeBackWord(db, { ...context, id }),
  )
}
