import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Role, StaffViewer } from '#app/domain/access.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { Db, Tx } from './client.ts'
import { type Actor, record } from './events.ts'
import { newId } from './id.ts'
import { enqueue } from './jobs.ts'
import { consumeLink } from './links.ts'
import { memberships, organisations, users } from './schema/index.ts'

export type User = typeof users.$inferSelect

export async function userById(db: Db | Tx, id: string): Promise<User | undefined> {
  const [user] = await db.select().from(users).where(eq(users.id, id))
  return user
}

export async function userByEmail(db: Db | Tx, email: string): Promise<User | undefined> {
  const [user] = await db.select().from(users).where(eq(users.email, email))
  return user
}

/** Adds a role to a person who has an account, or makes the account and mails an invitation. */
export async function addStaff(
  db: Db | Tx,
  input: {
    by: Actor
    now: Date
    id?: string
    name: string
    email: string
    locale: Locale
    teamId: string
    role: Role
    sample?: boolean
    invite: boolean
  },
): Promise<string> {
  return db.transaction(async (tx) => {
    const known = await userByEmail(tx, input.email)
    const userId = known?.id ?? input.id ?? newId(input.now.getTime())
    if (!known)
      await tx.insert(users).values({
        id: userId,
        name: input.name,
        email: input.email,
        locale: input.locale,
        sample: input.sample ?? false,
        createdAt: input.now,
      })
    await tx
      .insert(memberships)
      .values({ teamId: input.teamId, userId, role: input.role, createdAt: input.now })
      .onConflictDoNothing()
    await record(tx, {
      by: input.by,
      now: input.now,
      subject: 'user',
      subjectId: userId,
      kind: 'role-given',
      teamId: input.teamId,
      data: { role: input.role },
    })
    if (!known && input.invite)
      await enqueue(tx, { kind: 'mail', payload: { template: 'staff.invite', userId }, now: input.now })
    return userId
  })
}

/** Asks for a sign-in key. Silent about whether the address is known. */
export async function askForKey(db: Db, input: { email: string; now: Date }): Promise<void> {
  const user = await userByEmail(db, input.email)
  if (!user || user.disabledAt) return
  await enqueue(db, { kind: 'mail', payload: { template: 'staff.key', userId: user.id }, now: input.now })
}

export const setLocale = (db: Db, viewer: StaffViewer, locale: Locale) =>
  db.update(users).set({ locale }).where(eq(users.id, viewer.userId))

/** The people of the sample team, for "enter as …"; empty once an owner has claimed the installation. */
export async function sampleUsers(db: Db) {
  return db
    .select({
      id: users.id,
      name: users.name,
      locale: users.locale,
      roles: sql<Role[]>`array_agg(${memberships.role}::text order by ${memberships.role})`,
    })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .innerJoin(
      organisations,
      and(eq(organisations.id, 1), eq(organisations.sample, true), isNull(organisations.claimedAt)),
    )
    .where(and(eq(users.sample, true), isNull(users.disabledAt)))
    .groupBy(users.id)
    .orderBy(asc(users.createdAt), asc(users.id))
}

/** Uses up an invitation: the name is confirmed, the password set, the language remembered. One caller succeeds. */
export async function acceptInvitation(
  db: Db,
  input: { tokenHash: string; name: string; passwordHash: string; locale: Locale; now: Date },
): Promise<{ id: string; newcomer: boolean } | undefined> {
  return db.transaction(async (tx) => {
    const link = await consumeLink(tx, {
      tokenHash: input.tokenHash,
      purpose: 'staff-invite',
      now: input.now,
    })
    if (!link?.userId) return undefined
    const [user] = await tx
      .update(users)
      .set({ name: input.name, passwordHash: input.passwordHash, locale: input.locale })
      .where(and(eq(users.id, link.userId), isNull(users.disabledAt)))
      .returning({ id: users.id })
    if (!user) return undefined
    const held = await tx
      .select({ role: memberships.role })
      .from(memberships)
      .where(eq(memberships.userId, user.id))
    await record(tx, {
      by: 'system',
      now: input.now,
      subject: 'user',
      subjectId: user.id,
      kind: 'invitation-accepted',
    })
    return { id: user.id, newcomer: held.length > 0 && held.every(({ role }) => role === 'newcomer') }
  })
}
