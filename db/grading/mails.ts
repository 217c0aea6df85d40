import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '../client.ts'
import {
  answers,
  applications,
  attempts,
  gradingAssignments,
  teams,
  users,
  vacancies,
  vacancyGraders,
} from '../schema/index.ts'

/** Who was invited to which vacancy; undefined when that no longer holds. */
export async function mailOfInvitation(db: Db, { vacancyId, userId }: { vacancyId: string; userId: string }) {
  const [row] = await db
    .select({
      name: users.name,
      email: users.email,
      locale: users.locale,
      texts: vacancies.texts,
      jobLocale: vacancies.jobLocale,
    })
    .from(vacancyGraders)
    .innerJoin(users, and(eq(users.id, vacancyGraders.userId), isNull(users.disabledAt)))
    .innerJoin(vacancies, eq(vacancies.id, vacancyGraders.vacancyId))
    .where(and(eq(vacancyGraders.vacancyId, vacancyId), eq(vacancyGraders.userId, userId)))
  return row
}

/** Who is asked for a further grade, and by when; undefined when it has been given or taken back. */
export async function mailOfFurtherGrade(db: Db, { assignmentId }: { assignmentId: string }) {
  const [row] = await db
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      locale: users.locale,
      dueAt: gradingAssignments.dueAt,
      zone: teams.timeZone,
    })
    .from(gradingAssignments)
    .innerJoin(users, and(eq(users.id, gradingAssignments.graderId), isNull(users.disabledAt)))
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .innerJoin(teams, eq(teams.id, vacancies.teamId))
    .where(
      and(
        eq(gradingAssignments.id, assignmentId),
        isNull(gradingAssignments.lockedAt),
        isNull(gradingAssignments.voidedAt),
      ),
    )
  return row
}
