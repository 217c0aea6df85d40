import { and, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { StaffViewer } from '#app/domain/access.ts'
import { teamsWhere } from '#app/domain/access.ts'
import type { Db } from './client.ts'
import { record } from './events.ts'
import { passOn } from './grading.ts'
import { newId } from './id.ts'
import { hidden } from './pipeline/judged.ts'
import { applications, attempts, identityViews, vacancies } from './schema/index.ts'

// The names by which the pipeline's expressions call them.
const a = alias(applications, 'a')
const t = alias(attempts, 't')

/**
 * Writes down that the viewer knows who the candidate is: from then on this person cannot grade the application blind.
 * An event it is only where the name was hidden and is opened now. `opened` names a file that was read; that is written
 * down every time.
 */
export async function viewIdentity(
  db: Db,
  input: { viewer: StaffViewer; applicationId: string; opened?: { fileId: string }; now: Date },
): Promise<{ ok: true } | null> {
  const { viewer, applicationId, opened, now } = input
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select({ teamId: vacancies.teamId, hidden: hidden(viewer.userId) })
      .from(a)
      .innerJoin(vacancies, eq(vacancies.id, a.vacancyId))
      .leftJoin(t, eq(t.applicationId, a.id))
      .where(and(eq(a.id, applicationId), inArray(vacancies.teamId, teamsWhere(viewer, 'see-identity'))))
    if (!row) return null
    const made = await tx
      .insert(identityViews)
      .values({ id: newId(now.getTime()), applicationId, userId: viewer.userId, at: now })
      .onConflictDoNothing()
      .returning({ id: identityViews.id })
    const event = { by: viewer, now, applicationId, teamId: row.teamId }
    if (made.length > 0) {
      const opening = { ...event, subject: 'application', subjectId: applicationId }
      if (row.hidden) await record(tx, { ...opening, kind: 'identity-viewed' })
      await passOn(tx, { applicationIds: [applicationId], userId: viewer.userId, now })
    }
    if (opened) await record(tx, { ...event, subject: 'file', subjectId: opened.fileId, kind: 'file-opened' })
    return { ok: true }
  })
}
