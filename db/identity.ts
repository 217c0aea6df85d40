import { and, eq, inArray } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import { teamsWhere } from '#app/domain/access.ts'
import type { Db } from './client.ts'
import { record } from './events.ts'
import { passOn } from './grading.ts'
import { newId } from './id.ts'
import { applications, identityViews, vacancies } from './schema/index.ts'

/**
 * Writes down that the viewer has opened who the candidate is, the first time with an event: from then on this person
 * cannot grade the application blind. `opened` names a file that was read; that is written down every time.
 */
export async function viewIdentity(
  db: Db,
  input: { viewer: StaffViewer; applicationId: string; opened?: { fileId: string }; now: Date },
): Promise<{ ok: true } | null> {
  const { viewer, applicationId, opened, now } = input
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select({ teamId: vacancies.teamId })
      .from(applications)
      .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
      .where(
        and(
          eq(applications.id, applicationId),
          inArray(vacancies.teamId, teamsWhere(viewer, 'see-identity')),
        ),
      )
    if (!row) return null
    const made = await tx
      .insert(identityViews)
      .values({ id: newId(now.getTime()), applicationId, userId: viewer.userId, at: now })
      .onConflictDoNothing()
      .returning({ id: identityViews.id })
    const event = { by: viewer, now, applicationId, teamId: row.teamId }
    if (made.length > 0) {
      await record(tx, {
        ...event,
        subject: 'application',
        subjectId: applicationId,
        kind: 'identity-viewed',
      })
      await passOn(tx, { applicationId, userId: viewer.userId, now })
    }
    if (opened) await record(tx, { ...event, subject: 'file', subjectId: opened.fileId, kind: 'file-opened' })
    return { ok: true }
  })
}
