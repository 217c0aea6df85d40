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
