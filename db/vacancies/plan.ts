import { createHash } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import { type ScoringPlan, scoringPlan } from '#app/domain/scoring-plan.ts'
import type { Vacancy } from '#app/domain/vacancy.ts'
import type { Db, Tx } from '../client.ts'
import { newId } from '../id.ts'
import { scoringPlans } from '../schema/index.ts'
import { type Assembled, pinVersions } from '../versions.ts'

const inOrder = (figures: Partial<Record<string, number | string>>) =>
  Object.entries(figures).sort(([a], [b]) => (a < b ? -1 : 1))

/** The content that a plan is about, each under its hash. */
export interface PlannedVersions {
  assignmentHash: string
  rubricHash: string
  handbookHash: string
  scenarioHashes: Record<string, string>
}

/** Names a plan together with what it is about: who holds the hash can show that nothing was changed afterwards. */
export function planHash(versions: PlannedVersions, plan: ScoringPlan): string {
  const { weights, attitudeShare, lines, severityAdjusted, index } = plan
  const { assignmentHash, rubricHash, handbookHash, scenarioHashes } = versions
  const whole = [
    assignmentHash,
    rubricHash,
    handbookHash,
    inOrder(scenarioHashes),
    inOrder(weights),
    attitudeShare,
    inOrder(lines),
    severityAdjusted,
    ...(index === undefined ? [] : [index]),
  ]
  return createHash('sha256').update(JSON.stringify(whole)).digest('hex')
}

/** Freezes what the grades will mean, and keeps the assignment, scenarios, rubric and handbook as they are now. */
export async function freezePlan(
  tx: Tx,
  input: {
    viewer: StaffViewer
    vacancyId: string
    weights: Vacancy['weights']
    index?: Vacancy['index']
    assembled: Assembled
    now: Date
  },
): Promise<string> {
  const { assignment, rubric, handbook, versions } = input.assembled
  await pinVersions(tx, { versions, now: input.now })
  const plan = scoringPlan(input.weights, input.index)
  const planned: PlannedVersions = {
    assignmentHash: assignment.hash,
    rubricHash: rubric.hash,
    handbookHash: handbook.hash,
    scenarioHashes: Object.fromEntries(
      versions.flatMap(({ kind, key, hash }) => (kind === 'scenario' ? [[key, hash]] : [])),
    ),
  }
  const id = newId(input.now.getTime())
  await tx.insert(scoringPlans).values({
    id,
    vacancyId: input.vacancyId,
    ...planned,
    plan,
    hash: planHash(planned, plan),
    frozenAt: input.now,
    frozenBy: input.viewer.userId,
  })
  return id
}

/** The plan in force: the newest. */
export async function planOf(db: Db | Tx, vacancyId: string) {
  const [plan] = await db
    .select()
    .from(scoringPlans)
    .where(eq(scoringPlans.vacancyId, vacancyId))
    .orderBy(desc(scoringPlans.frozenAt), desc(scoringPlans.id))
    .limit(1)
  return plan
}
