import { desc, eq } from 'drizzle-orm'
import type { Db, Tx } from '../client.ts'
import { candidateReports, users } from '../schema/index.ts'

/** The report in force is the last one. */
export async function lastReport(db: Db | Tx, applicationId: string) {
  const [row] = await db
    .select({ report: candidateReports, by: users.name })
    .from(candidateReports)
    .innerJoin(users, eq(users.id, candidateReports.releasedBy))
    .where(eq(candidateReports.applicationId, applicationId))
    .orderBy(desc(candidateReports.id))
    .limit(1)
  return row && { ...row.report, by: row.by }
}
