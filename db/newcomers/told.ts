import { eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '../client.ts'
import { newcomers, readinessDelays, teams, users } from '../schema/index.ts'

const leads = alias(users, 'leads')

/** What a mail to a newcomer is made of, read when it goes out; undefined for an account that was closed meanwhile. */
export async function newcomerToTell(db: Db, newcomerId: string) {
  const [row] = await db
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      locale: users.locale,
      disabledAt: users.disabledAt,
      startsOn: newcomers.startsOn,
      zone: teams.timeZone,
      lead: { name: leads.name, email: leads.email },
    })
    .from(newcomers)
    .innerJoin(users, eq(users.id, newcomers.userId))
    .innerJoin(teams, eq(teams.id, newcomers.teamId))
    .leftJoin(leads, eq(leads.id, newcomers.leadId))
    .where(eq(newcomers.id, newcomerId))
  return row?.disabledAt === null ? row : undefined
}

export async function delayToTell(db: Db, delayId: string) {
  const { newcomerId, dimensions, note, lookAgainOn } = readinessDelays
  const [row] = await db
    .select({ newcomerId, by: users.name, dimensions, note, lookAgainOn })
    .from(readinessDelays)
    .innerJoin(users, eq(users.id, readinessDelays.saidBy))
    .where(eq(readinessDelays.id, delayId))
  return row
}
