import { asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { newId } from '../id.ts'
import { offers, openings } from '../schema/index.ts'

export async function openingDaysOf(tx: Tx, vacancyId: string): Promise<string[]> {
  const rows = await tx
    .select({ startsOn: openings.startsOn })
    .from(openings)
    .where(eq(openings.vacancyId, vacancyId))
    .orderBy(asc(openings.startsOn), asc(openings.ordinal))
  return rows.map(({ startsOn }) => startsOn)
}

/**
 * Brings the seats of a vacancy to these days: a seat whose day is still wanted stays itself, others move or go. A seat
 * that somebody was offered cannot go.
 */
export async function saveOpenings(
  tx: Tx,
  input: { vacancyId: string; days: readonly string[]; now: Date },
): Promise<{ ok: true } | { refused: 'opening-offered' }> {
  const kept = await tx
    .select({ id: openings.id, ordinal: openings.ordinal, startsOn: openings.startsOn })
    .from(openings)
    .where(eq(openings.vacancyId, input.vacancyId))
    .orderBy(asc(openings.ordinal))
  const wanted = [...input.days]
  const adrift = kept.filter(({ startsOn }) => {
    const at = wanted.indexOf(startsOn)
    if (at >= 0) wanted.splice(at, 1)
    return at < 0
  })
  const offered = await offeredAmong(tx, adrift)
  adrift.sort((a, b) => Number(offered.has(b.id)) - Number(offered.has(a.id)))
  const leaving = adrift.slice(wanted.length)
  if (leaving.some(({ id }) => offered.has(id))) return { refused: 'opening-offered' }
  for (const [index, { id }] of adrift.slice(0, wanted.length).entries())
    await tx.update(openings).set({ startsOn: wanted[index] }).where(eq(openings.id, id))
  const fresh = wanted.slice(adrift.length)
  const last = Math.max(0, ...kept.map(({ ordinal }) => ordinal))
  if (leaving.length > 0)
    await tx.delete(openings).where(
      inArray(
        openings.id,
        leaving.map(({ id }) => id),
      ),
    )
  if (fresh.length > 0)
    await tx.insert(openings).values(
      fresh.map((startsOn, index) => ({
        id: newId(input.now.getTime()),
        vacancyId: input.vacancyId,
        ordinal: last + index + 1,
        startsOn,
      })),
    )
  return { ok: true }
}

async function offeredAmong(tx: Tx, seats: readonly { id: string }[]): Promise<Set<string>> {
  if (seats.length === 0) return new Set()
  const rows = await tx
    .select({ openingId: offers.openingId })
    .from(offers)
    .where(
      inArray(
        offers.openingId,
        seats.map(({ id }) => id),
      ),
    )
  return new Set(rows.map(({ openingId }) => openingId))
}
