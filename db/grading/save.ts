import { and, eq, isNull } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import type { GradingDraft } from '#app/domain/grading-draft.ts'
import type { Db, Tx } from '../client.ts'
import { newId } from '../id.ts'
import { applications, gradingAssignments, gradingBranches, vacancies } from '../schema/index.ts'
import { type Held, holdOnDesk, ofViewersTeams } from './desk.ts'
import { readDraft } from './draft.ts'
import { keepGoneHidden, openHidden, saveHidden } from './hidden/save.ts'

export interface SaveGradesInput {
  viewer: StaffViewer
  assignmentId: string
  /** The browser's name for this save: the same save again changes nothing. */
  saveId: string
  /** The revision that the draft was made on top of. */
  baseRev: number
  draft: GradingDraft
  now: Date
}
export interface DeskCopy {
  rev: number
  draft: GradingDraft
}
export type SaveGradesResult =
  | { ok: true; rev: number; savedAt: Date }
  | { refused: 'stale'; server: DeskCopy }
  | { refused: 'already-locked' }
  /** It has left their desk: decided, withdrawn, given to others. What they wrote is kept all the same. */
  | { refused: 'answer-gone' }

/** What cannot count is kept all the same: no grade that somebody gave is ever thrown away. */
export async function keepBranch(tx: Tx, input: SaveGradesInput): Promise<void> {
  const { assignmentId, saveId, baseRev, draft, now } = input
  await tx
    .insert(gradingBranches)
    .values({ id: newId(now.getTime()), assignmentId, saveId, baseRev, draft, receivedAt: now })
    .onConflictDoNothing()
}

/** Why a draft cannot be written over what is kept, with the loser put aside; undefined when it can. */
export async function standing(
  tx: Tx,
  held: Held,
  input: SaveGradesInput,
): Promise<Exclude<SaveGradesResult, { ok: true }> | undefined> {
  const { assignment } = held
  const refusal = assignment.lockedAt
    ? { refused: 'already-locked' as const }
    : assignment.rev !== input.baseRev
      ? { refused: 'stale' as const, server: { rev: assignment.rev, draft: readDraft(assignment.draft) } }
      : undefined
  if (refusal) await keepBranch(tx, input)
  return refusal
}

/** Was it the viewer's to grade, in a team where they still may? Then what they wrote last is kept beside it. */
export async function keepGone(tx: Tx, input: SaveGradesInput): Promise<{ refused: 'answer-gone' } | null> {
  const { viewer, assignmentId } = input
  const [own] = await tx
    .select({ id: gradingAssignments.id })
    .from(gradingAssignments)
    .innerJoin(applications, eq(applications.id, gradingAssignments.applicationId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .where(
      and(
        eq(gradingAssignments.id, assignmentId),
        eq(gradingAssignments.graderId, viewer.userId),
        ofViewersTeams(viewer),
      ),
    )
  if (own) await keepBranch(tx, input)
  else if (!(await keepGoneHidden(tx, input))) return null
  return { refused: 'answer-gone' }
}

/** Autosaves the desk. Only a draft on top of the newest revision becomes the draft; any other is kept as a branch. */
export async function saveGrades(db: Db, input: SaveGradesInput): Promise<SaveGradesResult | null> {
  return db.transaction(async (tx) => {
    const held = await holdOnDesk(tx, input.viewer, input.assignmentId)
    if (!held) return (await saveHidden(tx, input)) ?? keepGone(tx, input)
    const { assignment } = held
    if (assignment.saveId === input.saveId) return { ok: true, rev: assignment.rev, savedAt: input.now }
    const refusal = await standing(tx, held, input)
    if (refusal) return refusal
    const rev = assignment.rev + 1
    await tx
      .update(gradingAssignments)
      .set({ draft: input.draft, rev, saveId: input.saveId, openedAt: assignment.openedAt ?? input.now })
      .where(eq(gradingAssignments.id, assignment.id))
    return { ok: true, rev, savedAt: input.now }
  })
}

/** The first look at an answer: from here the grader's own pace is counted. False when it is not theirs. */
export async function openAnswer(
  db: Db,
  { viewer, assignmentId, now }: { viewer: StaffViewer; assignmentId: string; now: Date },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const held = await holdOnDesk(tx, viewer, assignmentId)
    if (!held) return openHidden(tx, { viewer, id: assignmentId, now })
    await tx
      .update(gradingAssignments)
      .set({ openedAt: now })
      .where(and(eq(gradingAssignments.id, assignmentId), isNull(gradingAssignments.openedAt)))
    return true
  })
}
