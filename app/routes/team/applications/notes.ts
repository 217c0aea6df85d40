import { type ActionFunctionArgs, data } from '@remix-run/node'
import { paragraph } from '#app/domain/text.ts'
import { readForm } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { addNote } from '#db/pipeline.ts'

export { actOnly as loader } from '#app/server/guard.ts'

/** Keeps a note for colleagues in the history. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'move-application')
  const id = idParam(args, 'id')
  const form = await readForm(args.request)
  await within(args.context, 'write', viewer.userId)
  const text = paragraph(4000).safeParse(form.text('text'))
  if (!text.success) {
    const issue = form.text('text').trim() === '' ? ('noteEmpty' as const) : ('noteLong' as const)
    return data({ issue }, { status: 422 })
  }
  const done = found(await addNote(db, { viewer, id, text: text.data, now: now() }))
  return 'refused' in done ? refuse(403, done.refused) : data({ ok: true as const })
}
