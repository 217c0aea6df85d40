import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ViewAnswer } from '#app/domain/saved-view.ts'
import * as people from '#app/routes/team/people.tsx'
import * as pipeline from '#app/routes/team/vacancies/pipeline.tsx'
import { newId } from '#db/id.ts'
import { savedViews } from '#db/schema/index.ts'
import { type Browser, openTestContext, reply } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { openSite } from '#test/support/site.ts'
import { colleague } from '#test/world/colleague.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const world = await lumo(db)
const drita = await colleague(db, world)
const { asStaff, clock } = openTestContext(db, monday)
const vacancy = await publishedVacancy(db, world, monday)
const id = vacancy.id
let manager: Browser
let other: Browser
let grader: Browser
let lead: Browser

beforeAll(async () => {
  manager = await asStaff(world.mirela)
  other = await asStaff(drita)
  grader = await asStaff(world.viktor)
  lead = await asStaff(world.agim)
})
beforeEach(async () => {
  clock.now = monday
  await db.delete(savedViews)
})

type Fields = Parameters<Browser['post']>[1]
interface Row {
  id: string
  name: string
  query: string
  current: boolean
  by: string | null
}
const rowsOf = (body: unknown) => (body as { views: Row[] }).views
const list = async (browser: Browser, query = '', of = id) =>
  rowsOf((await reply(pipeline.loader(browser.get(`/team/vacancies/${of}${query}`, { id: of })))).body)
const all = async (browser: Browser, query = '') =>
  rowsOf((await reply(people.loader(browser.get(`/team/people${query}`)))).body)
const act = (browser: Browser, fields: Fields, query = '', of = id) =>
  reply(pipeline.action(browser.post(`/team/vacancies/${of}${query}`, fields, { id: of })))
const actOnPeople = (browser: Browser, fields: Fields, query = '') =>
  reply(people.action(browser.post(`/team/people${query}`, fields)))
async function saved(browser: Browser, name: string, query = '', more: Fields = {}) {
  const { body } = await act(browser, { does: 'save', name, ...more }, query)
  return (body as Extract<ViewAnswer, { did: string }>).id
}

describe('a list’s address under a name', () => {
  test('keeps filters, order and the board, and nothing else that stands in the address', async () => {
    const address = '?stage=grading&lang=ru&sort=-name&view=table&after=x&utm=y&late=2&mine=1'
    expect(await act(manager, { does: 'save', name: '  Russian   in grading ' }, address)).toMatchObject({
      status: 200,
      body: { did: 'save', name: 'Russian in grading' },
    })
    await saved(manager, 'Board', '?view=board&q=C-7F3K')
    const queries = ['view=board&q=C-7F3K', 'mine=1&stage=grading&lang=ru&sort=-name']
    expect((await list(manager)).map(({ query }) => query)).toEqual(queries)
    // In whatever order it is written: the one that is open stands out, on every page of it.
    const here = await list(manager, '?lang=ru&mine=1&sort=-name&stage=grading')
    expect(here.map(({ current }) => current)).toEqual([false, true])
    expect((await list(manager)).map(({ current }) => current)).toEqual([false, false])
    // And at every vacancy of the team.
    const second = await publishedVacancy(db, world, monday)
    expect(await list(manager, '', second.id)).toHaveLength(2)
  })

  test('of everybody is another list, with an order of its own', async () => {
    await actOnPeople(manager, { does: 'save', name: 'Longest first' }, '?late=1&sort=word')
    await actOnPeople(manager, { does: 'save', name: 'All' }, '?sort=-newest&sort=name')
    expect((await all(manager)).map(({ name, query, current }) => [name, query, current])).toEqual([
      ['All', '', true],
      ['Longest first', 'late=1&sort=word', false],
    ])
    expect(await list(manager)).toEqual([])
  })

  test('whose words mean nothing any more opens the list as any such address does', async () => {
    await db.insert(savedViews).values({
      id: newId(),
      teamId: world.teamId,
      ownerId: world.mirela.userId,
      list: 'candidates',
      name: 'Of old',
      query: 'stage=phoned&lang=tlh&sort=shoe',
      shared: false,
      createdAt: monday,
    })
    const [old] = await list(manager)
    const { status } = await reply(pipeline.loader(manager.get(`/x?${old?.query}`, { id })))
    expect([status, old?.current]).toEqual([200, false])
  })

  test('is a plain link on the page, and the form beside it works without a script', async () => {
    await saved(manager, 'Waiting <i>longest</i>', '?sort=word', { shared: 'on' })
    const site = await openSite()
    const { text } = await site.get(other, `/team/vacancies/${id}?sort=word`, 'document')
    const link = /<a [^>]*href="\/team\/vacancies\/[^"]*\?sort=word"[^>]*>Waiting &lt;i&gt;longest/.exec(
      text,
    )?.[0]
    expect(link).toContain('aria-current="page"')
    expect(text).toMatch(/<form method="post" action="\/team\/vacancies\/[^"?]+\?sort=word"/)
  })
})

describe('who may do what', () => {
  test('what is shared is read by the team, changed by its person, and tidied away by the owner too', async () => {
    const [own, hers] = [
      await saved(manager, 'Mine'),
      await saved(other, 'Hers', '?late=1', { shared: 'on' }),
    ]
    expect((await list(other)).map(({ name, by }) => [name, by])).toEqual([['Hers', null]])
    expect((await list(manager)).map(({ name, by }) => [name, by])).toEqual([
      ['Mine', null],
      ['Hers', drita.name],
    ])
    const nothing = await act(other, { does: 'remove', view: newId() })
    expect(nothing.status).toBe(404)
    const foreign: Fields[] = [
      { does: 'change', view: own, name: 'x' },
      { does: 'remove', view: own },
      { does: 'restore', view: own },
    ]
    for (const sent of foreign) expect(await act(other, sent)).toEqual(nothing)
    expect((await act(manager, { does: 'change', view: hers, name: 'x' })).status).toBe(404)
    expect((await act(manager, { does: 'remove', view: hers })).status).toBe(200)
    expect(await list(other)).toEqual([])
  })

  test('a grader and a shift lead may do nothing with lists that they do not see', async () => {
    for (const browser of [grader, lead]) {
      expect((await act(browser, { does: 'save', name: 'x' })).status).toBe(403)
      expect((await actOnPeople(browser, { does: 'save', name: 'x' })).status).toBe(403)
    }
    expect((await act(manager, { does: 'save', name: 'x' }, '', newId())).status).toBe(404)
    expect((await actOnPeople(manager, { does: 'save', name: 'x', team: newId() })).status).toBe(404)
    expect(await db.select().from(savedViews)).toEqual([])
  })
})

describe('what is sent', () => {
  test.each([
    [{ does: 'save', name: '   ' }, 422, 'name-missing'],
    [{ does: 'save', name: 'Mine', shared: 'on' }, 409, 'name-taken'],
  ])('%j comes back with what was typed', async (fields, status, refused) => {
    await saved(manager, 'Mine')
    const { name, shared } = fields as { name: string; shared?: string }
    expect(await act(manager, fields as Fields)).toMatchObject({
      status,
      body: { refused, does: 'save', name: name.trim(), shared: shared === 'on' },
    })
  })

  test.each([
    {},
    { does: 'burn' },
    { does: 'save' },
    { does: 'save', name: 'x'.repeat(61) },
    { does: 'save', name: 'two\nlines' },
    { does: 'save', name: 'x', ownerId: newId() },
    { does: 'save', name: 'x', query: 'stage=offer' },
    { does: 'remove', view: "1' or 1=1" },
  ])('is refused when it is of another shape: %j', async (fields) => {
    expect((await act(manager, fields as Fields)).status).toBe(400)
    expect(await db.select().from(savedViews)).toEqual([])
  })

  test('a removal is taken back for a while, a second time too', async () => {
    const view = await saved(manager, 'Mine', '?late=1')
    expect(await act(manager, { does: 'remove', view, name: 'Mine' })).toMatchObject({
      body: { did: 'remove' },
    })
    expect(await list(manager)).toEqual([])
    for (const _ of [1, 2])
      expect(await act(manager, { does: 'restore', view })).toMatchObject({
        body: { did: 'restore', name: 'Mine' },
      })
    expect((await list(manager)).map(({ id: kept, query }) => [kept, query])).toEqual([[view, 'late=1']])
    await act(manager, { does: 'remove', view })
    clock.now = later(monday, { minutes: 6 })
    expect(await act(manager, { does: 'restore', view })).toMatchObject({
      status: 409,
      body: { refused: 'undo-over', view },
    })
  })
})
