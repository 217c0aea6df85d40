import { and, desc, eq, sql } from 'drizzle-orm'
import { type CandidateViewer, can, type StaffViewer } from '#app/domain/access.ts'
import type { Locale } from '#app/domain/locale.ts'
import { type OfferState, offerState } from '#app/domain/offer.ts'
import type { Stage } from '#app/domain/pipeline.ts'
import type { Currency, PayPeriod } from '#app/domain/vacancy.ts'
import type { Db } from '../client.ts'
import { decisionInForce } from '../decisions/rows.ts'
import { applications, offers, persons, teams, users, vacancies } from '../schema/index.ts'
import { seatsOf } from './make.ts'
import { lastOffer, stands } from './rows.ts'

export interface OfferView {
  id: string
  state: OfferState
  pay: number
  currency: Currency
  payPeriod: PayPeriod
  payReason: string
  startsOn: string
  note: string
  madeBy: string
  sentAt: Date
  answerBy: Date
  /** When it was accepted, declined or withdrawn. */
  endedAt: Date | null
  acceptedName: string | null
  withdrawnReason: string
}

export interface OfferPage {
  applicationId: string
  stage: Stage
  zone: string
  candidateLocale: Locale
  vacancy: Pick<typeof vacancies.$inferSelect, 'payMin' | 'payMax' | 'currency' | 'payPeriod'>
  seats: { id: string; ordinal: number; startsOn: string; taken: boolean }[]
  /** An offer was decided and has not been made yet. */
  toBeMade: boolean
  /** The newest first. */
  offers: OfferView[]
}

/** What staff sees of an application's offers, and what is needed for making one. */
export async function offerPage(
  db: Db,
  { viewer, applicationId, now }: { viewer: StaffViewer; applicationId: string; now: Date },
): Promise<OfferPage | null> {
  const [own] = await db
    .select({
      stage: applications.stage,
      locale: applications.locale,
      vacancy: vacancies,
      zone: teams.timeZone,
    })
    .from(applications)
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .innerJoin(teams, eq(teams.id, vacancies.teamId))
    .where(and(eq(applications.id, applicationId), eq(applications.quarantined, false)))
  if (!own || !can(viewer, 'make-offer', own.vacancy)) return null
  const rows = await db
    .select({ offer: offers, madeBy: users.name })
    .from(offers)
    .innerJoin(users, eq(users.id, offers.madeBy))
    .where(eq(offers.applicationId, applicationId))
    .orderBy(desc(offers.id))
  const decision = await decisionInForce(db, applicationId)
  const last = rows[0]?.offer
  const { payMin, payMax, currency, payPeriod } = own.vacancy
  return {
    applicationId,
    stage: own.stage,
    zone: own.zone,
    candidateLocale: own.locale,
    vacancy: { payMin, payMax, currency, payPeriod },
    seats: (await seatsOf(db, own.vacancy.id)).map(({ takenBy, ...seat }) => ({
      ...seat,
      taken: takenBy !== null,
    })),
    toBeMade:
      own.stage === 'decision' &&
      decision?.kind === 'offer' &&
      last?.decisionId !== decision.id &&
      !stands(last),
    offers: rows.map(({ offer, madeBy }) => ({
      id: offer.id,
      state: offerState(offer, now),
      pay: offer.pay,
      currency: offer.currency,
      payPeriod: offer.payPeriod,
      payReason: offer.payReason,
      startsOn: offer.startsOn,
      note: offer.note,
      madeBy,
      sentAt: offer.sentAt,
      answerBy: offer.answerBy,
      endedAt: offer.acceptedAt ?? offer.declinedAt ?? offer.withdrawnAt,
      acceptedName: offer.acceptedName,
      withdrawnReason: offer.withdrawnReason,
    })),
  }
}

/** The candidate's own offer: the one that was made last. Nothing of why, nor of anybody else. */
export async function ownOffer(db: Db, { viewer, now }: { viewer: CandidateViewer; now: Date }) {
  const [own] = await db
    .select({
      name: persons.name,
      vacancy: vacancies,
      zone: teams.timeZone,
      contact: { name: users.name, email: users.email },
    })
    .from(applications)
    .innerJoin(persons, eq(persons.id, applications.personId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .innerJoin(teams, eq(teams.id, vacancies.teamId))
    .innerJoin(users, eq(users.id, sql`coalesce(${vacancies.publishedBy}, ${vacancies.createdBy})`))
    .where(and(eq(applications.id, viewer.applicationId), eq(applications.quarantined, false)))
  const offer = own && (await lastOffer(db, viewer.applicationId))
  if (!own || !offer) return null
  const { texts, jobLocale, schedule, weeklyHours, remote, place, contract } = own.vacancy
  return {
    id: offer.id,
    state: offerState(offer, now),
    name: own.name,
    contact: own.contact,
    zone: own.zone,
    vacancy: { texts, jobLocale, schedule, weeklyHours, remote, place, contract },
    pay: offer.pay,
    currency: offer.currency,
    payPeriod: offer.payPeriod,
    startsOn: offer.startsOn,
    note: offer.note,
    sentAt: offer.sentAt,
    answerBy: offer.answerBy,
    acceptedAt: offer.acceptedAt,
    acceptedName: offer.acceptedName,
  }
}

/** The offer that a mail is about. */
export async function offerToTell(db: Db, offerId: string) {
  const [row] = await db.select().from(offers).where(eq(offers.id, offerId))
  return row
}
