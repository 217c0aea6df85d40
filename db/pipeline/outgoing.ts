import { and, eq, isNull } from 'drizzle-orm'
import type { Db, Tx } from '../client.ts'
import { enqueue } from '../jobs.ts'
import { applications, jobs } from '../schema/index.ts'
import type { HeldApplication } from './held.ts'

/** A mail to the candidate waits for this long, so that the act behind it can be taken back. */
export const holdSeconds = 10

type Kept = Record<string, string> & { heard: string }
const keyOf = (name: string, applicationId: string) => `pipeline.${name}:${applicationId}`

const waits = (db: Db | Tx, name: string, applicationId: string) =>
  db
    .select({ id: jobs.id, payload: jobs.payload })
    .from(jobs)
    .where(and(eq(jobs.dedupe, keyOf(name, applicationId)), isNull(jobs.leasedUntil)))

/** The mail that still waits. */
export async function keptMail(db: Db, name: string, applicationId: string) {
  const [job] = await waits(db, name, applicationId)
  return job
}

/** The same, held. One that is on its way to the post cannot be called back. */
export async function waitingMail(tx: Tx, name: string, applicationId: string) {
  const [job] = await waits(tx, name, applicationId).for('update', { skipLocked: true })
  return job
}

/** Writes to the candidate in ten seconds. `heard`: when they last had a word from us, should this one be called back. */
export async function writeLater(
  tx: Tx,
  held: HeldApplication,
  input: { name: string; template: string; more?: Record<string, string>; now: Date },
): Promise<Date> {
  const { name, template, more, now } = input
  const runAt = new Date(now.getTime() + holdSeconds * 1000)
  const payload: Kept = { template, applicationId: held.id, heard: held.lastWordAt.toISOString(), ...more }
  const key = keyOf(name, held.id)
  const [leased] = await tx.select({ id: jobs.id }).from(jobs).where(eq(jobs.dedupe, key))
  await enqueue(tx, { kind: 'mail', payload, runAt, now, dedupe: leased ? `${key}:${now.getTime()}` : key })
  await tx.update(applications).set({ lastWordAt: now }).where(eq(applications.id, held.id))
  return runAt
}

/** The mail is not written after all: the last word is the one before it, and a move that was taken back took no time. */
export async function callBack(tx: Tx, job: { id: string; payload: Record<string, string> }): Promise<void> {
  await tx.delete(jobs).where(eq(jobs.id, job.id))
  const { applicationId = '', heard = '', since } = job.payload
  const before = { lastWordAt: new Date(heard), ...(since && { stageSince: new Date(since) }) }
  await tx.update(applications).set(before).where(eq(applications.id, applicationId))
}

/** The mail that waits becomes another one, at the same moment. */
export async function writeInstead(
  tx: Tx,
  job: { id: string; payload: Record<string, string> },
  template: string,
): Promise<void> {
  await tx
    .update(jobs)
    .set({ payload: { ...job.payload, template } })
    .where(eq(jobs.id, job.id))
}
