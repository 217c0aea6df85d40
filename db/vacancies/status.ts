import { eq } from 'drizzle-orm'
import { can } from '#app/domain/access.ts'
import { changeStatus, type MissingCode, missing, type VacancyRefusal } from '#app/domain/vacancy.ts'
import { dayIn } from '#app/domain/zones.ts'
import type { Db, Tx } from '../client.ts'
import { applications, vacancies } from '../schema/index.ts'
import { assemble, type Shelf } from '../versions.ts'
import { openingDaysOf } from './openings.ts'
import { freezePlan } from './plan.ts'
import { type Act, holdVacancy, tell, type VacancyRow, vacancyOf } from './rows.ts'

type Refusal = VacancyRefusal | 'role-too-low' | 'stale-revision' | 'unknown-assignment'
export type StatusAnswer = { ok: true } | { refused: Refusal; missing?: MissingCode[] } | null

/** Holds the row for who may change its status; `write` does the rest in the same transaction. */
async function turn(db: Db, input: Act, write: (tx: Tx, row: VacancyRow) => Promise<StatusAnswer>) {
  return db.transaction(async (tx): Promise<StatusAnswer> => {
    const row = await holdVacancy(tx, input)
    if (!row) return null
    return can(input.viewer, 'publish-vacancy', row) ? write(tx, row) : { refused: 'role-too-low' }
  })
}

/** Opens the vacancy to the world and freezes its scoring plan. `rev` is the revision whose preview was seen. */
export function publishVacancy(db: Db, input: Act & { rev: number; shelf: Shelf }): Promise<StatusAnswer> {
  const { viewer, id, now, shelf } = input
  return turn(db, input, async (tx, row) => {
    const lacking = missing(vacancyOf(row, await openingDaysOf(tx, id)), dayIn(row.schedule.zone, now))
    const allowed = changeStatus(row.status, 'published', lacking)
    if ('refused' in allowed) return { ...allowed, missing: lacking }
    if (row.rev !== input.rev) return { refused: 'stale-revision' }
    const assembled = assemble(shelf, row.assignmentKey)
    if (!assembled) return { refused: 'unknown-assignment' }
    const { weights, index, terms } = row
    await freezePlan(tx, { viewer, vacancyId: id, weights, index, terms, assembled, now })
    const by = { publishedAt: now, publishedBy: viewer.userId, updatedAt: now }
    await tx
      .update(vacancies)
      .set({ status: 'published', ...by })
      .where(eq(vacancies.id, id))
    await tell(tx, input, row, 'published')
    return { ok: true }
  })
}

/** Back to a draft, as if nobody had seen it: only while nobody has applied. */
export function unpublishVacancy(db: Db, input: Act): Promise<StatusAnswer> {
  return turn(db, input, async (tx, row) => {
    const applied = await tx
      .select({ id: applications.id })
      .from(applications)
      .where(eq(applications.vacancyId, input.id))
      .limit(1)
    const allowed = changeStatus(row.status, 'draft', [], applied.length)
    if ('refused' in allowed) return allowed
    await tx
      .update(vacancies)
      .set({ status: 'draft', updatedAt: input.now })
      .where(eq(vacancies.id, input.id))
    await tell(tx, input, row, 'unpublished')
    return { ok: true }
  })
}

/** Takes no more applications, for good; those who have applied go on. */
export function closeVacancy(db: Db, input: Act): Promise<StatusAnswer> {
  return turn(db, input, async (tx, row) => {
    const allowed = changeStatus(row.status, 'closed', [])
    if ('refused' in allowed) return allowed
    await tx
      .update(vacancies)
      .set({ status: 'closed', closedAt: input.now, updatedAt: input.now })
      .where(eq(vacancies.id, input.id))
    await tell(tx, input, row, 'closed')
    return { ok: true }
  })
}
