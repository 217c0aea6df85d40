import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { CandidateViewer } from '#app/domain/access.ts'
import { isActive, type MoveRefusal, returnStage } from '#app/domain/pipeline.ts'
import { mayReturn } from '#app/domain/withdrawal.ts'
import { passOnIfEnded } from './attempt-end.ts'
import { moveHeld } from './attempt-rows.ts'
import type { Db, Tx } from './client.ts'
import { record } from './events.ts'
import { holdApplication, tellCandidate } from './held-application.ts'
import { newId } from './id.ts'
import { isAhead, rowsOf } from './interviews/rows.ts'
import { enqueue } from './jobs.ts'
import { interviews, offers, withdrawals } from './schema/index.ts'

/** Nobody waits for a candidate who has left: the interviewer is told, with the same calendar entry. */
async function cancelInterviews(
  tx: Tx,
  input: { viewer: CandidateViewer; teamId: string; now: Date },
): Promise<void> {
  const { viewer, teamId, now } = input
  const { applicationId } = viewer
  const ahead = (await rowsOf(tx, applicationId)).filter((row) => isAhead(row, now))
  const cancelled = await tx
    .update(interviews)
    .set({ cancelledAt: now, sequence: sql`${interviews.sequence} + 1` })
    .where(
      inArray(
        interviews.id,
        ahead.map(({ id }) => id),
      ),
    )
    .returning({ id: interviews.id, sequence: interviews.sequence })
  for (const { id, sequence } of cancelled) {
    await record(tx, {
      by: viewer,
      now,
      subject: 'interview',
      subjectId: id,
      applicationId,
      teamId,
      kind: 'interview-cancelled',
      data: { sequence },
    })
    const payload = { template: 'interviews.assigned-cancelled', interviewId: id, sequence: String(sequence) }
    await enqueue(tx, { kind: 'mail', payload, now })
  }
}

/**
 * The candidate takes the application back, at any stage. An open offer is thereby declined, an interview that is ahead
 * cancelled. Twice is once.
 */
export async function withdraw(
  db: Db,
  input: { viewer: CandidateViewer; now: Date },
): Promise<{ ok: true } | { refused: MoveRefusal } | null> {
  const { viewer, now } = input
  return db.transaction(async (tx) => {
    const held = await holdApplication(tx, viewer.applicationId)
    if (!held) return null
    const { id, stage, teamId } = held
    if (stage === 'withdrawn') return { ok: true }
    const moved = await moveHeld(tx, {
      applicationId: id,
      teamId,
      from: stage,
      to: 'withdrawn',
      facts: {},
      mover: 'candidate',
      by: viewer,
      now,
    })
    if ('refused' in moved) return moved
    await tx
      .insert(withdrawals)
      .values({ id: newId(now.getTime()), applicationId: id, fromStage: stage, createdAt: now })
      .onConflictDoUpdate({ target: withdrawals.applicationId, set: { fromStage: stage, createdAt: now } })
    await tx
      .update(offers)
      .set({ declinedAt: now })
      .where(
        and(
          eq(offers.applicationId, id),
          isNull(offers.acceptedAt),
          isNull(offers.declinedAt),
          isNull(offers.withdrawnAt),
        ),
      )
    await cancelInterviews(tx, { viewer, teamId, now })
    await tellCandidate(tx, { applicationId: id, template: 'status.withdrawn', now })
    return { ok: true }
  })
}

/** Brings it back to where it was, for seven days. Twice is once. */
export async function bringBack(
  db: Db,
  input: { viewer: CandidateViewer; now: Date },
): Promise<{ ok: true } | { refused: MoveRefusal } | null> {
  const { viewer, now } = input
  return db.transaction(async (tx) => {
    const held = await holdApplication(tx, viewer.applicationId)
    if (!held) return null
    const { id, teamId, zone } = held
    const [withdrawal] = await tx.select().from(withdrawals).where(eq(withdrawals.applicationId, id))
    if (held.stage !== 'withdrawn' && !withdrawal) return { ok: true }
    if (!withdrawal || !isActive(withdrawal.fromStage)) return { refused: 'no-such-move' }
    const moved = await moveHeld(tx, {
      applicationId: id,
      teamId,
      from: held.stage,
      to: returnStage(withdrawal.fromStage),
      facts: { 'left-from-there': true, 'return-open': mayReturn(withdrawal.createdAt, zone, now) },
      mover: 'candidate',
      by: viewer,
      now,
    })
    if ('refused' in moved) return moved
    await tx.delete(withdrawals).where(eq(withdrawals.id, withdrawal.id))
    if (withdrawal.fromStage === 'assignment') await passOnIfEnded(tx, { applicationId: id, now })
    await tellCandidate(tx, { applicationId: id, template: 'status.back', now })
    return { ok: true }
  })
}

export async function withdrawalOf(db: Db, applicationId: string) {
  const [row] = await db.select().from(withdrawals).where(eq(withdrawals.applicationId, applicationId))
  return row
}
