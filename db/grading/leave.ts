import { and, eq, inArray } from 'drizzle-orm'
import { acts, can, memberOf, type StaffViewer } from '#app/domain/access.ts'
import type { Db, Tx } from '../client.ts'
import { hiddenAnchors, memberships, vacancies } from '../schema/index.ts'
import { type HandedOver, handOverAll } from './hand-over.ts'
import { takeAway } from './hidden/settle.ts'

/**
 * Somebody may grade no more in these teams (all of theirs when none is named): what lies open on their desk goes to
 * others at once; what they locked stays. Who still grades there by another role keeps everything.
 */
export async function leaveDesk(
  tx: Tx,
  input: { graderId: string; teamId?: string; by: StaffViewer; random?: () => number; now: Date },
): Promise<void> {
  const { graderId, teamId, by, random, now } = input
  if (teamId !== undefined) {
    const still = await tx
      .select({ role: memberships.role })
      .from(memberships)
      .where(
        and(
          eq(memberships.userId, graderId),
          eq(memberships.teamId, teamId),
          inArray(memberships.role, acts.grade),
        ),
      )
    if (still.length > 0) return
  }
  const where = teamId === undefined ? undefined : eq(vacancies.teamId, teamId)
  const ofTeam = tx.select({ id: vacancies.id }).from(vacancies).where(where)
  const own = and(eq(hiddenAnchors.graderId, graderId), inArray(hiddenAnchors.vacancyId, ofTeam))
  await takeAway(tx, { where: own, now })
  await handOverAll(tx, { graderId, where, by, random, now })
}

/** One click of a manager: what waits on this desk of this vacancy goes to the others; what nobody can take stays. */
export async function giveToOthers(
  db: Db,
  input: { viewer: StaffViewer; vacancyId: string; graderId: string; random?: () => number; now: Date },
): Promise<({ ok: true } & HandedOver) | { refused: 'role-too-low' } | null> {
  const { viewer, vacancyId, graderId, random, now } = input
  return db.transaction(async (tx) => {
    const [vacancy] = await tx.select().from(vacancies).where(eq(vacancies.id, vacancyId))
    if (!vacancy || !memberOf(viewer, vacancy.teamId)) return null
    if (!can(viewer, 'invite-grader', vacancy)) return { refused: 'role-too-low' }
    const where = eq(vacancies.id, vacancyId)
    const own = and(eq(hiddenAnchors.graderId, graderId), eq(hiddenAnchors.vacancyId, vacancyId))
    await takeAway(tx, { where: own, now })
    const done = await handOverAll(tx, { graderId, where, by: viewer, keep: true, random, now })
    return { ok: true, ...done }
  })
}
