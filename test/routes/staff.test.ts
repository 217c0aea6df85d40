import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import * as health from '#app/routes/team/health.tsx'
import * as close from '#app/routes/team/staff/close.ts'
import * as list from '#app/routes/team/staff/list.tsx'
import * as open from '#app/routes/team/staff/open.ts'
import * as role from '#app/routes/team/staff/role.ts'
import * as today from '#app/routes/team/today.tsx'
import { newId } from '#db/id.ts'
import { memberships, users } from '#db/schema/index.ts'
import { type Browser, openTestContext, reply } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { lumo, monday } from '#test/world/lumo.ts'

const { db } = await testDb()
const world = await lumo(db)
const { asStaff } = openTestContext(db, monday)
const { teamId } = world
let mirela: Browser
let viktor: Browser

beforeAll(async () => {
  mirela = await asStaff(world.mirela)
  viktor = await asStaff(world.viktor)
})

const drita = { name: 'Drita Shala', email: 'drita@lumo.example.com', role: 'grader', locale: 'sq', teamId }
const invite = (fields: Record<string, string>, browser = mirela) =>
  reply(list.action(browser.post('/team/staff', fields)))
const known = (email: string) => db.select().from(users).where(eq(users.email, email))

test('the owner sees everybody, and nobody else sees the page', async () => {
  const { status, body } = await reply(list.loader(mirela.get('/team/staff')))
  expect(status).toBe(200)
  expect((body as { staff: { name: string }[] }).staff).toHaveLength(5)
  expect(JSON.stringify(body)).not.toMatch(/argon2|passwordHash/)
  for (const { loader } of [list, health]) expect((await reply(loader(viktor.get('/x')))).status).toBe(403)
  expect((await invite(drita, viktor)).status).toBe(403)
})

test('an invitation needs a name, an address and a role of the list', async () => {
  expect(await invite({ ...drita, email: 'drita' })).toMatchObject({
    status: 422,
    body: { issues: { email: 'email' }, name: 'Drita Shala' },
  })
  expect((await invite({ ...drita, role: 'newcomer' })).status).toBe(422)
  expect((await invite({ ...drita, role: 'admin', isAdmin: '1' })).status).toBe(422)
  expect((await invite({ ...drita, teamId: newId() })).status).toBe(404)
  expect(await known(drita.email)).toEqual([])
  expect(await invite({ ...drita, id: world.mirela.userId, passwordHash: 'x' })).toMatchObject({
    body: { done: true },
  })
  const [made] = await known(drita.email)
  expect(made).toMatchObject({ name: 'Drita Shala', passwordHash: null })
  expect(made?.id).not.toBe(world.mirela.userId)
})

test('the last owner keeps the role and the account: 409, with the reason', async () => {
  const params = { user: world.mirela.userId }
  const taken = role.action(mirela.post('/x', { teamId, role: 'owner' }, params))
  expect(await reply(taken)).toMatchObject({ status: 409, body: { refused: 'last-owner' } })
  const closed = close.action(mirela.post('/x', {}, params))
  expect(await reply(closed)).toMatchObject({ status: 409, body: { refused: 'last-owner' } })
})

test('whoever is closed out is out at the next click, and in again when opened', async () => {
  const params = { user: world.viktor.userId }
  expect((await reply(close.action(mirela.post('/x', {}, params)))).status).toBe(200)
  expect((await reply(today.loader(viktor.get('/team')))).status).toBe(302)
  expect((await reply(open.action(mirela.post('/x', {}, params)))).status).toBe(200)
  expect((await reply(today.loader(viktor.get('/team')))).status).toBe(200)
})

test('a role that is taken is gone at the next click', async () => {
  const params = { user: world.viktor.userId }
  await reply(role.action(mirela.post('/x', { teamId, role: 'grader' }, params)))
  const left = await db
    .select()
    .from(memberships)
    .where(and(eq(memberships.userId, world.viktor.userId), eq(memberships.teamId, teamId)))
  expect(left).toEqual([])
  expect((await reply(role.action(mirela.post('/x', { teamId, role: 'newcomer' }, params)))).status).toBe(422)
  expect((await reply(role.action(mirela.post('/x', { teamId: "'", role: 'grader' }, params)))).status).toBe(
    404,
  )
})

test('somebody who is not there, and an act by GET', async () => {
  const params = { user: newId() }
  for (const { loader, action } of [close, open]) {
    expect((await reply(action(mirela.post('/x', {}, params)))).status).toBe(404)
    expect((await reply(loader(mirela.get('/x', params)))).status).toBe(405)
  }
})

test('the health page says what machines are told', async () => {
  expect(await reply(health.loader(mirela.get('/team/health')))).toMatchObject({
    status: 200,
    body: { ready: true },
  })
})
