import { desc, eq } from 'drizzle-orm'
import type { CandidateViewer } from '#app/domain/access.ts'
import {
  type Accommodation,
  allowedSeconds,
  attemptRules,
  deadlineOf,
  disconnectCredit,
  type ExtensionRefusal,
  extend,
} from '#app/domain/attempt.ts'
import { assignmentMinutes } from '#app/domain/scenario/assignment.ts'
import { closeAtDeadline } from './attempt-end.ts'
import { type AttemptRow, holdAttempt, rests } from './attempt-rows.ts'
import type { Db, Tx } from './client.ts'
import { record } from './events.ts'
import { pinnedAssignment } from './pinned.ts'
import { accommodations, answerRevisions, answers, attempts } from './schema/index.ts'

/**
 * More time, asked for before the start, without proof. The attempt keeps only its seconds; what was asked for is
 * kept in a table that nothing of grading reads, and no event tells of it.
 */
export async function chooseExtraTime(
  db: Db,
  input: { viewer: CandidateViewer; extra: Accommodation; secondLanguage: boolean; now: Date },
): Promise<{ ok: true; allowedSeconds: number | null } | { refused: 'already-started' } | null> {
  const { viewer, extra, secondLanguage, now } = input
  return db.transaction(async (tx) => {
    const held = await holdAttempt(tx, eq(attempts.applicationId, viewer.applicationId))
    if (!held) return null
    if (held.attempt.status !== 'invited') return { refused: 'already-started' }
    const { applicationId } = viewer
    const minutes = assignmentMinutes(await pinnedAssignment(tx, held.attempt.assignmentHash))
    const seconds = allowedSeconds(minutes * 60, extra, secondLanguage)
    await tx.delete(accommodations).where(eq(accommodations.applicationId, applicationId))
    if (extra !== 'none' || secondLanguage)
      await tx.insert(accommodations).values({ applicationId, extra, secondLanguage, createdAt: now })
    await tx.update(attempts).set({ allowedSeconds: seconds }).where(eq(attempts.id, held.attempt.id))
    return { ok: true, allowedSeconds: seconds }
  })
}

const newest = (first: Date, ...others: (Date | null | undefined)[]) =>
  others.reduce<Date>((last, one) => (one && one > last ? one : last), first)

/** Writes the deadline that follows from the attempt's numbers, and the job that belongs to it. */
async function setClock(
  tx: Tx,
  attempt: AttemptRow,
  change: { extensions?: number; creditedSeconds?: number; quietSince?: null },
  now: Date,
): Promise<Date | null> {
  if (!attempt.sittingStartedAt) return null
  const deadline = deadlineOf({ ...attempt, startedAt: attempt.sittingStartedAt, ...change })
  await tx
    .update(attempts)
    .set({ ...change, deadlineAt: deadline })
    .where(eq(attempts.id, attempt.id))
  await closeAtDeadline(tx, { attemptId: attempt.id, deadline, now })
  return deadline
}

/**
 * Ten per cent more, up to ten times. `after` is the number of extensions that the page knew of: a button pressed
 * twice adds once.
 */
export async function extendTime(
  db: Db,
  { viewer, after, now }: { viewer: CandidateViewer; after: number; now: Date },
): Promise<
  | { ok: true; deadlineAt: Date | null; extensions: number }
  | { refused: ExtensionRefusal | 'not-open' }
  | null
> {
  return db.transaction(async (tx) => {
    const held = await holdAttempt(tx, eq(attempts.applicationId, viewer.applicationId))
    if (!held) return null
    const { attempt } = held
    if (attempt.status === 'expired') return { refused: 'time-over' }
    if (attempt.status !== 'submitted' && held.stage !== 'assignment') return { refused: 'not-open' }
    const { extensions, deadlineAt } = attempt
    if (extensions !== after && attempt.status === 'started') return { ok: true, deadlineAt, extensions }
    if (rests(attempt, now)) return { refused: 'time-over' }
    const allowed = extend({ ...attempt, deadline: deadlineAt, submittedAt: attempt.finishedAt }, now)
    if ('refused' in allowed) return allowed
    const deadline = await setClock(tx, attempt, { extensions: extensions + 1 }, now)
    await record(tx, {
      by: viewer,
      now,
      subject: 'attempt',
      subjectId: attempt.id,
      applicationId: viewer.applicationId,
      teamId: held.teamId,
      kind: 'extended',
      data: { extensions: extensions + 1 },
    })
    return { ok: true, deadlineAt: deadline, extensions: extensions + 1 }
  })
}

/**
 * Gives back time in which nobody could work: a lost connection, or the wait for a key. The gap is what the browser
 * says (`since` the moment it went, `typedSeconds` of it spent writing), but never more than the server has not heard
 * from this attempt, neither a save nor a page that is open, and never more than ten minutes in all. Returns the seconds
 * added.
 */
export async function creditTime(
  db: Db,
  input: { viewer: CandidateViewer; awaySeconds: number; typedSeconds: number; now: Date },
): Promise<number> {
  const { viewer, now } = input
  return db.transaction(async (tx) => {
    const held = await holdAttempt(tx, eq(attempts.applicationId, viewer.applicationId))
    if (held?.attempt.status !== 'started' || held.stage !== 'assignment') return 0
    const { attempt, teamId } = held
    if (!attempt.sittingStartedAt || !attempt.deadlineAt) return 0
    const [last] = await tx
      .select({ at: answerRevisions.receivedAt })
      .from(answerRevisions)
      .innerJoin(answers, eq(answers.id, answerRevisions.answerId))
      .where(eq(answers.attemptId, attempt.id))
      .orderBy(desc(answerRevisions.receivedAt))
      .limit(1)
    const heardAt = newest(attempt.sittingStartedAt, last?.at, attempt.quietSince ?? attempt.heardAt)
    const saidAt = new Date(now.getTime() - input.awaySeconds * 1000)
    const seconds = disconnectCredit({
      lastSeenAt: saidAt > heardAt ? saidAt : heardAt,
      backAt: now,
      grewSeconds: input.typedSeconds,
      creditedSoFar: attempt.creditedEarlier + attempt.creditedSeconds,
    })
    if (seconds === 0) return 0
    await setClock(tx, attempt, { creditedSeconds: attempt.creditedSeconds + seconds, quietSince: null }, now)
    await record(tx, {
      by: 'system',
      now,
      subject: 'attempt',
      subjectId: attempt.id,
      applicationId: viewer.applicationId,
      teamId,
      kind: 'credited',
      data: { seconds, limit: attemptRules.disconnectLimitSeconds },
    })
    return seconds
  })
}
