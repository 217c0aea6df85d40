import { eq } from 'drizzle-orm'
import type { Db, Tx } from './client.ts'
import { organisations } from './schema/index.ts'

export type Organisation = typeof organisations.$inferSelect

/** The one row that says whose installation this is. */
export async function organisation(db: Db | Tx): Promise<Organisation> {
  const [row] = await db.select().from(organisations).where(eq(organisations.id, 1))
  if (!row) throw new Error('the installation has no organisation')
  return row
}
