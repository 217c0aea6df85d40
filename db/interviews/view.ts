import { and, eq, inArray } from 'drizzle-orm'
import { type CandidateViewer, can, type StaffViewer } from '#app/domain/access.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { Stage } from '#app/domain/pipeline.ts'
import type { Db } from '../client.ts'
import { gradingComplete } from '../grading/complete.ts'
import { aidsOf } from '../integrity/cases.ts'
import { applications, interviews, persons, teams, users, vacancies } from '../schema/index.ts'
import { type KitAnswer, kitOf } from './kit.ts'
import { type Note, notesOf } from './notes.ts'
import { aheadFor, interviewers, isAhead, mayRead, rowsOf } from './rows.ts'

export interface InterviewView {
  id: string
  interviewer: { id: string; name: string }
  startsAt: Date
  minutes: number
  zone: string
  place: string
  sequence: number
  state: 'ahead' | 'held' | 'cancelled'
}
export interface InterviewsOfApplication {
  applicationId: string
  name: string
  stage: Stage
  zone: string
  texts: typeof vacancies.$inferSelect.texts
  jobLocale: Locale
  mayManage: boolean
  /** The one ahead, else the last one held. */
  current: InterviewView | null
  earlier: InterviewView[]
  people: { id: string; name: string }[]
  /** null until all grades are in: nobody judges by an answer before its graders have. */
  kit: KitAnswer[] | null
  /** What the candidate says they used; with the kit. */
  aids: string | null
  notes: Note[]
}

/** The interviews of one application with kit and notes; an interviewer who manages nothing sees their own. */
export async function interviewsOf(
  db: Db,
  { viewer, applicationId, now }: { viewer: StaffViewer; applicationId: string; now: Date },
): Promise<InterviewsOfApplication | null> {
  const [own] = await db
    .select({
      name: persons.name,
      stage: applications.stage,
      teamId: vacancies.teamId,
      zone: teams.timeZone,
      texts: vacancies.texts,
      jobLocale: vacancies.jobLocale,
    })
    .from(applications)
    .innerJoin(persons, eq(persons.id, applications.personId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .innerJoin(teams, eq(teams.id, vacancies.teamId))
    .where(and(eq(applications.id, applicationId), eq(applications.quarantined, false)))
  if (!own) return null
  const mayManage = can(viewer, 'manage-interviews', own)
  const rows = (await rowsOf(db, applicationId)).filter((row) =>
    mayRead(viewer, { ...row, teamId: own.teamId }),
  )
  if (!mayManage && rows.length === 0) return null
  const people = await interviewers(db, own.teamId)
  const views = await namedViews(db, rows, now)
  const current =
    views.find(({ state }) => state === 'ahead') ?? views.findLast(({ state }) => state === 'held') ?? null
  const seen = new Set(views.map(({ id }) => id))
  const { teamId: _, ...application } = own
  const complete = await gradingComplete(db, { applicationId, now })
  return {
    applicationId,
    ...application,
    mayManage,
    current,
    earlier: views.filter(({ id }) => id !== current?.id).reverse(),
    people,
    kit: complete ? await kitOf(db, applicationId) : null,
    aids: complete ? await aidsOf(db, { viewer, applicationId }) : null,
    notes: (await notesOf(db, applicationId)).filter(({ interviewId }) => seen.has(interviewId)),
  }
}

async function namedViews(
  db: Db,
  rows: Awaited<ReturnType<typeof rowsOf>>,
  now: Date,
): Promise<InterviewView[]> {
  const ids = [...new Set(rows.map(({ interviewerId }) => interviewerId))]
  const names =
    ids.length === 0
      ? []
      : await db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids))
  return rows.map((row) => ({
    id: row.id,
    interviewer: names.find(({ id }) => id === row.interviewerId) ?? { id: row.interviewerId, name: '' },
    startsAt: row.startsAt,
    minutes: row.minutes,
    zone: row.zone,
    place: row.place,
    sequence: row.sequence,
    state: row.cancelledAt ? 'cancelled' : isAhead(row, now) ? 'ahead' : 'held',
  }))
}

/** The candidate's own interview that is ahead. */
export async function ownInterview(db: Db, { viewer, now }: { viewer: CandidateViewer; now: Date }) {
  const row = await aheadFor(db, viewer.applicationId, now)
  return row ? interviewWithNames(db, row.id) : null
}

/** An interview with everybody who takes part: what a mail and a calendar entry are made of. */
export async function interviewWithNames(db: Db, interviewId: string) {
  const [row] = await db
    .select({
      interview: interviews,
      interviewer: { id: users.id, name: users.name, email: users.email, locale: users.locale },
      candidate: { name: persons.name, email: persons.email, locale: applications.locale },
      texts: vacancies.texts,
      jobLocale: vacancies.jobLocale,
    })
    .from(interviews)
    .innerJoin(users, eq(users.id, interviews.interviewerId))
    .innerJoin(
      applications,
      and(eq(applications.id, interviews.applicationId), eq(applications.quarantined, false)),
    )
    .innerJoin(persons, eq(persons.id, applications.personId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .where(eq(interviews.id, interviewId))
  return row ?? null
}
export type InterviewWithNames = NonNullable<Awaited<ReturnType<typeof interviewWithNames>>>
