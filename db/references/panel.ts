import { and, asc, eq } from 'drizzle-orm'
import { can, type StaffViewer } from '#app/domain/access.ts'
import { normaliseEmail } from '#app/domain/characters.ts'
import { flagsOf, type ReferenceFlag } from '#app/domain/reference-flags.ts'
import { type ReferenceStatus, referenceStatus } from '#app/domain/reference-request.ts'
import {
  type Behaviour,
  type ReceivedReference,
  type ReferenceForm,
  type Relation,
  referenceForm,
  referencePanel,
  sufficiency,
} from '#app/domain/references.ts'
import type { Db } from '../client.ts'
import { holdForStaff } from '../held-application.ts'
import { applications, referenceForms, referenceRequests, users, vacancies } from '../schema/index.ts'
import { askedAt, behavioursAsked, holdRequest, recordRequest } from './rows.ts'

export interface ReferenceOfPanel {
  id: string
  name: string
  email: string
  /** What the candidate said of them. */
  relation: Relation
  company: string
  currentEmployer: boolean
  status: ReferenceStatus
  /** When the status began. */
  since: Date
  expiresAt: Date | null
  form: ReferenceForm | null
  flags: ReferenceFlag[]
  verified: { at: Date; by: string } | null
}

export interface ReferencesOfApplication {
  applicationId: string
  askedAt: Date | null
  behaviours: Behaviour[]
  references: ReferenceOfPanel[]
  panel: ReturnType<typeof referencePanel>
  sufficiency: ReturnType<typeof sufficiency>
}

type Row = typeof referenceRequests.$inferSelect
const since = (row: Row): Date =>
  row.receivedAt ??
  row.declinedAt ??
  row.wrongPersonAt ??
  row.withdrawnAt ??
  row.openedAt ??
  row.sentAt ??
  row.releasedAt ??
  row.createdAt

/** Everything about the references of one application, for those who decide. Computed each time; never a verdict. */
export async function referencesOf(
  db: Db,
  { viewer, applicationId, now }: { viewer: StaffViewer; applicationId: string; now: Date },
): Promise<ReferencesOfApplication | null> {
  const [own] = await db
    .select({ teamId: vacancies.teamId })
    .from(applications)
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .where(and(eq(applications.id, applicationId), eq(applications.quarantined, false)))
  if (!own || !can(viewer, 'manage-references', own)) return null
  const rows = await db
    .select({ request: referenceRequests, form: referenceForms, verifier: users.name })
    .from(referenceRequests)
    .leftJoin(
      referenceForms,
      and(eq(referenceForms.requestId, referenceRequests.id), eq(referenceForms.submitted, true)),
    )
    .leftJoin(users, eq(users.id, referenceRequests.verifiedBy))
    .where(eq(referenceRequests.applicationId, applicationId))
    .orderBy(asc(referenceRequests.id))
  const references = rows.map(({ request, form, verifier }): ReferenceOfPanel => {
    const body = form && request.receivedAt ? referenceForm.parse(form.body) : null
    return {
      id: request.id,
      name: request.name,
      email: request.email,
      relation: request.relation,
      company: request.company,
      currentEmployer: request.currentEmployer,
      status: referenceStatus(request, now),
      since: since(request),
      expiresAt: request.expiresAt,
      form: body,
      flags:
        body && request.receivedAt
          ? flagsOf({
              named: request.relation,
              said: body.relation,
              email: request.email,
              sentAt: request.sentAt,
              openedAt: request.openedAt,
              receivedAt: request.receivedAt,
            })
          : [],
      verified: request.verifiedAt ? { at: request.verifiedAt, by: verifier ?? '' } : null,
    }
  })
  const received = references.flatMap(({ form, verified }): ReceivedReference[] =>
    form ? [{ ...form, verified: verified !== null }] : [],
  )
  return {
    applicationId,
    askedAt: await askedAt(db, applicationId),
    behaviours: await behavioursAsked(db, applicationId),
    references,
    panel: referencePanel(received),
    sufficiency: sufficiency(received),
  }
}

/** A person has checked that the referee is who they say: their word then counts in full. */
export async function verifyReferee(
  db: Db,
  input: { viewer: StaffViewer; applicationId: string; requestId: string; now: Date },
): Promise<{ ok: true } | { refused: 'role-too-low' | 'own-reference' } | null> {
  const { viewer, applicationId, requestId, now } = input
  return db.transaction(async (tx) => {
    const held = await holdForStaff(tx, { viewer, applicationId, act: 'manage-references' })
    if (!held || 'refused' in held) return held
    const row = await holdRequest(tx, requestId)
    if (!row || row.request.applicationId !== applicationId || !row.request.receivedAt) return null
    if (row.request.verifiedAt) return { ok: true }
    if (row.request.email === normaliseEmail(viewer.email)) return { refused: 'own-reference' }
    await tx
      .update(referenceRequests)
      .set({ verifiedAt: now, verifiedBy: viewer.userId })
      .where(eq(referenceRequests.id, requestId))
    await recordRequest(tx, row, { by: viewer, kind: 'referee-verified', now })
    return { ok: true }
  })
}
