import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { acts, can, memberOf, type StaffViewer } from '#app/domain/access.ts'
import { activeStages } from '#app/domain/pipeline.ts'
import type { Db, Tx } from '../client.ts'
import { record } from '../events.ts'
import { newId } from '../id.ts'
import { enqueue } from '../jobs.ts'
import { applications, attempts, memberships, users, vacancies, vacancyGraders } from '../schema/index.ts'
import { fillGrades } from './settle.ts'

export type InviteGraderRefusal = 'role-too-low' | 'cannot-grade' | 'draft-vacancy'

/**
 * Invites somebody of the team to grade a vacancy's answers. What was already handed in and lacks a grade lands on
 * their desk at once. A second invitation changes nothing but `nameKnown`.
 */
export async function inviteGrader(
  db: Db,
  input: {
    viewer: StaffViewer
    vacancyId: string
    userId: string
    nameKnown?: boolean
    random?: () => number
    now: Date
  },
): Promise<{ ok: true; asked: number } | { refused: InviteGraderRefusal } | null> {
  const { viewer, vacancyId, userId, nameKnown = false, now } = input
  return db.transaction(async (tx) => {
    const [vacancy] = await tx.select().from(vacancies).where(eq(vacancies.id, vacancyId)).for('share')
    if (!vacancy || !memberOf(viewer, vacancy.teamId)) return null
    if (!can(viewer, 'invite-grader', vacancy)) return { refused: 'role-too-low' }
    if (vacancy.status === 'draft') return { refused: 'draft-vacancy' }
    if (!(await mayGrade(tx, vacancy.teamId, userId))) return { refused: 'cannot-grade' }
    const [made] = await tx
      .insert(vacancyGraders)
      .values({
        id: newId(now.getTime()),
        vacancyId,
        userId,
        nameKnown,
        invitedBy: viewer.userId,
        invitedAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: vacancyGraders.id })
    if (made) {
      const event = { by: viewer, now, teamId: vacancy.teamId, subject: 'vacancy', subjectId: vacancyId }
      await record(tx, { ...event, kind: 'grader-invited', data: { userId, nameKnown } })
      await enqueue(tx, { kind: 'mail', payload: { template: 'grading.invited', vacancyId, userId }, now })
    } else
      await tx
        .update(vacancyGraders)
        .set({ nameKnown })
        .where(and(eq(vacancyGraders.vacancyId, vacancyId), eq(vacancyGraders.userId, userId)))
    let asked = 0
    for (const attemptId of await handedIn(tx, vacancyId))
      asked += await fillGrades(tx, { attemptId, by: viewer, random: input.random, now })
    return { ok: true, asked }
  })
}

async function mayGrade(tx: Tx, teamId: string, userId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: users.id })
    .from(users)
    .innerJoin(memberships, and(eq(memberships.userId, users.id), eq(memberships.teamId, teamId)))
    .where(and(eq(users.id, userId), isNull(users.disabledAt), inArray(memberships.role, acts.grade)))
    .limit(1)
  return rows.length > 0
}

/** Always in the same order, so that two invitations at once do not wait for each other in a ring. */
async function handedIn(tx: Tx, vacancyId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: attempts.id })
    .from(attempts)
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .where(
      and(
        eq(applications.vacancyId, vacancyId),
        inArray(applications.stage, activeStages),
        inArray(attempts.status, ['submitted', 'expired']),
      ),
    )
    .orderBy(asc(attempts.id))
  return rows.map(({ id }) => id)
}
