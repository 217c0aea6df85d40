import { and, asc, eq } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import type { Db } from '../client.ts'
import { record } from '../events.ts'
import { newId } from '../id.ts'
import { applications, interviewNotes, interviews, users, vacancies } from '../schema/index.ts'
import { mayRead } from './rows.ts'

export interface Note {
  id: string
  interviewId: string
  author: { id: string; name: string }
  text: string
  rev: number
  updatedAt: Date
}

export const notesOf = (db: Db, applicationId: string): Promise<Note[]> =>
  db
    .select({
      id: interviewNotes.id,
      interviewId: interviewNotes.interviewId,
      author: { id: users.id, name: users.name },
      text: interviewNotes.text,
      rev: interviewNotes.rev,
      updatedAt: interviewNotes.updatedAt,
    })
    .from(interviewNotes)
    .innerJoin(interviews, eq(interviews.id, interviewNotes.interviewId))
    .innerJoin(users, eq(users.id, interviewNotes.authorId))
    .where(eq(interviews.applicationId, applicationId))
    .orderBy(asc(interviewNotes.id))

export type SavedNote =
  | { ok: true; rev: number }
  | { refused: 'stale'; text: string; rev: number }
  | { refused: 'interview-cancelled' }

/** Keeps one's own notes. Over newer ones it is refused, with the newer text beside: nothing that was typed is lost. */
export async function saveNote(
  db: Db,
  input: {
    viewer: StaffViewer
    applicationId: string
    interviewId: string
    text: string
    baseRev: number
    now: Date
  },
): Promise<SavedNote | null> {
  const { viewer, interviewId, text, baseRev, now } = input
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select({ interview: interviews, teamId: vacancies.teamId })
      .from(interviews)
      .innerJoin(applications, eq(applications.id, interviews.applicationId))
      .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
      .where(and(eq(interviews.id, interviewId), eq(interviews.applicationId, input.applicationId)))
      .for('update', { of: interviews })
    if (!row || !mayRead(viewer, { ...row.interview, teamId: row.teamId })) return null
    if (row.interview.cancelledAt) return { refused: 'interview-cancelled' }
    const own = and(eq(interviewNotes.interviewId, interviewId), eq(interviewNotes.authorId, viewer.userId))
    const [kept] = await tx.select().from(interviewNotes).where(own)
    const rev = kept?.rev ?? 0
    if (kept?.text === text) return { ok: true, rev }
    if (rev !== baseRev) return { refused: 'stale', text: kept?.text ?? '', rev }
    if (kept) {
      await tx
        .update(interviewNotes)
        .set({ text, rev: rev + 1, updatedAt: now })
        .where(own)
      return { ok: true, rev: rev + 1 }
    }
    const id = newId(now.getTime())
    await tx
      .insert(interviewNotes)
      .values({ id, interviewId, authorId: viewer.userId, text, rev: 1, updatedAt: now })
    await record(tx, {
      by: viewer,
      now,
      subject: 'interview',
      subjectId: interviewId,
      applicationId: row.interview.applicationId,
      teamId: row.teamId,
      kind: 'interview-noted',
    })
    return { ok: true, rev: 1 }
  })
}
