import { and, asc, eq, isNull, lt, lte, or, sql } from 'drizzle-orm'
import type { Db, Tx } from './client.ts'
import { newId } from './id.ts'
import { jobs } from './schema/index.ts'

export interface JobInput {
  kind: string
  payload: Record<string, string>
  now: Date
  runAt?: Date
  /** A waiting job with the same key is left as it is, and no second one is made. */
  dedupe?: string
}

/** Asks for work in the transaction of the change that makes it necessary: both happen, or neither. */
export async function enqueue(tx: Tx | Db, input: JobInput): Promise<void> {
  await tx
    .insert(jobs)
    .values({
      id: newId(input.now.getTime()),
      kind: input.kind,
      payload: input.payload,
      dedupe: input.dedupe ?? null,
      runAt: input.runAt ?? input.now,
    })
    .onConflictDoNothing({ target: jobs.dedupe })
}

export type Job = typeof jobs.$inferSelect

const leaseSeconds = 60
const mostAttempts = 8

/** Leases the next due job, or nothing. A job whose worker died is due again when its lease ends. */
export async function claimJob(db: Db, now: Date): Promise<Job | undefined> {
  return db.transaction(async (tx) => {
    const [job] = await tx
      .select()
      .from(jobs)
      .where(
        and(
          isNull(jobs.doneAt),
          isNull(jobs.failedAt),
          lte(jobs.runAt, now),
          or(isNull(jobs.leasedUntil), lt(jobs.leasedUntil, now)),
        ),
      )
      .orderBy(asc(jobs.runAt))
      .limit(1)
      .for('update', { skipLocked: true })
    if (!job) return undefined
    const leasedUntil = new Date(now.getTime() + leaseSeconds * 1000)
    await tx
      .update(jobs)
      .set({ leasedUntil, attempts: sql`${jobs.attempts} + 1` })
      .where(eq(jobs.id, job.id))
    return { ...job, leasedUntil, attempts: job.attempts + 1 }
  })
}

/** All that is due by a moment, in its order; for whoever works alone and leases nothing. */
export const dueJobs = (db: Db, until: Date): Promise<Job[]> =>
  db
    .select()
    .from(jobs)
    .where(and(isNull(jobs.doneAt), isNull(jobs.failedAt), lte(jobs.runAt, until)))
    .orderBy(asc(jobs.runAt), asc(jobs.id))

export async function finishJob(db: Db, job: Job, now: Date): Promise<void> {
  await db.update(jobs).set({ doneAt: now, leasedUntil: null, dedupe: null }).where(eq(jobs.id, job.id))
}

/** Backs off 5 s, 25 s, 2 min … and gives up after eight tries; the row stays, for a person to see. */
export async function failJob(db: Db, job: Job, error: string, now: Date): Promise<void> {
  const wait = Math.min(5 ** job.attempts, 3600) * 1000
  const over = job.attempts >= mostAttempts
  await db
    .update(jobs)
    .set({
      leasedUntil: null,
      error: error.slice(0, 500),
      runAt: new Date(now.getTime() + wait),
      failedAt: over ? now : null,
      dedupe: over ? null : job.dedupe,
    })
    .where(eq(jobs.id, job.id))
}

/** Age in seconds of the oldest due job that nobody has done; 0 when there is none. */
export async function queueLag(db: Db, now: Date): Promise<number> {
  const [row] = await db
    .select({ oldest: sql<Date | null>`min(${jobs.runAt})`.mapWith(jobs.runAt) })
    .from(jobs)
    .where(and(isNull(jobs.doneAt), isNull(jobs.failedAt), lte(jobs.runAt, now)))
  return row?.oldest ? (now.getTime() - row.oldest.getTime()) / 1000 : 0
}
