import { eq, sql } from 'drizzle-orm'
import type { Db } from './client.ts'
import { organisations } from './schema/index.ts'

/** Any number that other uses of advisory locks are unlikely to choose. */
const lock = 7_305_412_219

/**
 * The first start: says whose installation it is and loads the first data, all in one transaction. Another process
 * waits; a start that was killed half way has left nothing.
 */
export async function foundOrganisation(
  db: Db,
  input: { name: string; website: string; contactEmail: string; sample: boolean; now: Date },
  load: (tx: Db) => Promise<void> = async () => {},
): Promise<void> {
  const { now, ...values } = input
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${lock})`)
    const [known] = await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.id, 1))
    if (known) return
    await tx.insert(organisations).values({ id: 1, ...values, createdAt: now })
    await load(tx)
  })
}
