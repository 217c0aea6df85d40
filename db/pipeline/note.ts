import type { Db } from '../client.ts'
import { record } from '../events.ts'
import { newId } from '../id.ts'
import { notes } from '../schema/index.ts'
import { type ActOn, eventOn, holdToMove } from './held.ts'

/** A note for colleagues on the application's history. The candidate may ask for a copy, and the page says so. */
export async function addNote(
  db: Db,
  input: ActOn & { text: string },
): Promise<{ ok: true } | { refused: 'role-too-low' } | null> {
  const { viewer, id, text, now } = input
  return db.transaction(async (tx) => {
    const held = await holdToMove(tx, input)
    if (!held || 'refused' in held) return held
    const noteId = newId(now.getTime())
    await tx
      .insert(notes)
      .values({ id: noteId, applicationId: id, authorId: viewer.userId, text, createdAt: now })
    await record(tx, { ...eventOn(held, input), subject: 'note', subjectId: noteId, kind: 'noted' })
    return { ok: true }
  })
}
