import { and, asc, inArray, isNotNull, lt, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { nextDay } from '#app/domain/zones.ts'
import type { Db } from './client.ts'
import { newId } from './id.ts'
import { enqueue } from './jobs.ts'
import { idempotencyKeys, jobs, links, rateLimits, sessions } from './schema/index.ts'

const dayLength = 86_400_000
/** How many days each is of use to somebody. An outworn link is told from a wrong one for a year after it ended. */
const keptDays = { doneJob: 1, failedJob: 90, session: 31, link: 365, form: 31 } as const
const batch = 1000
/** Of one kind at a time: what is left over comes a minute later. */
const mostBatches = 20

/** Sees to it that what nobody needs is swept away at half past three at night, by Greenwich. */
export async function sweepNightly(db: Db, now: Date): Promise<void> {
  const today = now.toISOString().slice(0, 10)
  const at = (day: string) => new Date(`${day}T03:30:00Z`)
  await ask(db, at(today) > now ? at(today) : at(nextDay(today)), now)
}

const ask = (db: Db, runAt: Date, now: Date) =>
  enqueue(db, { kind: 'sweep', payload: {}, runAt, dedupe: `sweep:${runAt.toISOString()}`, now })

interface Swept {
  table: PgTable
  key: PgColumn
  where: SQL | undefined
}

/** Ids begin with the moment at which they were made: the oldest rows are found by their key, without an index more. */
function outworn(now: Date): Swept[] {
  const ago = (days: number) => new Date(now.getTime() - days * dayLength)
  const madeBefore = (key: PgColumn, days: number) => lt(key, newId(ago(days).getTime()))
  const { doneJob, failedJob, session, link, form } = keptDays
  return [
    {
      table: jobs,
      key: jobs.id,
      where: and(madeBefore(jobs.id, doneJob), isNotNull(jobs.doneAt), lt(jobs.doneAt, ago(doneJob))),
    },
    {
      table: jobs,
      key: jobs.id,
      where: and(madeBefore(jobs.id, failedJob), lt(jobs.failedAt, ago(failedJob))),
    },
    {
      table: sessions,
      key: sessions.id,
      where: and(madeBefore(sessions.id, session), lt(sessions.expiresAt, now)),
    },
    { table: links, key: links.id, where: and(madeBefore(links.id, link), lt(links.expiresAt, ago(link))) },
    { table: idempotencyKeys, key: idempotencyKeys.key, where: lt(idempotencyKeys.createdAt, ago(form)) },
    { table: rateLimits, key: rateLimits.key, where: lt(rateLimits.expire, now) },
  ]
}

/**
 * The job: takes away what is over and read by nobody, some of it at a time, so that it stands in nobody's way. What was
 * given up stays long enough for a person to see; what belongs to an application goes with it, not here.
 */
export async function sweep(
  db: Db,
  { now, size = batch, most = mostBatches }: { now: Date; size?: number; most?: number },
): Promise<void> {
  // First: whatever goes wrong below, the next night sweeps again.
  await sweepNightly(db, now)
  let more = false
  for (const { table, key, where } of outworn(now)) {
    let taken = size
    for (let n = 0; n < most && taken === size; n++) {
      const some = db.select({ key }).from(table).where(where).orderBy(asc(key)).limit(size)
      taken = (await db.delete(table).where(inArray(key, some)).returning({ key })).length
    }
    more ||= taken === size
  }
  if (more) await ask(db, new Date(now.getTime() + 60_000), now)
}
