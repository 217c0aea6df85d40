import { and, count, eq, sql } from 'drizzle-orm'
import type { CandidateViewer } from '#app/domain/access.ts'
import { isActive } from '#app/domain/pipeline.ts'
import { moveReference, type ReferenceRefusal, referenceStatus } from '#app/domain/reference-request.ts'
import { type RefereeForm, refereeConsentVersion, referenceRules } from '#app/domain/references.ts'
import type { Db, Tx } from '../client.ts'
import { passOn } from '../grading.ts'
import { holdApplication } from '../held-application.ts'
import { newId } from '../id.ts'
import { enqueue } from '../jobs.ts'
import { revokeLinks } from '../links.ts'
import { referenceRequests, users } from '../schema/index.ts'
import { days, namingOpen } from './ask.ts'
import { actOn, holdRequest, recordRequest } from './rows.ts'

/** Days after the request on which a referee who has not answered is reminded. */
const reminderDays = [2, 4, 7]

export type NameRefusal = 'references-not-asked' | 'own-address' | 'referees-full' | 'referee-twice'

/** Names a referee. Nobody is written to by this. */
export async function nameReferee(
  db: Db,
  input: { viewer: CandidateViewer; form: RefereeForm; now: Date },
): Promise<{ ok: true; id: string } | { refused: NameRefusal } | null> {
  const { viewer, form, now } = input
  const { name, email, relation, company, locale, currentEmployer } = form
  return db.transaction(async (tx) => {
    const held = await holdApplication(tx, viewer.applicationId)
    if (!held || held.quarantined) return null
    if (!(await namingOpen(tx, held))) return { refused: 'references-not-asked' }
    if (email === held.emailNormal) return { refused: 'own-address' }
    const own = eq(referenceRequests.applicationId, held.id)
    const [there] = await tx
      .select()
      .from(referenceRequests)
      .where(and(own, eq(referenceRequests.email, email)))
    if (there)
      return there.name === name && !there.releasedAt
        ? { ok: true, id: there.id }
        : { refused: 'referee-twice' }
    const [named] = await tx.select({ count: count() }).from(referenceRequests).where(own)
    if ((named?.count ?? 0) >= referenceRules.maxReferees) return { refused: 'referees-full' }
    const id = newId(now.getTime())
    const [request] = await tx
      .insert(referenceRequests)
      .values({
        id,
        applicationId: held.id,
        name,
        email,
        relation,
        company,
        locale,
        currentEmployer,
        permissionAt: now,
        consentVersion: refereeConsentVersion,
        createdAt: now,
      })
      .returning()
    if (request)
      await recordRequest(tx, { request, teamId: held.teamId }, { by: viewer, kind: 'reference-named', now })
    // A colleague who vouches for somebody does not go on grading them.
    for (const colleague of await tx
      .select({ id: users.id })
      .from(users)
      .where(eq(sql`lower(${users.email})`, email)))
      await passOn(tx, { applicationIds: [held.id], userId: colleague.id, now })
    return { ok: true, id }
  })
}

async function holdOwn(tx: Tx, viewer: CandidateViewer, requestId: string) {
  const held = await holdRequest(tx, requestId)
  return held?.request.applicationId === viewer.applicationId ? held : null
}

/** Lets a request go: only now is somebody written to. Twice is once. */
export async function releaseRequest(
  db: Db,
  input: { viewer: CandidateViewer; requestId: string; now: Date },
): Promise<{ ok: true } | { refused: ReferenceRefusal | 'references-not-asked' } | null> {
  const { viewer, requestId, now } = input
  return db.transaction(async (tx) => {
    const held = await holdOwn(tx, viewer, requestId)
    if (!held) return null
    const status = referenceStatus(held.request, now)
    if (status === 'released' || status === 'sent' || status === 'opened') return { ok: true }
    if (!isActive(held.stage)) return { refused: 'references-not-asked' }
    const done = await actOn(tx, held, {
      act: 'release',
      actor: 'candidate',
      by: viewer,
      kind: 'reference-released',
      set: { releasedAt: now, expiresAt: days(now, referenceRules.expireAfterDays) },
      now,
    })
    if ('refused' in done) return done
    const payload = { requestId, applicationId: viewer.applicationId }
    await enqueue(tx, { kind: 'mail', payload: { template: 'references.request', ...payload }, now })
    for (const count of reminderDays)
      await enqueue(tx, {
        kind: 'mail',
        payload: { template: 'references.reminder', ...payload },
        runAt: days(now, count),
        now,
      })
    return { ok: true }
  })
}

/** Takes a request back. One that nobody was written for leaves nothing behind; otherwise the link stops working. */
export async function withdrawRequest(
  db: Db,
  input: { viewer: CandidateViewer; requestId: string; now: Date },
): Promise<{ ok: true } | { refused: ReferenceRefusal } | null> {
  const { viewer, requestId, now } = input
  return db.transaction(async (tx) => {
    const held = await holdOwn(tx, viewer, requestId)
    if (!held) return null
    const status = referenceStatus(held.request, now)
    if (status === 'withdrawn') return { ok: true }
    const allowed = moveReference(status, 'withdraw', 'candidate')
    if ('refused' in allowed) return allowed
    if (status === 'named') {
      await tx.delete(referenceRequests).where(eq(referenceRequests.id, requestId))
      await recordRequest(tx, held, { by: viewer, kind: 'reference-removed', now })
      return { ok: true }
    }
    await revokeLinks(tx, { subject: { requestId }, purpose: 'referee', now })
    return actOn(tx, held, {
      act: 'withdraw',
      actor: 'candidate',
      by: viewer,
      kind: 'reference-withdrawn',
      set: { withdrawnAt: now },
      now,
    })
  })
}
