import { and, eq, inArray, isNull } from 'drizzle-orm'
import { grouped } from '#app/domain/agreement-panel.ts'
import type { Counting } from '#app/domain/counting.ts'
import type { Dimension } from '#app/domain/dimensions.ts'
import type { Counted } from '#app/domain/objective-mark.ts'
import type { IndexCell } from '#app/domain/profile-index.ts'
import { reviewSignals, weightsOf } from '#app/domain/scenario/review-signals.ts'
import type { ScoringPlan } from '#app/domain/scoring-plan.ts'
import { severityOf } from '#app/domain/severity-in-force.ts'
import { signalSums } from '#app/domain/signals.ts'
import type { Db } from '../client.ts'
import { pinnedScenario } from '../pinned.ts'
import { countingBy, objectiveBy, reviewMark, severityTable } from '../profile/counting.ts'
import { answers, findingVerdicts, gradingAssignments, signals } from '../schema/index.ts'
import { together } from '../together.ts'

type GradedCells = Partial<Record<Dimension, readonly (IndexCell & { graders: readonly string[] })[]>>
interface Person {
  attemptId: string
  plan: ScoringPlan
  cells: GradedCells
}

/**
 * The cells of people of one vacancy as their plans count them, and the objective marks that have a share. Nothing is
 * asked where no plan says more than the grades.
 */
export async function counted<One extends Person>(
  db: Db,
  vacancyId: string,
  people: readonly One[],
): Promise<{
  people: (One & { objective?: Partial<Record<Dimension, number>> })[]
  counting: Counting | null
}> {
  const [first] = people
  const adjusts = people.some(({ plan }) => plan.severityAdjusted)
  const ids = people.flatMap(({ attemptId, plan }) => (plan.omega ? [attemptId] : []))
  const [severities, given, verdicts] = await together(db, () => [
    adjusts ? severityTable(db, vacancyId) : Promise.resolve([]),
    ids.length > 0 ? signalsIn(db, ids) : Promise.resolve([]),
    ids.length > 0 ? verdictsIn(db, ids) : Promise.resolve([]),
  ])
  const graders = new Set(
    people.flatMap(({ cells }) => Object.values(cells).flatMap((own) => own.flatMap((cell) => cell.graders))),
  )
  const found: (One & { objective?: Partial<Record<Dimension, number>> })[] = []
  for (const person of people) {
    const { severity } = countingBy(person.plan, severities, graders)
    const own = <Row extends { attemptId: string }>(rows: readonly Row[]) =>
      rows.filter(({ attemptId }) => attemptId === person.attemptId)
    const objective =
      person.plan.omega && objectiveBy(person.plan, await countedIn(db, own(given), own(verdicts)))
    found.push({ ...person, cells: lessSeverity(person.cells, severity), ...(objective && { objective }) })
  }
  return { people: found, counting: first ? countingBy(first.plan, severities, graders).counting : null }
}

function lessSeverity(cells: GradedCells, severity: Parameters<typeof severityOf>[1]): GradedCells {
  if (!severity?.applies) return cells
  return Object.fromEntries(
    Object.entries(cells).map(([dimension, own]) => [
      dimension,
      own.map((cell) => ({ ...cell, severity: severityOf(cell.graders, severity) })),
    ]),
  )
}

const signalsIn = (db: Db, attempts: string[]) =>
  db
    .select({
      attemptId: answers.attemptId,
      code: signals.code,
      count: signals.count,
      of: signals.of,
      value: signals.value,
    })
    .from(signals)
    .innerJoin(answers, eq(answers.id, signals.answerId))
    .where(inArray(answers.attemptId, attempts))
    .orderBy(answers.position, signals.code)
    .execute()

/** Every grader of every answer, with what they said of its findings, if it has any. */
const verdictsIn = (db: Db, attempts: string[]) =>
  db
    .select({
      attemptId: answers.attemptId,
      answerId: answers.id,
      scenarioHash: answers.scenarioHash,
      assignmentId: gradingAssignments.id,
      verdict: findingVerdicts.verdict,
      defect: findingVerdicts.defectId,
    })
    .from(answers)
    .innerJoin(
      gradingAssignments,
      and(eq(gradingAssignments.answerId, answers.id), isNull(gradingAssignments.voidedAt)),
    )
    .leftJoin(findingVerdicts, eq(findingVerdicts.assignmentId, gradingAssignments.id))
    .where(inArray(answers.attemptId, attempts))
    .orderBy(answers.position, gradingAssignments.ordinal)
    .execute()

async function countedIn(
  db: Db,
  given: Awaited<ReturnType<typeof signalsIn>>,
  verdicts: Awaited<ReturnType<typeof verdictsIn>>,
): Promise<Counted> {
  const reviews: number[] = []
  for (const own of grouped(verdicts, ({ answerId }) => answerId).values()) {
    const content = await pinnedScenario(db, own[0]?.scenarioHash ?? '')
    if (content.kind !== 'page-review') continue
    const weights = weightsOf(content)
    const objectives = [...grouped(own, ({ assignmentId }) => assignmentId).values()].map((rows) => {
      const claims = rows.filter(({ verdict }) => verdict !== null)
      return reviewSignals({
        found: claims.flatMap(({ defect }) => defect ?? []),
        rightClaims: claims.filter(({ verdict }) => verdict !== 'wrong').length,
        claims: claims.length,
        weights,
      }).objective
    })
    reviews.push(...[reviewMark(objectives)].flatMap((mark) => mark ?? []))
  }
  return { sums: signalSums(given), reviews }
}
