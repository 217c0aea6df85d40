import { and, desc, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import { dayNumber } from '#app/domain/newcomer-plan.ts'
import {
  planOf,
  type Standing,
  type StepKey,
  type StepState,
  standingOf,
  standings,
} from '#app/domain/onboarding.ts'
import { type Day, dayIn } from '#app/domain/zones.ts'
import type { Db } from '../client.ts'
import { newcomers, steps, teams, users } from '../schema/index.ts'
import { factsOf } from './facts.ts'

export interface NewcomerListed {
  id: string
  name: string
  team: string
  lead: string | null
  startsOn: Day
  /** Which day of the job it is; 0 or less before the first. */
  day: number
  standing: Standing
  steps: { key: StepKey; state: StepState; dueOn: Day; owner: 'newcomer' | 'lead' }[]
  today: Day
}

const leads = alias(users, 'leads')
/** One page holds everybody who started lately; a company with more newcomers at once has other worries. */
const most = 200

/** The newcomers of the viewer's teams: who is stuck stands first, who is in the live queue last. */
export async function newcomersFor(
  db: Db,
  input: { viewer: StaffViewer; now: Date },
): Promise<NewcomerListed[]> {
  const rows = await db
    .select({
      id: newcomers.id,
      name: users.name,
      team: teams.name,
      zone: teams.timeZone,
      lead: leads.name,
      startsOn: newcomers.startsOn,
    })
    .from(newcomers)
    .innerJoin(users, eq(users.id, newcomers.userId))
    .innerJoin(teams, eq(teams.id, newcomers.teamId))
    .leftJoin(leads, eq(leads.id, newcomers.leadId))
    .where(and(inArray(newcomers.teamId, teamsWhere(input.viewer, 'see-newcomers'))))
    .orderBy(desc(newcomers.startsOn), desc(newcomers.id))
    .limit(most)
  const ids = rows.map(({ id }) => id)
  const facts = await factsOf(db, ids)
  const ticks =
    ids.length === 0
      ? []
      : await db
          .select({ newcomerId: steps.newcomerId, key: steps.key, dueOn: steps.dueOn })
          .from(steps)
          .where(inArray(steps.newcomerId, ids))
  const due = new Map(ticks.map(({ newcomerId, key, dueOn }) => [`${newcomerId} ${key}`, dueOn]))
  return rows
    .flatMap(({ zone, ...row }): NewcomerListed[] => {
      const known = facts.get(row.id)
      if (!known) return []
      const plan = planOf(known).map(({ key, state, owner }) => ({
        key,
        state,
        owner,
        dueOn: due.get(`${row.id} ${key}`) ?? row.startsOn,
      }))
      const today = dayIn(zone, input.now)
      const standing = standingOf(plan, { startsOn: row.startsOn, today })
      return [{ ...row, day: dayNumber(row.startsOn, today), standing, steps: plan, today }]
    })
    .sort((a, b) => standings.indexOf(a.standing) - standings.indexOf(b.standing))
}
