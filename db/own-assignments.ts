import { eq, inArray, isNotNull } from 'drizzle-orm'
import { can, memberOf, type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import type { AssignmentContent } from '#app/domain/scenario/assignment.ts'
import type { Db } from './client.ts'
import { record } from './events.ts'
import { newId } from './id.ts'
import { ownAssignments } from './schema/index.ts'

export interface OwnAssignment {
  id: string
  teamId: string
  key: string
  rev: number
  content: AssignmentContent
  archived: boolean
}

/** The assignments that the viewer's teams have composed, also those that are no longer offered. */
export async function ownAssignmentsOf(db: Db, viewer: StaffViewer): Promise<OwnAssignment[]> {
  const teams = teamsWhere(viewer, 'see-scenarios')
  if (teams.length === 0) return []
  return db
    .select({
      id: ownAssignments.id,
      teamId: ownAssignments.teamId,
      key: ownAssignments.key,
      rev: ownAssignments.rev,
      content: ownAssignments.content,
      archived: isNotNull(ownAssignments.archivedAt).mapWith(Boolean),
    })
    .from(ownAssignments)
    .where(inArray(ownAssignments.teamId, teams))
    .orderBy(ownAssignments.key)
}

type Refusal = 'role-too-low' | 'stale-revision'

/** Keeps a composition under a key of its own. `id` names it, so that a form sent twice makes one. */
export async function makeOwnAssignment(
  db: Db,
  input: {
    viewer: StaffViewer
    teamId: string
    id: string
    content: Omit<AssignmentContent, 'key' | 'status'>
    now: Date
  },
): Promise<{ ok: true; key: string } | { refused: Refusal } | null> {
  const { viewer, teamId, id, now } = input
  if (!memberOf(viewer, teamId)) return null
  if (!can(viewer, 'compose-assignment', { teamId })) return { refused: 'role-too-low' }
  const key = `own-${id}`
  return db.transaction(async (tx) => {
    const made = await tx
      .insert(ownAssignments)
      .values({
        id,
        teamId,
        key,
        content: { ...input.content, key, status: 'draft' },
        createdBy: viewer.userId,
        createdAt: now,
        updatedAt: now,
      })
      .onConflictDoNothing({ target: ownAssignments.id })
      .returning({ id: ownAssignments.id })
    if (made.length > 0)
      await record(tx, { by: viewer, now, subject: 'assignment', subjectId: id, teamId, kind: 'composed' })
    return { ok: true, key }
  })
}

/** Changes a composition, for the vacancies that are still to be published. */
export async function changeOwnAssignment(
  db: Db,
  input: {
    viewer: StaffViewer
    id: string
    rev: number
    content: Omit<AssignmentContent, 'key' | 'status'>
    now: Date
  },
): Promise<{ ok: true; key: string } | { refused: Refusal } | null> {
  return change(db, input, ({ key }) => ({
    content: { ...input.content, key, status: 'draft' },
    rev: input.rev + 1,
  }))
}

/** Takes a composition out of what is offered. Twice is once. */
export async function archiveOwnAssignment(
  db: Db,
  input: { viewer: StaffViewer; id: string; rev: number; now: Date },
): Promise<{ ok: true; key: string } | { refused: Refusal } | null> {
  return change(db, input, () => ({ archivedAt: input.now, rev: input.rev }))
}

async function change(
  db: Db,
  input: { viewer: StaffViewer; id: string; rev: number; now: Date },
  to: (row: { key: string }) => Partial<typeof ownAssignments.$inferInsert>,
): Promise<{ ok: true; key: string } | { refused: Refusal } | null> {
  const { viewer, id, rev, now } = input
  return db.transaction(async (tx) => {
    const [row] = await tx.select().from(ownAssignments).where(eq(ownAssignments.id, id)).for('update')
    if (!row || !memberOf(viewer, row.teamId)) return null
    if (!can(viewer, 'compose-assignment', row)) return { refused: 'role-too-low' }
    if (row.archivedAt) return { ok: true, key: row.key }
    if (row.rev !== rev) return { refused: 'stale-revision' }
    await tx
      .update(ownAssignments)
      .set({ ...to(row), updatedAt: now })
      .where(eq(ownAssignments.id, id))
    await record(tx, {
      by: viewer,
      now,
      subject: 'assignment',
      subjectId: id,
      teamId: row.teamId,
      kind: 'recomposed',
    })
    return { ok: true, key: row.key }
  })
}

export const newAssignmentId = (now: Date) => newId(now.getTime())
