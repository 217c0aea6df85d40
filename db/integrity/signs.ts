import { and, eq, isNull, sql } from 'drizzle-orm'
import type { CandidateViewer } from '#app/domain/access.ts'
import { saveVerdict } from '#app/domain/attempt.ts'
import type { Sign, SignBatch, SignData } from '#app/domain/signs.ts'
import type { Db, Tx } from '../client.ts'
import { newId } from '../id.ts'
import { answers, applications, attempts, integrityEvents } from '../schema/index.ts'
import { heardNow } from './heard.ts'

/** More than a day of honest work makes; what comes after is not noted. */
const mostRows = 2000

type Row = typeof integrityEvents.$inferInsert

async function ownPart(db: Db, viewer: CandidateViewer, answerId: string) {
  const [row] = await db
    .select({
      attempt: attempts,
      stage: applications.stage,
      sitting: answers.sitting,
      firstViewedAt: answers.firstViewedAt,
      rows: sql<number>`(select count(*)::int from ${integrityEvents} e where e.attempt_id = ${attempts.id})`,
      begun: sql<boolean>`exists (
        select 1 from ${integrityEvents} e where e.answer_id = ${answers.id} and e.kind = 'first-key')`,
    })
    .from(answers)
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .where(and(eq(answers.id, answerId), eq(attempts.applicationId, viewer.applicationId)))
  return row
}
type Part = NonNullable<Awaited<ReturnType<typeof ownPart>>>

/** Notes are taken of a part that is being worked, and of nothing before or after. */
function underway({ attempt, stage, sitting }: Part, now: Date): boolean {
  const verdict = saveVerdict({ deadline: attempt.deadlineAt, receivedAt: now, submittedAt: null })
  return (
    attempt.status === 'started' &&
    stage === 'assignment' &&
    attempt.restingSince === null &&
    attempt.sitting === sitting &&
    verdict !== 'too-late'
  )
}

/**
 * A page says that it is open, and what it has noted since. Each statement by itself and short: no save waits for it.
 * Sent again, a batch is noted once. null: not one's own.
 */
export async function noteSigns(
  db: Db,
  input: { viewer: CandidateViewer; now: Date } & SignBatch,
): Promise<{ ok: true; noted: number } | null> {
  const { viewer, batch, answer: answerId, signs, now } = input
  const part = await ownPart(db, viewer, answerId)
  if (!part) return null
  if (!underway(part, now)) return { ok: true, noted: 0 }
  const { id: attemptId } = part.attempt
  await db.update(attempts).set(heardNow(now)).where(eq(attempts.id, attemptId))
  if (!part.firstViewedAt)
    await db
      .update(answers)
      .set({ firstViewedAt: now })
      .where(and(eq(answers.id, answerId), isNull(answers.firstViewedAt)))
  const firstViewedAt = part.firstViewedAt ?? now
  const rows = signs.flatMap((sign, place): Row[] => {
    if (sign.kind === 'first-key' && part.begun) return []
    const at = new Date(now.getTime() - sign.ago)
    const data = dataOf(sign, at, firstViewedAt)
    return [{ id: newId(now.getTime()), attemptId, answerId, kind: sign.kind, data, at, batch, place }]
  })
  if (rows.length === 0 || part.rows + rows.length > mostRows) return { ok: true, noted: 0 }
  const made = await db
    .insert(integrityEvents)
    .values(rows)
    .onConflictDoNothing({ target: [integrityEvents.batch, integrityEvents.place] })
    .returning({ id: integrityEvents.id })
  return { ok: true, noted: made.length }
}

function dataOf(sign: Sign, at: Date, firstViewedAt: Date): SignData {
  switch (sign.kind) {
    case 'paste':
    case 'typed':
      return { chars: sign.chars }
    case 'left':
      return { seconds: sign.seconds }
    case 'first-key':
      return { seconds: Math.max(0, Math.round((at.getTime() - firstViewedAt.getTime()) / 1000)) }
  }
}

/** A running attempt goes on in a browser that was let in by a key. */
export async function noteDevice(
  db: Db | Tx,
  { applicationId, now }: { applicationId: string; now: Date },
): Promise<void> {
  const [attempt] = await db
    .select({ id: attempts.id })
    .from(attempts)
    .where(and(eq(attempts.applicationId, applicationId), eq(attempts.status, 'started')))
  if (!attempt) return
  const id = newId(now.getTime())
  await db.insert(integrityEvents).values({
    id,
    attemptId: attempt.id,
    kind: 'device',
    data: {},
    at: now,
    batch: id,
    place: 0,
  })
}

/** What was noted of an attempt, in the order in which it happened. The caller has checked that the viewer may see it. */
export const signsOf = (db: Db | Tx, attemptId: string) =>
  db
    .select({
      answerId: integrityEvents.answerId,
      kind: integrityEvents.kind,
      data: integrityEvents.data,
      at: integrityEvents.at,
    })
    .from(integrityEvents)
    .where(eq(integrityEvents.attemptId, attemptId))
    .orderBy(integrityEvents.at, integrityEvents.id)
