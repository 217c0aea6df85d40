import { and, count, eq, inArray, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm'
import { can, type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import type { EventKind } from '#app/domain/event-kinds.ts'
import { type ListName, type ViewRefusal, viewRules } from '#app/domain/saved-view.ts'
import type { Db, Tx } from './client.ts'
import { record } from './events.ts'
import { newId } from './id.ts'
import { prepared } from './prepared.ts'
import { savedViews, users } from './schema/index.ts'

/** More than that nobody looks through: the viewer's own come first. */
const mostShown = 60

const asked = prepared((db) =>
  db
    .select({
      id: savedViews.id,
      name: savedViews.name,
      query: savedViews.query,
      shared: savedViews.shared,
      teamId: savedViews.teamId,
      ownerId: savedViews.ownerId,
      owner: users.name,
    })
    .from(savedViews)
    .innerJoin(users, eq(users.id, savedViews.ownerId))
    .where(
      and(
        sql`${savedViews.teamId} = any(${sql.placeholder('teams')}::uuid[])`,
        eq(savedViews.list, sql.placeholder('list')),
        isNull(savedViews.removedAt),
        or(eq(savedViews.ownerId, sql.placeholder('viewer')), savedViews.shared),
      ),
    )
    .orderBy(sql`${savedViews.ownerId} <> ${sql.placeholder('viewer')}`, savedViews.name, savedViews.id)
    .limit(mostShown)
    .prepare('saved_views_of'),
)

export interface SavedView {
  id: string
  name: string
  query: string
  shared: boolean
  /** Saved by this viewer, who may change it. */
  own: boolean
  /** Who shared it, where it was somebody else. */
  by: string | null
  mayRemove: boolean
}

/** The views of one list: the viewer's own in these teams, then what others of the teams share. */
export async function viewsOf(
  db: Db,
  { viewer, list, teamIds }: { viewer: StaffViewer; list: ListName; teamIds?: readonly string[] },
): Promise<SavedView[]> {
  const own = teamsWhere(viewer, 'see-applications')
  const teams = teamIds ? own.filter((id) => teamIds.includes(id)) : own
  const rows = await asked(db).execute({ teams, list, viewer: viewer.userId })
  return rows.map(({ teamId, ownerId, owner, ...view }) => {
    const isOwn = ownerId === viewer.userId
    return {
      ...view,
      own: isOwn,
      by: isOwn ? null : owner,
      mayRemove: isOwn || can(viewer, 'manage-staff', { teamId }),
    }
  })
}

interface Acting {
  viewer: StaffViewer
  now: Date
}
type Done = { ok: true; id: string; name: string } | { refused: ViewRefusal } | null

/** A person's views change one after the other: a name twice, or one too many, is seen. */
const hold = (tx: Tx, userId: string) =>
  tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('no key update')

async function namesake(tx: Tx, of: { ownerId: string; teamId: string; list: ListName; name: string }) {
  const { ownerId, teamId, list, name } = of
  const [row] = await tx
    .select()
    .from(savedViews)
    .where(
      and(
        eq(savedViews.teamId, teamId),
        eq(savedViews.list, list),
        eq(savedViews.ownerId, ownerId),
        eq(savedViews.name, name),
        isNull(savedViews.removedAt),
      ),
    )
  return row
}

async function room(tx: Tx, ownerId: string): Promise<boolean> {
  const kept = and(eq(savedViews.ownerId, ownerId), isNull(savedViews.removedAt))
  const [row] = await tx.select({ kept: count() }).from(savedViews).where(kept)
  return (row?.kept ?? 0) < viewRules.each
}

const noted = (tx: Tx, { viewer, now }: Acting, view: { id: string; teamId: string }, kind: EventKind) =>
  record(tx, { by: viewer, now, subject: 'saved-view', subjectId: view.id, teamId: view.teamId, kind })

/** Keeps the address of a list under a name. The same once more changes nothing. */
export async function saveView(
  db: Db,
  input: Acting & { teamId: string; list: ListName; name: string; query: string; shared: boolean },
): Promise<Done> {
  const { viewer, now, teamId, list, name, query, shared } = input
  if (!can(viewer, 'see-applications', { teamId })) return null
  const ownerId = viewer.userId
  return db.transaction(async (tx) => {
    await hold(tx, ownerId)
    const known = await namesake(tx, { ownerId, teamId, list, name })
    if (known)
      return known.query === query && known.shared === shared
        ? { ok: true, id: known.id, name }
        : { refused: 'name-taken' }
    if (!(await room(tx, ownerId))) return { refused: 'too-many' }
    const id = newId(now.getTime())
    await tx.insert(savedViews).values({ id, teamId, ownerId, list, name, query, shared, createdAt: now })
    await noted(tx, input, { id, teamId }, 'view-saved')
    return { ok: true, id, name }
  })
}

/**
 * The view, if it is the viewer's own in a team of theirs; with `orShared`, also one that the owner of its team may tidy
 * away. Held by its person, as everything that happens to their views.
 */
async function holdView(tx: Tx, { viewer, id }: { viewer: StaffViewer; id: string }, orShared: boolean) {
  const mine = eq(savedViews.ownerId, viewer.userId)
  const governed = and(savedViews.shared, inArray(savedViews.teamId, teamsWhere(viewer, 'manage-staff')))
  const within = and(
    eq(savedViews.id, id),
    inArray(savedViews.teamId, teamsWhere(viewer, 'see-applications')),
    orShared ? or(mine, governed) : mine,
  )
  const [found] = await tx.select({ ownerId: savedViews.ownerId }).from(savedViews).where(within)
  if (!found) return undefined
  await hold(tx, found.ownerId)
  const [row] = await tx.select().from(savedViews).where(within)
  return row
}

/** Another name, and who sees it. What it shows stays: for that, the list is saved anew. */
export async function changeView(
  db: Db,
  input: Acting & { id: string; name: string; shared: boolean },
): Promise<Done> {
  const { id, name, shared } = input
  return db.transaction(async (tx) => {
    const held = await holdView(tx, input, false)
    if (!held || held.removedAt) return null
    if (held.name === name && held.shared === shared) return { ok: true, id, name }
    const other = await namesake(tx, { ...held, name })
    if (other && other.id !== id) return { refused: 'name-taken' }
    await tx.update(savedViews).set({ name, shared }).where(eq(savedViews.id, id))
    await noted(tx, input, held, 'view-changed')
    return { ok: true, id, name }
  })
}

const backUntil = (now: Date) => new Date(now.getTime() - viewRules.backMinutes * 60_000)

/** Takes a view off the list. What was removed earlier, and cannot come back any more, goes for good. */
export async function removeView(db: Db, input: Acting & { id: string }): Promise<Done> {
  const { id, now } = input
  return db.transaction(async (tx) => {
    const held = await holdView(tx, input, true)
    if (!held) return null
    const over = lt(savedViews.removedAt, backUntil(now))
    const { ownerId, name } = held
    await tx
      .delete(savedViews)
      .where(
        and(eq(savedViews.ownerId, ownerId), isNotNull(savedViews.removedAt), over, ne(savedViews.id, id)),
      )
    if (held.removedAt) return { ok: true, id, name }
    await tx.update(savedViews).set({ removedAt: now }).where(eq(savedViews.id, id))
    await noted(tx, input, held, 'view-removed')
    return { ok: true, id, name }
  })
}

/** Brings a removed view back, under its name. */
export async function restoreView(db: Db, input: Acting & { id: string }): Promise<Done> {
  const { id, now } = input
  return db.transaction(async (tx) => {
    const held = await holdView(tx, input, true)
    if (!held) return null
    const { ownerId, name } = held
    if (!held.removedAt) return { ok: true, id, name }
    if (held.removedAt < backUntil(now)) return { refused: 'undo-over' }
    if (await namesake(tx, held)) return { refused: 'name-taken' }
    if (!(await room(tx, ownerId))) return { refused: 'too-many' }
    await tx.update(savedViews).set({ removedAt: null }).where(eq(savedViews.id, id))
    await noted(tx, input, held, 'view-restored')
    return { ok: true, id, name }
  })
}
