import { eq, sql } from 'drizzle-orm'
import { type Act, can, type StaffViewer } from '#app/domain/access.ts'
import type { Locale } from '#app/domain/locale.ts'
import { titleOf } from '#app/domain/vacancy-title.ts'
import type { Db } from '../client.ts'
import { prepared } from '../prepared.ts'
import { teams, vacancies } from '../schema/index.ts'

export interface VacancyHead {
  id: string
  title: string
  lang: Locale
  zone: string
}

const byId = prepared((db) =>
  db
    .select({
      id: vacancies.id,
      texts: vacancies.texts,
      jobLocale: vacancies.jobLocale,
      teamId: vacancies.teamId,
      zone: teams.timeZone,
    })
    .from(vacancies)
    .innerJoin(teams, eq(teams.id, vacancies.teamId))
    .where(eq(vacancies.id, sql.placeholder('id')))
    .prepare('vacancy_head'),
)

/** The vacancy with its team, where the viewer may do this there; its texts as they stand. */
export async function vacancyRow(db: Db, input: { viewer: StaffViewer; vacancyId: string; act: Act }) {
  const [row] = await byId(db).execute({ id: input.vacancyId })
  return row && can(input.viewer, input.act, row) ? row : null
}

/** The same, called as the reader would have it. */
export async function vacancyFor(
  db: Db,
  input: { viewer: StaffViewer; vacancyId: string; act: Act; locale: Locale },
): Promise<(VacancyHead & { teamId: string }) | null> {
  const row = await vacancyRow(db, input)
  return row && { id: row.id, ...titleOf(row, input.locale), zone: row.zone, teamId: row.teamId }
}
