import { and, eq, gt, isNull, SQL } from 'drizzle-orm'
import type { Db, Tx } from './client.ts'
import { newId } from './id.ts'
import { links } from './schema/index.ts'

export type Link = typeof links.$inferSelect
export type Purpose = Link['purpose']

/** Status links live 30 days and are reusable; keys live ten minutes and are used once. Invitations: seven days, once. */
const lifetimes: Record<Purpose, { minutes: number; single: boolean }> = {
  'candidate-status': { minutes: 30 * 24 * 60, single: false },
  referee: { minutes: 30 * 24 * 60, single: false },
  'staff-sign-in': { minutes: 10, single: true },
  'staff-invite': { minutes: 7 * 24 * 60, single: true },
  'owner-claim': { minutes: 10 * 365 * 24 * 60, single: true },
  'attempt-entry': { minutes: 10, single: true },
}

export interface LinkSubject {
  userId?: string
  applicationId?: string
  requestId?: string
}

/**
 * Makes a link; `hashOf(id)` gives the hash of the token that belongs to the id. `until`: it holds longer than others of
 * its purpose, for what it opens begins later.
 */
export async function issueLink(
  tx: Tx | Db,
  input: {
    purpose: Purpose
    subject: LinkSubject
    hashOf: (id: string) => string
    until?: Date
    now: Date
  },
): Promise<string> {
  const id = newId(input.now.getTime())
  const lifetime = lifetimes[input.purpose].minutes * 60_000
  await tx.insert(links).values({
    id,
    tokenHash: input.hashOf(id),
    purpose: input.purpose,
    userId: input.subject.userId ?? null,
    applicationId: input.subject.applicationId ?? null,
    requestId: input.subject.requestId ?? null,
    createdAt: input.now,
    expiresAt: new Date(Math.max(input.now.getTime() + lifetime, input.until?.getTime() ?? 0)),
  })
  return id
}

/** The link of that token, or why it does not hold. Reading never consumes. */
export async function readLink(
  db: Db,
  input: { tokenHash: string; purpose: Purpose; now: Date },
): Promise<{ ok: true; link: Link } | { refused: 'link-unknown' | 'link-over' }> {
  const [link] = await db
    .select()
    .from(links)
    .where(and(eq(links.tokenHash, input.tokenHash), eq(links.purpose, input.purpose)))
    .limit(1)
  if (!link) return { refused: 'link-unknown' }
  const used = lifetimes[link.purpose].single && link.usedAt !== null
  if (link.revokedAt || used || link.expiresAt <= input.now) return { refused: 'link-over' }
  return { ok: true, link }
}

/** Consumes a single-use link: exactly one caller gets it, also when two arrive together. */
export async function consumeLink(tx: Tx | Db, input: { tokenHash: string; purpose: Purpose; now: Date }) {
  const [link] = await tx
    .update(links)
    .set({ usedAt: input.now })
    .where(
      and(
        eq(links.tokenHash, input.tokenHash),
        eq(links.purpose, input.purpose),
        isNull(links.usedAt),
        isNull(links.revokedAt),
        gt(links.expiresAt, input.now),
      ),
    )
    .returning()
  return link
}

/** Whose links they are, by one id: without any they would be everybody's. */
type LinkOwner =
  | { userId: string; applicationId?: never; requestId?: never }
  | { applicationId: string; userId?: never; requestId?: never }
  | { requestId: string; userId?: never; applicationId?: never }

export async function revokeLinks(tx: Tx | Db, input: { subject: LinkOwner; purpose: Purpose; now: Date }) {
  const { userId, applicationId, requestId } = input.subject
  const theirs = [
    userId && eq(links.userId, userId),
    applicationId && eq(links.applicationId, applicationId),
    requestId && eq(links.requestId, requestId),
  ].filter((where) => where instanceof SQL)
  if (theirs.length !== 1) throw new Error('links are revoked of one person, application or request')
  await tx
    .update(links)
    .set({ revokedAt: input.now })
    .where(and(eq(links.purpose, input.purpose), isNull(links.revokedAt), ...theirs))
}
