import { and, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import { can, memberOf, type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import { type Suspicion, suspicions } from '#app/domain/spam.ts'
import type { Db, Tx } from './client.ts'
import { record } from './events.ts'
import { type HeldApplication, holdApplication, tellCandidate } from './held-application.ts'
import { newId } from './id.ts'
import { enqueue } from './jobs.ts'
import {
  applications,
  events,
  files,
  identityViews,
  jobs,
  persons,
  teams,
  vacancies,
} from './schema/index.ts'

const act = 'move-application'
const keyOf = (applicationId: string) => `remove-application:${applicationId}`
const pageSize = 50
/** Removing can be taken back for as long as a mail can. */
const undoSeconds = 10

/** What was written down when the application came. */
const cause = sql<string | null>`(
  select e.data->>'suspected' from ${events} e
  where e.application_id = ${applications.id} and e.kind = 'applied' order by e.id limit 1)`

/** What is kept in quarantine for the viewer's teams, the newest first, fifty at a time, older than `before`. */
export async function quarantineOf(db: Db, { viewer, before }: { viewer: StaffViewer; before?: string }) {
  const rows = await db
    .select({
      id: applications.id,
      name: persons.name,
      email: applications.emailNormal,
      locale: applications.locale,
      why: applications.why,
      at: applications.createdAt,
      cause,
      removing: jobs.id,
      zone: teams.timeZone,
      vacancy: { texts: vacancies.texts, jobLocale: vacancies.jobLocale },
    })
    .from(applications)
    .innerJoin(persons, eq(persons.id, applications.personId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .innerJoin(teams, eq(teams.id, vacancies.teamId))
    .leftJoin(jobs, eq(jobs.dedupe, sql`${keyOf('')} || ${applications.id}`))
    .where(
      and(
        // As the index says it: a parameter in its place would not find it.
        sql`${applications.quarantined}`,
        inArray(vacancies.teamId, teamsWhere(viewer, act)),
        before === undefined ? undefined : lt(applications.id, before),
      ),
    )
    .orderBy(desc(applications.id))
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize).map(({ cause, removing, ...row }) => ({
    ...row,
    suspected: suspicions.find((one): one is Suspicion => one === cause) ?? null,
    removing: removing !== null,
  }))
  return { rows: shown, next: rows.length > pageSize ? shown.at(-1)?.id : undefined }
}

interface Judged {
  viewer: StaffViewer
  applicationId: string
  now: Date
}
type Done = { ok: true } | { refused: 'role-too-low' | 'undo-over' } | null

const eventOn = ({ id, teamId }: HeldApplication, { viewer, now }: Judged) => ({
  by: viewer,
  now,
  subject: 'application',
  subjectId: id,
  applicationId: id,
  teamId,
})

/** The application, held, for whoever may judge it. */
async function holdToJudge(tx: Tx, { viewer, applicationId }: Judged) {
  const held = await holdApplication(tx, applicationId)
  if (!held || !memberOf(viewer, held.teamId)) return null
  return can(viewer, act, held) ? held : ({ refused: 'role-too-low' } as const)
}

/** Stops a removal that has not begun. */
const callOff = (tx: Tx, applicationId: string) =>
  tx
    .delete(jobs)
    .where(and(eq(jobs.dedupe, keyOf(applicationId)), isNull(jobs.leasedUntil)))
    .returning({ id: jobs.id })

/** It is no spam: from now on it is an application like any other, and its sender hears that it has arrived. */
export const restoreApplication = (db: Db, input: Judged): Promise<Done> =>
  db.transaction(async (tx) => {
    const held = await holdToJudge(tx, input)
    if (!held || 'refused' in held) return held
    if (!held.quarantined) return { ok: true }
    const { applicationId, now } = input
    await callOff(tx, applicationId)
    await tx
      .update(applications)
      .set({ quarantined: false, stageSince: now })
      .where(eq(applications.id, applicationId))
    // Who judged has read it under its name.
    await tx
      .insert(identityViews)
      .values({ id: newId(now.getTime()), applicationId, userId: input.viewer.userId, at: now })
      .onConflictDoNothing()
    await record(tx, { ...eventOn(held, input), kind: 'restored' })
    await tellCandidate(tx, { applicationId, template: 'apply.received', now })
    return { ok: true }
  })

/** It is spam: in ten seconds it is gone. What is no longer in quarantine is not removed from here. */
export const removeApplication = (db: Db, input: Judged): Promise<Done> =>
  db.transaction(async (tx) => {
    const held = await holdToJudge(tx, input)
    if (!held || 'refused' in held) return held
    if (!held.quarantined) return null
    const { applicationId, now } = input
    const [waiting] = await tx
      .select()
      .from(jobs)
      .where(eq(jobs.dedupe, keyOf(applicationId)))
    if (waiting) return { ok: true }
    const runAt = new Date(now.getTime() + undoSeconds * 1000)
    const dedupe = keyOf(applicationId)
    await enqueue(tx, { kind: 'remove-application', payload: { applicationId }, runAt, dedupe, now })
    await record(tx, { ...eventOn(held, input), kind: 'removed' })
    return { ok: true }
  })

/** Takes the removal back while it waits. */
export const undoRemoval = (db: Db, input: Judged): Promise<Done> =>
  db.transaction(async (tx) => {
    const held = await holdToJudge(tx, input)
    if (!held || 'refused' in held) return held
    const [off] = await callOff(tx, input.applicationId)
    if (off) await record(tx, { ...eventOn(held, input), kind: 'removal-undone' })
    return off || !held.quarantined ? { ok: true } : { refused: 'undo-over' }
  })

/**
 * The removal itself, when its seconds are over: the application and its files, and the person if nothing else is known
 * of them. Gives the hashes of files that nobody else has sent, whose bytes can go too.
 */
export const removeNow = (db: Db, { applicationId }: { applicationId: string }): Promise<string[]> =>
  db.transaction(async (tx) => {
    const held = await holdApplication(tx, applicationId)
    if (!held?.quarantined) return []
    const sent = await tx
      .select({ sha256: files.sha256 })
      .from(files)
      .where(eq(files.applicationId, applicationId))
    const [gone] = await tx
      .delete(applications)
      .where(eq(applications.id, applicationId))
      .returning({ personId: applications.personId })
    const personId = gone?.personId ?? ''
    const others = tx
      .select({ id: applications.id })
      .from(applications)
      .where(eq(applications.personId, personId))
    await tx.delete(persons).where(and(eq(persons.id, personId), sql`not exists ${others}`))
    const hashes = [...new Set(sent.map(({ sha256 }) => sha256))]
    const kept =
      hashes.length === 0
        ? []
        : await tx.select({ sha256: files.sha256 }).from(files).where(inArray(files.sha256, hashes))
    return hashes.filter((hash) => !kept.some(({ sha256 }) => sha256 === hash))
  })
