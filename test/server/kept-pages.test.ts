import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import express from 'express'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { type Keep, keptPages } from '#app/server/kept-pages.ts'
import { publicRev } from '#db/public-content.ts'
import { organisations, vacancies } from '#db/schema/index.ts'
import { testDb } from '#test/support/db.ts'
import { lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const clock = { now: monday, rendered: 0 }

const app = express()
app.use(keptPages({ rev: () => publicRev(db), now: () => clock.now }))
app.use((request, response) => {
  const page = Buffer.from(`${request.originalUrl} ${++clock.rendered}`)
  const keep = response.locals.keep as Keep | undefined
  keep?.(page, new Headers({ 'content-type': 'text/html; charset=utf-8' }))
  response.end(page)
})
const server = createServer(app).listen(0)
await once(server, 'listening')
afterAll(() => server.close())
const { port } = server.address() as AddressInfo

const read = async (path: string, headers: Record<string, string> = {}) =>
  (await fetch(`http://localhost:${port}${path}`, { headers })).text()

beforeEach(async () => {
  clock.now = new Date(clock.now.getTime() + 60_000)
})

test('a public page is rendered once, and anew after what it tells has changed', async () => {
  const world = await lumo(db)
  const vacancy = await publishedVacancy(db, world, monday)
  const first = await read('/jobs')
  expect(await read('/jobs')).toBe(first)
  expect(await read('/jobs', { 'accept-encoding': 'identity' })).toBe(first)
  const changes = [
    () => db.update(vacancies).set({ place: 'Durrës' }).where(eq(vacancies.id, vacancy.id)),
    () => db.update(organisations).set({ name: 'Lumo Mail' }),
  ]
  for (const change of changes) {
    const before = await read('/jobs')
    await change()
    const after = await read('/jobs')
    expect(after).not.toBe(before)
    expect(await read('/jobs')).toBe(after)
  }
})

test('a change that is taken back leaves the page as it is', async () => {
  const before = await read('/jobs')
  const undone = db.transaction(async (tx) => {
    await tx.update(organisations).set({ name: 'Nobody' })
    throw new Error('taken back')
  })
  await expect(undone).rejects.toThrow('taken back')
  expect(await read('/jobs')).toBe(before)
})

test('a page is kept for half a minute at most, each theme and address by itself', async () => {
  const light = await read('/sq/jobs/night', { cookie: 'theme=light' })
  expect(await read('/sq/jobs/night', { cookie: 'a=b; theme=light' })).toBe(light)
  expect(await read('/sq/jobs/night', { cookie: 'theme=dark' })).not.toBe(light)
  expect(await read('/jobs/night', { cookie: 'theme=light' })).not.toBe(light)
  clock.now = new Date(clock.now.getTime() + 30_000)
  expect(await read('/sq/jobs/night', { cookie: 'theme=light' })).not.toBe(light)
})

test('it comes packed to whoever can unpack it, and says that it depends on that', async () => {
  await read('/privacy')
  const response = await fetch(`http://localhost:${port}/privacy`, { headers: { 'accept-encoding': 'gzip' } })
  expect(response.headers.get('vary')).toBe('Accept-Encoding')
  expect(response.headers.get('content-encoding')).toBe('gzip')
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
})

test.each(['/jobs/night/apply', '/jobs/night/applied', '/', '/sign-in', '/team', '/a', '/r'])(
  '%s is nobody else’s: it is rendered each time',
  async (path) => {
    expect(await read(path)).not.toBe(await read(path))
  },
)
