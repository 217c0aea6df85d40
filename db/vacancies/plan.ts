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
  const { weights, attitudeShare, lines, severityAdjusted, index, omega } = plan
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
    // What came later stands in the hash only where a plan says it: older plans keep theirs.
    ...(index === undefined ? [] : [index]),
    ...(omega === undefined ? [] : [inOrder(omega)]),
  ]
  return createHash('sha256').update(JSON.stringify(whole)).digest('hex')
}

/** What a plan is to say, and who says it. */
export interface Said {
  viewer: StaffViewer
  vacancyId: string
  weights: Vacancy['weights']
  index?: Vacancy['index']
  terms?: Vacancy['terms']
  now: Date
}

/** Freezes what the grades will mean, and keeps the assignment, scenarios, rubric and handbook as they are now. */
export async function freezePlan(tx: Tx, input: Said & { assembled: Assembled }): Promise<string> {
  const { assignment, rubric, handbook, versions } = input.assembled
  await pinVersions(tx, { versions, now: input.now })
  return keepPlan(tx, input, {
    assignmentHash: assignment.hash,
    rubricHash: rubric.hash,
    handbookHash: handbook.hash,
    scenarioHashes: Object.fromEntries(
      versions.flatMap(({ kind, key, hash }) => (kind === 'scenario' ? [[key, hash]] : [])),
    ),
  })
}

export async function keepPlan(tx: Tx, input: Said, planned: PlannedVersions): Promise<string> {
  const plan = scoringPlan(input.weights, input.index, input.terms)
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
