import { eq } from 'drizzle-orm'
import type { RefereeViewer } from '#app/domain/access.ts'
import type { Locale } from '#app/domain/locale.ts'
import { isActive } from '#app/domain/pipeline.ts'
import { moveReference, type ReferenceRefusal, referenceStatus } from '#app/domain/reference-request.ts'
import type { Behaviour } from '#app/domain/references.ts'
import type { Db } from '../client.ts'
import { referenceForms, type vacancies } from '../schema/index.ts'
import { behavioursAsked, requestWithNames } from './rows.ts'

/** The fields of an unfinished form as they were typed. */
export type ReferenceDraft = Record<string, string>

export interface RefereePage {
  ok: true
  referee: string
  candidate: string
  texts: typeof vacancies.$inferSelect.texts
  jobLocale: Locale
  zone: string
  contact: { name: string; email: string }
  permissionAt: Date
  expiresAt: Date | null
  behaviours: Behaviour[]
  rev: number
  draft: ReferenceDraft
}

/** The form of a referee: who asks about whom, what is asked, and what was left unfinished. */
export async function referenceForReferee(
  db: Db,
  { viewer, now }: { viewer: RefereeViewer; now: Date },
): Promise<RefereePage | { refused: ReferenceRefusal | 'reference-over' } | null> {
  const row = await requestWithNames(db, viewer.requestId)
  if (!row || row.quarantined) return null
  const allowed = moveReference(referenceStatus(row.request, now), 'open', 'referee')
  if ('refused' in allowed) return allowed
  if (!isActive(row.stage)) return { refused: 'reference-over' }
  const [form] = await db.select().from(referenceForms).where(eq(referenceForms.requestId, viewer.requestId))
  const { candidate, texts, jobLocale, zone, contact, request } = row
  return {
    ok: true,
    referee: request.name,
    candidate,
    texts,
    jobLocale,
    zone,
    contact,
    permissionAt: request.permissionAt,
    expiresAt: request.expiresAt,
    behaviours: await behavioursAsked(db, request.applicationId),
    rev: form?.rev ?? 0,
    draft: form ? (form.body as ReferenceDraft) : {},
  }
}

/** What became of the request, for the page after it. */
export async function referenceOutcome(db: Db, { viewer, now }: { viewer: RefereeViewer; now: Date }) {
  const row = await requestWithNames(db, viewer.requestId)
  return row ? { status: referenceStatus(row.request, now), candidate: row.candidate } : null
}
