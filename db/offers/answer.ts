import { eq } from 'drizzle-orm'
import type { CandidateViewer } from '#app/domain/access.ts'
import type { EventKind } from '#app/domain/event-kinds.ts'
import { type OfferState, offerState } from '#app/domain/offer.ts'
import { type MoveRefusal, move } from '#app/domain/pipeline.ts'
import { signsAs } from '#app/domain/typed-name.ts'
import { moveHeld } from '../attempt-rows.ts'
import type { Db, Tx } from '../client.ts'
import { record } from '../events.ts'
import { type HeldApplication, holdApplication, tellCandidate } from '../held-application.ts'
import { startNewcomer } from '../newcomers.ts'
import { factsOf } from '../pipeline/facts.ts'
import { offers } from '../schema/index.ts'
import { lastOffer, type OfferRow } from './rows.ts'

export type AnswerRefusal =
  | MoveRefusal
  | `offer-${Exclude<OfferState, 'open'>}`
  | 'offer-changed'
  | 'name-differs'
  | 'already-newcomer'

/** The offer that the candidate has read, held with the application: two answers at once come one after the other. */
async function holdOffer(
  tx: Tx,
  { viewer, offerId }: { viewer: CandidateViewer; offerId: string },
): Promise<{ held: HeldApplication; offer: OfferRow } | { refused: 'offer-changed' } | null> {
  const held = await holdApplication(tx, viewer.applicationId)
  if (!held || held.quarantined) return null
  const offer = await lastOffer(tx, held.id)
  if (!offer) return null
  return offer.id === offerId ? { held, offer } : { refused: 'offer-changed' }
}

const recordAnswer = (
  tx: Tx,
  input: { held: HeldApplication; offer: OfferRow; viewer: CandidateViewer; kind: EventKind; now: Date },
) =>
  record(tx, {
    by: input.viewer,
    now: input.now,
    subject: 'offer',
    subjectId: input.offer.id,
    applicationId: input.held.id,
    teamId: input.held.teamId,
    kind: input.kind,
  })

/** What follows from an acceptance: the person becomes a newcomer of the team. */
const onAccepted = (tx: Tx, held: HeldApplication, offer: OfferRow, now: Date) =>
  startNewcomer(tx, {
    applicationId: held.id,
    openingId: offer.openingId,
    name: held.name,
    email: held.email,
    locale: held.locale,
    teamId: held.teamId,
    startsOn: offer.startsOn,
    now,
  })

/** Accepts with the typed name: the seat is filled and the newcomer's plan begins, in one step. However often sent, once. */
export async function acceptOffer(
  db: Db,
  input: { viewer: CandidateViewer; offerId: string; name: string; now: Date },
): Promise<{ ok: true } | { refused: AnswerRefusal } | null> {
  const { viewer, name, now } = input
  return db.transaction(async (tx) => {
    const found = await holdOffer(tx, input)
    if (!found || 'refused' in found) return found
    const { held, offer } = found
    const state = offerState(offer, now)
    if (state === 'accepted') return { ok: true }
    if (state !== 'open') return { refused: `offer-${state}` }
    if (!signsAs(name, held.name)) return { refused: 'name-differs' }
    const subject = { applicationId: held.id, vacancyId: held.vacancy.id, now }
    const facts = { ...(await factsOf(tx, subject, ['opening-left'])), 'offer-accepted': true }
    const allowed = move(held.stage, 'hired', facts, 'candidate')
    if ('refused' in allowed) return allowed
    const newcomer = await onAccepted(tx, held, offer, now)
    if ('refused' in newcomer) return newcomer
    await tx.update(offers).set({ acceptedAt: now, acceptedName: name.trim() }).where(eq(offers.id, offer.id))
    await moveHeld(tx, {
      applicationId: held.id,
      teamId: held.teamId,
      from: held.stage,
      to: 'hired',
      facts,
      mover: 'candidate',
      by: viewer,
      now,
    })
    await recordAnswer(tx, { held, offer, viewer, kind: 'offer-accepted', now })
    const payload = { offerId: offer.id }
    await tellCandidate(tx, { applicationId: held.id, template: 'decisions.accepted', payload, now })
    return { ok: true }
  })
}

/** Declines; the application is back at the decision. Twice is once. */
export async function declineOffer(
  db: Db,
  input: { viewer: CandidateViewer; offerId: string; now: Date },
): Promise<{ ok: true } | { refused: AnswerRefusal } | null> {
  const { viewer, now } = input
  return db.transaction(async (tx) => {
    const found = await holdOffer(tx, input)
    if (!found || 'refused' in found) return found
    const { held, offer } = found
    const state = offerState(offer, now)
    if (state === 'declined') return { ok: true }
    if (state === 'accepted' || state === 'withdrawn') return { refused: `offer-${state}` }
    const moved = await moveHeld(tx, {
      applicationId: held.id,
      teamId: held.teamId,
      from: held.stage,
      to: 'decision',
      facts: { 'offer-declined': true },
      mover: 'candidate',
      by: viewer,
      now,
    })
    if ('refused' in moved) return moved
    await tx.update(offers).set({ declinedAt: now }).where(eq(offers.id, offer.id))
    await recordAnswer(tx, { held, offer, viewer, kind: 'offer-declined', now })
    await tellCandidate(tx, { applicationId: held.id, template: 'decisions.declined', now })
    return { ok: true }
  })
}
