import { and, eq, type SQL } from 'drizzle-orm'
import { type AttemptStatus, attemptStatus, isResting } from '#app/domain/attempt.ts'
import {
  type Facts,
  leftFromAfter,
  type MoveRefusal,
  type Mover,
  move,
  type Stage,
} from '#app/domain/pipeline.ts'
import type { Tx } from './client.ts'
import { type Actor, record } from './events.ts'
import { applications, attempts, vacancies } from './schema/index.ts'

export type AttemptRow = typeof attempts.$inferSelect
export interface Held {
  attempt: AttemptRow
  stage: Stage
  teamId: string
}

/** The attempt and its application, held until the transaction ends: whoever moves or ends either waits. */
export async function holdAttempt(tx: Tx, where: SQL | undefined): Promise<Held | undefined> {
  const [row] = await tx
    .select({ attempt: attempts, stage: applications.stage, teamId: vacancies.teamId })
    .from(attempts)
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .where(where)
    .for('update', { of: [applications, attempts] })
  return row
}

/** What the attempt is at this moment; the job that closes it may come later than its deadline. */
export function statusOf(attempt: AttemptRow, now: Date): AttemptStatus {
  if (attempt.status === 'expired') return 'expired'
  const submittedAt = attempt.status === 'submitted' ? attempt.finishedAt : null
  return attemptStatus({ ...attempt, deadline: attempt.deadlineAt, submittedAt }, now)
}

export const rests = (attempt: AttemptRow, now: Date) =>
  attempt.status === 'started' && isResting({ ...attempt, deadline: attempt.deadlineAt }, now)

/** Moves a held application if the table of moves allows it, with its event. */
export async function moveHeld(
  tx: Tx,
  input: {
    applicationId: string
    teamId: string
    from: Stage
    to: Stage
    facts: Facts
    mover: Mover
    by: Actor
    now: Date
  },
): Promise<{ ok: true } | { refused: MoveRefusal }> {
  const allowed = move(input.from, input.to, input.facts, input.mover)
  if ('refused' in allowed) return allowed
  const { applicationId, from, to, now } = input
  await tx
    .update(applications)
    .set({ stage: to, stageSince: now, leftFrom: leftFromAfter({ from, to }) })
    .where(and(eq(applications.id, applicationId), eq(applications.stage, from)))
  await record(tx, {
    by: input.by,
    now,
    subject: 'application',
    subjectId: applicationId,
    applicationId,
    teamId: input.teamId,
    kind: 'moved',
    data: { from, to },
  })
  return { ok: true }
}
