import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { ReferenceForm } from '#app/domain/references.ts'
import { action as decline } from '#app/routes/referee/decline.ts'
import { loader as done } from '#app/routes/referee/done.tsx'
import { loader as enter } from '#app/routes/referee/enter.ts'
import { action, loader } from '#app/routes/referee/form.tsx'
import { action as wrongPerson } from '#app/routes/referee/wrong-person.ts'
import { hashToken } from '#app/server/tokens.ts'
import { issueLink } from '#db/links.ts'
import { referencesOf } from '#db/references.ts'
import { referenceRequests } from '#db/schema/index.ts'
import { openTestContext, reply } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { type Finalist, finalist, type Named, sentRequest } from '#test/world/decisions.ts'
import { lumo, monday } from '#test/world/lumo.ts'

const { db } = await testDb()
const world = await lumo(db)
const { asNobody, asReferee, clock } = openTestContext(db, monday)

let tokens = 0
async function linked(who: Finalist, { requestId }: Named) {
  tokens += 1
  const token = `token-of-a-referee-${tokens}`
  const hashOf = () => hashToken(token)
  await issueLink(db, { purpose: 'referee', subject: { requestId }, hashOf, now: who.now })
  return token
}
async function setUp() {
  const who = await finalist(db, world, { now: monday })
  clock.now = who.now
  const sent = await sentRequest(db, who)
  return { who, sent, token: await linked(who, sent), browser: await asReferee(sent.requestId) }
}
const filled = {
  rev: '0',
  way: 'send',
  relation: 'manager',
  role: 'Head of support',
  months: '24',
  closeness: 'weekly',
  observed: 'yes',
  'ratings.stays-polite': '6',
  'ratings.keeps-calm': 'not-observed',
  most: 'explains-patiently',
  least: 'thinks-ahead',
  again: 'gladly',
  text: 'She stayed on the line.',
}
const receivedBy = async ({ applicationId }: Finalist): Promise<ReferenceForm | null | undefined> =>
  (await referencesOf(db, { viewer: world.mirela, applicationId, now: clock.now }))?.references[0]?.form
const go = (token: string) => enter(asNobody().get(`/r/${token}`, { token }))

describe('the link of a mail', () => {
  test('lets the referee in, in their language, and leaves a clean address', async () => {
    const { token, sent } = await setUp()
    const { status, headers } = await reply(go(token))
    expect([status, headers.get('location')]).toEqual([303, '/r'])
    expect(headers.get('set-cookie')).toMatch(/referee=.*locale=sq/s)
    const [row] = await db.select().from(referenceRequests).where(eq(referenceRequests.id, sent.requestId))
    expect(row?.openedAt).toEqual(clock.now)
  })

  test('that nobody has made is not found; one that is over is gone', async () => {
    const { token, browser } = await setUp()
    expect((await reply(go('nothing-of-ours'))).status).toBe(404)
    await reply(action(browser.post('/r', filled)))
    expect((await reply(go(token))).status).toBe(410)
    expect((await reply(loader(browser.get('/r')))).status).toBe(410)
  })

  test('is the only way in', async () => {
    expect((await reply(loader(asNobody().get('/r')))).status).toBe(410)
    expect((await reply(action(asNobody().post('/r', filled)))).status).toBe(410)
  })
})

describe('the form', () => {
  test('sends a reference as a browser without JavaScript sends it', async () => {
    const { who, browser } = await setUp()
    const page = await reply(loader(browser.get('/r')))
    expect(page.body).toMatchObject({ candidate: 'Arta Kola', typed: {}, rev: 0 })
    expect(JSON.stringify(page.body)).not.toContain('@')
    const { status, headers } = await reply(action(browser.post('/r', filled)))
    expect([status, headers.get('location')]).toEqual([303, '/r/done'])
    expect(await receivedBy(who)).toMatchObject({
      months: 24,
      ratings: { 'stays-polite': 6, 'keeps-calm': null },
      text: 'She stayed on the line.',
    })
    expect((await reply(done(browser.get('/r/done')))).body).toMatchObject({ outcome: 'received' })
  })

  test('sent by two at once is taken once, and the other is told', async () => {
    const { who, browser } = await setUp()
    const two = await Promise.all(
      ['first', 'second'].map((text) => reply(action(browser.post('/r', { ...filled, text })))),
    )
    expect(two.map(({ status }) => status).sort()).toEqual([303, 409])
    const winner = two[0]?.status === 303 ? 'first' : 'second'
    expect((await receivedBy(who))?.text).toBe(winner)
  })

  test('comes back with everything typed and what to do about it', async () => {
    const { who, browser } = await setUp()
    const { status, body } = await reply(
      action(browser.post('/r', { ...filled, months: 'two', least: 'explains-patiently' })),
    )
    expect(status).toBe(422)
    expect(body).toMatchObject({
      issues: { months: 'number' },
      typed: { months: 'two', text: 'She stayed on the line.', 'ratings.stays-polite': '6' },
    })
    expect(await receivedBy(who)).toBeNull()
  })

  test('is saved for later, and another window does not overwrite it', async () => {
    const { browser } = await setUp()
    const later = { rev: '0', way: 'later', text: 'half a sentence' }
    expect((await reply(action(browser.post('/r', later)))).status).toBe(303)
    expect((await reply(done(browser.get('/r/done')))).body).toMatchObject({ outcome: 'saved' })
    const stale = await reply(action(browser.post('/r', { ...later, text: 'another' })))
    expect(stale.status).toBe(409)
    expect(stale.body).toMatchObject({
      stale: { text: 'half a sentence' },
      typed: { text: 'another' },
      rev: 1,
    })
    expect((await reply(loader(browser.get('/r')))).body).toMatchObject({
      rev: 1,
      typed: { text: 'half a sentence' },
    })
  })

  test('switches the language without losing what is typed', async () => {
    const { browser } = await setUp()
    const switched = { ...filled, way: '', switch: 'ru' }
    const { status, headers } = await reply(action(browser.post('/r', switched)))
    expect([status, headers.get('location')]).toEqual([303, '/r'])
    expect(headers.get('set-cookie')).toMatch(/locale=ru/)
    expect((await reply(loader(browser.get('/r')))).body).toMatchObject({ typed: { months: '24' } })
  })

  test('takes no text that cannot be kept', async () => {
    const { browser } = await setUp()
    const long = { ...filled, way: 'later', text: 'x'.repeat(4001) }
    expect((await reply(action(browser.post('/r', long)))).status).toBe(422)
    expect((await reply(action(browser.post('/r', { ...filled, text: 'a\0b' })))).status).toBe(422)
  })
})

test.each([
  ['decline', decline, 'declined'],
  ['wrong-person', wrongPerson, 'wrong-person'],
] as const)('one click on %s is the end of it', async (path, act, outcome) => {
  const { browser, token } = await setUp()
  const { status, headers } = await reply(act(browser.post(`/r/${path}`, {})))
  expect([status, headers.get('location')]).toEqual([303, '/r/done'])
  expect((await reply(done(browser.get('/r/done')))).body).toMatchObject({ outcome })
  expect((await reply(loader(browser.get('/r')))).status).toBe(410)
  expect((await reply(go(token))).status).toBe(410)
})
