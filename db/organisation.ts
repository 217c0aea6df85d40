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

/** Made at the first start; a second call leaves what is there. */
export async function foundOrganisation(
  db: Db | Tx,
  input: { name: string; website: string; contactEmail: string; sample: boolean; now: Date },
): Promise<boolean> {
  const { now, ...values } = input
  const made = await db
    .insert(organisations)
    .values({ id: 1, ...values, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: organisations.id })
  return made.length > 0
}
