import { and, asc, desc, eq, inArray, lt, ne, sql } from 'drizzle-orm'
import { can, type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import { countLimit } from '#app/domain/bounded.ts'
import type { Vacancy } from '#app/domain/vacancy.ts'
import type { Db } from '../client.ts'
import { events, teams, users, vacancies } from '../schema/index.ts'
import { openingDays, type VacancyRow, vacancyOf, visibleTo } from './rows.ts'

const pageSize = 50

const applied = sql<number>`(
  select count(*)::int from (
    select 1 from applications a where a.vacancy_id = vacancies.id limit ${countLimit + 1}) counted)`
const invited = sql<number>`(select count(*)::int from vacancy_graders g where g.vacancy_id = vacancies.id)`

export interface ListedVacancy {
  id: string
  slug: string
  status: VacancyRow['status']
  texts: Vacancy['texts']
  jobLocale: VacancyRow['jobLocale']
  closesOn: string | null
  zone: string
  openings: number
  applications: number
}

/** The viewer's vacancies, the newest first, 50 at a time; `before` is the last id of the page before. */
export async function listVacancies(
  db: Db,
  input: { viewer: StaffViewer; closed: boolean; before?: string },
): Promise<{ vacancies: ListedVacancy[]; older: string | undefined }> {
  const rows = await db
    .select({
      id: vacancies.id,
      slug: vacancies.slug,
      status: vacancies.status,
      texts: vacancies.texts,
      jobLocale: vacancies.jobLocale,
      closesOn: vacancies.closesOn,
      schedule: vacancies.schedule,
      days: openingDays,
      applications: applied,
    })
    .from(vacancies)
    .where(
      and(
        visibleTo(input.viewer),
        input.closed ? eq(vacancies.status, 'closed') : ne(vacancies.status, 'closed'),
        input.before ? lt(vacancies.id, input.before) : undefined,
      ),
    )
    .orderBy(desc(vacancies.id))
    .limit(pageSize + 1)
  const page = rows.slice(0, pageSize)
  return {
    vacancies: page.map(({ days, schedule, ...row }) => ({
      ...row,
      openings: days.length,
      zone: schedule.zone,
    })),
    older: rows.length > pageSize ? page.at(-1)?.id : undefined,
  }
}

export interface FoundVacancy {
  id: string
  slug: string
  teamId: string
  teamName: string
  status: VacancyRow['status']
  rev: number
  vacancy: Vacancy
  updatedAt: Date
  publishedAt: Date | null
  publishedBy: string | null
  closedAt: Date | null
  applications: number
  graders: number
  may: { edit: boolean; publish: boolean }
}

/** One vacancy of the viewer's teams, with what may be done with it. */
export async function findVacancy(
  db: Db,
  { viewer, id }: { viewer: StaffViewer; id: string },
): Promise<FoundVacancy | null> {
  const [found] = await db
    .select({
      row: vacancies,
      days: openingDays,
      teamName: teams.name,
      publishedBy: users.name,
      applications: applied,
      graders: invited,
    })
    .from(vacancies)
    .innerJoin(teams, eq(teams.id, vacancies.teamId))
    .leftJoin(users, eq(users.id, vacancies.publishedBy))
    .where(and(eq(vacancies.id, id), visibleTo(viewer)))
  if (!found) return null
  const { row, days, ...rest } = found
  return {
    ...rest,
    id: row.id,
    slug: row.slug,
    teamId: row.teamId,
    status: row.status,
    rev: row.rev,
    vacancy: vacancyOf(row, days),
    updatedAt: row.updatedAt,
    publishedAt: row.publishedAt,
    closedAt: row.closedAt,
    may: { edit: can(viewer, 'edit-vacancy', row), publish: can(viewer, 'publish-vacancy', row) },
  }
}

/** The teams in which the viewer may draft a vacancy, with the zone in which they work. */
export const teamsToHireFor = (db: Db, viewer: StaffViewer) =>
  db
    .select({ id: teams.id, name: teams.name, timeZone: teams.timeZone })
    .from(teams)
    .where(inArray(teams.id, teamsWhere(viewer, 'edit-vacancy')))
    .orderBy(asc(teams.name))

/** Who saved the vacancy last, and when: for somebody who was editing it at the same time. */
export async function lastEditor(db: Db, id: string): Promise<{ name: string; at: Date } | null> {
  const [row] = await db
    .select({ name: users.name, at: events.at })
    .from(events)
    .innerJoin(users, eq(users.id, events.actorId))
    .where(and(eq(events.subjectId, id), inArray(events.kind, ['drafted', 'edited'])))
    .orderBy(desc(events.id))
    .limit(1)
  return row ?? null
}
