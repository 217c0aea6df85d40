import { and, asc, eq, inArray, notExists, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { StaffViewer } from '#app/domain/access.ts'
import type { Db } from './client.ts'
import { recordAll } from './events.ts'
import { passOn } from './grading.ts'
import { newId } from './id.ts'
import { applications, attempts, gradeViews, vacancies } from './schema/index.ts'

/** Has this reader been sent grades of the application before? As a column of a page's own query. */
export const gradesSeen = (applicationId: AnyPgColumn, userId: unknown) =>
  sql<boolean>`exists (select 1 from ${gradeViews}
    where ${gradeViews.applicationId} = ${applicationId} and ${gradeViews.userId} = ${userId})`

/**
 * Writes down that the viewer is sent grades of these people's answers: from then on they are asked for none of theirs,
 * and what lies open on their desk goes to somebody else. Only the first time is written; whoever sends grades asks
 * before they are sent. One's own desk is not meant: there nobody knows whose the answer is.
 */
export async function viewGrades(
  db: Db,
  input: { viewer: StaffViewer; applicationIds: readonly string[]; now: Date },
): Promise<void> {
  const { viewer, now } = input
  const fresh = await unseen(db, viewer, input.applicationIds)
  if (fresh.length === 0) return
  const ids = fresh.map(({ id }) => id)
  await db.transaction(async (tx) => {
    // Held as by whoever asks for a grade, and in the same order: nobody is asked and reads in the same moment.
    await tx
      .select({ id: attempts.id })
      .from(attempts)
      .where(inArray(attempts.applicationId, ids))
      .orderBy(asc(attempts.id))
      .for('update')
    const made = await tx
      .insert(gradeViews)
      .values(
        ids.map((applicationId) => ({
          id: newId(now.getTime()),
          applicationId,
          userId: viewer.userId,
          at: now,
        })),
      )
      .onConflictDoNothing()
      .returning({ id: gradeViews.applicationId })
    const first = fresh.filter(({ id }) => made.some((one) => one.id === id))
    if (first.length === 0) return
    await recordAll(
      tx,
      first.map(({ id, teamId }) => ({
        by: viewer,
        now,
        subject: 'application',
        subjectId: id,
        applicationId: id,
        teamId,
        kind: 'grades-seen',
      })),
    )
    await passOn(tx, { applicationIds: first.map(({ id }) => id), userId: viewer.userId, now })
  })
}

/** Those of them whose grades the viewer has not been sent yet, in one order for everybody. */
async function unseen(db: Db, viewer: StaffViewer, applicationIds: readonly string[]) {
  if (applicationIds.length === 0) return []
  const views = db
    .select({ one: sql`1` })
    .from(gradeViews)
    .where(and(eq(gradeViews.applicationId, applications.id), eq(gradeViews.userId, viewer.userId)))
  return db
    .select({ id: applications.id, teamId: vacancies.teamId })
    .from(applications)
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .where(and(inArray(applications.id, [...new Set(applicationIds)]), notExists(views)))
    .orderBy(asc(applications.id))
}
