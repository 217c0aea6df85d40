import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { can, type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import { type Fact, isActive } from '#app/domain/pipeline.ts'
import { type WayOut, waysFrom } from '#app/domain/pipeline-ways.ts'
import { daysSince } from '#app/domain/silence.ts'
import type { Db } from '../client.ts'
import {
  applications,
  files,
  identityViews,
  newcomers,
  persons,
  vacancies,
  vacancyGraders,
} from '../schema/index.ts'
import { factsOf } from './facts.ts'
import { nextStep, overdue } from './judged.ts'
import { listQuery, ofTeams, tables } from './list.ts'
import { type ListedApplication, listed } from './listed.ts'

/** What the person wrote, and how to reach them: only for those before whom they stand by name. */
export interface Identified {
  name: string
  email: string
  why: string
  files: { id: string; name: string; bytes: number }[]
}

export interface ApplicationForStaff extends ListedApplication {
  teamId: string
  languages: { language: string; level: string }[]
  hours: { day: number; from: string; to: string }[]
  person: Identified | null
  /** This viewer has opened the identity, which is written down. */
  opened: boolean
  /** This viewer is asked to grade for the vacancy: whoever opens the identity first, cannot grade this one. */
  grades: boolean
  ways: WayOut[]
  /** Whom the hire made of the candidate, where this viewer may see the plan. */
  newcomerId: string | null
  may: { move: boolean; write: boolean }
}

/** One application as its page shows it, or null when it is none of the viewer's. */
export async function applicationForStaff(
  db: Db,
  { viewer, id, now }: { viewer: StaffViewer; id: string; now: Date },
): Promise<ApplicationForStaff | null> {
  const key = sql`(
    select a.*, ${nextStep(now)} as next, ${overdue(now)} as overdue, 1 as place
    from ${tables} where a.id = ${id}::uuid and ${ofTeams(viewer)} and not a.quarantined) a`
  const order = { by: 'newest', down: true } as const
  const [row] = await listQuery(db, { viewer, filter: {}, order, now }, key)
  if (!row) return null
  const [more] = await db
    .select({
      teamId: vacancies.teamId,
      languages: applications.languages,
      hours: applications.hours,
      why: applications.why,
      email: persons.email,
      opened: identityViews.at,
      invited: vacancyGraders.userId,
      newcomerId: newcomers.id,
    })
    .from(applications)
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .innerJoin(persons, eq(persons.id, applications.personId))
    .leftJoin(
      identityViews,
      and(eq(identityViews.applicationId, applications.id), eq(identityViews.userId, viewer.userId)),
    )
    .leftJoin(
      vacancyGraders,
      and(eq(vacancyGraders.vacancyId, vacancies.id), eq(vacancyGraders.userId, viewer.userId)),
    )
    .leftJoin(
      newcomers,
      and(
        eq(newcomers.applicationId, applications.id),
        inArray(newcomers.teamId, teamsWhere(viewer, 'see-newcomers')),
      ),
    )
    .where(eq(applications.id, id))
  if (!more) return null
  const { teamId, languages, hours, why, email } = more
  const kept =
    row.name === null
      ? []
      : await db
          .select({ id: files.id, name: files.name, bytes: files.bytes })
          .from(files)
          .where(eq(files.applicationId, id))
          .orderBy(asc(files.id))
  const asked: Fact[] =
    row.stage === 'grading' ? ['grading-complete'] : row.stage === 'decision' ? ['offer-decided'] : []
  const facts = await factsOf(db, { applicationId: id, vacancyId: row.vacancy.id, now }, asked)
  const move = can(viewer, 'move-application', { teamId })
  return {
    ...listed(row),
    teamId,
    languages,
    hours,
    person: row.name === null ? null : { name: row.name, email, why, files: kept },
    opened: more.opened !== null,
    grades: more.invited !== null,
    ways: move ? waysFrom(row.stage, facts) : [],
    newcomerId: more.newcomerId,
    may: { move, write: move && isActive(row.stage) && daysSince(row.lastWordAt, row.zone, now) > 0 },
  }
}
