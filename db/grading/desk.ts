import { and, eq, exists, isNotNull, isNull, notExists, or, type Placeholder, sql } from 'drizzle-orm'
import { type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import type { Dimension } from '#app/domain/dimensions.ts'
import { activeStages } from '#app/domain/pipeline.ts'
import type { AssignmentContent } from '#app/domain/scenario/assignment.ts'
import type { ScenarioContent } from '#app/domain/scenario/kinds.ts'
import type { Db, Tx } from '../client.ts'
import {
  answers,
  applications,
  attempts,
  gradeViews,
  gradingAssignments,
  identityViews,
  persons,
  vacancies,
  vacancyGraders,
} from '../schema/index.ts'
import { authorOf } from './author.ts'

/** Written out: as eight parameters the stages cost more than the rest of the row. */
const isConsidered = sql`${applications.stage} in (${sql.raw(activeStages.map((stage) => `'${stage}'`).join())}) and not ${applications.quarantined}`

/** Asked for and not given yet, of somebody who is still considered: among requests joined with their applications. */
export const isOpen = and(
  isNull(gradingAssignments.lockedAt),
  isNull(gradingAssignments.voidedAt),
  isConsidered,
)

/** Whoever a query is run for that is prepared for everybody; `forViewer` fills it. */
export const anyViewer = { userId: sql.placeholder('viewer'), teams: sql.placeholder('teams') }
export const forViewer = (viewer: StaffViewer) => ({
  viewer: viewer.userId,
  teams: teamsWhere(viewer, 'grade'),
})
export type DeskViewer = StaffViewer | { userId: Placeholder; teams: Placeholder }

/** The vacancy belongs to a team in which the viewer may grade. */
export function ofViewersTeams(viewer: DeskViewer) {
  const teams = 'teams' in viewer ? viewer.teams : sql.param(teamsWhere(viewer, 'grade'))
  return sql`${vacancies.teamId} = any(${teams})`
}

/**
 * What lies on the viewer's desk: asked of them, in a team where they may grade, of somebody who is still considered
 * and whose identity they have not opened (unless the manager allows it), nor any grades of theirs. All other answers
 * do not exist for them.
 */
export function onDesk(db: Db | Tx, viewer: DeskViewer) {
  const opened = db
    .select({ one: sql`1` })
    .from(identityViews)
    .where(and(eq(identityViews.applicationId, applications.id), eq(identityViews.userId, viewer.userId)))
  const seen = db
    .select({ one: sql`1` })
    .from(gradeViews)
    .where(and(eq(gradeViews.applicationId, applications.id), eq(gradeViews.userId, viewer.userId)))
  const allowed = db
    .select({ one: sql`1` })
    .from(vacancyGraders)
    .where(
      and(
        eq(vacancyGraders.vacancyId, vacancies.id),
        eq(vacancyGraders.userId, viewer.userId),
        vacancyGraders.nameKnown,
      ),
    )
  return and(
    eq(gradingAssignments.graderId, viewer.userId),
    isNull(gradingAssignments.voidedAt),
    ofViewersTeams(viewer),
    isConsidered,
    or(isNotNull(gradingAssignments.lockedAt), and(or(notExists(opened), exists(allowed)), notExists(seen))),
  )
}

/** One answer of the viewer's desk with what its rules need, held until the transaction ends; undefined when it is not theirs. */
export async function holdOnDesk(tx: Tx, viewer: StaffViewer, assignmentId: string) {
  const [row] = await tx
    .select({
      assignment: gradingAssignments,
      answerId: answers.id,
      attemptId: attempts.id,
      scenarioHash: answers.scenarioHash,
      scenarioKey: answers.scenarioKey,
      assignmentHash: attempts.assignmentHash,
      code: answers.code,
      body: answers.body,
      seed: attempts.seed,
      locale: attempts.locale,
      author: authorOf(),
      applicationId: applications.id,
      teamId: vacancies.teamId,
    })
    .from(gradingAssignments)
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .innerJoin(persons, eq(persons.id, applications.personId))
    .where(and(eq(gradingAssignments.id, assignmentId), onDesk(tx, viewer)))
    .for('update', { of: gradingAssignments })
  return row
}
export type Held = NonNullable<Awaited<ReturnType<typeof holdOnDesk>>>

/** What is graded of an answer to this scenario in this assignment, in the assignment's order of the alphabet: A1 … K5. */
export function gradedDimensions(
  content: Pick<ScenarioContent, 'key' | 'dimensions'>,
  assignment: Pick<AssignmentContent, 'sections'>,
): Dimension[] {
  const weights = assignment.sections.find(({ scenario }) => scenario === content.key)?.weights
  return content.dimensions.filter((dimension) => !weights || weights[dimension] !== undefined).sort()
}
