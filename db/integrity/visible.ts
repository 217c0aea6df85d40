import { and, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import type { Db, Tx } from '../client.ts'
import { hidden } from '../pipeline/judged.ts'
import { applications, attempts, integrityCases, persons, teams, vacancies } from '../schema/index.ts'

// The names by which the pipeline's expressions call them.
export const a = alias(applications, 'a')
export const t = alias(attempts, 't')

/** No answer of the attempt `t` waits for a grade of this viewer's. */
export const gradesNothing = (viewer: StaffViewer) => sql`not exists (
  select 1 from grading_assignments g join answers w on w.id = g.answer_id
  where w.attempt_id = ${t.id} and g.grader_id = ${viewer.userId}::uuid
    and g.voided_at is null and g.locked_at is null)`

/**
 * Cases are for those who manage the team, and never for one who has a grade to give: not while an answer of this
 * attempt lies on their desk, nor while they are asked to grade for the vacancy and the person is hidden from them.
 */
export const mayBeSeen = (viewer: StaffViewer) =>
  and(
    inArray(vacancies.teamId, teamsWhere(viewer, 'see-integrity')),
    eq(a.quarantined, false),
    gradesNothing(viewer),
    sql`not (${hidden(viewer.userId)} and exists (
      select 1 from vacancy_graders n where n.vacancy_id = ${vacancies.id} and n.user_id = ${viewer.userId}::uuid))`,
  )

/** The cases that this viewer may see, with what all of their pages say. The `where` is the caller's, and begins with `mayBeSeen`. */
export const casesFor = (db: Db | Tx, viewer: StaffViewer) => {
  const columns = {
    case: integrityCases,
    applicationId: a.id,
    stage: a.stage,
    candidateLocale: a.locale,
    name: persons.name,
    code: a.code,
    hidden: hidden(viewer.userId),
    zone: teams.timeZone,
    teamId: vacancies.teamId,
    policy: vacancies.aiPolicy,
    vacancy: { id: vacancies.id, texts: vacancies.texts, jobLocale: vacancies.jobLocale },
    attempt: {
      id: t.id,
      locale: t.locale,
      seed: t.seed,
      finishedAt: t.finishedAt,
      declaration: t.aiDeclaration,
    },
  }
  return db
    .select(columns)
    .from(integrityCases)
    .innerJoin(t, eq(t.id, integrityCases.attemptId))
    .innerJoin(a, eq(a.id, t.applicationId))
    .innerJoin(vacancies, eq(vacancies.id, a.vacancyId))
    .innerJoin(teams, eq(teams.id, vacancies.teamId))
    .innerJoin(persons, eq(persons.id, a.personId))
    .$dynamic()
}
