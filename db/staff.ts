import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { can, type Role, type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import type { Locale } from '#app/domain/locale.ts'
import { type GivenRole, mayGive } from '#app/domain/staff.ts'
import type { Db, Tx } from './client.ts'
import { record } from './events.ts'
import { leaveDesk } from './grading/leave.ts'
import { memberships, teams, users } from './schema/index.ts'
import { addStaff, userByEmail } from './users.ts'

export interface StaffMember {
  userId: string
  name: string
  email: string
  locale: Locale
  teamId: string
  team: string
  roles: Role[]
  disabledAt: Date | null
  /** Has not chosen a password yet: the invitation waits. */
  invited: boolean
}

/** Everybody of the teams that the viewer owns, with their roles there. */
export async function staffOf(db: Db, viewer: StaffViewer): Promise<StaffMember[]> {
  return db
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      locale: users.locale,
      teamId: teams.id,
      team: teams.name,
      roles: sql<Role[]>`array_agg(${memberships.role}::text order by ${memberships.role})`,
      disabledAt: users.disabledAt,
      invited: sql<boolean>`${users.passwordHash} is null and not ${users.sample}`,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(teams, eq(teams.id, memberships.teamId))
    .where(inArray(teams.id, teamsWhere(viewer, 'manage-staff')))
    .groupBy(users.id, teams.id)
    .orderBy(asc(teams.name), asc(users.name), asc(users.id))
}

/** The teams that the viewer owns. */
export const ownedTeams = (db: Db, viewer: StaffViewer) =>
  db
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(inArray(teams.id, teamsWhere(viewer, 'manage-staff')))
    .orderBy(asc(teams.name))

export type StaffRefusal = 'role-too-low' | 'last-owner' | 'account-disabled'
export type StaffAnswer = { ok: true } | { refused: StaffRefusal } | null

const rolesIn = (viewer: StaffViewer, teamId: string) =>
  viewer.memberships.filter((own) => own.teamId === teamId).map(({ role }) => role)

/** May the viewer manage the staff of this team, and give or take this role there? null: none of their teams. */
function refusal(
  viewer: StaffViewer,
  teamId: string,
  role?: Role,
): { refused: 'role-too-low' } | null | undefined {
  const own = rolesIn(viewer, teamId)
  if (own.length === 0) return null
  if (!can(viewer, 'manage-staff', { teamId }) || (role && !mayGive(own, role)))
    return { refused: 'role-too-low' }
  return undefined
}

/** Gives a role in a team: to a colleague who has an account, or by invitation to somebody new. Twice is once. */
export async function inviteStaff(
  db: Db,
  input: {
    viewer: StaffViewer
    teamId: string
    name: string
    email: string
    locale: Locale
    role: GivenRole
    now: Date
  },
): Promise<StaffAnswer> {
  const { viewer, now, ...person } = input
  const refused = refusal(viewer, input.teamId, input.role)
  if (refused !== undefined) return refused
  if ((await userByEmail(db, input.email))?.disabledAt) return { refused: 'account-disabled' }
  await addStaff(db, { by: viewer, now, invite: true, ...person })
  return { ok: true }
}

/** Owners of these teams are held, so that two of them cannot each take the other's role at once. */
export async function lastOwner(tx: Tx, userId: string, teamIds: readonly string[]): Promise<boolean> {
  const owned = await tx
    .select({ teamId: memberships.teamId })
    .from(memberships)
    .where(
      and(
        eq(memberships.userId, userId),
        eq(memberships.role, 'owner'),
        inArray(memberships.teamId, [...teamIds]),
      ),
    )
  for (const { teamId } of owned) {
    await tx.select({ id: teams.id }).from(teams).where(eq(teams.id, teamId)).for('update')
    const others = await tx
      .select({ id: users.id })
      .from(memberships)
      .innerJoin(users, and(eq(users.id, memberships.userId), isNull(users.disabledAt)))
      .where(and(eq(memberships.teamId, teamId), eq(memberships.role, 'owner'), ne(users.id, userId)))
      .limit(1)
    if (others.length === 0) return true
  }
  return false
}

/** Takes a role away. A team keeps an owner who can sign in. */
export async function takeRole(
  db: Db,
  input: { viewer: StaffViewer; teamId: string; userId: string; role: Role; now: Date },
): Promise<StaffAnswer> {
  const { viewer, teamId, userId, role, now } = input
  const refused = refusal(viewer, teamId, role)
  if (refused !== undefined) return refused
  return db.transaction(async (tx) => {
    if (role === 'owner' && (await lastOwner(tx, userId, [teamId]))) return { refused: 'last-owner' }
    const taken = await tx
      .delete(memberships)
      .where(and(eq(memberships.teamId, teamId), eq(memberships.userId, userId), eq(memberships.role, role)))
      .returning({ role: memberships.role })
    if (taken.length === 0) return null
    await record(tx, {
      by: viewer,
      now,
      subject: 'user',
      subjectId: userId,
      kind: 'role-taken',
      teamId,
      data: { role },
    })
    await leaveDesk(tx, { graderId: userId, teamId, by: viewer, now })
    return { ok: true }
  })
}
