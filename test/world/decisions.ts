import { asc, eq } from 'drizzle-orm'
import type { CandidateViewer, RefereeViewer } from '#app/domain/access.ts'
import { type DecisionForm, decisionForm } from '#app/domain/decision.ts'
import { type InterviewForm, interviewForm } from '#app/domain/interview.ts'
import { type OfferForm, offerForm } from '#app/domain/offer.ts'
import type { Stage } from '#app/domain/pipeline.ts'
import { type ReferenceForm, refereeForm, referenceForm } from '#app/domain/references.ts'
import type { Db } from '#db/client.ts'
import { decide } from '#db/decisions.ts'
import { inviteToInterview } from '#db/interviews.ts'
import { acceptOffer, makeOffer } from '#db/offers.ts'
import { moveApplication } from '#db/pipeline.ts'
import {
  askForReferences,
  nameReferee,
  openReference,
  releaseRequest,
  requestToSend,
  submitReference,
} from '#db/references.ts'
import { openings } from '#db/schema/index.ts'
import type { Applicant } from './applications.ts'
import { submittedAttempt } from './attempts.ts'
import { gradedApplication, invitedGraders, type Sheet } from './grading.ts'
import { type Lumo, later } from './lumo.ts'
import { publishedVacancy } from './vacancies.ts'

export interface Finalist {
  applicationId: string
  viewer: CandidateViewer
  vacancy: { id: string; slug: string }
  /** The next morning: everything so far lies behind it. */
  now: Date
}

type Given = Partial<Applicant> & { now: Date; sheet?: Sheet; stage?: Stage }

function did<Result extends object>(
  result: Result | null,
  what: string,
): Exclude<Result, { refused: string }> {
  if (!result || 'refused' in result) throw new Error(`${what}: ${JSON.stringify(result)}`)
  return result as Exclude<Result, { refused: string }>
}

/** Arta, or whoever is given, with the assignment graded by Viktor and Dorina, at `references` unless said. */
export async function finalist(db: Db, world: Lumo, given: Given): Promise<Finalist> {
  const { now, sheet = {}, stage = 'references', ...applicant } = given
  const vacancy = given.vacancy ?? (await publishedVacancy(db, world, now))
  await invitedGraders(db, world, vacancy.id, [world.viktor, world.dorina], now)
  const { applicationId, viewer } = await submittedAttempt(db, world, { ...applicant, vacancy, now })
  const graders = [world.viktor, world.dorina].map((who) => ({ who, sheet }))
  await gradedApplication(db, { applicationId, graders, now: later(now, { hours: 4 }) })
  const at = later(now, { hours: 5 })
  if (stage !== 'grading')
    did(
      await moveApplication(db, { viewer: world.mirela, id: applicationId, to: stage, now: at }),
      'not moved',
    )
  return { applicationId, viewer, vacancy, now: later(now, { days: 1 }) }
}

/** Ilir's short form, complete. */
export const ilirsForm = (change: Partial<ReferenceForm> = {}): ReferenceForm =>
  referenceForm.parse({
    relation: 'manager',
    role: 'Head of support',
    months: 24,
    closeness: 'weekly',
    observed: true,
    ratings: { 'stays-polite': 7, 'keeps-calm': 6, 'answers-everyone': 6, 'keeps-promises': 6 },
    most: 'explains-patiently',
    least: 'thinks-ahead',
    again: 'gladly',
    text: 'She stayed on the line until it worked.',
    ...change,
  })

export interface Named {
  requestId: string
  viewer: RefereeViewer
}

/** A referee whom the candidate has named and nobody has written to. */
export async function namedReferee(
  db: Db,
  who: Finalist,
  change: Partial<Record<'name' | 'email' | 'relation' | 'company' | 'locale', string>> = {},
): Promise<Named> {
  const form = refereeForm.parse({
    name: 'Ilir Basha',
    email: 'ilir.basha@nordweb.example.com',
    relation: 'manager',
    company: 'Nordweb',
    locale: 'sq',
    permission: 'on',
    ...change,
  })
  const { id } = did(await nameReferee(db, { viewer: who.viewer, form, now: who.now }), 'not named')
  return { requestId: id, viewer: { kind: 'referee', requestId: id } }
}

/** Named, released, and the mail has left a minute later. */
export async function sentRequest(
  db: Db,
  who: Finalist,
  change?: Parameters<typeof namedReferee>[2],
): Promise<Named> {
  const named = await namedReferee(db, who, change)
  const { requestId } = named
  const now = later(who.now, { seconds: 30 })
  did(await releaseRequest(db, { viewer: who.viewer, requestId, now }), 'not released')
  await requestToSend(db, { requestId, now: later(who.now, { minutes: 1 }) })
  return named
}

/** The reference is there, four minutes after it was opened. */
export async function received(
  db: Db,
  who: Finalist,
  given: { referee?: Parameters<typeof namedReferee>[2]; form?: Partial<ReferenceForm> } = {},
): Promise<Named> {
  const sent = await sentRequest(db, who, given.referee)
  did(await openReference(db, { viewer: sent.viewer, now: later(who.now, { hours: 2 }) }), 'not opened')
  const form = ilirsForm(given.form)
  const now = later(who.now, { hours: 2, minutes: 4 })
  did(await submitReference(db, { viewer: sent.viewer, form, now }), 'not received')
  return sent
}

/** Asked, named, released, received: one manager and two colleagues. */
export async function referenced(
  db: Db,
  world: Lumo,
  given: Given,
): Promise<Finalist & { requests: Named[] }> {
  const who = await finalist(db, world, given)
  const { applicationId, now } = who
  did(await askForReferences(db, { viewer: world.mirela, applicationId, now }), 'not asked')
  const after = (minutes: number) => ({ ...who, now: later(now, { minutes }) })
  const requests = [
    await received(db, after(1)),
    await received(db, after(2), {
      referee: { name: 'Besa Dema', email: 'besa@nordweb.example.com', relation: 'peer', locale: 'en' },
      form: { relation: 'peer', months: 6 },
    }),
    await received(db, after(3), {
      referee: { name: 'Олег Ким', email: 'oleg@nordweb.example.com', relation: 'peer', locale: 'ru' },
      form: { relation: 'peer', months: 12, closeness: 'monthly' },
    }),
  ]
  return { ...who, requests, now: later(now, { days: 1 }) }
}

/** A slot of Mirela's, three days on at ten in Tirana. */
export const slotAfter = (world: Lumo, now: Date, change: Partial<InterviewForm> = {}): InterviewForm =>
  interviewForm.parse({
    day: later(now, { days: 3 }).toISOString().slice(0, 10),
    time: '10:00',
    zone: 'Europe/Tirane',
    minutes: 40,
    place: 'https://meet.example.com/lumo-arta',
    interviewerId: world.mirela.userId,
    ...change,
  })

/** Invited to an interview, with the references in when `given.stage` is left out. */
export async function interviewed(
  db: Db,
  world: Lumo,
  given: Given & { slot?: Partial<InterviewForm> },
): Promise<Finalist & { interviewId: string }> {
  const { slot, ...rest } = given
  const who = await finalist(db, world, { ...rest, stage: 'interview' })
  const { applicationId, now } = who
  const form = slotAfter(world, now, slot)
  const { interviewId } = did(
    await inviteToInterview(db, { viewer: world.mirela, applicationId, form, now }),
    'not invited',
  )
  return { ...who, interviewId }
}

export const offerDecision: DecisionForm = decisionForm.parse({
  kind: 'offer',
  reasonCode: 'work-shown',
  reason: 'The calmest answers of all, and every promise has a date.',
})
export const rejection: DecisionForm = decisionForm.parse({
  kind: 'reject',
  reasonCode: 'other-chosen',
  reason: 'Two others answered partners in their own words; these were set phrases.',
  wentWell: 'You found the cause in two of three cases.',
  toWorkOn: 'Say by when you will come back.',
})

/** Decided by Mirela at the decision: an offer unless said. */
export async function decided(
  db: Db,
  world: Lumo,
  given: Given & { decision?: DecisionForm; feedback?: string },
): Promise<Finalist & { decisionId: string }> {
  const { decision: form = offerDecision, feedback, ...rest } = given
  const who = await finalist(db, world, { ...rest, stage: 'decision' })
  const { applicationId, now } = who
  const { decisionId } = did(
    await decide(db, { viewer: world.mirela, applicationId, form, feedback, now }),
    'not decided',
  )
  return { ...who, decisionId }
}

export const seatIds = async (db: Db, vacancyId: string): Promise<string[]> =>
  (
    await db
      .select({ id: openings.id })
      .from(openings)
      .where(eq(openings.vacancyId, vacancyId))
      .orderBy(asc(openings.ordinal))
  ).map(({ id }) => id)

/** 860 € a month for the first seat, from its day; to be answered within a week. */
export async function offerFor(db: Db, who: Finalist, change: Partial<OfferForm> = {}): Promise<OfferForm> {
  const [openingId = ''] = await seatIds(db, who.vacancy.id)
  const day = (count: number) => later(who.now, { days: count }).toISOString().slice(0, 10)
  return offerForm.parse({ openingId, pay: 860, startsOn: day(69), answerBy: day(7), ...change })
}

export interface Offered extends Finalist {
  offerId: string
}

export async function offered(
  db: Db,
  world: Lumo,
  given: Given & { offer?: Partial<OfferForm> },
): Promise<Offered> {
  const { offer, ...rest } = given
  const who = await decided(db, world, rest)
  const { applicationId, now } = who
  const form = await offerFor(db, who, offer)
  const { offerId } = did(
    await makeOffer(db, { viewer: world.mirela, applicationId, form, now }),
    'no offer made',
  )
  return { ...who, offerId }
}

/** The offer is accepted the next day, with the name typed. */
export async function hired(db: Db, world: Lumo, given: Given): Promise<Offered> {
  const who = await offered(db, world, given)
  const now = later(who.now, { days: 1 })
  const name = given.form?.name ?? 'Arta Kola'
  did(await acceptOffer(db, { viewer: who.viewer, offerId: who.offerId, name, now }), 'not accepted')
  return { ...who, now }
}
