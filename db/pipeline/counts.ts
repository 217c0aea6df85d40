import { sql } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import { activeStages, isActive, type Stage, stages } from '#app/domain/pipeline.ts'
import type { Db } from '../client.ts'
import { ofTeams } from './list.ts'

/** No vacancy counts further than this: the page says so. */
const countedAtMost = 5000

export interface StageCounts {
  now: Record<Stage, number>
  /** How many came at least as far as this stage, those who have left since included. */
  reached: Partial<Record<Stage, number>>
  /** So many were counted and no more; null where all were. */
  capped: number | null
}

const road: readonly Stage[] = [...activeStages, 'hired']

/** How many stand at each stage of a vacancy, and how many reached it. Those who left count up to where they left from. */
export async function stageCounts(
  db: Db,
  { viewer, vacancyId }: { viewer: StaffViewer; vacancyId: string },
): Promise<StageCounts> {
  const asked = db.execute<{ stage: Stage; left_from: Stage | null; found: number }>(sql`
    select stage, left_from, count(*)::int as found from (
      select a.stage, a.left_from from applications a join vacancies v on v.id = a.vacancy_id
      where a.vacancy_id = ${vacancyId}::uuid and ${ofTeams(viewer)} and not a.quarantined
      limit ${countedAtMost}) counted
    group by stage, left_from`)
  const rows = await asked.execute()
  const now = Object.fromEntries(stages.map((stage) => [stage, 0])) as Record<Stage, number>
  const reached: Partial<Record<Stage, number>> = {}
  let all = 0
  for (const { stage, left_from: left, found } of rows) {
    now[stage] += found
    all += found
    const last = isActive(stage) || stage === 'hired' ? stage : (left ?? 'applied')
    for (const passed of road.slice(0, road.indexOf(last) + 1))
      reached[passed] = (reached[passed] ?? 0) + found
  }
  return { now, reached, capped: all >= countedAtMost ? countedAtMost : null }
}
