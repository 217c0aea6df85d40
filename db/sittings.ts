import { eq } from 'drizzle-orm'
import type { CandidateViewer } from '#app/domain/access.ts'
import { allowedSeconds, deadlineOf } from '#app/domain/attempt.ts'
import { assignmentMinutes } from '#app/domain/scenario/assignment.ts'
import { sittingsOf } from '#app/domain/scenario/sittings.ts'
import { makeAnswers } from './attempt-answers.ts'
import { closeAtDeadline, rest } from './attempt-end.ts'
import { type AttemptRow, holdAttempt, rests, statusOf } from './attempt-rows.ts'
import type { Db, Tx } from './client.ts'
import { record } from './events.ts'
import { pinnedAssignment } from './pinned.ts'
import { accommodations, attempts } from './schema/index.ts'
import { letIn } from './sessions.ts'

export type StartRefusal = 'not-open' | 'invitation-over'

/**
 * Starts the clock, once: the answers are made, each under a code of its own, and this browser is let in. From another
 * browser, or pressed again, it changes nothing.
 */
export async function startAttempt(
  db: Db,
  input: { viewer: CandidateViewer; secretHash?: string; now: Date },
): Promise<{ ok: true; started: boolean } | { refused: StartRefusal } | null> {
  const { viewer, secretHash, now } = input
  return db.transaction(async (tx) => {
    const held = await holdAttempt(tx, eq(attempts.applicationId, viewer.applicationId))
    if (!held) return null
    const { attempt, teamId } = held
    if (attempt.status !== 'invited') return { ok: true, started: false }
    if (held.stage !== 'assignment') return { refused: 'not-open' }
    if (attempt.openUntil < now) return { refused: 'invitation-over' }
    await makeAnswers(tx, attempt, now)
    await begin(tx, attempt, 1, now)
    if (secretHash) await letIn(tx, { secretHash, now })
    await record(tx, {
      by: viewer,
      now,
      subject: 'attempt',
      subjectId: attempt.id,
      applicationId: viewer.applicationId,
      teamId,
      kind: 'started',
    })
    return { ok: true, started: true }
  })
}

/** The clock of one sitting, with what was asked for before the first. */
async function begin(tx: Tx, attempt: AttemptRow, sitting: number, now: Date): Promise<void> {
  const { sections } = await pinnedAssignment(tx, attempt.assignmentHash)
  const parts = sittingsOf(sections)[sitting - 1] ?? []
  const [asked] = await tx
    .select({ extra: accommodations.extra, secondLanguage: accommodations.secondLanguage })
    .from(accommodations)
    .where(eq(accommodations.applicationId, attempt.applicationId))
  const seconds = allowedSeconds(
    assignmentMinutes({ sections: parts }) * 60,
    asked?.extra,
    asked?.secondLanguage,
  )
  const deadlineAt = deadlineOf({ startedAt: now, allowedSeconds: seconds })
  await tx
    .update(attempts)
    .set({
      status: 'started',
      startedAt: attempt.startedAt ?? now,
      sitting,
      sittingStartedAt: now,
      restingSince: null,
      allowedSeconds: seconds,
      creditedEarlier: attempt.creditedEarlier + attempt.creditedSeconds,
      creditedSeconds: 0,
      extensions: 0,
      deadlineAt,
    })
    .where(eq(attempts.id, attempt.id))
  await closeAtDeadline(tx, { attemptId: attempt.id, deadline: deadlineAt, now })
}

export type SittingRefusal = 'not-open' | 'time-over' | 'last-sitting'

/** Ends the sitting that is under way, and the candidate may rest. `sitting` is the one that the page knew of: pressed twice it ends one. */
export async function endSitting(
  db: Db,
  { viewer, sitting, now }: { viewer: CandidateViewer; sitting: number; now: Date },
): Promise<{ ok: true } | { refused: SittingRefusal } | null> {
  return db.transaction(async (tx) => {
    const held = await holdAttempt(tx, eq(attempts.applicationId, viewer.applicationId))
    if (!held) return null
    const { attempt } = held
    if (attempt.sitting > sitting || (attempt.sitting === sitting && rests(attempt, now))) return { ok: true }
    if (attempt.status !== 'started' || held.stage !== 'assignment') return { refused: 'not-open' }
    if (attempt.sitting !== sitting || sitting >= attempt.sittings) return { refused: 'last-sitting' }
    await rest(tx, held, { since: now, by: viewer, now })
    return { ok: true }
  })
}

/** Goes on with the next sitting: its clock starts. Pressed twice, or in two tabs, it starts once. */
export async function startSitting(
  db: Db,
  { viewer, sitting, now }: { viewer: CandidateViewer; sitting: number; now: Date },
): Promise<{ ok: true } | { refused: SittingRefusal } | null> {
  return db.transaction(async (tx) => {
    const held = await holdAttempt(tx, eq(attempts.applicationId, viewer.applicationId))
    if (!held) return null
    const { attempt, teamId } = held
    if (attempt.status !== 'started' || held.stage !== 'assignment') return { refused: 'not-open' }
    if (attempt.sitting >= sitting) return { ok: true }
    if (statusOf(attempt, now) === 'expired') return { refused: 'time-over' }
    if (!rests(attempt, now) || sitting !== attempt.sitting + 1) return { refused: 'not-open' }
    await begin(tx, attempt, sitting, now)
    await record(tx, {
      by: viewer,
      now,
      subject: 'attempt',
      subjectId: attempt.id,
      applicationId: viewer.applicationId,
      teamId,
      kind: 'sitting-started',
      data: { sitting },
    })
    return { ok: true }
  })
}
