import { eq } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import type { Dimension } from '#app/domain/dimensions.ts'
import type { GradeDraft } from '#app/domain/grading-draft.ts'
import { type ChangeRefusal, undoLock as mayUndo } from '#app/domain/reveal.ts'
import type { Db, Tx } from '../client.ts'
import { record } from '../events.ts'
import { newId } from '../id.ts'
import { findingVerdicts, grades, gradingAssignments } from '../schema/index.ts'
import { checked, readHeld, type Unlockable, undoUntil } from './check.ts'
import { type Held, holdOnDesk } from './desk.ts'
import { lockHidden, undoHidden } from './hidden/lock.ts'
import { nextAfter } from './queue.ts'
import { keepGone, type SaveGradesInput, type SaveGradesResult, standing } from './save.ts'
import { passOn, settleLater } from './settle.ts'
import type { GradedText } from './text.ts'

export type LockResult =
  | { ok: true; rev: number; undoUntil: Date; next: string | null }
  | Unlockable
  | Exclude<SaveGradesResult, { ok: true }>

/** A grade as it is written down: the quoted words are taken from the answer, never from the browser. */
export function gradeValues(grade: GradeDraft, text: string) {
  const { dimension, level, comment, incident } = grade
  const quotes = grade.quotes.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }))
  return { dimension, level, noEvidence: level === null, quotes, comment, incident }
}

/**
 * Locks an answer with the draft that the grader has before them. It takes effect after ten seconds; the job behind it
 * then asks whether somebody else must grade too. The same lock again gives the same result.
 */
export async function lockGrades(db: Db, input: SaveGradesInput): Promise<LockResult | null> {
  return db.transaction(async (tx) => {
    const held = await holdOnDesk(tx, input.viewer, input.assignmentId)
    if (!held) return (await lockHidden(tx, input)) ?? keepGone(tx, input)
    const { assignment } = held
    const here = { id: assignment.id, scenarioKey: held.scenarioKey, code: held.code }
    const next = () => nextAfter(tx, { viewer: input.viewer, here })
    if (assignment.lockedAt && assignment.saveId === input.saveId)
      return { ok: true, rev: assignment.rev, undoUntil: undoUntil(assignment.lockedAt), next: await next() }
    const refusal = await standing(tx, held, input)
    if (refusal) return refusal
    const read = await readHeld(tx, held)
    const wrong = checked(input.draft, read)
    if (wrong) return wrong
    await writeGrades(tx, held, input, read)
    await settleLater(tx, { assignmentId: assignment.id, lockedAt: input.now, now: input.now })
    return { ok: true, rev: assignment.rev + 1, undoUntil: undoUntil(input.now), next: await next() }
  })
}

async function writeGrades(
  tx: Tx,
  held: Held,
  { viewer, draft, saveId, now }: SaveGradesInput,
  { dimensions, written }: { dimensions: Dimension[]; written: GradedText },
): Promise<void> {
  const { assignment } = held
  const given = draft.grades.filter(({ dimension }) => dimensions.includes(dimension))
  const assignmentId = assignment.id
  await tx.insert(grades).values(
    given.map((grade) => ({
      id: newId(now.getTime()),
      assignmentId,
      updatedAt: now,
      ...gradeValues(grade, written.text),
    })),
  )
  if (draft.verdicts.length > 0)
    await tx.insert(findingVerdicts).values(
      draft.verdicts.map(({ finding, verdict, defect }) => ({
        id: newId(now.getTime()),
        assignmentId,
        findingId: finding,
        verdict,
        defectId: defect,
      })),
    )
  await tx
    .update(gradingAssignments)
    .set({ draft, rev: assignment.rev + 1, saveId, lockedAt: now, openedAt: assignment.openedAt ?? now })
    .where(eq(gradingAssignments.id, assignmentId))
  await record(tx, { ...eventOf(held, viewer, now), kind: 'grades-locked' })
}

/** Whose and when; never a level: the history is read before the reveal as well. */
export const eventOf = (held: Held, viewer: StaffViewer, now: Date) => ({
  by: viewer,
  now,
  subject: 'grading-assignment',
  subjectId: held.assignment.id,
  applicationId: held.applicationId,
  teamId: held.teamId,
})

/** Takes a lock back within its ten seconds: the grades are a draft again. */
export async function undoLock(
  db: Db,
  { viewer, assignmentId, now }: { viewer: StaffViewer; assignmentId: string; now: Date },
): Promise<{ ok: true } | { refused: ChangeRefusal } | null> {
  return db.transaction(async (tx) => {
    const held = await holdOnDesk(tx, viewer, assignmentId)
    if (!held) return undoHidden(tx, { viewer, id: assignmentId, now })
    const allowed = mayUndo(held.assignment, now)
    if ('refused' in allowed) return allowed
    await tx.delete(grades).where(eq(grades.assignmentId, assignmentId))
    await tx.delete(findingVerdicts).where(eq(findingVerdicts.assignmentId, assignmentId))
    // The lock's save may come in again late; under another name it finds a newer revision and locks nothing.
    await tx
      .update(gradingAssignments)
      .set({ lockedAt: null, saveId: null, rev: held.assignment.rev + 1 })
      .where(eq(gradingAssignments.id, assignmentId))
    await record(tx, { ...eventOf(held, viewer, now), kind: 'lock-undone' })
    // Whoever has learned meanwhile whose it is, or what others gave, does not get it back.
    if (!(await holdOnDesk(tx, viewer, assignmentId)))
      await passOn(tx, { applicationIds: [held.applicationId], userId: viewer.userId, now })
    return { ok: true }
  })
}
