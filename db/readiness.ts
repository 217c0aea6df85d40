import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { can, type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import type { Dimension } from '#app/domain/dimensions.ts'
import {
  type DelayRefusal,
  delayReadiness as mayDelay,
  signReadiness as maySign,
  type ReadinessRefusal,
} from '#app/domain/onboarding.ts'
import { type Day, dayIn } from '#app/domain/zones.ts'
import type { Db, Tx } from './client.ts'
import { record } from './events.ts'
import { newId } from './id.ts'
import { enqueue } from './jobs.ts'
import { factsOfOne, markDone, subjectOf } from './newcomers/facts.ts'
import {
  memberships,
  newcomers,
  readinessDelays,
  readinessSignatures,
  steps,
  teams,
  users,
} from './schema/index.ts'

export async function signatureOf(db: Db | Tx, newcomerId: string) {
  const { note, firstShiftAt, at } = readinessSignatures
  const [row] = await db
    .select({ by: users.name, note, firstShiftAt, at })
    .from(readinessSignatures)
    .innerJoin(users, eq(users.id, readinessSignatures.signedBy))
    .where(eq(readinessSignatures.newcomerId, newcomerId))
    .execute()
  return row ?? null
}

export async function latestDelay(db: Db | Tx, newcomerId: string) {
  const { id, dimensions, note, lookAgainOn, at } = readinessDelays
  const [row] = await db
    .select({ id, by: users.name, dimensions, note, lookAgainOn, at })
    .from(readinessDelays)
    .innerJoin(users, eq(users.id, readinessDelays.saidBy))
    .where(eq(readinessDelays.newcomerId, newcomerId))
    .orderBy(desc(readinessDelays.id))
    .limit(1)
    .execute()
  return row ?? null
}

/** The shift leads of a team, by name: who signs there. */
export async function leadNames(db: Db, teamId: string): Promise<string[]> {
  const rows = await db
    .select({ name: users.name })
    .from(memberships)
    .innerJoin(users, and(eq(users.id, memberships.userId), isNull(users.disabledAt)))
    .where(and(eq(memberships.teamId, teamId), eq(memberships.role, 'lead')))
    .orderBy(asc(users.name))
  return rows.map(({ name }) => name)
}

interface Look {
  viewer: StaffViewer
  newcomerId: string
  now: Date
}

/** A newcomer whom the viewer may see, held; with what the rules ask about the viewer. */
async function holdTheirs(tx: Tx, { viewer, newcomerId }: Look) {
  const [row] = await tx
    .select({ newcomer: newcomers, zone: teams.timeZone })
    .from(newcomers)
    .innerJoin(teams, eq(teams.id, newcomers.teamId))
    .where(and(eq(newcomers.id, newcomerId), inArray(newcomers.teamId, teamsWhere(viewer, 'see-newcomers'))))
    .for('update', { of: newcomers })
  if (!row) return undefined
  const signer = {
    isLead: can(viewer, 'sign-readiness', { teamId: row.newcomer.teamId }),
    isNewcomer: row.newcomer.userId === viewer.userId,
  }
  return { ...row, signer, facts: await factsOfOne(tx, newcomerId) }
}

/** Signs that a newcomer is ready: the live queue opens, the first shift has a time, the newcomer is told. Once. */
export async function signReadiness(
  db: Db,
  input: Look & { note: string; firstShiftAt: Date },
): Promise<{ ok: true } | { refused: ReadinessRefusal | 'first-shift-past' } | null> {
  const { viewer, newcomerId, note, firstShiftAt, now } = input
  return db.transaction(async (tx) => {
    const held = await holdTheirs(tx, input)
    if (!held) return null
    const verdict = maySign(held.facts, held.signer)
    if ('refused' in verdict) return verdict
    if (firstShiftAt <= now) return { refused: 'first-shift-past' }
    await tx.insert(readinessSignatures).values({
      id: newId(now.getTime()),
      newcomerId,
      signedBy: viewer.userId,
      note,
      firstShiftAt,
      at: now,
    })
    await markDone(tx, { newcomerId, key: 'readiness', by: viewer.userId, now })
    const data = { firstShiftAt: firstShiftAt.toISOString() }
    await record(tx, { ...subjectOf(held.newcomer), by: viewer, now, kind: 'readiness-signed', data })
    await enqueue(tx, { kind: 'mail', payload: { template: 'newcomers.ready', newcomerId }, now })
    return { ok: true }
  })
}

/**
 * "Not yet": what to practise and when the lead looks again. `after` is the delay that the lead had before them, so that
 * the same form sent twice says it once.
 */
export async function delayReadiness(
  db: Db,
  input: Look & { dimensions: Dimension[]; note: string; lookAgainOn: Day; after: string | null },
): Promise<{ ok: true } | { refused: DelayRefusal } | null> {
  const { viewer, newcomerId, dimensions, note, lookAgainOn, now } = input
  return db.transaction(async (tx) => {
    const held = await holdTheirs(tx, input)
    if (!held) return null
    const today = dayIn(held.zone, now)
    const verdict = mayDelay(held.facts, held.signer, { dimensions, lookAgainOn, today })
    if ('refused' in verdict) return verdict
    const latest = await latestDelay(tx, newcomerId)
    if ((latest?.id ?? null) !== input.after) return { ok: true }
    const delayId = newId(now.getTime())
    await tx.insert(readinessDelays).values({
      id: delayId,
      newcomerId,
      saidBy: viewer.userId,
      dimensions,
      note,
      lookAgainOn,
      at: now,
    })
    await tx
      .update(steps)
      .set({ dueOn: lookAgainOn })
      .where(and(eq(steps.newcomerId, newcomerId), eq(steps.key, 'readiness')))
    const data = { dimensions: dimensions.join(' '), lookAgainOn }
    await record(tx, { ...subjectOf(held.newcomer), by: viewer, now, kind: 'readiness-delayed', data })
    await enqueue(tx, { kind: 'mail', payload: { template: 'newcomers.not-yet', delayId }, now })
    return { ok: true }
  })
}
