import { eq } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import type { Dimension } from '#app/domain/dimensions.ts'
import type { DraftRefusal, GradeDraft } from '#app/domain/grading-draft.ts'
import { amendLock, type ChangeRefusal } from '#app/domain/reveal.ts'
import type { Db, Tx } from '../client.ts'
import { record } from '../events.ts'
import { newId } from '../id.ts'
import { gradeAmendments, grades, gradingAssignments } from '../schema/index.ts'
import { checked, merged, readHeld } from './check.ts'
import { holdOnDesk } from './desk.ts'
import { readDraft } from './draft.ts'
import { amendHidden } from './hidden/lock.ts'
import { eventOf, gradeValues } from './lock.ts'
import { settleLater } from './settle.ts'

export type AmendResult =
  | { ok: true; changed: Dimension[] }
  | { refused: ChangeRefusal }
  | { refused: DraftRefusal | 'defect-unknown'; dimensions: Dimension[] }

/**
 * Changes locked grades, with a reason, until they could be seen by others. What they were is kept beside them, and
 * the rule of the further grade is asked again.
 */
export async function amendGrade(
  db: Db,
  input: {
    viewer: StaffViewer
    assignmentId: string
    grades: readonly GradeDraft[]
    reason: string
    now: Date
  },
): Promise<AmendResult | null> {
  const { viewer, assignmentId, reason, now } = input
  return db.transaction(async (tx) => {
    const held = await holdOnDesk(tx, viewer, assignmentId)
    if (!held) return amendHidden(tx, { viewer, id: assignmentId, grades: input.grades, reason, now })
    const requests = await tx
      .select()
      .from(gradingAssignments)
      .where(eq(gradingAssignments.answerId, held.answerId))
    const allowed = amendLock(held.assignment, requests, reason, now)
    if ('refused' in allowed) return allowed
    const read = await readHeld(tx, held)
    const draft = merged(readDraft(held.assignment.draft), [...input.grades])
    const wrong = checked(draft, read)
    if (wrong) return wrong
    const wanted = draft.grades
      .filter(({ dimension }) => read.dimensions.includes(dimension))
      .map((grade) => gradeValues(grade, read.written.text))
    const changed = await keepAndChange(tx, { assignmentId, wanted, reason, now })
    if (changed.length === 0) return { ok: true, changed }
    await tx
      .update(gradingAssignments)
      .set({ draft, rev: held.assignment.rev + 1, saveId: null, settledAt: null })
      .where(eq(gradingAssignments.id, assignmentId))
    await settleLater(tx, { assignmentId, lockedAt: held.assignment.lockedAt ?? now, now })
    for (const dimension of changed)
      await record(tx, { ...eventOf(held, viewer, now), kind: 'grade-amended', data: { dimension } })
    return { ok: true, changed }
  })
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const values = ({
  level,
  quotes,
  comment,
  incident,
}: Pick<typeof grades.$inferSelect, 'level' | 'quotes' | 'comment' | 'incident'>) => [
  level,
  quotes.map(({ start, end }) => [start, end]),
  comment,
  incident,
]

async function keepAndChange(
  tx: Tx,
  input: { assignmentId: string; wanted: ReturnType<typeof gradeValues>[]; reason: string; now: Date },
): Promise<Dimension[]> {
  const { assignmentId, wanted, reason, now } = input
  const kept = await tx.select().from(grades).where(eq(grades.assignmentId, assignmentId)).for('update')
  const changed: Dimension[] = []
  for (const value of wanted) {
    const before = kept.find(({ dimension }) => dimension === value.dimension)
    if (!before || same(values(before), values(value))) continue
    const { level, noEvidence, quotes, comment, incident } = before
    await tx.insert(gradeAmendments).values({
      id: newId(now.getTime()),
      gradeId: before.id,
      level,
      noEvidence,
      quotes,
      comment,
      incident,
      reason: reason.trim(),
      at: now,
    })
    await tx
      .update(grades)
      .set({ ...value, updatedAt: now })
      .where(eq(grades.id, before.id))
    changed.push(value.dimension)
  }
  return changed
}
