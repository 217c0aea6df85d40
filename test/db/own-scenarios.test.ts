import { describe, expect, test } from 'vitest'
import { compilePage } from '#app/server/own-page/content.ts'
import { shelfFor } from '#app/server/shelf.ts'
import {
  archivePage,
  bringPage,
  markPage,
  newScenarioId,
  ownPage,
  ownPageKey,
  ownScenariosOf,
} from '#db/own-scenarios.ts'
import { assemble } from '#db/versions.ts'
import { testLibrary } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { lumo, monday } from '#test/world/lumo.ts'
import { shop, shopMarks } from '#test/world/own-page.ts'

const { db } = await testDb()
const world = await lumo(db)
const { mirela: viewer, teamId } = world
const page = shop()
const library = testLibrary()
const stranger = { ...viewer, memberships: [{ teamId: newScenarioId(monday), role: 'owner' as const }] }

async function brought() {
  const id = newScenarioId(monday)
  await bringPage(db, { viewer, teamId, id, page, writtenIn: 'en', now: monday })
  return id
}
const contentOf = (id: string) => compilePage(ownPageKey(id), { page, marks: shopMarks }, library).content
const mark = (id: string, rev: number, content = contentOf(id)) =>
  markPage(db, { viewer, id, rev, marks: shopMarks, content, now: monday })
const shelf = () => shelfFor({ db, viewer, library })
const found = async (id: string) => (await ownScenariosOf(db, viewer)).find((one) => one.id === id)

describe('a page of one’s own', () => {
  test('sent ten times is kept once, as a draft that nobody can be tested with', async () => {
    const id = newScenarioId(monday)
    const sent = Array.from({ length: 10 }, () =>
      bringPage(db, { viewer, teamId, id, page, writtenIn: 'en', now: monday }),
    )
    expect(new Set((await Promise.all(sent)).map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ ok: true, id })]),
    )
    expect(await found(id)).toMatchObject({ rev: 0, contentRev: null, name: 'brisa', defects: 0 })
    expect((await shelf()).scenario(ownPageKey(id))).toBeNull()
  })

  test('joins the shelf when it is complete, and keeps its hash through the database', async () => {
    const id = await brought()
    expect(await mark(id, 0)).toEqual({ ok: true, rev: 1 })
    const first = (await shelf()).scenario(ownPageKey(id))
    expect(first?.content).toEqual(contentOf(id))
    expect(await found(id)).toMatchObject({ rev: 1, contentRev: 1, name: 'The fan page', defects: 3 })
    expect((await shelf()).scenario(ownPageKey(id))?.hash).toBe(first?.hash)
  })

  test('incomplete again, the last complete version stays on the shelf', async () => {
    const id = await brought()
    await mark(id, 0)
    await mark(id, 1, null)
    expect(await found(id)).toMatchObject({ rev: 2, contentRev: 1 })
    expect((await shelf()).scenario(ownPageKey(id))?.key).toBe(ownPageKey(id))
  })

  test('an assignment takes it, and a vacancy freezes it by its hash', async () => {
    const id = await brought()
    await mark(id, 0)
    const key = ownPageKey(id)
    const own = await shelf()
    const assignment = {
      key: 'own-x',
      status: 'draft' as const,
      titles: { en: 'x', ru: 'x', sq: 'x' },
      warmUps: [],
      sections: [{ scenario: key, minutes: 20, sitting: 1, weights: { K4: 1 } }],
    }
    const made = assemble(
      { ...own, assignment: () => ({ key: 'own-x', hash: 'h', content: assignment }) },
      'own-x',
    )
    expect(made?.versions.find((one) => one.key === key)?.hash).toBe(own.scenario(key)?.hash)
  })

  test('of two people at once one is told, and what stands is the other’s', async () => {
    const id = await brought()
    const both = await Promise.all([mark(id, 0), mark(id, 0)])
    expect(both).toContainEqual({ ok: true, rev: 1 })
    expect(both).toContainEqual({ refused: 'stale-revision', rev: 1 })
  })

  test('out of use it is offered no more, and stays known to the assignments that have it', async () => {
    const id = await brought()
    await mark(id, 0)
    expect(await archivePage(db, { viewer, id, rev: 0, now: monday })).toEqual({
      refused: 'stale-revision',
      rev: 1,
    })
    expect(await archivePage(db, { viewer, id, rev: 1, now: monday })).toEqual({ ok: true, rev: 1 })
    expect(await archivePage(db, { viewer, id, rev: 1, now: monday })).toEqual({ ok: true, rev: 1 })
    const { scenarios, scenario } = await shelf()
    expect(scenarios.some(({ key }) => key === ownPageKey(id))).toBe(false)
    expect(scenario(ownPageKey(id))).not.toBeNull()
    expect(await mark(id, 1)).toMatchObject({ refused: 'already-there' })
  })

  test('is not for graders and leads, and does not exist for other teams', async () => {
    const id = await brought()
    const change = { id, rev: 0, marks: shopMarks, content: null, now: monday }
    for (const who of [world.viktor, world.agim])
      expect(await markPage(db, { ...change, viewer: who })).toEqual({ refused: 'role-too-low' })
    expect(await markPage(db, { ...change, viewer: stranger })).toBeNull()
    expect(await archivePage(db, { ...change, viewer: stranger })).toBeNull()
    expect(await ownPage(db, { viewer: stranger, id, act: 'compose-assignment' })).toBeNull()
    expect(await ownScenariosOf(db, stranger)).toEqual([])
    const taken = { viewer: stranger, teamId: stranger.memberships[0]?.teamId ?? '', id, page, now: monday }
    expect(await bringPage(db, { ...taken, writtenIn: 'en' })).toBeNull()
    expect(await found(id)).toMatchObject({ rev: 0 })
  })
})
