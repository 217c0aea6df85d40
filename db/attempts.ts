import { randomInt } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import type { MoveRefusal } from '#app/domain/pipeline.ts'
import { assignmentMinutes } from '#app/domain/scenario/assignment.ts'
import { sittingsOf } from '#app/domain/scenario/sittings.ts'
import { dayIn, endOfDay } from '#app/domain/zones.ts'
import { moveHeld } from './attempt-rows.ts'
import type { Db, Tx } from './client.ts'
import { record } from './events.ts'
import { holdForStaff, tellCandidate } from './held-application.ts'
import { newId } from './id.ts'
import { pinnedAssignment } from './pinned.ts'
import { attempts, vacancies } from './schema/index.ts'
import { planOf } from './vacancies/plan.ts'

/** Days in which an invitation may be taken up; the last of them counts to its end, in the team's zone. */
export const invitationDays = 7

export type InviteRefusal = 'role-too-low' | 'no-scoring-plan' | MoveRefusal

/**
 * Invites to the assignment: the attempt is made from the vacancy's frozen plan, the application moves, the mail goes
 * out. Once: a second call changes nothing, unless the invitation has run out unused; then it is opened again.
 */
export async function inviteToAssignment(
  db: Db,
  input: { viewer: StaffViewer; applicationId: string; now: Date; seed?: number },
): Promise<{ ok: true; attemptId: string } | { refused: InviteRefusal } | null> {
  const { viewer, applicationId, now } = input
  return db.transaction(async (tx) => {
    const held = await holdForStaff(tx, { viewer, applicationId, act: 'move-application' })
    if (!held || 'refused' in held) return held
    const { teamId, vacancy, zone } = held
    const openUntil = endOfDay(dayIn(zone, new Date(now.getTime() + invitationDays * 86_400_000)), zone)

    const [earlier] = await tx.select().from(attempts).where(eq(attempts.applicationId, applicationId))
    if (earlier) {
      if (earlier.status !== 'invited' || earlier.openUntil > now) return { ok: true, attemptId: earlier.id }
      await tx.update(attempts).set({ openUntil }).where(eq(attempts.id, earlier.id))
    }
    const attemptId = earlier?.id ?? newId(now.getTime())
    if (!earlier) {
      const made = await makeAttempt(tx, { ...input, attemptId, vacancy, openUntil })
      if (!made) return { refused: 'no-scoring-plan' }
      const moved = await moveHeld(tx, {
        applicationId,
        teamId,
        from: held.stage,
        to: 'assignment',
        facts: { 'assignment-invited': true },
        mover: 'staff',
        by: viewer,
        now,
      })
      if ('refused' in moved) {
        await tx.delete(attempts).where(eq(attempts.id, attemptId))
        return moved
      }
    }
    await record(tx, {
      by: viewer,
      now,
      subject: 'attempt',
      subjectId: attemptId,
      applicationId,
      teamId,
      kind: 'invited',
    })
    await tellCandidate(tx, { applicationId, template: 'attempt.invited', payload: { attemptId }, now })
    return { ok: true, attemptId }
  })
}

async function makeAttempt(
  tx: Tx,
  input: {
    attemptId: string
    applicationId: string
    vacancy: typeof vacancies.$inferSelect
    openUntil: Date
    seed?: number
    now: Date
  },
): Promise<boolean> {
  // A plan that is being changed at this moment is waited for.
  await tx
    .select({ id: vacancies.id })
    .from(vacancies)
    .where(eq(vacancies.id, input.vacancy.id))
    .for('key share')
  const plan = await planOf(tx, input.vacancy.id)
  if (!plan) return false
  const assignment = await pinnedAssignment(tx, plan.assignmentHash)
  await tx.insert(attempts).values({
    id: input.attemptId,
    applicationId: input.applicationId,
    scoringPlanId: plan.id,
    assignmentHash: plan.assignmentHash,
    rubricHash: plan.rubricHash,
    handbookHash: plan.handbookHash,
    locale: input.vacancy.jobLocale,
    seed: input.seed ?? randomInt(2 ** 31),
    status: 'invited',
    invitedAt: input.now,
    openUntil: input.openUntil,
    allowedSeconds: assignmentMinutes(assignment) * 60,
    sittings: sittingsOf(assignment.sections).length,
  })
  return true
}
