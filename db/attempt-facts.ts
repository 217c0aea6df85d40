import { eq } from 'drizzle-orm'
import { assignmentMinutes } from '#app/domain/scenario/assignment.ts'
import type { Db } from './client.ts'
import { pinnedAssignment } from './pinned.ts'
import { attempts } from './schema/index.ts'

/** What the mails of an attempt tell. */
export async function attemptFacts(db: Db, attemptId: string) {
  const [row] = await db.select().from(attempts).where(eq(attempts.id, attemptId))
  if (!row) return undefined
  const { applicationId, status, openUntil, finishedAt, assignmentHash } = row
  const minutes = assignmentMinutes(await pinnedAssignment(db, assignmentHash))
  return { applicationId, status, openUntil, finishedAt, minutes }
}
