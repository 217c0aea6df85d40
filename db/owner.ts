import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from './client.ts'
import { issueLink } from './links.ts'
import { links } from './schema/index.ts'

/** The link by which the first owner claims the installation: made once, the same at every start until it is used. */
export async function ownerClaimLink(db: Db, input: { hashOf: (id: string) => string; now: Date }): Promise<string> {
  const [link] = await db
    .select({ id: links.id })
    .from(links)
    .where(and(eq(links.purpose, 'owner-claim'), isNull(links.usedAt), isNull(links.revokedAt)))
    .limit(1)
  return link?.id ?? issueLink(db, { purpose: 'owner-claim', subject: {}, hashOf: input.hashOf, now: input.now })
}
