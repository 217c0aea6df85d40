import { eq } from 'drizzle-orm'
import { type Act, can, type StaffViewer } from '#app/domain/access.ts'
import type { Locale } from '#app/domain/locale.ts'
import { titleOf } from '#app/domain/vacancy-title.ts'
import type { Db } from '../client.ts'
import { teams, vacancies } from '../schema/index.ts'

export interface VacancyHead {
  id: string
  title: string
  lang: Locale
  zone: string
}

/** The vacancy with its team, where the viewer may do this there. */
export async function vacancyFor(
  db: Db,
  input: { viewer: StaffViewer; vacancyId: string; act: Act; locale: Locale },
): Promise<(VacancyHead & { teamId: string }) | null> {
  const [row] = await db
    .select({
      id: vacancies.id,
      texts: vacancies.texts,
      jobLocale: vacancies.jobLocale,
      teamId: vacancies.teamId,
      zone: teams.timeZone,
    })
    .from(vacancies)
    .innerJoin(teams, eq(teams.id, vacancies.teamId))
    .where(eq(vacancies.id, input.vacancyId))
  if (!row || !can(input.viewer, input.act, row)) return null
  return { id: row.id, ...titleOf(row, input.locale), zone: row.zone, teamId: row.teamId }
}
