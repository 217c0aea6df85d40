import { and, count, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { canAnywhere, type StaffViewer } from '#app/domain/access.ts'
import type { Db } from './client.ts'
import { jobs, messages } from './schema/index.ts'

const mostShown = 20
/** Counted no further: by then somebody has long been needed. */
const mostCounted = 1000

const failed = isNotNull(jobs.failedAt)

/** How many jobs were given up, as far as this viewer is told. */
export async function failedCount(db: Db, viewer: StaffViewer): Promise<number> {
  if (!canAnywhere(viewer, 'manage-staff')) return 0
  const some = db.select({ id: jobs.id }).from(jobs).where(failed).limit(mostCounted).as('some')
  const [row] = await db.select({ failed: count() }).from(some)
  return row?.failed ?? 0
}

/** The jobs given up last; of a mail that was written but not sent, to whom and what. `host`: that of our mails' ids. */
export async function failedJobs(db: Db, { viewer, host }: { viewer: StaffViewer; host: string }) {
  if (!canAnywhere(viewer, 'manage-staff')) return []
  return db
    .select({
      id: jobs.id,
      kind: jobs.kind,
      failedAt: jobs.failedAt,
      error: jobs.error,
      mail: { id: messages.id, toName: messages.toName, subject: messages.subject },
    })
    .from(jobs)
    .leftJoin(messages, eq(messages.messageId, sql`'<' || ${jobs.id} || '@' || ${host}::text || '>'`))
    .where(failed)
    .orderBy(desc(jobs.failedAt), desc(jobs.id))
    .limit(mostShown)
}

/** What was given up is due again, with eight tries ahead: one job, or all. Twice is once. */
export async function tryAgain(
  db: Db,
  { viewer, job, now }: { viewer: StaffViewer; job: string | 'all'; now: Date },
): Promise<{ ok: true; jobs: number } | null> {
  if (!canAnywhere(viewer, 'manage-staff')) return null
  const due = await db
    .update(jobs)
    .set({ failedAt: null, attempts: 0, runAt: now, leasedUntil: null })
    .where(and(failed, job === 'all' ? undefined : eq(jobs.id, job)))
    .returning({ id: jobs.id })
  return { ok: true, jobs: due.length }
}
