import { inArray } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import { type Forecast, forecast } from '#app/domain/forecast.ts'
import type { Locale } from '#app/domain/locale.ts'
import { everRevealed, lockEffective } from '#app/domain/reveal.ts'
import type { Db } from '../client.ts'
import { pinnedScenario } from '../pinned.ts'
import { gradingAssignments } from '../schema/index.ts'
import type { DeskState } from './answer.ts'
import { ownPace } from './load.ts'
import { type DeskRow, deskOf, mostShown, queue, recentlyLocked } from './queue.ts'

export interface QueuedScenario {
  key: string
  code: string | null
  title: string
  /** The language of its answers. */
  language: Locale
  count: number
  begun: number
  dueAt: Date
  /** The first of them. */
  next: string
}
export interface GradingQueue {
  scenarios: QueuedScenario[]
  left: number
  /** How many of them are in none of the scenarios, for the desk is too full to be shown whole. */
  more: number
  /** How long it will take; null when nothing is left. */
  forecast: Forecast | null
  locked: { id: string; code: string; title: string; state: Exclude<DeskState, 'open'>; lockedAt: Date }[]
}

/** The viewer's whole work at a glance, scenario by scenario. */
export async function gradingQueue(
  db: Db,
  {
    viewer,
    locale,
    now,
    most = mostShown,
  }: { viewer: StaffViewer; locale: Locale; now: Date; most?: number },
): Promise<GradingQueue> {
  const open = await queue(db, { viewer, most })
  const left = open.length < most ? open.length : (await deskOf(db, viewer, now)).open
  const locked = await recentlyLocked(db, { viewer })
  const pace = await ownPace(db, { viewer, now })
  const groups = new Map<string, DeskRow[]>()
  for (const row of open) {
    const key = `${row.scenarioKey} ${row.locale}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  const scenarios: QueuedScenario[] = []
  let criteria = 0
  for (const rows of groups.values()) {
    const [first] = rows
    if (!first) continue
    const { code, texts, dimensions } = await pinnedScenario(db, first.scenarioHash)
    criteria += rows.length * dimensions.length
    scenarios.push({
      key: first.scenarioKey,
      code: code ?? null,
      title: texts[locale].title,
      language: first.locale,
      count: rows.length,
      begun: rows.filter(({ rev }) => rev > 0).length,
      dueAt: rows.reduce((least, { dueAt }) => (dueAt < least ? dueAt : least), first.dueAt),
      next: first.id,
    })
  }
  // What is not shown is taken to be like what is.
  const share = left / open.length
  return {
    scenarios,
    left,
    more: Math.max(0, left - open.length),
    forecast: open.length === 0 ? null : forecast({ answers: left, criteria: criteria * share, pace }),
    locked: await lockedRows(db, locked, locale, now),
  }
}

async function lockedRows(
  db: Db,
  rows: DeskRow[],
  locale: Locale,
  now: Date,
): Promise<GradingQueue['locked']> {
  if (rows.length === 0) return []
  const requests = await db
    .select()
    .from(gradingAssignments)
    .where(
      inArray(
        gradingAssignments.answerId,
        rows.map(({ answerId }) => answerId),
      ),
    )
  const found: GradingQueue['locked'] = []
  for (const row of rows) {
    if (!row.lockedAt) continue
    const { texts } = await pinnedScenario(db, row.scenarioHash)
    const own = requests.filter(({ answerId }) => answerId === row.answerId)
    // Whether the others have locked is told only where their grades may be seen as well.
    const seen =
      everRevealed(own, now) &&
      own.every(({ voidedAt, settledAt }) => voidedAt !== null || settledAt !== null)
    const state = !lockEffective({ lockedAt: row.lockedAt, voidedAt: null }, now)
      ? 'undoable'
      : seen
        ? 'revealed'
        : 'locked'
    found.push({ id: row.id, code: row.code, title: texts[locale].title, state, lockedAt: row.lockedAt })
  }
  return found
}
