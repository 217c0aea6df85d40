import { and, eq, isNull } from 'drizzle-orm'
import { type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import type { Db, Tx } from '../client.ts'
import { record } from '../events.ts'
import { leaveDesk } from '../grading/leave.ts'
import { enqueue } from '../jobs.ts'
import { memberships, users } from '../schema/index.ts'
import { lastOwner, type StaffAnswer } from '../staff.ts'

/** The person's memberships, if the viewer owns every team that they are in: an account belongs to all of them. */
async function ownedAltogether(tx: Tx, viewer: StaffViewer, userId: string) {
  const held = await tx.select().from(memberships).where(eq(memberships.userId, userId))
  const own = new Set(teamsWhere(viewer, 'manage-staff'))
  if (!held.some(({ teamId }) => own.has(teamId))) return null
  return held.every(({ teamId }) => own.has(teamId)) ? held : ({ refused: 'role-too-low' } as const)
}

/** Closes an account: whoever is signed in with it is out at the next click. */
export async function disableStaff(
  db: Db,
  input: { viewer: StaffViewer; userId: string; now: Date },
): Promise<StaffAnswer> {
  const { viewer, userId, now } = input
  return db.transaction(async (tx) => {
    const held = await ownedAltogether(tx, viewer, userId)
    if (!held || 'refused' in held) return held
    if (await lastOwner(tx, userId, teamsWhere(viewer, 'manage-staff'))) return { refused: 'last-owner' }
    const closed = await tx
      .update(users)
      .set({ disabledAt: now })
      .where(and(eq(users.id, userId), isNull(users.disabledAt)))
      .returning({ id: users.id })
    if (closed.length > 0) {
      await record(tx, {
        by: viewer,
        now,
        subject: 'user',
        subjectId: userId,
        kind: 'account-disabled',
        teamId: held[0]?.teamId,
      })
      await leaveDesk(tx, { graderId: userId, by: viewer, now })
    }
    return { ok: true }
  })
}

/** Opens it again, and sends the invitation once more to somebody who never used it. */
export async function enableStaff(
  db: Db,
  input: { viewer: StaffViewer; userId: string; now: Date },
): Promise<StaffAnswer> {
  const { viewer, userId, now } = input
  return db.transaction(async (tx) => {
    const held = await ownedAltogether(tx, viewer, userId)
    if (!held || 'refused' in held) return held
    const [user] = await tx.update(users).set({ disabledAt: null }).where(eq(users.id, userId)).returning()
    await record(tx, {
      by: viewer,
      now,
      subject: 'user',
      subjectId: userId,
      kind: 'account-enabled',
      teamId: held[0]?.teamId,
    })
    if (user && !user.passwordHash && !user.sample)
      await enqueue(tx, {
        kind: 'mail',
        payload: { template: 'staff.invite', userId },
        dedupe: `staff.invite:${userId}`,
        now,
      })
    return { ok: true }
  })
}
