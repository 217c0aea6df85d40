import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import type { ListName } from '#app/domain/saved-view.ts'
import { newId } from '#db/id.ts'
import { changeView, removeView, restoreView, saveView, viewsOf } from '#db/saved-views.ts'
import { events, memberships, savedViews, teams } from '#db/schema/index.ts'
import { testDb } from '#test/support/db.ts'
import { colleague } from '#test/world/colleague.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'

const { db } = await testDb()
const world = await lumo(db)
const { mirela, viktor, teamId } = world
const drita = await colleague(db, world)
const other = newId()
await db.insert(teams).values({ id: other, name: 'Elsewhere', timeZone: 'UTC', createdAt: monday })
await db
  .insert(memberships)
  .values({ teamId: other, userId: drita.userId, role: 'manager', createdAt: monday })
/** Drita with the second team she manages; nobody else is in it. */
const both: StaffViewer = {
  ...drita,
  memberships: [...drita.memberships, { teamId: other, role: 'manager' }],
}

beforeEach(async () => {
  await db.delete(savedViews)
})

const of = {
  teamId,
  list: 'candidates' as ListName,
  query: 'stage=grading&lang=ru',
  shared: false,
  now: monday,
}
const save = (viewer: StaffViewer, name: string, more: Partial<typeof of> = {}) =>
  saveView(db, { viewer, name, ...of, ...more })
async function saved(viewer: StaffViewer, name: string, more: Parameters<typeof save>[2] = {}) {
  const done = await save(viewer, name, more)
  if (!done || 'refused' in done) throw new Error('not saved')
  return done.id
}
const names = async (viewer: StaffViewer, list: ListName = 'candidates', teamIds?: string[]) =>
  (await viewsOf(db, { viewer, list, teamIds })).map(({ name }) => name)

describe('a saved view', () => {
  test('belongs to its person, its team and its list; shared, to the team, after everybody’s own', async () => {
    await saved(drita, 'Later', { shared: true })
    await saved(mirela, 'Russian')
    await saved(mirela, 'Both see it', { shared: true })
    await saved(both, 'Not of Lumo', { teamId: other, shared: true })
    expect(await names(mirela)).toEqual(['Both see it', 'Russian', 'Later'])
    expect(await names(drita)).toEqual(['Later', 'Both see it'])
    expect(await names(both)).toEqual(['Later', 'Not of Lumo', 'Both see it'])
    expect(await names(both, 'candidates', [other])).toEqual(['Not of Lumo'])
    expect(await names(mirela, 'people')).toEqual([])
    expect(await names(mirela, 'candidates', [other])).toEqual([])
    expect(await names(viktor)).toEqual([])
    const shown = await viewsOf(db, { viewer: drita, list: 'candidates' })
    expect(shown).toMatchObject([
      { name: 'Later', own: true, by: null, mayRemove: true, query: of.query },
      { name: 'Both see it', own: false, by: mirela.name, mayRemove: false },
    ])
    // The owner of a team may tidy away what lies in everybody's sight.
    expect((await viewsOf(db, { viewer: mirela, list: 'candidates' })).at(-1)).toMatchObject({
      own: false,
      mayRemove: true,
    })
  })

  test('is saved by whoever may see the applications of the team, and by nobody else', async () => {
    expect(await save(viktor, 'Mine')).toBeNull()
    expect(await save(mirela, 'Mine', { teamId: other })).toBeNull()
    expect(await db.select().from(savedViews)).toEqual([])
  })

  test('has a name that its person uses once in a team and list; the same once more is the same', async () => {
    const first = await save(mirela, 'Late')
    expect(await save(mirela, 'Late')).toEqual(first)
    expect(await save(mirela, 'Late', { query: 'late=1' })).toEqual({ refused: 'name-taken' })
    await saved(mirela, 'Late', { list: 'people' })
    await saved(drita, 'Late')
    const twenty = await Promise.all(Array.from({ length: 20 }, () => save(mirela, 'At once')))
    expect(new Set(twenty.map((done) => JSON.stringify(done))).size).toBe(1)
    expect(await names(mirela)).toEqual(['At once', 'Late'])
  })

  test('is one of twenty at most', async () => {
    const sent = await Promise.all(Array.from({ length: 25 }, (_, n) => save(mirela, `View ${n}`)))
    expect(sent.filter((done) => done && 'ok' in done)).toHaveLength(20)
    expect(await save(mirela, 'One more', { list: 'people' })).toEqual({ refused: 'too-many' })
    await saved(drita, 'Hers')
  })

  test('is renamed and shared by its person alone', async () => {
    const id = await saved(mirela, 'Late', { shared: true })
    await saved(mirela, 'Taken')
    const change = (viewer: StaffViewer, name: string, shared = true) =>
      changeView(db, { viewer, id, name, shared, now: monday })
    expect(await change(drita, 'Hers')).toBeNull()
    expect(await change(viktor, 'His')).toBeNull()
    expect(await change(mirela, 'Taken')).toEqual({ refused: 'name-taken' })
    expect(await change(mirela, 'Waiting', false)).toMatchObject({ ok: true, name: 'Waiting' })
    expect(await names(mirela)).toEqual(['Taken', 'Waiting'])
    expect(await names(drita)).toEqual([])
    // Whoever no longer may see applications has no views there either.
    expect(
      await changeView(db, {
        viewer: { ...mirela, memberships: [] },
        id,
        name: 'x',
        shared: false,
        now: monday,
      }),
    ).toBeNull()
  })

  test('is removed by its person, or by the owner of the team where it is shared, and comes back for five minutes', async () => {
    const [own, shared] = [await saved(drita, 'Hers'), await saved(drita, 'Shared', { shared: true })]
    const remove = (viewer: StaffViewer, id: string, now = monday) => removeView(db, { viewer, id, now })
    const restore = (viewer: StaffViewer, id: string, now = monday) => restoreView(db, { viewer, id, now })
    expect(await remove(mirela, own)).toBeNull()
    expect(await remove(mirela, shared)).toMatchObject({ ok: true, name: 'Shared' })
    expect(await names(drita)).toEqual(['Hers'])
    expect(await restore(mirela, shared, later(monday, { minutes: 5 }))).toMatchObject({ ok: true })
    expect(await names(drita)).toEqual(['Hers', 'Shared'])
    expect(await restore(mirela, own)).toBeNull()

    await remove(drita, own)
    expect(await remove(drita, own, later(monday, { minutes: 1 }))).toMatchObject({ ok: true })
    expect(await restore(drita, own, later(monday, { minutes: 6 }))).toEqual({ refused: 'undo-over' })
    expect(await changeView(db, { viewer: drita, id: own, name: 'x', shared: false, now: monday })).toBeNull()
    const again = await saved(drita, 'Hers')
    expect(await restore(drita, own)).toEqual({ refused: 'name-taken' })
    await remove(drita, again, later(monday, { minutes: 9 }))
    expect(await restore(drita, own)).toBeNull()
    expect((await db.select().from(savedViews)).map(({ id }) => id).sort()).toEqual([again, shared].sort())
  })

  test('leaves its changes in the log, without a name or a filter', async () => {
    const id = await saved(mirela, 'Late')
    await changeView(db, { viewer: mirela, id, name: 'Later', shared: true, now: monday })
    await removeView(db, { viewer: mirela, id, now: monday })
    await restoreView(db, { viewer: mirela, id, now: monday })
    const found = await db.select().from(events).where(eq(events.subjectId, id))
    expect(found.map(({ kind, data }) => [kind, data])).toEqual([
      ['view-saved', {}],
      ['view-changed', {}],
      ['view-removed', {}],
      ['view-restored', {}],
    ])
  })
})
