import { and, asc, eq, isNull } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import { type OfferForm, type OfferIssue, offerIssues } from '#app/domain/offer.ts'
import { type MoveRefusal, move } from '#app/domain/pipeline.ts'
import { dayIn, endOfDay } from '#app/domain/zones.ts'
import { moveHeld } from '../attempt-rows.ts'
import type { Db, Tx } from '../client.ts'
import { decisionInForce } from '../decisions/rows.ts'
import { record } from '../events.ts'
import { type HeldApplication, holdForStaff, tellCandidate } from '../held-application.ts'
import { newId } from '../id.ts'
import { factsOf } from '../pipeline/facts.ts'
import { offers, openings } from '../schema/index.ts'
import { lastOffer, type OfferRow, stands } from './rows.ts'

/** The seats of a vacancy; `taken` by somebody who was offered it and has not refused. */
export const seatsOf = (db: Db | Tx, vacancyId: string) =>
  db
    .select({
      id: openings.id,
      ordinal: openings.ordinal,
      startsOn: openings.startsOn,
      takenBy: offers.applicationId,
    })
    .from(openings)
    .leftJoin(
      offers,
      and(eq(offers.openingId, openings.id), isNull(offers.declinedAt), isNull(offers.withdrawnAt)),
    )
    .where(eq(openings.vacancyId, vacancyId))
    .orderBy(asc(openings.ordinal))

const eventOn = (held: HeldApplication, offerId: string) => ({
  subject: 'offer',
  subjectId: offerId,
  applicationId: held.id,
  teamId: held.teamId,
})

const sameOffer = (offer: OfferRow, form: OfferForm) =>
  offer.openingId === form.openingId && offer.pay === form.pay && offer.startsOn === form.startsOn

export type MakeRefusal = MoveRefusal | 'role-too-low' | 'offer-open' | 'offer-used' | 'opening-taken'

/** Makes the offer that was decided, for one seat. The same offer sent twice is one. */
export async function makeOffer(
  db: Db,
  input: { viewer: StaffViewer; applicationId: string; form: OfferForm; now: Date },
): Promise<
  | { ok: true; offerId: string }
  | { refused: 'offer-fields'; issues: OfferIssue }
  | { refused: MakeRefusal }
  | null
> {
  const { viewer, applicationId, form, now } = input
  return db.transaction(async (tx) => {
    const held = await holdForStaff(tx, { viewer, applicationId, act: 'make-offer' })
    if (!held || 'refused' in held) return held
    const { vacancy } = held
    const last = await lastOffer(tx, applicationId)
    if (last && stands(last))
      return sameOffer(last, form) ? { ok: true, offerId: last.id } : { refused: 'offer-open' }
    const subject = { applicationId, vacancyId: vacancy.id, now }
    const facts = await factsOf(tx, subject, ['offer-decided', 'opening-left'])
    const allowed = move(held.stage, 'offer', facts)
    if ('refused' in allowed) return allowed
    const decision = await decisionInForce(tx, applicationId)
    if (!decision || last?.decisionId === decision.id) return { refused: 'offer-used' }
    const seat = (await seatsOf(tx, vacancy.id)).find(({ id }) => id === form.openingId)
    if (!seat || seat.takenBy !== null) return { refused: 'opening-taken' }
    const issues = offerIssues(form, vacancy, dayIn(held.zone, now))
    if (Object.keys(issues).length > 0) return { refused: 'offer-fields', issues }
    const id = newId(now.getTime())
    await tx.insert(offers).values({
      id,
      applicationId,
      decisionId: decision.id,
      openingId: seat.id,
      pay: form.pay,
      currency: vacancy.currency,
      payPeriod: vacancy.payPeriod,
      payReason: form.payReason.trim(),
      startsOn: form.startsOn,
      note: form.note.trim(),
      madeBy: viewer.userId,
      sentAt: now,
      answerBy: endOfDay(form.answerBy, held.zone),
    })
    await moveHeld(tx, {
      applicationId,
      teamId: held.teamId,
      from: held.stage,
      to: 'offer',
      facts,
      mover: 'staff',
      by: viewer,
      now,
    })
    await record(tx, { ...eventOn(held, id), by: viewer, now, kind: 'offer-made' })
    await tellCandidate(tx, { applicationId, template: 'decisions.offered', payload: { offerId: id }, now })
    return { ok: true, offerId: id }
  })
}

/** Takes an unanswered offer back, with a reason; the seat is free and the application back at the decision. */
export async function withdrawOffer(
  db: Db,
  input: { viewer: StaffViewer; applicationId: string; reason: string; now: Date },
): Promise<{ ok: true } | { refused: MoveRefusal | 'role-too-low' | 'no-offer' } | null> {
  const { viewer, applicationId, reason, now } = input
  return db.transaction(async (tx) => {
    const held = await holdForStaff(tx, { viewer, applicationId, act: 'make-offer' })
    if (!held || 'refused' in held) return held
    const offer = await lastOffer(tx, applicationId)
    if (offer?.withdrawnAt) return { ok: true }
    if (!offer || !stands(offer)) return { refused: 'no-offer' }
    const moved = await moveHeld(tx, {
      applicationId,
      teamId: held.teamId,
      from: held.stage,
      to: 'decision',
      facts: { 'offer-withdrawn': true },
      mover: 'staff',
      by: viewer,
      now,
    })
    if ('refused' in moved) return moved
    await tx
      .update(offers)
      .set({ withdrawnAt: now, withdrawnBy: viewer.userId, withdrawnReason: reason.trim() })
      .where(eq(offers.id, offer.id))
    await record(tx, { ...eventOn(held, offer.id), by: viewer, now, kind: 'offer-withdrawn' })
    await tellCandidate(tx, { applicationId, template: 'decisions.offer-withdrawn', now })
    return { ok: true }
  })
}
