import { asc, inArray } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import type { Db } from './client.ts'
import { teams } from './schema/index.ts'

/** By which clock the days of a viewer's own pages are told: their team's; the oldest one's where there are several. */
export async function zoneOf(db: Db, viewer: StaffViewer): Promise<string> {
  const own = viewer.memberships.map(({ teamId }) => teamId)
  const [team] = await db
    .select({ zone: teams.timeZone })
    .from(teams)
    .where(inArray(teams.id, own))
    .orderBy(asc(teams.id))
    .limit(1)
  return team?.zone ?? 'UTC'
}
