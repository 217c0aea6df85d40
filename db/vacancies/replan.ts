import { eq, inArray } from 'drizzle-orm'
import type { Db, Tx } from '../client.ts'
import { answers, applications, attempts, gradingAssignments, scoringPlans } from '../schema/index.ts'
import { keepPlan, planOf, type Said } from './plan.ts'

/** Has any answer of the vacancy been given to a grader, ever? From then on its plan stands. */
export async function gradingBegan(db: Db | Tx, vacancyId: string): Promise<boolean> {
  const asked = await db
    .select({ id: gradingAssignments.id })
    .from(applications)
    .innerJoin(attempts, eq(attempts.applicationId, applications.id))
    .innerJoin(answers, eq(answers.attemptId, attempts.id))
    .innerJoin(gradingAssignments, eq(gradingAssignments.answerId, answers.id))
    .where(eq(applications.vacancyId, vacancyId))
    .limit(1)
  return asked.length > 0
}

const plansOf = (tx: Tx, vacancyId: string) =>
  tx.select({ id: scoringPlans.id }).from(scoringPlans).where(eq(scoringPlans.vacancyId, vacancyId))

/** The same while all attempts are held, so that nobody asks for grades before the transaction ends. */
export async function gradingBeganHeld(tx: Tx, vacancyId: string): Promise<boolean> {
  await tx
    .select({ id: attempts.id })
    .from(attempts)
    .where(inArray(attempts.scoringPlanId, plansOf(tx, vacancyId)))
    .for('update')
  return gradingBegan(tx, vacancyId)
}

/**
 * A new plan over the same texts, for everybody in the vacancy alike: whoever has been invited goes on under it, since
 * nobody's answers lie with a grader. The plan before it stays as it was. The caller holds the vacancy and its attempts.
 */
export async function replan(tx: Tx, input: Said): Promise<void> {
  const before = await planOf(tx, input.vacancyId)
  if (!before) return
  const { assignmentHash, rubricHash, handbookHash, scenarioHashes } = before
  const id = await keepPlan(tx, input, { assignmentHash, rubricHash, handbookHash, scenarioHashes })
  await tx
    .update(attempts)
    .set({ scoringPlanId: id })
    .where(inArray(attempts.scoringPlanId, plansOf(tx, input.vacancyId)))
}
