import { and, eq, inArray, isNull, ne, notExists, notInArray, sql } from 'drizzle-orm'
import type { Claim } from '#app/domain/account.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { Db, Tx } from './client.ts'
import { record } from './events.ts'
import { newId } from './id.ts'
import { consumeLink, issueLink } from './links.ts'
import {
  applications,
  idempotencyKeys,
  jobs,
  links,
  memberships,
  messages,
  newcomers,
  organisations,
  persons,
  teams,
  users,
} from './schema/index.ts'

/** The link by which the first owner claims the installation: made once, the same at every start until it is used. */
export async function ownerClaimLink(
  db: Db,
  input: { hashOf: (id: string) => string; now: Date },
): Promise<string> {
  const [link] = await db
    .select({ id: links.id })
    .from(links)
    .where(and(eq(links.purpose, 'owner-claim'), isNull(links.usedAt), isNull(links.revokedAt)))
    .limit(1)
  return (
    link?.id ?? issueLink(db, { purpose: 'owner-claim', subject: {}, hashOf: input.hashOf, now: input.now })
  )
}

/** Takes the sample team away with everything that hangs from it. What happened stays in the events, as ids. */
async function removeSampleTeam(tx: Tx, now: Date): Promise<void> {
  const sampleTeams = tx.select({ id: teams.id }).from(teams).where(eq(teams.sample, true))
  await tx.delete(newcomers).where(inArray(newcomers.teamId, sampleTeams))
  await tx.delete(teams).where(eq(teams.sample, true))
  const theirs = tx.select({ one: sql`1` }).from(applications).where(eq(applications.personId, persons.id))
  await tx.delete(persons).where(notExists(theirs))
  await tx.delete(users).where(eq(users.sample, true))
  await tx.delete(messages)
  // What the house itself does by the clock goes on.
  await tx.delete(jobs).where(notInArray(jobs.kind, ['remind-graders', 'sweep']))
  await tx.delete(idempotencyKeys)
  await tx
    .update(links)
    .set({ revokedAt: now })
    .where(and(isNull(links.revokedAt), ne(links.purpose, 'owner-claim')))
}

/**
 * Makes the installation its owner's: the one-time token is consumed, the sample team goes, the first team and account
 * are made. Of two who try together one succeeds.
 */
export async function claimInstallation(
  db: Db,
  input: Omit<Claim, 'password'> & { tokenHash: string; passwordHash: string; locale: Locale; now: Date },
): Promise<{ ok: true; userId: string } | { refused: 'link-over' }> {
  const { now } = input
  return db.transaction(async (tx) => {
    const link = await consumeLink(tx, { tokenHash: input.tokenHash, purpose: 'owner-claim', now })
    if (!link) return { refused: 'link-over' }
    await removeSampleTeam(tx, now)
    await tx
      .update(organisations)
      .set({
        name: input.organisation,
        website: input.website,
        contactEmail: input.email,
        sample: false,
        claimedAt: now,
      })
      .where(eq(organisations.id, 1))
    const userId = newId(now.getTime())
    const teamId = newId(now.getTime())
    await tx.insert(users).values({
      id: userId,
      name: input.name,
      email: input.email,
      locale: input.locale,
      passwordHash: input.passwordHash,
      createdAt: now,
    })
    await tx.insert(teams).values({ id: teamId, name: input.team, timeZone: input.timeZone, createdAt: now })
    for (const role of ['owner', 'manager'] as const)
      await tx.insert(memberships).values({ teamId, userId, role, createdAt: now })
    await record(tx, {
      by: 'system',
      now,
      subject: 'organisation',
      subjectId: userId,
      kind: 'claimed',
      teamId,
    })
    return { ok: true, userId }
  })
}
