import { desc, eq } from 'drizzle-orm'
import type { Db, Tx } from '../client.ts'
import { decisions } from '../schema/index.ts'

export type DecisionRow = typeof decisions.$inferSelect

/** The decision in force is the last one. */
export async function decisionInForce(db: Db | Tx, applicationId: string): Promise<DecisionRow | undefined> {
  const [row] = await db
    .select()
    .from(decisions)
    .where(eq(decisions.applicationId, applicationId))
    .orderBy(desc(decisions.id))
    .limit(1)
  return row
}

/** The rejection that a mail is about, unless something was decided since. */
export async function rejectionInForce(
  db: Db,
  { applicationId, decisionId }: { applicationId: string; decisionId: string },
): Promise<{ feedback: string } | undefined> {
  const last = await decisionInForce(db, applicationId)
  return last?.id === decisionId && last.kind === 'reject' ? { feedback: last.feedback } : undefined
}
