import { expect, test } from 'vitest'
import { loader } from '#app/routes/team/today.tsx'
import { openTestContext, reply } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'

const { db } = await testDb()
const world = await lumo(db)
const { asNobody, asStaff, clock } = openTestContext(db, monday)

test('a page of the team opens for its people', async () => {
  const mirela = await asStaff(world.mirela)
  expect((await reply(loader(mirela.get('/team')))).status).toBe(200)
})

test('a stranger is sent to the sign-in page and back', async () => {
  const { status, headers } = await reply(loader(asNobody().get('/team?x=1')))
  expect(status).toBe(302)
  expect(headers.get('location')).toBe('/sign-in?to=%2Fteam%3Fx%3D1')
})

test('a session ends after two weeks', async () => {
  const mirela = await asStaff(world.mirela)
  clock.now = later(monday, { days: 15 })
  expect((await reply(loader(mirela.get('/team')))).status).toBe(302)
})
