import { expect, test } from 'vitest'
import { action, loader } from '#app/routes/candidate/references.tsx'
import { action as release } from '#app/routes/candidate/references-release.ts'
import { action as remove } from '#app/routes/candidate/references-withdraw.ts'
import { jobs } from '#db/schema/index.ts'
import { openTestContext, reply } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { finalist, namedReferee } from '#test/world/decisions.ts'
import { lumo, monday } from '#test/world/lumo.ts'

const { db } = await testDb()
const world = await lumo(db)
const { asCandidate, clock } = openTestContext(db, monday)
let people = 0

async function setUp(stage: 'references' | 'grading' = 'references') {
  people += 1
  const who = await finalist(db, world, { now: monday, stage, form: { email: `p${people}@example.com` } })
  clock.now = who.now
  return { who, browser: await asCandidate(who.applicationId) }
}
const ilir = {
  name: 'Ilir Basha',
  email: 'ilir@nordweb.example.com',
  relation: 'manager',
  company: 'Nordweb',
  locale: 'sq',
  permission: 'on',
}
const requestMails = async (applicationId: string) =>
  (await db.select().from(jobs)).filter(
    ({ payload }) => payload.applicationId === applicationId && payload.template === 'references.request',
  )
type Page = { referees: { id: string; status: string }[] }

test('a name goes on the list, and nothing leaves the house before it is released', async () => {
  const { who, browser } = await setUp()
  const added = await reply(action(browser.post('/a/references', ilir)))
  expect([added.status, added.headers.get('location')]).toEqual([303, '/a/references'])
  expect(await requestMails(who.applicationId)).toEqual([])
  const page = (await reply(loader(browser.get('/a/references')))).body as Page
  expect(page.referees).toMatchObject([{ name: 'Ilir Basha', status: 'named' }])
  const request = page.referees[0]?.id ?? ''
  const sent = await reply(release(browser.post(`/a/references/${request}/release`, {}, { request })))
  expect(sent.status).toBe(303)
  expect(await requestMails(who.applicationId)).toHaveLength(1)
})

test('a form that is not complete comes back as it was typed', async () => {
  const { browser } = await setUp()
  const { permission: _, ...unasked } = ilir
  const bad = { ...unasked, email: 'ilir@', currentEmployer: 'on' }
  const { status, body } = await reply(action(browser.post('/a/references', bad)))
  expect(status).toBe(422)
  expect(body).toMatchObject({
    issues: { email: 'email', permission: 'permission' },
    typed: { name: 'Ilir Basha', email: 'ilir@' },
  })
  const employer = await reply(action(browser.post('/a/references', { ...ilir, currentEmployer: 'on' })))
  expect(employer.body).toMatchObject({ issues: { employerKnows: 'current-employer' } })
  const own = await reply(action(browser.post('/a/references', { ...ilir, email: `p${people}@example.com` })))
  expect([own.status, own.body]).toMatchObject([422, { refused: 'own-address' }])
})

test('header tricks in a name or an address reach nobody', async () => {
  const { browser } = await setUp()
  for (const change of [
    { name: 'Ilir\r\nBcc: all@example.com' },
    { email: 'ilir@example.com,x@example.com' },
    { email: 'ilir@example.com\nBcc: x@example.com' },
  ])
    expect((await reply(action(browser.post('/a/references', { ...ilir, ...change })))).status).toBe(422)
})

test('before it is time the page has no form and takes none', async () => {
  const { browser } = await setUp('grading')
  expect((await reply(loader(browser.get('/a/references')))).body).toMatchObject({ open: false })
  expect((await reply(action(browser.post('/a/references', ilir)))).status).toBe(409)
})

test('somebody else’s request is not found', async () => {
  const { who } = await setUp()
  const { requestId: request } = await namedReferee(db, who)
  const { browser } = await setUp()
  expect((await reply(release(browser.post('/', {}, { request })))).status).toBe(404)
  expect((await reply(remove(browser.post('/', {}, { request })))).status).toBe(404)
  expect((await reply(release(browser.post('/', {}, { request: 'x' })))).status).toBe(404)
})
