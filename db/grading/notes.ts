import { and, asc, eq } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import type { Dimension } from '#app/domain/dimensions.ts'
import { undoSeconds } from '#app/domain/reveal.ts'
import { spreadOf } from '#app/domain/spread.ts'
import type { Db, Tx } from '../client.ts'
import { record } from '../events.ts'
import { newId } from '../id.ts'
import { answers, applications, attempts, gradeNotes, teams, users, vacancies } from '../schema/index.ts'
import { holdOnDesk } from './desk.ts'
import { holdHidden } from './hidden/rows.ts'
import { markedAnswers, markOf, visible } from './marks.ts'

export interface GradeNote {
  id: string
  dimension: Dimension
  authorId: string
  author: string
  text: string
  at: Date
  /** The team's, in which the time is said. */
  zone: string
}

/** What was said about the grades of one answer, in its order. The caller has checked that this viewer may see them. */
export const notesOn = (db: Db | Tx, answerId: string): Promise<GradeNote[]> =>
  db
    .select({
      id: gradeNotes.id,
      dimension: gradeNotes.dimension,
      authorId: gradeNotes.userId,
      author: users.name,
      text: gradeNotes.text,
      at: gradeNotes.at,
      zone: teams.timeZone,
    })
    .from(gradeNotes)
    .innerJoin(users, eq(users.id, gradeNotes.userId))
    .innerJoin(answers, eq(answers.id, gradeNotes.answerId))
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .innerJoin(teams, eq(teams.id, vacancies.teamId))
    .where(eq(gradeNotes.answerId, answerId))
    .orderBy(asc(gradeNotes.at), asc(gradeNotes.id))

interface Acting {
  viewer: StaffViewer
  assignmentId: string
  now: Date
}
const noThread = { refused: 'no-thread' } as const

/** On an answer of the viewer's desk; an anchor there is told from one in nothing: its grades are never open. */
async function held(tx: Tx, { viewer, assignmentId }: Acting) {
  const answer = await holdOnDesk(tx, viewer, assignmentId)
  if (answer) return answer
  return (await holdHidden(tx, viewer, assignmentId)) ? noThread : null
}

/**
 * Says something to those who graded the same answer about one criterion of it: when their grades are open, and where the
 * levels lie far apart. The same words again are the same note.
 */
export async function writeGradeNote(
  db: Db,
  input: Acting & { dimension: Dimension; text: string },
): Promise<{ ok: true; id: string } | { refused: 'no-thread' } | null> {
  const { viewer, dimension, text, now } = input
  return db.transaction(async (tx) => {
    const desk = await held(tx, input)
    if (!desk || 'refused' in desk) return desk
    const [marked] = await markedAnswers(tx, 'answer', desk.answerId)
    const marks = (marked?.requests ?? []).flatMap(({ grades }) =>
      grades.filter((grade) => grade.dimension === dimension).map((grade) => markOf(grade).level),
    )
    if (!marked || !visible(marked.requests, now) || !spreadOf(marks).apart) return noThread
    const { answerId, teamId } = desk
    const userId = viewer.userId
    const [made] = await tx
      .insert(gradeNotes)
      .values({ id: newId(now.getTime()), answerId, dimension, userId, text, at: now })
      .onConflictDoNothing()
      .returning({ id: gradeNotes.id })
    if (made) {
      await record(tx, {
        by: viewer,
        now,
        subject: 'answer',
        subjectId: answerId,
        teamId,
        kind: 'grade-note-written',
        data: { dimension },
      })
      return { ok: true, id: made.id }
    }
    const same = and(
      eq(gradeNotes.answerId, answerId),
      eq(gradeNotes.dimension, dimension),
      eq(gradeNotes.userId, userId),
      eq(gradeNotes.text, text),
    )
    const [known] = await tx.select({ id: gradeNotes.id }).from(gradeNotes).where(same)
    return known ? { ok: true, id: known.id } : noThread
  })
}

/** Takes one's own note back, for as long as a lock can be. Gone already is as good. */
export async function takeBackGradeNote(
  db: Db,
  input: Acting & { noteId: string },
): Promise<{ ok: true } | { refused: 'no-thread' | 'undo-over' } | null> {
  const { viewer, noteId, now } = input
  return db.transaction(async (tx) => {
    const desk = await held(tx, input)
    if (!desk || 'refused' in desk) return desk
    const { answerId, teamId } = desk
    const own = and(
      eq(gradeNotes.id, noteId),
      eq(gradeNotes.answerId, answerId),
      eq(gradeNotes.userId, viewer.userId),
    )
    const [note] = await tx.select().from(gradeNotes).where(own).for('update')
    if (!note) return noThread
    if (now.getTime() - note.at.getTime() > undoSeconds * 1000) return { refused: 'undo-over' }
    await tx.delete(gradeNotes).where(own)
    await record(tx, {
      by: viewer,
      now,
      subject: 'answer',
      subjectId: answerId,
      teamId,
      kind: 'grade-note-taken-back',
      data: { dimension: note.dimension },
    })
    return { ok: true }
  })
}
