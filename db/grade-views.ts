import { sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { StaffViewer } from '#app/domain/access.ts'
import type { Db } from './client.ts'
import { recordAll } from './events.ts'
import { passOn } from './grading.ts'
import { gradeViews } from './schema/index.ts'

/** Has this reader been sent grades of the application before? As a column of a page's own query. */
export const gradesSeen = (applicationId: AnyPgColumn, userId: unknown) =>
  sql<boolean>`exists (select 1 from ${gradeViews}
    where ${gradeViews.applicationId} = ${applicationId} and ${gradeViews.userId} = ${userId})`

/**
 * Writes down that the viewer is sent grades of these people's answers: from then on they are asked for none of theirs,
 * and what lies open on their desk goes to somebody else. Only the first time is written; whoever sends grades asks
 * before they are sent, of whom `gradesSeen` is false. One's own desk is not meant: there nobody knows whose the answer is.
 */
export async function viewGrades(
  db: Db,
  { viewer, applicationIds, now }: { viewer: StaffViewer; applicationIds: readonly string[]; now: Date },
): Promise<void> {
  if (applicationIds.length === 0) return
  await db.transaction(async (tx) => {
    // Held as by whoever asks for a grade, and in the same order: nobody is asked and reads in the same moment.
    const made = await tx.execute<{ id: string; team: string }>(sql`
      with held as (
        select application_id from attempts where application_id = any(${sql.param([...applicationIds])})
        order by id for update)
      insert into grade_views (id, application_id, user_id, at)
      select gen_random_uuid(), application_id, ${viewer.userId}::uuid, ${now.toISOString()}::timestamptz from held
      on conflict do nothing
      returning application_id as id, (
        select v.team_id from applications a join vacancies v on v.id = a.vacancy_id
        where a.id = grade_views.application_id) as team`)
    if (made.length === 0) return
    await recordAll(
      tx,
      made.map(({ id, team }) => ({
        by: viewer,
        now,
        subject: 'application',
        subjectId: id,
        applicationId: id,
        teamId: team,
        kind: 'grades-seen',
      })),
    )
    await passOn(tx, { applicationIds: made.map(({ id }) => id), userId: viewer.userId, now })
  })
}
