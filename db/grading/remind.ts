import { and, asc, eq, gte, inArray, isNull, lt, lte, notExists, or, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { acts } from '#app/domain/access.ts'
import { reminderFrom, reminderOn } from '#app/domain/reminding.ts'
import { dayIn, endOfDay, instantOf, nextDay, timeIn } from '#app/domain/zones.ts'
import type { Db, Tx } from '../client.ts'
import { enqueue } from '../jobs.ts'
import {
  answers,
  applications,
  attempts,
  graderReminders,
  gradeViews,
  gradingAssignments,
  identityViews,
  memberships,
  teams,
  users,
  vacancies,
  vacancyGraders,
} from '../schema/index.ts'
import { isOpen } from './desk.ts'
import { tellAll } from './hidden/settle.ts'

export type Pile = { graderId: string; teamId: string; dueOn: string }
const hour = 3_600_000

/**
 * Sees to it that the desks are looked through at the next full hour. Nobody asks for it in the middle of other work:
 * two who hand in at once would wait for each other's reminders.
 */
export async function remindHourly(db: Db | Tx, now: Date): Promise<void> {
  const runAt = new Date((Math.floor(now.getTime() / hour) + 1) * hour)
  await enqueue(db, {
    kind: 'remind-graders',
    payload: {},
    runAt,
    dedupe: `remind-graders:${runAt.toISOString()}`,
    now,
  })
}

/** What lies unlocked in a team and counts: nobody is reminded of what they cannot open. */
function openIn(db: Db | Tx, teamId: string, where: SQL | undefined) {
  const known = db
    .select({ one: sql`1` })
    .from(identityViews)
    .where(
      and(
        eq(identityViews.applicationId, applications.id),
        eq(identityViews.userId, gradingAssignments.graderId),
      ),
    )
  const seen = db
    .select({ one: sql`1` })
    .from(gradeViews)
    .where(
      and(eq(gradeViews.applicationId, applications.id), eq(gradeViews.userId, gradingAssignments.graderId)),
    )
  const allowed = db
    .select({ one: sql`1` })
    .from(vacancyGraders)
    .where(
      and(
        eq(vacancyGraders.vacancyId, vacancies.id),
        eq(vacancyGraders.userId, gradingAssignments.graderId),
        vacancyGraders.nameKnown,
      ),
    )
  const mayGrade = db
    .select({ id: memberships.userId })
    .from(memberships)
    .innerJoin(users, and(eq(users.id, memberships.userId), isNull(users.disabledAt)))
    .where(and(eq(memberships.teamId, teamId), inArray(memberships.role, acts.grade)))
  return db
    .select({
      graderId: gradingAssignments.graderId,
      vacancyId: vacancies.id,
      dueAt: gradingAssignments.dueAt,
    })
    .from(gradingAssignments)
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .where(
      and(
        inArray(gradingAssignments.graderId, mayGrade),
        isOpen,
        eq(vacancies.teamId, teamId),
        or(notExists(known), sql`exists ${allowed}`),
        notExists(seen),
        where,
      ),
    )
    .orderBy(asc(gradingAssignments.dueAt), asc(gradingAssignments.id))
}

export const dueWithin = (dueAt: AnyPgColumn, day: string, zone: string) =>
  and(gte(dueAt, instantOf(day, '00:00', zone)), lt(dueAt, instantOf(nextDay(day), '00:00', zone)))

/** Of one grader, due on one day. */
export const pileOf = (db: Db | Tx, { graderId, teamId, dueOn }: Pile, zone: string) =>
  openIn(
    db,
    teamId,
    and(eq(gradingAssignments.graderId, graderId), dueWithin(gradingAssignments.dueAt, dueOn, zone)),
  )

/**
 * The job: looks through the desks as they are now. Two days before an answer is due its grader is reminded, on the day
 * once more, and when it is over the manager is told; what is locked or given away is silent. What was said is written
 * down, so that coming twice it says nothing again.
 */
export async function remindGraders(db: Db, { now }: { now: Date }): Promise<void> {
  // First: whatever goes wrong below, the next hour looks again.
  await remindHourly(db, now)
  for (const { id: teamId, timeZone } of await db.select().from(teams)) {
    if (timeIn(timeZone, now) < reminderFrom) continue
    const today = dayIn(timeZone, now)
    const until = endOfDay(nextDay(nextDay(today)), timeZone)
    const piles = new Map<string, Pile & { vacancies: Set<string> }>()
    for (const { graderId, vacancyId, dueAt } of await openIn(
      db,
      teamId,
      lte(gradingAssignments.dueAt, until),
    )) {
      const dueOn = dayIn(timeZone, dueAt)
      const key = `${graderId} ${dueOn}`
      const pile = piles.get(key) ?? { graderId, teamId, dueOn, vacancies: new Set<string>() }
      pile.vacancies.add(vacancyId)
      piles.set(key, pile)
    }
    for (const pile of piles.values()) await remind(db, pile, today, now)
  }
  await tellAll(db, { now })
}

async function remind(
  db: Db,
  { vacancies: of, ...pile }: Pile & { vacancies: Set<string> },
  today: string,
  now: Date,
): Promise<void> {
  const step = reminderOn(pile.dueOn, today)
  if (!step) return
  await db.transaction(async (tx) => {
    const [said] = await tx
      .insert(graderReminders)
      .values({ ...pile, step, at: now })
      .onConflictDoNothing()
      .returning({ step: graderReminders.step })
    if (!said) return
    if (step === 'over')
      for (const vacancyId of of)
        await enqueue(tx, { kind: 'mail', payload: { template: 'grading.late', ...pile, vacancyId }, now })
    else
      await enqueue(tx, {
        kind: 'mail',
        payload: { template: `grading.${step === 'today' ? 'today' : 'due'}`, ...pile },
        now,
      })
  })
}
