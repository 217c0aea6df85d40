import { sql } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import type { Db } from '../client.ts'
import { ofTeams } from './list.ts'

/** Are all of these applications ones that the viewer may see? One that is not makes the whole list not there. */
export async function allOwn(db: Db, viewer: StaffViewer, ids: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return false
  const list = sql.join(
    wanted.map((id) => sql`${id}::uuid`),
    sql`, `,
  )
  const [row] = await db.execute<{ found: number }>(sql`
    select count(*)::int as found from applications a join vacancies v on v.id = a.vacancy_id
    where a.id in (${list}) and ${ofTeams(viewer)} and not a.quarantined`)
  return row?.found === wanted.length
}
