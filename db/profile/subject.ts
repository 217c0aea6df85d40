import { and, eq, isNull, sql } from 'drizzle-orm'
import { can, type StaffViewer } from '#app/domain/access.ts'
import type { Db } from '../client.ts'
import { gradesSeen } from '../grade-views.ts'
import { prepared } from '../prepared.ts'
import {
  answers,
  applications,
  attempts,
  findingVerdicts,
  gradingAssignments,
  identityViews,
  persons,
  scoringPlans,
  teams,
  vacancies,
} from '../schema/index.ts'

const byId = prepared((db) =>
  db
    .select({
      applicationId: applications.id,
      name: persons.name,
      code: applications.code,
      quarantined: applications.quarantined,
      stage: applications.stage,
      appliedAt: applications.createdAt,
      vacancyId: vacancies.id,
      vacancyTexts: vacancies.texts,
      jobLocale: vacancies.jobLocale,
      teamId: vacancies.teamId,
      zone: teams.timeZone,
      attempt: attempts,
      plan: scoringPlans.plan,
      gradesSeen: gradesSeen(applications.id, sql.placeholder('viewer')),
    })
    .from(applications)
    .innerJoin(persons, eq(persons.id, applications.personId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .innerJoin(teams, eq(teams.id, vacancies.teamId))
    .leftJoin(attempts, eq(attempts.applicationId, applications.id))
    .leftJoin(scoringPlans, eq(scoringPlans.id, attempts.scoringPlanId))
    .where(eq(applications.id, sql.placeholder('id')))
    .prepare('profile_subject'),
)

/** Whose profile it is, if the viewer may see profiles of that team. */
export async function profileSubject(db: Db, viewer: StaffViewer, applicationId: string) {
  const [row] = await byId(db).execute({ id: applicationId, viewer: viewer.userId })
  return row && !row.quarantined && can(viewer, 'see-profile', row) ? row : null
}

const verdicts = prepared((db) =>
  db
    .select({
      answerId: gradingAssignments.answerId,
      assignmentId: findingVerdicts.assignmentId,
      finding: findingVerdicts.findingId,
      verdict: findingVerdicts.verdict,
      defect: findingVerdicts.defectId,
    })
    .from(findingVerdicts)
    .innerJoin(gradingAssignments, eq(gradingAssignments.id, findingVerdicts.assignmentId))
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .where(and(eq(answers.attemptId, sql.placeholder('attempt')), isNull(gradingAssignments.voidedAt)))
    .prepare('verdicts'),
)

/** What every grader said of every finding in the attempt's page reviews. */
export const verdictsOf = (db: Db, attemptId: string) => verdicts(db).execute({ attempt: attemptId })

const openings = prepared((db) =>
  db
    .select({ userId: identityViews.userId, at: identityViews.at })
    .from(identityViews)
    .where(eq(identityViews.applicationId, sql.placeholder('application')))
    .prepare('identity_openings'),
)

/** Who has opened the person's identity, and when first. */
export const identityOpenings = (db: Db, applicationId: string) =>
  openings(db).execute({ application: applicationId })
