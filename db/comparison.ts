import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import {
  type ComparedRow,
  type CompareOrder,
  compare,
  comparisonRules,
  type Finalist,
  indices,
  inOrder,
} from '#app/domain/comparison.ts'
import type { Counting } from '#app/domain/counting.ts'
import type { Stage } from '#app/domain/pipeline.ts'
import type { Index } from '#app/domain/profile-index.ts'
import type { Db } from './client.ts'
import { counted } from './comparison/counting.ts'
import { gradesOf } from './comparison/grades.ts'
import { gradesSeen, viewGrades } from './grade-views.ts'
import { prepared } from './prepared.ts'
import { applications, attempts, persons, scoringPlans, type vacancies } from './schema/index.ts'
import { together } from './together.ts'
import { vacancyRow } from './vacancies/head.ts'

/** Those who are compared unless the viewer chooses: past grading and still considered. */
const finalStages: readonly Stage[] = ['references', 'interview', 'decision', 'offer']
/** The longest list to choose from: those whose stage changed last. */
const mostOffered = 60

export interface ComparedPerson {
  id: string
  name: string
  code: string
  stage: Stage
}
export interface Comparison {
  vacancy: {
    id: string
    texts: typeof vacancies.$inferSelect.texts
    jobLocale: typeof vacancies.$inferSelect.jobLocale
  }
  zone: string
  frozenAt: Date | null
  /** In the order asked for. */
  people: ComparedPerson[]
  rows: ComparedRow[]
  /** Only where the plan asks for it. */
  indices: Map<string, Index> | null
  /** What their plans let count besides the grades; null where nobody is compared. */
  counting: Counting | null
  offered: ComparedPerson[]
  /** Chosen, but graded by other levels than the rest; or with grades still awaited; or one too many. */
  left: { other: ComparedPerson[]; waiting: ComparedPerson[]; tooMany: number }
}

/**
 * People of one vacancy side by side, from revealed grades under one rubric. `chosen` are ids of applications; those
 * of other vacancies are not there. Nobody is ranked: by name, or by the one dimension that the viewer names.
 */
export async function comparison(
  db: Db,
  input: {
    viewer: StaffViewer
    vacancyId: string
    chosen: readonly string[]
    order: CompareOrder
    now: Date
  },
): Promise<Comparison | null> {
  const { viewer, vacancyId, chosen, order, now } = input
  const [vacancy, found] = await together(db, () => [
    vacancyRow(db, { viewer, vacancyId, act: 'see-profile' }),
    tested(db, { viewer, vacancyId }),
  ])
  if (!vacancy) return null
  const wanted = found.filter(({ person }) =>
    chosen.length > 0 ? chosen.includes(person.id) : finalStages.includes(person.stage),
  )
  const most = wanted.slice(0, comparisonRules.most)
  const graded = await gradesOf(db, { attempts: most.map(({ attempt }) => attempt), now })
  const complete = most.flatMap(({ person, attempt, plan, frozenAt }) => {
    const own = graded.get(attempt.id)
    return own
      ? [{ ...own, ...person, person, plan, frozenAt, attemptId: attempt.id, rubric: attempt.rubricHash }]
      : []
  })
  // One rubric in one table: the one of the newest plan.
  const newest = [...complete].sort((a, b) => b.frozenAt.getTime() - a.frozenAt.getTime())[0]
  const same = complete.filter(({ rubric }) => rubric === newest?.rubric)
  const { people: byPlan, counting } = await counted(db, vacancyId, same)
  const people = inOrder(byPlan, order)
  const finalists: Finalist[] = people
  const total = indices(finalists)
  const unseen = found.filter(({ person, seen }) => !seen && people.some(({ id }) => id === person.id))
  await viewGrades(db, { viewer, applicationIds: unseen.map(({ person }) => person.id), now })
  return {
    vacancy: { id: vacancy.id, texts: vacancy.texts, jobLocale: vacancy.jobLocale },
    zone: vacancy.zone,
    frozenAt: newest?.frozenAt ?? null,
    people: people.map(({ person }) => person),
    rows: compare(finalists),
    indices: total ?? null,
    counting,
    offered: found.map(({ person }) => person),
    left: {
      other: complete.filter(({ rubric }) => rubric !== newest?.rubric).map(({ person }) => person),
      waiting: most.filter(({ attempt }) => !graded.get(attempt.id)).map(({ person }) => person),
      tooMany: wanted.length - most.length,
    },
  }
}

/** Who can be chosen: before “references” people are graded blind and stand under a code. Read from an index of its own. */
const testedOf = prepared((db) =>
  db
    .select({
      id: applications.id,
      name: persons.name,
      code: applications.code,
      stage: applications.stage,
      attemptId: attempts.id,
      assignmentHash: attempts.assignmentHash,
      rubricHash: attempts.rubricHash,
      plan: scoringPlans.plan,
      frozenAt: scoringPlans.frozenAt,
      gradesSeen: gradesSeen(applications.id, sql.placeholder('viewer')),
    })
    .from(applications)
    .innerJoin(persons, eq(persons.id, applications.personId))
    .innerJoin(attempts, eq(attempts.applicationId, applications.id))
    .innerJoin(scoringPlans, eq(scoringPlans.id, attempts.scoringPlanId))
    .where(
      and(
        eq(applications.vacancyId, sql.placeholder('vacancy')),
        sql`${applications.stage} between 'references' and 'rejected' and not ${applications.quarantined}`,
        inArray(attempts.status, ['submitted', 'expired']),
        isNotNull(attempts.finishedAt),
      ),
    )
    // Those who are still considered come before those for whom it is over.
    .orderBy(sql`${applications.stage} >= 'hired'`, desc(applications.stageSince), asc(applications.id))
    .limit(mostOffered)
    .prepare('tested_of_vacancy'),
)

async function tested(db: Db, { viewer, vacancyId }: { viewer: StaffViewer; vacancyId: string }) {
  const rows = await testedOf(db).execute({ vacancy: vacancyId, viewer: viewer.userId })
  return rows.map(
    ({ attemptId, assignmentHash, rubricHash, plan, frozenAt, gradesSeen: seen, ...person }) => ({
      person,
      attempt: { id: attemptId, assignmentHash, rubricHash },
      plan,
      frozenAt,
      seen,
    }),
  )
}
