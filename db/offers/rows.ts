import { desc, eq } from 'drizzle-orm'
import type { Db, Tx } from '../client.ts'
import { offers } from '../schema/index.ts'

export type OfferRow = typeof offers.$inferSelect

/** The offer that was made last, whatever became of it. */
export async function lastOffer(db: Db | Tx, applicationId: string): Promise<OfferRow | undefined> {
  const [row] = await db
    .select()
    .from(offers)
    .where(eq(offers.applicationId, applicationId))
    .orderBy(desc(offers.id))
    .limit(1)
  return row
}

/** Neither answered nor withdrawn: it holds its seat, also when the day for the answer is over. */
export const stands = (offer: OfferRow | undefined): boolean =>
  offer !== undefined && !offer.acceptedAt && !offer.declinedAt && !offer.withdrawnAt
