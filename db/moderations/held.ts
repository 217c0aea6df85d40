import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { acts, can, type StaffViewer } from '#app/domain/access.ts'
import type { Dimension } from '#app/domain/dimensions.ts'
import type { Mark } from '#app/domain/grading.ts'
import type { Db, Tx } from '../client.ts'
import { gradesSeen } from '../grade-views.ts'
import { authorOf } from '../grading/author.ts'
import { gradedDimensions } from '../grading/desk.ts'
import { type MarkedAnswer, markedAnswers, markOf, visible } from '../grading/marks.ts'
import { pinnedAssignment, pinnedScenario } from '../pinned.ts'
import {
  answers,
  applications,
  attempts,
  gradingAssignments,
  memberships,
  moderations,
  persons,
  users,
  vacancies,
} from '../schema/index.ts'

/** One answer of a vacancy, for whoever may moderate in its team: everything that the rules of moderation ask about. */
export async function disputedAnswer(
  db: Db | Tx,
  {
    viewer,
    vacancyId,
    answerId,
    now,
  }: { viewer: StaffViewer; vacancyId: string; answerId: string; now: Date },
) {
  const [row] = await db
    .select({
      answerId: answers.id,
      code: answers.code,
      body: answers.body,
      scenarioKey: answers.scenarioKey,
      scenarioHash: answers.scenarioHash,
      attemptId: attempts.id,
      assignmentHash: attempts.assignmentHash,
      rubricHash: attempts.rubricHash,
      seed: attempts.seed,
      locale: attempts.locale,
      author: authorOf(),
      applicationId: applications.id,
      stage: applications.stage,
      vacancyId: vacancies.id,
      teamId: vacancies.teamId,
      gradesSeen: gradesSeen(applications.id, viewer.userId),
    })
    .from(answers)
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .innerJoin(persons, eq(persons.id, applications.personId))
    .where(
      and(
        eq(answers.id, answerId),
        eq(applications.vacancyId, vacancyId),
        eq(applications.quarantined, false),
      ),
    )
  if (!row || !can(viewer, 'moderate', row)) return null
  const [marked] = await markedAnswers(db, 'answer', answerId)
  if (!marked) return null
  const content = await pinnedScenario(db, row.scenarioHash)
  const dimensions = gradedDimensions(content, await pinnedAssignment(db, row.assignmentHash))
  return { ...row, marked, content, dimensions, visible: visible(marked.requests, now) }
}
export type DisputedAnswer = NonNullable<Awaited<ReturnType<typeof disputedAnswer>>>

export const marksIn = (marked: MarkedAnswer, dimension: Dimension): Mark[] =>
  marked.requests.flatMap(({ grades }) => grades.filter((grade) => grade.dimension === dimension).map(markOf))

export const gradersIn = (marked: MarkedAnswer): string[] => marked.requests.map(({ graderId }) => graderId)

export const moderationsIn = (db: Db | Tx, answerId: string) =>
  db.select().from(moderations).where(eq(moderations.answerId, answerId))

/** Who may be named: managers and leads of the team who graded nothing of this answer. */
export async function moderatorsFor(
  db: Db | Tx,
  { teamId, answerId }: { teamId: string; answerId: string },
): Promise<{ id: string; name: string }[]> {
  const people = await db
    .selectDistinct({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, and(eq(users.id, memberships.userId), isNull(users.disabledAt)))
    .where(and(eq(memberships.teamId, teamId), inArray(memberships.role, acts.moderate)))
    .orderBy(asc(users.name))
  const graded = await db
    .select({ id: gradingAssignments.graderId })
    .from(gradingAssignments)
    .where(and(eq(gradingAssignments.answerId, answerId), isNull(gradingAssignments.voidedAt)))
  return people.filter(({ id }) => !graded.some((grader) => grader.id === id))
}
