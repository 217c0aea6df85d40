import { eq } from 'drizzle-orm'
import type { CandidateViewer } from '#app/domain/access.ts'
import { creditTime } from './attempt-time.ts'
import type { Db } from './client.ts'
import { tellCandidate } from './held-application.ts'
import { noteDevice } from './integrity/signs.ts'
import { consumeLink } from './links.ts'
import { attempts } from './schema/index.ts'

/** Mails a key for this browser. Refused where nothing was written yet; asked for again while one is waiting, it is one mail. */
export async function askForEntry(
  db: Db,
  { viewer, now }: { viewer: CandidateViewer; now: Date },
): Promise<{ ok: true } | { refused: 'not-started' } | null> {
  const { applicationId } = viewer
  return db.transaction(async (tx) => {
    const [attempt] = await tx
      .select({ status: attempts.status })
      .from(attempts)
      .where(eq(attempts.applicationId, applicationId))
    if (!attempt) return null
    if (attempt.status === 'invited') return { refused: 'not-started' }
    const dedupe = `attempt.key:${applicationId}`
    await tellCandidate(tx, { applicationId, template: 'attempt.key', dedupe, now })
    return { ok: true }
  })
}

/** Uses a key, once. The time since it was mailed is given back to the running attempt. */
export async function enterByKey(
  db: Db,
  { tokenHash, now }: { tokenHash: string; now: Date },
): Promise<{ ok: true; applicationId: string } | { refused: 'link-over' }> {
  const link = await consumeLink(db, { tokenHash, purpose: 'attempt-entry', now })
  if (!link?.applicationId) return { refused: 'link-over' }
  const viewer = { kind: 'candidate' as const, applicationId: link.applicationId }
  const awaySeconds = Math.round((now.getTime() - link.createdAt.getTime()) / 1000)
  await creditTime(db, { viewer, awaySeconds, typedSeconds: 0, now })
  await noteDevice(db, { applicationId: link.applicationId, now })
  return { ok: true, applicationId: link.applicationId }
}
