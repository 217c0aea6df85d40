import { and, asc, count, eq, inArray, isNull, notExists, or, sql } from 'drizzle-orm'
import { type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import type { Locale } from '#app/domain/locale.ts'
import { railLimit } from '#app/domain/pipeline-list.ts'
import { titleIn } from '#app/domain/vacancy-title.ts'
import type { Db } from '../client.ts'
import {
  applications,
  interviews,
  newcomers,
  persons,
  readinessSignatures,
  teams,
  users,
  vacancies,
} from '../schema/index.ts'
import { moment, overdue } from './judged.ts'
import { ofTeams } from './list.ts'

/** How many candidates of the viewer's teams have waited too long for a word. Bounded, from an index. */
export async function overdueCount(db: Db, viewer: StaffViewer, now: Date): Promise<number> {
  if (teamsWhere(viewer, 'move-application').length === 0) return 0
  const counted = sql`
    select count(*)::int as found from (
      select 1 from applications a join vacancies v on v.id = a.vacancy_id join teams m on m.id = v.team_id
      where ${ofTeams(viewer)} and not a.quarantined and ${overdue(now)}
      order by a.last_word_at limit ${railLimit}) counted`
  const [row] = await db.execute<{ found: number }>(counted).execute()
  return row?.found ?? 0
}

/** The interviews of this day in each team's zone: all of those whom the viewer may plan for, and their own. */
export async function interviewsToday(db: Db, viewer: StaffViewer, locale: Locale, now: Date) {
  const rows = await db
    .select({
      id: interviews.id,
      applicationId: applications.id,
      name: persons.name,
      texts: vacancies.texts,
      jobLocale: vacancies.jobLocale,
      startsAt: interviews.startsAt,
      zone: teams.timeZone,
      place: interviews.place,
      interviewer: users.name,
    })
    .from(interviews)
    .innerJoin(applications, eq(applications.id, interviews.applicationId))
    .innerJoin(persons, eq(persons.id, applications.personId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .innerJoin(teams, eq(teams.id, vacancies.teamId))
    .innerJoin(users, eq(users.id, interviews.interviewerId))
    .where(
      and(
        isNull(interviews.cancelledAt),
        sql`${interviews.startsAt} between ${moment(now)} - interval '1 day' and ${moment(now)} + interval '1 day'`,
        sql`(${interviews.startsAt} at time zone ${teams.timeZone})::date = (${moment(now)} at time zone ${teams.timeZone})::date`,
        or(
          inArray(teams.id, teamsWhere(viewer, 'manage-interviews')),
          and(
            eq(interviews.interviewerId, viewer.userId),
            inArray(
              teams.id,
              viewer.memberships.map(({ teamId }) => teamId),
            ),
          ),
        ),
      ),
    )
    .orderBy(asc(interviews.startsAt))
    .limit(20)
  return rows.map(({ texts, jobLocale, ...row }) => ({
    ...row,
    vacancy: titleIn({ texts, jobLocale }, locale),
  }))
}

/** Newcomers whose readiness nobody has signed yet, those who start soonest first. */
export async function waitingForReadiness(db: Db, viewer: StaffViewer) {
  const signed = db
    .select({ one: sql`1` })
    .from(readinessSignatures)
    .where(eq(readinessSignatures.newcomerId, newcomers.id))
  return db
    .select({ id: newcomers.id, name: users.name, startsOn: newcomers.startsOn })
    .from(newcomers)
    .innerJoin(users, eq(users.id, newcomers.userId))
    .where(and(inArray(newcomers.teamId, teamsWhere(viewer, 'sign-readiness')), notExists(signed)))
    .orderBy(asc(newcomers.startsOn), asc(newcomers.id))
    .limit(20)
}

/** Is there anything to hire for yet? */
export async function vacancyStates(db: Db, viewer: StaffViewer) {
  const rows = await db
    .select({ status: vacancies.status, found: count() })
    .from(vacancies)
    .where(inArray(vacancies.teamId, teamsWhere(viewer, 'see-vacancies')))
    .groupBy(vacancies.status)
  const of = (status: string) => rows.find((row) => row.status === status)?.found ?? 0
  return { draft: of('draft'), published: of('published'), closed: of('closed') }
}
