import { asc, desc, eq } from 'drizzle-orm'
import type { Db, Tx } from '../client.ts'
import { undoUntil } from '../decisions/undo.ts'
import { lastReport } from '../reports/rows.ts'
import { decisions, offers, reviewRequests } from '../schema/index.ts'

/** Decisions that settle something, without the rejections that were taken back. */
export async function settledBy(db: Db | Tx, applicationId: string) {
  const rows = await db
    .select({
      id: decisions.id,
      kind: decisions.kind,
      by: decisions.decidedBy,
      reason: decisions.reasonCode,
      supersedes: decisions.supersedesId,
      createdAt: decisions.createdAt,
    })
    .from(decisions)
    .where(eq(decisions.applicationId, applicationId))
    .orderBy(asc(decisions.id))
  const undone = rows.flatMap(({ reason, supersedes }) => (reason === 'undone' ? [supersedes] : []))
  return rows.filter(({ id, kind }) => (kind === 'reject' || kind === 'offer') && !undone.includes(id))
}

/** What the candidate has been told and may have looked at again: rejections whose mail has left, an offer, a report. */
export async function toldOf(db: Db | Tx, applicationId: string, now: Date): Promise<Date[]> {
  const rejections = (await settledBy(db, applicationId)).filter(
    (row) => row.kind === 'reject' && now > undoUntil(row),
  )
  const [offer] = await db
    .select({ at: offers.sentAt })
    .from(offers)
    .where(eq(offers.applicationId, applicationId))
    .orderBy(desc(offers.sentAt))
    .limit(1)
  const report = await lastReport(db, applicationId)
  return [
    ...rejections.map(({ createdAt }) => createdAt),
    ...(offer ? [offer.at] : []),
    ...(report ? [report.releasedAt] : []),
  ]
}

export async function requestsOf(db: Db | Tx, applicationId: string) {
  return db
    .select()
    .from(reviewRequests)
    .where(eq(reviewRequests.applicationId, applicationId))
    .orderBy(desc(reviewRequests.id))
}
