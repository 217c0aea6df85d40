import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { acts } from '#app/domain/access.ts'
import { atWork, staffAddress } from '../addressee.ts'
import type { Db } from '../client.ts'
import { hiddenAnchors, memberships, teams, users, vacancies, vacancyGraders } from '../schema/index.ts'
import { dueWithin, pileOf } from './remind.ts'

/** Who was invited to which vacancy; undefined when that no longer holds. */
export async function mailOfInvitation(db: Db, { vacancyId, userId }: { vacancyId: string; userId: string }) {
  const [row] = await db
    .select({
      ...staffAddress,
      texts: vacancies.texts,
      jobLocale: vacancies.jobLocale,
    })
    .from(vacancyGraders)
    .innerJoin(users, atWork(vacancyGraders.userId))
    .innerJoin(vacancies, eq(vacancies.id, vacancyGraders.vacancyId))
    .where(and(eq(vacancyGraders.vacancyId, vacancyId), eq(vacancyGraders.userId, userId)))
  return row
}

type Pile = { graderId: string; teamId: string; dueOn: string }

async function pileFor(db: Db, pile: Pile) {
  const [team] = await db.select().from(teams).where(eq(teams.id, pile.teamId))
  return team ? pileOf(db, pile, team.timeZone) : []
}

/** Anchors beside them that are due on the same day: they count, as they do on the desk. */
async function anchorsFor(db: Db, { graderId, teamId, dueOn }: Pile, beside: string[]): Promise<number> {
  const [team] = await db.select().from(teams).where(eq(teams.id, teamId))
  if (!team) return 0
  return db.$count(
    hiddenAnchors,
    and(
      eq(hiddenAnchors.graderId, graderId),
      isNull(hiddenAnchors.lockedAt),
      isNull(hiddenAnchors.voidedAt),
      inArray(hiddenAnchors.vacancyId, beside),
      dueWithin(hiddenAnchors.dueAt, dueOn, team.timeZone),
    ),
  )
}

/** Who is reminded, and of how many answers; undefined when nothing of them is left. */
export async function mailOfDue(db: Db, pile: Pile) {
  const left = await pileFor(db, pile)
  const [user] = await db
    .select(staffAddress)
    .from(users)
    .where(and(eq(users.id, pile.graderId), isNull(users.disabledAt)))
  if (!user || left.length === 0) return undefined
  const beside = left.map(({ vacancyId }) => vacancyId)
  return { ...user, count: left.length + (await anchorsFor(db, pile, beside)) }
}

/** Whoever published the vacancy, else another who may invite graders there. */
async function managerOf(db: Db, vacancyId: string) {
  const [manager] = await db
    .select({
      ...staffAddress,
      texts: vacancies.texts,
      jobLocale: vacancies.jobLocale,
    })
    .from(vacancies)
    .innerJoin(
      memberships,
      and(eq(memberships.teamId, vacancies.teamId), inArray(memberships.role, acts['invite-grader'])),
    )
    .innerJoin(users, atWork(memberships.userId))
    .where(eq(vacancies.id, vacancyId))
    .orderBy(
      sql`${users.id} = coalesce(${vacancies.publishedBy}, ${vacancies.createdBy}) desc`,
      asc(users.id),
    )
    .limit(1)
  return manager
}

const nameOf = async (db: Db, graderId: string) =>
  (await db.select({ name: users.name }).from(users).where(eq(users.id, graderId)))[0]?.name

/** Whom to tell that a grader is late with a vacancy. */
export async function mailOfLate(db: Db, { vacancyId, ...pile }: Pile & { vacancyId: string }) {
  const left = (await pileFor(db, pile)).filter((one) => one.vacancyId === vacancyId)
  if (left.length === 0) return undefined
  const manager = await managerOf(db, vacancyId)
  const grader = await nameOf(db, pile.graderId)
  return manager && grader ? { ...manager, grader, count: left.length } : undefined
}

/** Whom to tell that hidden anchors have ended a grader's pass. */
export async function mailOfPause(db: Db, { vacancyId, graderId }: { vacancyId: string; graderId: string }) {
  const manager = await managerOf(db, vacancyId)
  const grader = await nameOf(db, graderId)
  return manager && grader ? { ...manager, grader } : undefined
}
