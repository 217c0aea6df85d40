import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import * as page from '#app/routes/team/quarantine.tsx'
import { newId } from '#db/id.ts'
import { applications, jobs } from '#db/schema/index.ts'
import { type Browser, openTestContext, reply } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { application } from '#test/world/applications.ts'
import { lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const world = await lumo(db)
const { asStaff } = openTestContext(db, monday)
const vacancy = await publishedVacancy(db, world, monday)
const address = '/team/people/quarantine'
let mirela: Browser
let id: string

beforeAll(async () => {
  mirela = await asStaff(world.mirela)
  const form = { email: 'buy@example.com', why: '<script>alert(1)</script> Buy now' }
  id = (await application(db, world, { vacancy, suspected: 'haste', form, now: monday })).id
})

const list = (query = '', browser = mirela) => reply(page.loader(browser.get(address + query)))
const send = (fields: Record<string, string>, browser = mirela) =>
  reply(page.action(browser.post(address, fields)))

test('a manager sees what is kept there and by what it was suspected', async () => {
  expect(await list()).toMatchObject({ status: 200, body: { rows: [{ id, suspected: 'haste' }] } })
})

test('graders and shift leads have no business there', async () => {
  for (const who of [world.viktor, world.agim]) {
    const browser = await asStaff(who)
    expect((await list('', browser)).status).toBe(403)
    expect((await send({ id, act: 'restore' }, browser)).status).toBe(403)
  }
})

test('what is not there or no act of this page is refused', async () => {
  expect((await send({ id: newId(), act: 'restore' })).status).toBe(404)
  expect((await send({ id: "' or 1=1", act: 'remove' })).status).toBe(404)
  expect((await send({ id, act: 'hire' })).status).toBe(422)
  expect((await list("?after=' or 1=1")).status).toBe(404)
  expect((await list(`?after=${id}`)).body).toMatchObject({ rows: [] })
})

test('a removal is taken back by a second press, then the application is restored', async () => {
  const back = { status: 303 }
  expect(await send({ id, act: 'remove' })).toMatchObject(back)
  expect((await list()).body).toMatchObject({ rows: [{ id, removing: true }] })
  expect(await send({ id, act: 'undo' })).toMatchObject(back)
  expect(await send({ id, act: 'undo' })).toMatchObject({ status: 409 })
  expect(await send({ id, act: 'restore' })).toMatchObject(back)
  expect((await list()).body).toMatchObject({ rows: [] })
  const [row] = await db.select().from(applications).where(eq(applications.id, id))
  expect(row?.quarantined).toBe(false)
  const mails = (await db.select().from(jobs)).filter(({ payload }) => payload.applicationId === id)
  expect(mails.map(({ payload }) => payload.template)).toEqual(['apply.received'])
})
