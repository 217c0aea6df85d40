import { and, asc, count, eq, isNull } from 'drizzle-orm'
import type { Locale } from '#app/domain/locale.ts'
import { dueOn, planSteps } from '#app/domain/onboarding.ts'
import type { Day } from '#app/domain/zones.ts'
import type { Tx } from '../client.ts'
import { type Actor, record } from '../events.ts'
import { newId } from '../id.ts'
import { enqueue } from '../jobs.ts'
import { memberships, newcomers, sessions, steps, teams, users } from '../schema/index.ts'
import { addStaff, userByEmail } from '../users.ts'

/** The team's shift lead who has the fewest newcomers; null where the team has no lead. */
async function leadOf(tx: Tx, teamId: string): Promise<string | null> {
  const [lead] = await tx
    .select({ userId: memberships.userId, newcomers: count(newcomers.id) })
    .from(memberships)
    .leftJoin(newcomers, eq(newcomers.leadId, memberships.userId))
    .where(and(eq(memberships.teamId, teamId), eq(memberships.role, 'lead')))
    .groupBy(memberships.userId)
    .orderBy(asc(count(newcomers.id)), asc(memberships.userId))
    .limit(1)
  return lead?.userId ?? null
}

/** Somebody who left and is hired again comes back as a newcomer alone: what they once could do stays taken away. */
async function reopenAccount(tx: Tx, input: { userId: string; by: Actor; now: Date }): Promise<void> {
  await tx.delete(memberships).where(eq(memberships.userId, input.userId))
  await tx.update(users).set({ disabledAt: null, passwordHash: null }).where(eq(users.id, input.userId))
  await tx
    .update(sessions)
    .set({ revokedAt: input.now })
    .where(and(eq(sessions.userId, input.userId), isNull(sessions.revokedAt)))
  const { userId: subjectId, by, now } = input
  await record(tx, { by, now, subject: 'user', subjectId, kind: 'account-reopened' })
}

export interface Hire {
  applicationId: string
  openingId: string
  name: string
  email: string
  locale: Locale
  teamId: string
  startsOn: Day
  now: Date
  leadId?: string | null
  /** Whose act makes the hire; the candidate's, who accepts the offer, unless said. */
  by?: Actor
}

/**
 * Makes a newcomer of an accepted offer: an account (or one more role for the account with that address), the plan with
 * its due days, the welcome by mail. Only ever inside the transaction of the acceptance. Once for an application.
 */
export async function startNewcomer(
  tx: Tx,
  input: Hire,
): Promise<{ ok: true; newcomerId: string; userId: string } | { refused: 'already-newcomer' }> {
  const { applicationId, teamId, now } = input
  const by = input.by ?? { kind: 'candidate', applicationId }
  const [made] = await tx
    .select({ newcomerId: newcomers.id, userId: newcomers.userId })
    .from(newcomers)
    .where(eq(newcomers.applicationId, applicationId))
  if (made) return { ok: true, ...made }
  const known = await userByEmail(tx, input.email)
  const [elsewhere] = known
    ? await tx.select({ id: newcomers.id }).from(newcomers).where(eq(newcomers.userId, known.id))
    : []
  if (elsewhere) return { refused: 'already-newcomer' }
  if (known?.disabledAt) await reopenAccount(tx, { userId: known.id, by, now })
  const [team] = await tx.select({ sample: teams.sample }).from(teams).where(eq(teams.id, teamId))
  const { name, email, locale } = input
  const account = { by, now, name, email, locale, teamId, sample: team?.sample ?? false }
  const userId = await addStaff(tx, { ...account, role: 'newcomer', invite: false })
  const newcomerId = newId(now.getTime())
  await tx.insert(newcomers).values({
    id: newcomerId,
    userId,
    applicationId,
    openingId: input.openingId,
    teamId,
    leadId: input.leadId ?? (await leadOf(tx, teamId)),
    startsOn: input.startsOn,
    createdAt: now,
  })
  await tx.insert(steps).values(
    planSteps.map((step, position) => ({
      id: newId(now.getTime()),
      newcomerId,
      key: step.key,
      section: step.section,
      position,
      owner: step.owner,
      dueOn: dueOn(input.startsOn, step),
    })),
  )
  const subject = { subject: 'newcomer', subjectId: newcomerId, teamId, applicationId }
  await record(tx, { ...subject, by, now, kind: 'newcomer-started', data: { startsOn: input.startsOn } })
  const template = known?.passwordHash && !known.disabledAt ? 'newcomers.welcome-back' : 'newcomers.welcome'
  await enqueue(tx, { kind: 'mail', payload: { template, newcomerId }, now })
  return { ok: true, newcomerId, userId }
}
