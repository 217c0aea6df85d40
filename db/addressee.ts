import { and, type Column, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from './client.ts'
import { applications, persons, teams, users, vacancies } from './schema/index.ts'

/** To whom a mail goes that is for somebody of the team: a row's columns, with `atWork` as its join. */
export const staffAddress = { userId: users.id, name: users.name, email: users.email, locale: users.locale }
/** The person in this column, unless their account is closed. */
export const atWork = (person: Column) => and(eq(users.id, person), isNull(users.disabledAt))

/** To whom a mail about an application goes, in which language, and about what. Nobody while it is in quarantine. */
export async function addressee(db: Db, applicationId: string) {
  const [row] = await db
    .select({
      name: persons.name,
      email: persons.email,
      locale: applications.locale,
      stage: applications.stage,
      texts: vacancies.texts,
      jobLocale: vacancies.jobLocale,
      zone: teams.timeZone,
      contact: { name: users.name, email: users.email },
    })
    .from(applications)
    .innerJoin(persons, eq(persons.id, applications.personId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .innerJoin(teams, eq(teams.id, vacancies.teamId))
    .innerJoin(users, eq(users.id, sql`coalesce(${vacancies.publishedBy}, ${vacancies.createdBy})`))
    .where(and(eq(applications.id, applicationId), eq(applications.quarantined, false)))
  return row
}
