import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { EventKind } from '#app/domain/event-kinds.ts'
import { isStage } from '#app/domain/pipeline.ts'
import { lastAsked } from '#app/domain/reference-asking.ts'
import {
  moveReference,
  type ReferenceAct,
  type ReferenceActor,
  type ReferenceRefusal,
  referenceStatus,
} from '#app/domain/reference-request.ts'
import { type Behaviour, shortForm } from '#app/domain/references.ts'
import type { Db, Tx } from '../client.ts'
import { type Actor, record } from '../events.ts'
import {
  applications,
  attempts,
  events,
  persons,
  referenceRequests,
  scoringPlans,
  teams,
  users,
  vacancies,
} from '../schema/index.ts'

export type RequestRow = typeof referenceRequests.$inferSelect

/** One request with its application, both held until the transaction ends; the application first, as everywhere. */
export async function holdRequest(tx: Tx, requestId: string) {
  const [row] = await tx
    .select({ request: referenceRequests, stage: applications.stage, teamId: vacancies.teamId })
    .from(referenceRequests)
    .innerJoin(applications, eq(applications.id, referenceRequests.applicationId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .where(eq(referenceRequests.id, requestId))
    .for('update', { of: [applications, referenceRequests] })
  return row
}
export type HeldRequest = NonNullable<Awaited<ReturnType<typeof holdRequest>>>

/** Writes down that something happened to a request. */
export const recordRequest = (
  tx: Tx,
  { request, teamId }: Pick<HeldRequest, 'request' | 'teamId'>,
  { by, kind, now }: { by: Actor; kind: EventKind; now: Date },
) =>
  record(tx, {
    by,
    now,
    subject: 'reference-request',
    subjectId: request.id,
    applicationId: request.applicationId,
    teamId,
    kind,
  })

/** An act on a held request, if its life allows it: the moments are set and the event is written. */
export async function actOn(
  tx: Tx,
  held: HeldRequest,
  input: {
    act: ReferenceAct
    actor: ReferenceActor
    by: Actor
    kind: EventKind
    set: Partial<RequestRow>
    now: Date
  },
): Promise<{ ok: true } | { refused: ReferenceRefusal }> {
  const { act, actor, set, now } = input
  const moved = moveReference(referenceStatus(held.request, now), act, actor)
  if ('refused' in moved) return moved
  await tx.update(referenceRequests).set(set).where(eq(referenceRequests.id, held.request.id))
  await recordRequest(tx, held, input)
  return { ok: true }
}

/** When the candidate was asked to name people, last. */
export async function askedAt(db: Db | Tx, applicationId: string): Promise<Date | null> {
  const rows = await db
    .select({ at: events.at, data: events.data })
    .from(events)
    .where(
      and(
        eq(events.applicationId, applicationId),
        eq(events.subject, 'application'),
        inArray(events.kind, ['references-asked', 'moved']),
      ),
    )
    .orderBy(desc(events.id))
  return lastAsked(
    rows.map(({ at, data: { from, to } }) => ({
      at,
      moved: isStage(from) && isStage(to) ? { from, to } : null,
    })),
  )
}

/** The behaviours that referees of this application are asked about, by the weights that were fixed for it. */
export async function behavioursAsked(db: Db | Tx, applicationId: string): Promise<Behaviour[]> {
  const [row] = await db
    .select({ plan: scoringPlans.plan, weights: vacancies.weights })
    .from(applications)
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .leftJoin(attempts, eq(attempts.applicationId, applications.id))
    .leftJoin(scoringPlans, eq(scoringPlans.id, attempts.scoringPlanId))
    .where(eq(applications.id, applicationId))
  return shortForm(row?.plan?.weights ?? row?.weights ?? {})
}

/** A request with the names that a referee may know: the candidate, the vacancy, who asks. */
export async function requestWithNames(db: Db | Tx, requestId: string) {
  const [row] = await db
    .select({
      request: referenceRequests,
      stage: applications.stage,
      quarantined: applications.quarantined,
      candidate: persons.name,
      texts: vacancies.texts,
      jobLocale: vacancies.jobLocale,
      teamId: vacancies.teamId,
      zone: teams.timeZone,
      contact: { name: users.name, email: users.email },
    })
    .from(referenceRequests)
    .innerJoin(applications, eq(applications.id, referenceRequests.applicationId))
    .innerJoin(persons, eq(persons.id, applications.personId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .innerJoin(teams, eq(teams.id, vacancies.teamId))
    .innerJoin(users, eq(users.id, sql`coalesce(${vacancies.publishedBy}, ${vacancies.createdBy})`))
    .where(eq(referenceRequests.id, requestId))
  return row
}
