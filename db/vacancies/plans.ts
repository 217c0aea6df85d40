import { and, count, desc, eq, inArray } from 'drizzle-orm'
import { type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import { type PlanChange, planChanges } from '#app/domain/plan-changes.ts'
import type { ScoringPlan } from '#app/domain/scoring-plan.ts'
import type { Db } from '../client.ts'
import { applications, attempts, scoringPlans, users, vacancies } from '../schema/index.ts'

export interface PlanView {
  id: string
  plan: ScoringPlan
  hash: string
  frozenAt: Date
  frozenBy: string
  /** What it changed in the one before; null for the first. */
  changes: PlanChange[] | null
  attempts: number
}

/** Every plan of a vacancy, the newest first, each with what it changed. For who may see the vacancy. */
export async function plansOf(
  db: Db,
  { viewer, vacancyId }: { viewer: StaffViewer; vacancyId: string },
): Promise<PlanView[]> {
  const rows = await db
    .select({ row: scoringPlans, by: users.name })
    .from(scoringPlans)
    .innerJoin(users, eq(users.id, scoringPlans.frozenBy))
    .innerJoin(vacancies, eq(vacancies.id, scoringPlans.vacancyId))
    .where(
      and(
        eq(scoringPlans.vacancyId, vacancyId),
        inArray(vacancies.teamId, teamsWhere(viewer, 'see-vacancies')),
      ),
    )
    .orderBy(desc(scoringPlans.frozenAt), desc(scoringPlans.id))
  if (rows.length === 0) return []
  const used = await db
    .select({ id: attempts.scoringPlanId, attempts: count() })
    .from(attempts)
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .where(eq(applications.vacancyId, vacancyId))
    .groupBy(attempts.scoringPlanId)
  const attemptsOf = new Map(used.map((one) => [one.id, one.attempts]))
  return rows.map(({ row, by }, at) => {
    const before = rows[at + 1]?.row
    return {
      id: row.id,
      plan: row.plan,
      hash: row.hash,
      frozenAt: row.frozenAt,
      frozenBy: by,
      changes: before ? planChanges(before, row) : null,
      attempts: attemptsOf.get(row.id) ?? 0,
    }
  })
}
