import { and, asc, count, desc, eq, inArray, isNull, max, sql } from 'drizzle-orm'
import { acts, can, type Role, type StaffViewer } from '#app/domain/access.ts'
import type { Dimension } from '#app/domain/dimensions.ts'
import { Groups, graphRules, partnersOf, type Shared } from '#app/domain/grader-graph.ts'
import type { Locale } from '#app/domain/locale.ts'
import { activeStages } from '#app/domain/pipeline.ts'
import { bindingIn, type GraderStanding, standingsOf } from '../calibration.ts'
import type { Db } from '../client.ts'
import { pinnedAssignment, pinnedScenario } from '../pinned.ts'
import {
  answers,
  applications,
  attempts,
  graderConflicts,
  gradingAssignments,
  memberships,
  scoringPlans,
  teams,
  users,
  vacancies,
  vacancyGraders,
} from '../schema/index.ts'
import { gradedDimensions } from './desk.ts'
import { sharedAnswers, soleAuthor } from './graders.ts'
import { type Load, loadsOf } from './load.ts'

export interface GraderRow {
  userId: string
  name: string
  roles: Role[]
  invitedAt: Date | null
  nameKnown: boolean
  /** Of this vacancy: how many answers were asked of them, and how many they have locked. */
  asked: number
  locked: number
  /** In all vacancies: what waits on their desk, and how long it will take. */
  load: Load
  /** Null while they have not said. */
  gradesIn: Locale[] | null
  /** Why they are asked for nothing of this vacancy, although invited. */
  barred: 'conflict' | 'alone' | 'language' | 'calibration' | null
  /** In the vacancy's language, on what is graded here. */
  calibration: GraderStanding
  lastLockedAt: Date | null
}

const never: GraderStanding = {
  standing: 'never',
  validUntil: null,
  advisory: true,
  endedEarly: false,
  lacking: [],
}

/** Are those who grade here connected by answers that two of them have, and who has met too few others? */
export interface GraderGraph {
  connected: boolean
  few: string[]
}

/** Everybody of the team who may grade, with what lies on their desks. Counts only: no grade and no person's name. */
export async function gradersOf(
  db: Db,
  { viewer, vacancyId, now }: { viewer: StaffViewer; vacancyId: string; now: Date },
): Promise<{
  vacancy: typeof vacancies.$inferSelect
  zone: string
  graders: GraderRow[]
  graph: GraderGraph
} | null> {
  const [row] = await db
    .select({ vacancy: vacancies, zone: teams.timeZone })
    .from(vacancies)
    .innerJoin(teams, eq(teams.id, vacancies.teamId))
    .where(eq(vacancies.id, vacancyId))
  if (!row || !can(viewer, 'invite-grader', row.vacancy)) return null
  const { vacancy, zone } = row
  const people = await db
    .select({
      userId: users.id,
      name: users.name,
      roles: sql<Role[]>`array_agg(${memberships.role}::text order by ${memberships.role})`,
      invitedAt: vacancyGraders.invitedAt,
      nameKnown: vacancyGraders.nameKnown,
      gradesIn: users.gradesIn,
      conflict: graderConflicts.declaredAt,
    })
    .from(memberships)
    .innerJoin(users, and(eq(users.id, memberships.userId), isNull(users.disabledAt)))
    .leftJoin(
      vacancyGraders,
      and(eq(vacancyGraders.userId, users.id), eq(vacancyGraders.vacancyId, vacancyId)),
    )
    .leftJoin(
      graderConflicts,
      and(eq(graderConflicts.userId, users.id), eq(graderConflicts.vacancyId, vacancyId)),
    )
    .where(and(eq(memberships.teamId, vacancy.teamId), inArray(memberships.role, acts.grade)))
    .groupBy(users.id, vacancyGraders.id, graderConflicts.id)
    .orderBy(asc(users.name))
  const desks = await db
    .select({
      userId: gradingAssignments.graderId,
      vacancyId: applications.vacancyId,
      asked: count(),
      locked: count(gradingAssignments.lockedAt),
      lastLockedAt: max(gradingAssignments.lockedAt),
    })
    .from(gradingAssignments)
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .where(
      and(
        isNull(gradingAssignments.voidedAt),
        inArray(applications.stage, activeStages),
        inArray(
          gradingAssignments.graderId,
          people.map(({ userId }) => userId),
        ),
      ),
    )
    .groupBy(gradingAssignments.graderId, applications.vacancyId)
  const ids = people.map(({ userId }) => userId)
  const loads = await loadsOf(db, { graders: ids, now })
  const author = await soleAuthor(db, vacancyId)
  const locale = vacancy.jobLocale
  const bound = await bindingIn(db, locale)
  const graded = bound.length === 0 ? [] : await criteriaOf(db, vacancyId)
  const binds = bound.filter((one) => graded.includes(one))
  const standings = await standingsOf(db, { graders: ids, locale, binds, now })
  const graders = people.map(({ conflict, ...person }): GraderRow => {
    const here = desks.find((desk) => desk.userId === person.userId && desk.vacancyId === vacancyId)
    const nameKnown = person.nameKnown ?? false
    const calibration = standings.get(person.userId) ?? never
    const spoken = person.gradesIn === null || person.gradesIn.includes(vacancy.jobLocale)
    return {
      ...person,
      nameKnown,
      asked: here?.asked ?? 0,
      locked: here?.locked ?? 0,
      load: loads.get(person.userId) ?? { left: 0, minutes: 0, assumed: true, dueAt: null },
      lastLockedAt: here?.lastLockedAt ?? null,
      barred: conflict
        ? 'conflict'
        : person.userId === author && !nameKnown
          ? 'alone'
          : !spoken
            ? 'language'
            : calibration.lacking.length > 0
              ? 'calibration'
              : null,
      calibration,
    }
  })
  return { vacancy, zone, graders, graph: graphOf(graders, await sharedAnswers(db, vacancyId)) }
}

/** What people grade in the vacancy's test, as it was published last. */
async function criteriaOf(db: Db, vacancyId: string): Promise<Dimension[]> {
  const [plan] = await db
    .select({ assignmentHash: scoringPlans.assignmentHash, scenarioHashes: scoringPlans.scenarioHashes })
    .from(scoringPlans)
    .where(eq(scoringPlans.vacancyId, vacancyId))
    .orderBy(desc(scoringPlans.frozenAt), desc(scoringPlans.id))
    .limit(1)
  if (!plan) return []
  const assignment = await pinnedAssignment(db, plan.assignmentHash)
  const found: Dimension[] = []
  for (const { scenario } of assignment.sections) {
    const hash = plan.scenarioHashes[scenario]
    if (hash) found.push(...gradedDimensions(await pinnedScenario(db, hash), assignment))
  }
  return found
}

function graphOf(graders: readonly GraderRow[], shared: Shared): GraderGraph {
  const grading = graders.filter(({ asked }) => asked > 0)
  const ids = grading.map(({ userId }) => userId)
  const wanted = Math.min(graphRules.partners, ids.length - 1)
  const few = grading.filter(({ userId }) => partnersOf(userId, ids, shared) < wanted)
  return { connected: new Groups(shared).joined(ids) <= 0, few: few.map(({ name }) => name) }
}
