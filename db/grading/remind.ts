import { and, eq, gte, inArray, isNull, lt, notExists, or, sql } from 'drizzle-orm'
import { acts } from '#app/domain/access.ts'
import { activeStages } from '#app/domain/pipeline.ts'
import { nextReminder, type ReminderStep, reminderAt, reminderSteps } from '#app/domain/reminding.ts'
import { dayIn, instantOf, nextDay } from '#app/domain/zones.ts'
import type { Db, Tx } from '../client.ts'
import { enqueue } from '../jobs.ts'
import {
  answers,
  applications,
  attempts,
  graderReminders,
  gradingAssignments,
  identityViews,
  memberships,
  teams,
  users,
  vacancies,
  vacancyGraders,
} from '../schema/index.ts'

type Pile = { graderId: string; teamId: string; dueOn: string }

async function later(tx: Tx, input: Pile & { step: ReminderStep; zone: string; now: Date }): Promise<void> {
  const { graderId, teamId, dueOn, step, zone, now } = input
  await enqueue(tx, {
    kind: 'remind-grader',
    payload: { graderId, teamId, dueOn, step },
    runAt: reminderAt(dueOn, step, zone),
    dedupe: `remind-grader:${graderId}:${teamId}:${dueOn}:${step}`,
    now,
  })
}

/** Sees to it that somebody looks at this pile in time; the same pile is looked at once. */
export async function remindLater(
  tx: Tx,
  input: { graderId: string; teamId: string; zone: string; dueAt: Date; now: Date },
): Promise<void> {
  const dueOn = dayIn(input.zone, input.dueAt)
  const step = nextReminder(dueOn, input.zone, input.now)
  if (step) await later(tx, { ...input, dueOn, step })
}

/** What lies unlocked on this desk, due on that day, and counts: nobody is reminded of what they cannot open. */
export function pileOf(db: Db | Tx, { graderId, teamId, dueOn }: Pile, zone: string) {
  const known = db
    .select({ one: sql`1` })
    .from(identityViews)
    .where(and(eq(identityViews.applicationId, applications.id), eq(identityViews.userId, graderId)))
  const allowed = db
    .select({ one: sql`1` })
    .from(vacancyGraders)
    .where(
      and(
        eq(vacancyGraders.vacancyId, vacancies.id),
        eq(vacancyGraders.userId, graderId),
        vacancyGraders.nameKnown,
      ),
    )
  const mayGrade = db
    .select({ id: memberships.userId })
    .from(memberships)
    .innerJoin(users, and(eq(users.id, memberships.userId), isNull(users.disabledAt)))
    .where(
      and(
        eq(memberships.userId, graderId),
        eq(memberships.teamId, teamId),
        inArray(memberships.role, acts.grade),
      ),
    )
  return db
    .select({ id: gradingAssignments.id, vacancyId: vacancies.id })
    .from(gradingAssignments)
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .where(
      and(
        inArray(gradingAssignments.graderId, mayGrade),
        isNull(gradingAssignments.lockedAt),
        isNull(gradingAssignments.voidedAt),
        gte(gradingAssignments.dueAt, instantOf(dueOn, '00:00', zone)),
        lt(gradingAssignments.dueAt, instantOf(nextDay(dueOn), '00:00', zone)),
        eq(vacancies.teamId, teamId),
        inArray(applications.stage, activeStages),
        eq(applications.quarantined, false),
        or(notExists(known), sql`exists ${allowed}`),
      ),
    )
}

/**
 * The job: reads only what is there now. Nothing left means nothing said, and no further step. Coming twice it says the
 * same thing once.
 */
export async function remindGrader(db: Db, input: Pile & { step: string; now: Date }): Promise<void> {
  const step = reminderSteps.find((one) => one === input.step)
  if (!step) return
  const { graderId, teamId, dueOn, now } = input
  await db.transaction(async (tx) => {
    const [team] = await tx.select().from(teams).where(eq(teams.id, teamId))
    if (!team) return
    const pile = await pileOf(tx, { graderId, teamId, dueOn }, team.timeZone)
    if (pile.length === 0) return
    const [said] = await tx
      .insert(graderReminders)
      .values({ graderId, teamId, dueOn, step, at: now })
      .onConflictDoNothing()
      .returning({ step: graderReminders.step })
    const after = reminderSteps[reminderSteps.indexOf(step) + 1]
    if (after) await later(tx, { graderId, teamId, dueOn, step: after, zone: team.timeZone, now })
    if (!said) return
    if (step !== 'over') {
      const payload = { template: `grading.${step === 'today' ? 'today' : 'due'}`, graderId, teamId, dueOn }
      await enqueue(tx, { kind: 'mail', payload, now })
      return
    }
    for (const vacancyId of new Set(pile.map((one) => one.vacancyId))) {
      const payload = { template: 'grading.late', graderId, teamId, dueOn, vacancyId }
      await enqueue(tx, { kind: 'mail', payload, now })
    }
  })
}
