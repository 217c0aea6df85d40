import { eq } from 'drizzle-orm'
import type { Db } from './client.ts'
import { prepared } from './prepared.ts'
import { organisations } from './schema/index.ts'

export type Organisation = typeof organisations.$inferSelect

const theOne = prepared((db) =>
  db.select().from(organisations).where(eq(organisations.id, 1)).prepare('organisation'),
)

/** The one row that says whose installation this is. */
export async function organisation(db: Db): Promise<Organisation> {
  const [row] = await theOne(db).execute()
  if (!row) throw new Error('the installation has no organisation')
  return row
}
