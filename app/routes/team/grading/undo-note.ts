import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { z } from 'zod'
import type { NoteAnswer } from '#app/domain/spread.ts'
import { readForm } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { takeBackGradeNote } from '#db/grading.ts'

export { actOnly as loader } from '#app/server/guard.ts'
export { ActOnly as default } from '#app/ui/ActOnly.ts'

const which = z.strictObject({ note: z.uuid() })

/** Takes one's own note back while that is possible. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now, document } = await requireStaff(args, 'grade')
  const assignmentId = idParam(args, 'id')
  await within(args.context, 'write', viewer.userId)
  const read = which.safeParse((await readForm(args.request)).fields)
  if (!read.success) return refuse(400, 'bad-shape')
  const noteId = read.data.note
  const answer = (body: NoteAnswer, status: number) => data(body, { status })
  const done = found(await takeBackGradeNote(db, { viewer, assignmentId, noteId, now: now() }))
  if ('refused' in done) return answer(done, 409)
  if (document) return redirect(`/team/grading/${assignmentId}`, { status: 303 })
  return answer({ ok: true, id: noteId }, 200)
}
