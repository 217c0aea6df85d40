import { eq } from 'drizzle-orm'
import type { CandidateViewer } from '#app/domain/access.ts'
import { attemptRules, restDays } from '#app/domain/attempt.ts'
import { type AttemptRow, type Held, holdAttempt, moveHeld, rests, statusOf } from './attempt-rows.ts'
import type { Db, Tx } from './client.ts'
import { type Actor, record } from './events.ts'
import { askForGrades } from './grading.ts'
import { tellCandidate } from './held-application.ts'
import { freezeTranscripts } from './inbox.ts'
import { enqueue } from './jobs.ts'
import { attempts } from './schema/index.ts'
import { writeSignals } from './signals.ts'

/** A little after the grace, so that a save that arrived within it has been written. */
const afterGrace = (deadline: Date) => new Date(deadline.getTime() + (attemptRules.graceSeconds + 5) * 1000)

/** Every new deadline has a job of its own; the job of an earlier deadline finds that it is not time yet. */
export async function closeAtDeadline(
  tx: Tx,
  input: { attemptId: string; deadline: Date | null; now: Date },
): Promise<void> {
  if (!input.deadline) return
  await enqueue(tx, {
    kind: 'close-attempt',
    payload: { attemptId: input.attemptId },
    runAt: afterGrace(input.deadline),
    dedupe: `close-attempt:${input.attemptId}:${input.deadline.getTime()}`,
    now: input.now,
  })
}

/** An application comes back to its assignment, which may have ended meanwhile: then the job passes it on to grading. */
export async function passOnIfEnded(
  tx: Tx,
  { applicationId, now }: { applicationId: string; now: Date },
): Promise<void> {
  const [attempt] = await tx
    .select({ id: attempts.id, finishedAt: attempts.finishedAt })
    .from(attempts)
    .where(eq(attempts.applicationId, applicationId))
  if (!attempt?.finishedAt) return
  await enqueue(tx, { kind: 'close-attempt', payload: { attemptId: attempt.id }, now })
}

/**
 * Ends a sitting that is not the last. The next one may be started until the invitation ends, and for three days at
 * least; the job that belongs to that moment closes the attempt with what there is.
 */
export async function rest(
  tx: Tx,
  held: Held,
  { since, by, now }: { since: Date; by: Actor; now: Date },
): Promise<void> {
  const { id, applicationId, openUntil, sitting } = held.attempt
  const atLeast = new Date(since.getTime() + restDays * 86_400_000)
  const until = openUntil > atLeast ? openUntil : atLeast
  await tx
    .update(attempts)
    .set({ restingSince: since, deadlineAt: null, openUntil: until })
    .where(eq(attempts.id, id))
  await closeAtDeadline(tx, { attemptId: id, deadline: until, now })
  await record(tx, {
    by,
    now,
    subject: 'attempt',
    subjectId: id,
    applicationId,
    teamId: held.teamId,
    kind: 'sitting-ended',
    data: { sitting },
  })
}

async function finish(
  tx: Tx,
  held: Held,
  input: { as: 'submitted' | 'expired'; finishedAt: Date; by: Actor; random?: () => number; now: Date },
): Promise<void> {
  const { id, applicationId } = held.attempt
  const { as, finishedAt, by, random, now } = input
  await tx.update(attempts).set({ status: as, finishedAt }).where(eq(attempts.id, id))
  await freezeTranscripts(tx, { attemptId: id })
  await writeSignals(tx, { attemptId: id, now })
  await enqueue(tx, { kind: 'integrity', payload: { attemptId: id }, dedupe: `integrity:${id}`, now })
  await record(tx, {
    by,
    now,
    subject: 'attempt',
    subjectId: id,
    applicationId,
    teamId: held.teamId,
    kind: as,
  })
  const template = as === 'submitted' ? 'attempt.submitted' : 'attempt.expired'
  await toGrading(tx, held, { template, random, now })
}

/** Whoever was rejected or has withdrawn meanwhile stays where they are; the answers are kept all the same. */
async function toGrading(
  tx: Tx,
  held: Held,
  { template, random, now }: { template: string; random?: () => number; now: Date },
) {
  const { id, applicationId } = held.attempt
  const moved = await moveHeld(tx, {
    applicationId,
    teamId: held.teamId,
    from: held.stage,
    to: 'grading',
    facts: { 'attempt-closed': true },
    mover: 'system',
    by: 'system',
    now,
  })
  if ('refused' in moved) return
  await askForGrades(tx, { attemptId: id, random, now })
  await tellCandidate(tx, { applicationId, template, payload: { attemptId: id }, now })
}

/**
 * Hands the assignment in, once: a second call, from this tab or another, gives the same result. After the deadline
 * the attempt is closed as the clock left it. `aids`: what the candidate says they used.
 */
export async function submitAttempt(
  db: Db,
  input: { viewer: CandidateViewer; aids?: string; random?: () => number; now: Date },
): Promise<
  | { ok: true; as: 'submitted' | 'expired'; finishedAt: Date }
  | { refused: 'not-started' | 'not-open' | 'more-sittings' }
  | null
> {
  const { viewer, aids = '', random, now } = input
  return db.transaction(async (tx) => {
    const held = await holdAttempt(tx, eq(attempts.applicationId, viewer.applicationId))
    if (!held) return null
    const { attempt } = held
    if (attempt.finishedAt && attempt.status !== 'started' && attempt.status !== 'invited')
      return { ok: true, as: attempt.status, finishedAt: attempt.finishedAt }
    if (attempt.status === 'invited') return { refused: 'not-started' }
    if (held.stage !== 'assignment') return { refused: 'not-open' }
    if (statusOf(attempt, now) === 'expired') {
      const finishedAt = endOf(attempt)
      await finish(tx, held, { as: 'expired', finishedAt, by: 'system', now })
      return { ok: true, as: 'expired', finishedAt }
    }
    if (attempt.sitting < attempt.sittings) return { refused: 'more-sittings' }
    if (aids.trim() !== '')
      await tx.update(attempts).set({ aiDeclaration: aids.trim() }).where(eq(attempts.id, attempt.id))
    await finish(tx, held, { as: 'submitted', finishedAt: now, by: viewer, random, now })
    return { ok: true, as: 'submitted', finishedAt: now }
  })
}

/** When an attempt that is over by the clock ended: at its deadline, or when the time for its next sitting was over. */
const endOf = ({ deadlineAt, openUntil }: AttemptRow) => deadlineAt ?? openUntil

/** The deadline's job. Reads nothing but the database, so that it may come late, twice, or from two workers. */
export async function closeAttempt(
  db: Db,
  { attemptId, now }: { attemptId: string; now: Date },
): Promise<'closed' | 'not-yet' | 'already' | null> {
  return db.transaction(async (tx) => {
    const held = await holdAttempt(tx, eq(attempts.id, attemptId))
    if (!held) return null
    const { attempt } = held
    // Withdrawn while it ended and brought back since: the answers are waiting for grading.
    if (attempt.finishedAt && held.stage === 'assignment') {
      const template = attempt.status === 'submitted' ? 'attempt.submitted' : 'attempt.expired'
      await toGrading(tx, held, { template, now })
    }
    if (attempt.status !== 'started') return 'already'
    if (statusOf(attempt, now) === 'expired') {
      await finish(tx, held, { as: 'expired', finishedAt: endOf(attempt), by: 'system', now })
      return 'closed'
    }
    if (attempt.deadlineAt && !attempt.restingSince && rests(attempt, now))
      await rest(tx, held, { since: attempt.deadlineAt, by: 'system', now })
    return 'not-yet'
  })
}
