import { sql } from 'drizzle-orm'
import { type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import { decisionRules } from '#app/domain/decision.ts'
import { railLimit } from '#app/domain/pipeline-list.ts'
import type { Db } from '../client.ts'
import { moment, some } from '../pipeline/judged.ts'

/** Of so many decisions, the newest of the installation, it is asked whether a report followed: read from an index. */
const lookedThrough = 1000

export interface OwedReport {
  applicationId: string
  name: string
}

/**
 * Who was decided about after their assignment and has no report yet, those who have waited longest first: the report is
 * for everybody tested, and nobody need remember whom it is owed to. By the same rule as the release itself.
 */
export async function reportsOwed(
  db: Db,
  { viewer, now }: { viewer: StaffViewer; now: Date },
): Promise<OwedReport[]> {
  const teams = teamsWhere(viewer, 'decide')
  if (teams.length === 0) return []
  const undone = moment(new Date(now.getTime() - decisionRules.undoSeconds * 1000))
  // One by one from its index, by `limit 1`: joins and `exists` may read a whole table once for a thousand rows.
  const rows = await db
    .execute<{ id: string; name: string }>(sql`
      select a.id, p.name from (
        select d.id, d.application_id, d.kind, d.created_at from decisions d order by d.id desc limit ${lookedThrough}) d
      cross join lateral (select * from applications a where a.id = d.application_id limit 1) a
      cross join lateral (select v.team_id from vacancies v where v.id = a.vacancy_id limit 1) v
      cross join lateral (select p.name from persons p where p.id = a.person_id limit 1) p
      where v.team_id = any(${sql.param(teams)}::uuid[]) and not a.quarantined
        and ${some(sql`from attempts t where t.application_id = a.id and t.status in ('submitted', 'expired')`)}
        and not ${some(sql`from candidate_reports r where r.application_id = a.id`)}
        and not ${some(sql`from decisions x where x.application_id = a.id and x.id > d.id`)}
        and (d.kind = 'offer' or a.stage >= 'offer')
        and not (d.kind = 'reject' and a.stage = 'rejected' and d.created_at >= ${undone})
      order by d.id limit ${railLimit}`)
    .execute()
  return rows.map(({ id, name }) => ({ applicationId: id, name }))
}
