import { and, eq, sql } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import { handbookOpen } from '#app/domain/onboarding.ts'
import type { Db } from '../client.ts'
import { record } from '../events.ts'
import { events, newcomers } from '../schema/index.ts'
import { factsOfOne, holdOwn, ledgerOf, markDone, markOpen, subjectOf } from './facts.ts'

const openedKind = 'article-opened'

/** Which articles of the handbook a newcomer has opened, as the access ledger has it. */
export async function articlesOpened(db: Db, newcomerId: string): Promise<string[]> {
  const article = sql<string>`${events.data}->>'article'`
  const rows = await db
    .selectDistinct({ article })
    .from(events)
    .where(and(eq(events.subjectId, newcomerId), eq(events.kind, openedKind)))
    .execute()
  return rows.map((row) => row.article)
}

/** May the viewer read the handbook? Only this lets any of its words out. null: the viewer is no newcomer. */
export async function handbookGate(
  db: Db,
  input: { viewer: StaffViewer },
): Promise<{ ok: true; opened: string[] } | { refused: 'gate-not-passed' } | null> {
  const [row] = await db
    .select({ id: newcomers.id })
    .from(newcomers)
    .where(eq(newcomers.userId, input.viewer.userId))
  if (!row) return null
  if (!handbookOpen(await factsOfOne(db, row.id))) return { refused: 'gate-not-passed' }
  return { ok: true, opened: await articlesOpened(db, row.id) }
}

/** Opens one article: the gate is asked, and the ledger keeps who opened what, and in which version. */
export async function openArticle(
  db: Db,
  input: { viewer: StaffViewer; article: string; handbookHash: string; now: Date },
): Promise<{ ok: true } | { refused: 'gate-not-passed' } | null> {
  const { viewer, article, handbookHash, now } = input
  return db.transaction(async (tx) => {
    const newcomer = await holdOwn(tx, viewer)
    if (!newcomer) return null
    if (!handbookOpen(await factsOfOne(tx, newcomer.id))) return { refused: 'gate-not-passed' }
    const data = { article, handbook: handbookHash }
    await record(tx, { ...ledgerOf(newcomer), by: viewer, now, kind: openedKind, data })
    return { ok: true }
  })
}

/** The one step that the newcomer ticks by hand, and may untick. The others are done by doing them. */
export async function tickHandbook(
  db: Db,
  input: { viewer: StaffViewer; done: boolean; now: Date },
): Promise<{ ok: true } | { refused: 'gate-not-passed' } | null> {
  const { viewer, done, now } = input
  return db.transaction(async (tx) => {
    const newcomer = await holdOwn(tx, viewer)
    if (!newcomer) return null
    const step = { newcomerId: newcomer.id, key: 'handbook' } as const
    if (done && !handbookOpen(await factsOfOne(tx, newcomer.id))) return { refused: 'gate-not-passed' }
    const changed = done ? await markDone(tx, { ...step, by: viewer.userId, now }) : await markOpen(tx, step)
    const kind = done ? 'step-done' : 'step-undone'
    if (changed) await record(tx, { ...subjectOf(newcomer), by: viewer, now, kind, data: { step: step.key } })
    return { ok: true }
  })
}
