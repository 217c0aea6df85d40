import type { ActionFunctionArgs } from '@remix-run/node'
import { isStage } from '#app/domain/pipeline.ts'
import { optionalParagraph } from '#app/domain/text.ts'
import { readForm } from '#app/server/form.ts'
import { refuse, requireStaff, within } from '#app/server/guard.ts'
import { onEach } from '#app/server/pipeline-acts.ts'
import { moveApplication } from '#db/pipeline.ts'

export { actOnly as loader } from '#app/server/guard.ts'

/** Moves one or several applications to a stage. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'move-application')
  const form = await readForm(args.request)
  await within(args.context, 'write', viewer.userId)
  const to = form.text('to')
  const note = optionalParagraph(2000).safeParse(form.text('note'))
  if (!isStage(to) || !note.success) return refuse(422, 'not-in-the-list')
  const context = { db, viewer, now: now() }
  return onEach(context, { act: 'move', ids: form.all('id'), to }, (id) =>
    moveApplication(db, { ...context, id, to, note: note.data }),
  )
}
