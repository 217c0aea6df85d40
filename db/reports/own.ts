import { and, eq } from 'drizzle-orm'
import type { CandidateViewer } from '#app/domain/access.ts'
import type { ReportContent } from '#app/domain/report.ts'
import type { Db } from '../client.ts'
import { applications, teams, vacancies } from '../schema/index.ts'
import { lastReport } from './rows.ts'

/** The candidate's own report as it was released: words only, nobody's name. null: there is none. */
export async function ownReport(db: Db, { viewer }: { viewer: CandidateViewer }) {
  const [own] = await db
    .select({ texts: vacancies.texts, jobLocale: vacancies.jobLocale, zone: teams.timeZone })
    .from(applications)
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .innerJoin(teams, eq(teams.id, vacancies.teamId))
    .where(and(eq(applications.id, viewer.applicationId), eq(applications.quarantined, false)))
  const last = own && (await lastReport(db, viewer.applicationId))
  if (!last) return null
  const content: ReportContent = last.content
  return { ...own, content, releasedAt: last.releasedAt }
}
