import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { acceptable } from '#app/domain/characters.ts'
import { dimensions } from '#app/domain/dimensions.ts'
import { type NoteAnswer, noteLimit } from '#app/domain/spread.ts'
import { readForm } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { writeGradeNote } from '#db/grading.ts'

export { actOnly as loader } from '#app/server/guard.ts'
export { ActOnly as default } from '#app/ui/ActOnly.ts'

const note = z.strictObject({
  dimension: z.enum(dimensions),
  text: z.string().max(noteLimit).refine(acceptable),
})

/** Says something to those who graded the same answer, once their grades are open. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now, document } = await requireStaff(args, 'grade')
  const assignmentId = idParam(args, 'id')
  await within(args.context, 'write', viewer.userId)
  const read = note.safeParse((await readForm(args.request)).fields)
  if (!read.success) return refuse(400, 'bad-shape')
  const { dimension } = read.data
  const text = read.data.text.trim()
  const answer = (body: NoteAnswer, status: number) => data(body, { status })
  if (text === '') return answer({ refused: 'note-missing' }, 422)
  const done = found(await writeGradeNote(db, { viewer, assignmentId, dimension, text, now: now() }))
  if ('refused' in done) return answer(done, 409)
  if (document) return redirect(`/team/grading/${assignmentId}`, { status: 303 })
  return answer({ ok: true, id: done.id }, 200)
}
