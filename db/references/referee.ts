import { eq } from 'drizzle-orm'
import type { RefereeViewer } from '#app/domain/access.ts'
import type { Locale } from '#app/domain/locale.ts'
import { isActive } from '#app/domain/pipeline.ts'
import { moveReference, type ReferenceRefusal, referenceStatus } from '#app/domain/reference-request.ts'
import type { ReferenceForm } from '#app/domain/references.ts'
import { same } from '#app/domain/same.ts'
import type { Db, Tx } from '../client.ts'
import { tellCandidate } from '../held-application.ts'
import { newId } from '../id.ts'
import { readLink, revokeLinks } from '../links.ts'
import { referenceForms, referenceRequests } from '../schema/index.ts'
import type { ReferenceDraft } from './referee-page.ts'
import { actOn, type HeldRequest, holdRequest, requestWithNames } from './rows.ts'

/** `reference-over`: the application has ended meanwhile. */
export type RefereeRefusal = ReferenceRefusal | 'reference-over'

/** Whom a referee's link lets in, and in which language. Reading it does not use it up. */
export async function readRefereeLink(
  db: Db,
  input: { tokenHash: string; now: Date },
): Promise<{ ok: true; requestId: string; locale: Locale } | { refused: 'link-unknown' | 'link-over' }> {
  const read = await readLink(db, { ...input, purpose: 'referee' })
  if ('refused' in read) return read
  const row = read.link.requestId ? await requestWithNames(db, read.link.requestId) : undefined
  if (!row || row.quarantined || !isActive(row.stage)) return { refused: 'link-over' }
  const allowed = moveReference(referenceStatus(row.request, input.now), 'open', 'referee')
  return 'refused' in allowed
    ? { refused: 'link-over' }
    : { ok: true, requestId: row.request.id, locale: row.request.locale }
}

async function holdActive(tx: Tx, viewer: RefereeViewer) {
  const held = await holdRequest(tx, viewer.requestId)
  if (!held) return null
  return isActive(held.stage) ? held : ({ refused: 'reference-over' } as const)
}

/** The referee has opened the request; the first time is kept. */
export async function openReference(
  db: Db,
  { viewer, now }: { viewer: RefereeViewer; now: Date },
): Promise<{ ok: true } | { refused: RefereeRefusal } | null> {
  return db.transaction(async (tx) => {
    const held = await holdActive(tx, viewer)
    if (!held || 'refused' in held) return held
    if (held.request.openedAt && referenceStatus(held.request, now) === 'opened') return { ok: true }
    return actOn(tx, held, {
      act: 'open',
      actor: 'referee',
      by: viewer,
      kind: 'reference-opened',
      set: { openedAt: now },
      now,
    })
  })
}

async function keepForm(
  tx: Tx,
  held: HeldRequest,
  input: { body: object; submitted: boolean; rev: number; now: Date },
): Promise<void> {
  const { body, submitted, rev, now } = input
  const values = { body: { ...body }, submitted, rev, updatedAt: now }
  await tx
    .insert(referenceForms)
    .values({ id: newId(now.getTime()), requestId: held.request.id, ...values })
    .onConflictDoUpdate({ target: referenceForms.requestId, set: values })
}

export type SavedReference =
  | { ok: true; rev: number }
  | { refused: 'stale'; rev: number; draft: ReferenceDraft }
  | { refused: RefereeRefusal }

/** Keeps an unfinished form. Over a newer one it is refused, with the newer one to choose from. */
export async function saveReference(
  db: Db,
  input: { viewer: RefereeViewer; draft: ReferenceDraft; baseRev: number; now: Date },
): Promise<SavedReference | null> {
  const { viewer, draft, baseRev, now } = input
  return db.transaction(async (tx) => {
    const held = await holdActive(tx, viewer)
    if (!held || 'refused' in held) return held
    const allowed = moveReference(referenceStatus(held.request, now), 'save', 'referee')
    if ('refused' in allowed) return allowed
    const [form] = await tx.select().from(referenceForms).where(eq(referenceForms.requestId, held.request.id))
    const rev = form?.rev ?? 0
    if (form && same(form.body, draft)) return { ok: true, rev }
    if (rev !== baseRev) return { refused: 'stale', rev, draft: (form?.body ?? {}) as ReferenceDraft }
    await keepForm(tx, held, { body: draft, submitted: false, rev: rev + 1, now })
    if (!held.request.openedAt)
      await tx
        .update(referenceRequests)
        .set({ openedAt: now })
        .where(eq(referenceRequests.id, held.request.id))
    return { ok: true, rev: rev + 1 }
  })
}

/** Takes the reference, once: of two that come together the first stays, and its words with it. */
export async function submitReference(
  db: Db,
  input: { viewer: RefereeViewer; form: ReferenceForm; now: Date },
): Promise<{ ok: true } | { refused: RefereeRefusal } | null> {
  const { viewer, form, now } = input
  return db.transaction(async (tx) => {
    const held = await holdActive(tx, viewer)
    if (!held || 'refused' in held) return held
    const done = await actOn(tx, held, {
      act: 'submit',
      actor: 'referee',
      by: viewer,
      kind: 'reference-received',
      set: { receivedAt: now, openedAt: held.request.openedAt ?? now },
      now,
    })
    if ('refused' in done) return done
    const [draft] = await tx
      .select({ rev: referenceForms.rev })
      .from(referenceForms)
      .where(eq(referenceForms.requestId, held.request.id))
    await keepForm(tx, held, { body: form, submitted: true, rev: (draft?.rev ?? 0) + 1, now })
    await revokeLinks(tx, { subject: { requestId: held.request.id }, purpose: 'referee', now })
    return { ok: true }
  })
}

const refusals = {
  decline: { kind: 'reference-declined', set: (at: Date) => ({ declinedAt: at }) },
  'report-wrong-person': { kind: 'reference-wrong-person', set: (at: Date) => ({ wrongPersonAt: at }) },
} as const

/**
 * The referee would rather not, or is not the person meant. What was begun is forgotten; the candidate hears that
 * another reference is needed, and nothing else.
 */
export async function refuseReference(
  db: Db,
  input: { viewer: RefereeViewer; act: 'decline' | 'report-wrong-person'; now: Date },
): Promise<{ ok: true } | { refused: RefereeRefusal } | null> {
  const { viewer, act, now } = input
  return db.transaction(async (tx) => {
    const held = await holdActive(tx, viewer)
    if (!held || 'refused' in held) return held
    const status = referenceStatus(held.request, now)
    if (status === 'declined' || status === 'wrong-person') return { ok: true }
    const { kind, set } = refusals[act]
    const done = await actOn(tx, held, { act, actor: 'referee', by: viewer, kind, set: set(now), now })
    if ('refused' in done) return done
    const { id: requestId, applicationId } = held.request
    await tx.delete(referenceForms).where(eq(referenceForms.requestId, requestId))
    await revokeLinks(tx, { subject: { requestId }, purpose: 'referee', now })
    await tellCandidate(tx, { applicationId, template: 'references.another', now })
    return { ok: true }
  })
}
