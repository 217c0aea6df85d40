import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { and, eq } from 'drizzle-orm'
import express from 'express'
import { describe, expect, test } from 'vitest'
import { loader as answer } from '#app/routes/candidate/assignment/answer.tsx'
import { action as askForKey, loader as enter } from '#app/routes/candidate/assignment/enter.tsx'
import { loader as lookAtKey, action as useKey } from '#app/routes/candidate/assignment/enter-key.tsx'
import { loader as finish, action as handIn } from '#app/routes/candidate/assignment/finish.tsx'
import { loader as introduction, action as start } from '#app/routes/candidate/assignment/introduction.tsx'
import { loader as page } from '#app/routes/candidate/assignment/page.ts'
import { loader as practice } from '#app/routes/candidate/assignment/practice.tsx'
import { loader as practicePage } from '#app/routes/candidate/assignment/practice-page.ts'
import { action as save, loader as saveByGet } from '#app/routes/candidate/assignment/save.ts'
import { action as moreTime } from '#app/routes/candidate/assignment/time.ts'
import { reviewedPagePolicy, securityHeaders } from '#app/server/headers.ts'
import { hashToken } from '#app/server/tokens.ts'
import { issueLink } from '#db/links.ts'
import { answerRevisions, jobs, scenarioVersions } from '#db/schema/index.ts'
import { type Browser, openTestContext, reply } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { partOf } from '#test/support/part.ts'
import { answerRow, attemptRow, invitedAttempt, startedAttempt } from '#test/world/attempts.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const world = await lumo(db)
const vacancy = await publishedVacancy(db, world, monday)
const { clock, asCandidate, asNobody } = openTestContext(db, monday)
let people = 0
const someone = () => {
  people += 1
  return { vacancy, now: monday, form: { name: `Person ${people}`, email: `person${people}@example.com` } }
}

/** Started in the browser, without JavaScript: one press, one redirect to the first part. */
async function writing() {
  clock.now = monday
  const invited = await invitedAttempt(db, world, someone())
  const browser = await asCandidate(invited.applicationId)
  const { status, headers } = await reply(start(browser.post('/a/assignment', { extra: 'none' })))
  expect(status).toBe(303)
  const first = headers.get('location')?.split('/').at(-1) ?? ''
  return { ...invited, browser, first }
}

const json = (browser: Browser, answerId: string, body: unknown, type = 'application/json') => ({
  request: browser.request(`/a/answers/${answerId}`, {
    method: 'POST',
    headers: { 'content-type': type, accept: 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }),
  params: { answer: answerId },
  context: { ...browser.context, document: false },
})
const findings = (wrong: string) => ({
  findings: [{ id: 'f1', part: 'p04', wrong, why: '', fix: '' }],
  test: '',
})
const aSave = (wrong = 'Two prices') => ({
  saveId: randomUUID(),
  baseRev: 0,
  after: [],
  body: findings(wrong),
})

describe('the introduction', () => {
  test('says all of it before the clock starts, and nothing has been started by reading', async () => {
    const { applicationId, attemptId } = await invitedAttempt(db, world, someone())
    const browser = await asCandidate(applicationId)
    const { status, body } = await reply(introduction(browser.get('/a/assignment')))
    expect(status).toBe(200)
    expect(body).toMatchObject({
      status: 'invited',
      minutes: 52,
      parts: [{ minutes: 25 }, { minutes: 15 }, { minutes: 12 }],
      dimensions: ['A1', 'A3', 'A4', 'K1', 'K2', 'K3', 'K4'],
      warmUps: [{ minutes: 1 }, { minutes: 1 }, { minutes: 1 }],
    })
    expect((await attemptRow(db, attemptId)).startedAt).toBeNull()
  })

  test('starts by a plain form with the extra time that was ticked, and a second press leads back', async () => {
    const { applicationId, attemptId } = await invitedAttempt(db, world, someone())
    const browser = await asCandidate(applicationId)
    const fields = { extra: 'plus-25', language: 'second' }
    const first = await reply(start(browser.post('/a/assignment', fields)))
    expect(first.headers.get('location')).toMatch(/^\/a\/assignment\/[0-9a-f-]{36}$/)
    expect((await attemptRow(db, attemptId)).allowedSeconds).toBe(4680)
    const second = await reply(start(browser.post('/a/assignment', fields)))
    expect(second.headers.get('location')).toBe('/a/assignment')
  })

  const bad: Record<string, string>[] = [{ extra: 'plus-900' }, { extra: 'none', deadlineAt: '2030-01-01' }]
  test.each(bad)('refuses a form with %o', async (fields) => {
    const { applicationId, attemptId } = await invitedAttempt(db, world, someone())
    const browser = await asCandidate(applicationId)
    expect((await reply(start(browser.post('/a/assignment', fields)))).status).toBe(400)
    expect((await attemptRow(db, attemptId)).status).toBe('invited')
  })

  test('is not there for somebody who was not invited', async () => {
    const browser = await asCandidate((await startedAttempt(db, world, someone())).applicationId)
    expect((await reply(introduction(browser.get('/a/assignment')))).status).toBe(200)
    expect((await reply(introduction(asNobody().get('/a/assignment')))).status).toBe(302)
  })
})

describe('the autosave', () => {
  test('answers 200 with the new revision, and the same save again with the same body', async () => {
    const { browser, first } = await writing()
    const sent = aSave()
    const once = await reply(save(json(browser, first, sent)))
    expect(once).toMatchObject({ status: 200, body: { rev: 1, late: false, creditedSeconds: 0 } })
    expect((await reply(save(json(browser, first, sent)))).body).toEqual(once.body)
  })

  test('answers 409 to a stale tab with the server’s text', async () => {
    const { browser, first } = await writing()
    await reply(save(json(browser, first, aSave('theirs'))))
    const { status, body } = await reply(save(json(browser, first, aSave('mine'))))
    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'stale', server: { rev: 1, body: findings('theirs') } })
  })

  test('answers 410 after the grace and keeps the text', async () => {
    const { browser, first } = await writing()
    clock.now = later(monday, { minutes: 52, seconds: 11 })
    const { status, body } = await reply(save(json(browser, first, aSave())))
    expect([status, body]).toMatchObject([410, { code: 'time-over', kept: true }])
    expect(await db.select().from(answerRevisions).where(eq(answerRevisions.answerId, first))).toHaveLength(1)
  })

  test('gives back a gap before it looks at the clock', async () => {
    const { browser, first } = await writing()
    clock.now = later(monday, { minutes: 54 })
    const sent = { ...aSave(), gap: { away: 315, typed: 0 } }
    expect(await reply(save(json(browser, first, sent)))).toMatchObject({
      status: 200,
      body: { creditedSeconds: 300, late: false, deadlineAt: later(monday, { minutes: 57 }).toISOString() },
    })
  })

  test('answers 404 for somebody else’s answer, exactly as for none', async () => {
    const { browser } = await writing()
    const { first: foreign } = await writing()
    const refused = await reply(save(json(browser, foreign, aSave())))
    expect(refused).toMatchObject({ status: 404, body: { code: 'not-found' } })
    expect((await reply(save(json(browser, randomUUID(), aSave())))).body).toEqual(refused.body)
    expect((await answerRow(db, foreign)).rev).toBe(0)
  })

  test.each([
    ['more fields than it has', { ...aSave(), deadlineAt: '2030-01-01' }, 400],
    ['no save id', { baseRev: 0, body: findings('x') }, 400],
    ['a broken body', '{', 400],
    ['another shape of answer', { ...aSave(), body: { text: 'x' } }, 400],
    ['NUL', { ...aSave(), body: findings('a\u0000b') }, 422],
    ['half a character', { ...aSave(), body: findings('\ud800') }, 422],
    ['a body of a third of a megabyte', { ...aSave(), body: findings('x'.repeat(340_000)) }, 413],
  ])('refuses %s', async (_, body, status) => {
    const { browser, first } = await writing()
    expect((await reply(save(json(browser, first, body)))).status).toBe(status)
    expect((await answerRow(db, first)).rev).toBe(0)
  })

  test('takes JSON by POST only', async () => {
    const { browser, first } = await writing()
    expect((await reply(save(json(browser, first, '{}', 'text/plain')))).status).toBe(415)
    expect((await reply(saveByGet(browser.get(`/a/answers/${first}`, { answer: first })))).status).toBe(405)
  })

  test('tells a browser without a session in JSON that it is signed out', async () => {
    const { first } = await writing()
    expect((await reply(save(json(asNobody(), first, aSave())))).status).toBe(401)
  })
})

describe('another device', () => {
  test('knows the candidate by the status link, and reads and writes nothing without a key', async () => {
    const { applicationId, first } = await writing()
    const phone = await asCandidate(applicationId)
    const part = await reply(answer(phone.get(`/a/assignment/${first}`, { answer: first })))
    expect([part.status, part.headers.get('location')]).toEqual([302, '/a/enter'])
    expect((await reply(save(json(phone, first, aSave())))).status).toBe(403)
    expect((await reply(page(phone.get('', { answer: first })))).headers.get('location')).toBe('/a/enter')
    expect((await reply(handIn(phone.post('/a/assignment/finish', {})))).status).toBe(403)
  })

  test('gets in by a key, used once and by POST; the wait is given back', async () => {
    const { applicationId, attemptId, first } = await writing()
    const phone = await asCandidate(applicationId)
    expect((await reply(enter(phone.get('/a/enter')))).status).toBe(200)
    expect((await reply(askForKey(phone.post('/a/enter', {})))).body).toEqual({ sent: true })
    const mails = await db
      .select()
      .from(jobs)
      .where(eq(jobs.dedupe, `attempt.key:${applicationId}`))
    expect(mails).toMatchObject([{ payload: { template: 'attempt.key', applicationId } }])

    const token = 'a-key-from-a-mail'
    await issueLink(db, {
      purpose: 'attempt-entry',
      subject: { applicationId },
      hashOf: () => hashToken(token),
      now: monday,
    })
    clock.now = later(monday, { minutes: 4 })
    for (const _ of [1, 2])
      expect((await reply(lookAtKey(phone.get(`/a/enter/${token}`, { token })))).status).toBe(200)
    const used = await reply(useKey(phone.post(`/a/enter/${token}`, {}, { token })))
    expect([used.status, used.headers.get('location')]).toEqual([303, '/a/assignment'])
    const cookie =
      used.headers
        .getSetCookie()
        .find((one) => one.startsWith('candidate='))
        ?.split(';')[0] ?? ''
    const request = asNobody().request(`/a/assignment/${first}`, { headers: { cookie } })
    expect((await reply(answer({ ...phone.get('', { answer: first }), request }))).status).toBe(200)
    expect((await attemptRow(db, attemptId)).creditedSeconds).toBe(225)
    expect((await reply(useKey(phone.post(`/a/enter/${token}`, {}, { token })))).status).toBe(410)
    expect((await reply(lookAtKey(phone.get(`/a/enter/${token}`, { token })))).status).toBe(410)
  })
})

describe('the rest of the way', () => {
  test('one press adds ten per cent; the same press twice adds it once', async () => {
    const { browser, attemptId } = await writing()
    for (const _ of [1, 2])
      expect((await reply(moreTime(browser.post('/a/assignment/time', { after: '0' })))).status).toBe(303)
    expect((await attemptRow(db, attemptId)).deadlineAt).toEqual(later(monday, { seconds: 3432 }))
    expect((await reply(moreTime(browser.post('/a/assignment/time', { after: '-1' })))).status).toBe(400)
  })

  test('handing in by a plain form, twice, leads to the same page, and the parts are closed', async () => {
    const { browser, attemptId, first } = await writing()
    const look = await reply(finish(browser.get('/a/assignment/finish')))
    expect(look.body).toMatchObject({ parts: [{ words: 0 }, { words: 0 }, { words: 0 }] })
    for (const _ of [1, 2]) {
      const done = await reply(handIn(browser.post('/a/assignment/finish', {})))
      expect([done.status, done.headers.get('location')]).toEqual([303, '/a/assignment'])
    }
    expect((await attemptRow(db, attemptId)).status).toBe('submitted')
    for (const closed of [
      answer(browser.get('', { answer: first })),
      finish(browser.get('/a/assignment/finish')),
    ])
      expect((await reply(closed)).headers.get('location')).toBe('/a/assignment')
    expect((await reply(introduction(browser.get('/a/assignment')))).body).toMatchObject({
      status: 'submitted',
    })
  })

  test('the page under review is for its own candidate, and its address carries its policy', async () => {
    const { browser, first } = await writing()
    const own = await reply(page(browser.get('', { answer: first })))
    expect(own).toMatchObject({ status: 200, body: expect.stringContaining('data-part="p16"') })
    expect(own.body).not.toMatch(
      /<script|<form|<link|<base|<meta|\son\w+=|href=|srcdoc|@import|url\((?!%23)/i,
    )
    const { browser: stranger } = await writing()
    expect((await reply(page(stranger.get('', { answer: first })))).status).toBe(404)

    const app = express()
      .use(securityHeaders(false))
      .use((_, response) => response.end('a page'))
    const server = app.listen(0)
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    for (const path of [`/a/answers/${first}/page`, '/a/assignment/practice/practice-page-review/page']) {
      const { headers } = await fetch(`${at}${path}`)
      expect(headers.get('content-security-policy')).toBe(reviewedPagePolicy)
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
    }
    const other = await fetch(`${at}/a/assignment/${first}`)
    expect(other.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    await new Promise((done) => server.close(done))
  })

  test('the practice is there before the start and holds no other scenario', async () => {
    const { applicationId } = await invitedAttempt(db, world, someone())
    const browser = await asCandidate(applicationId)
    const scenario = 'practice-page-review'
    expect(await reply(practice(browser.get('', { scenario })))).toMatchObject({
      status: 200,
      body: { view: { key: scenario } },
    })
    expect((await reply(practicePage(browser.get('', { scenario })))).body).toContain('data-part="p01"')
    for (const other of ['s01-sales-page', 'practice-late-payout', 'nothing']) {
      expect((await reply(practice(browser.get('', { scenario: other })))).status).toBe(404)
      expect((await reply(practicePage(browser.get('', { scenario: other })))).status).toBe(404)
    }
  })
})

test('no address of the candidate gives away anything that is planted', async () => {
  const { browser, applicationId, first } = await writing()
  const { applicationId: waiting } = await invitedAttempt(db, world, someone())
  const before = await asCandidate(waiting)
  const replies = await Promise.all([
    reply(introduction(before.get('/a/assignment'))),
    reply(practice(before.get('', { scenario: 'practice-page-review' }))),
    reply(introduction(browser.get('/a/assignment'))),
    reply(answer(browser.get('', { answer: first }))),
    reply(page(browser.get('', { answer: first }))),
    reply(finish(browser.get('/a/assignment/finish'))),
    reply(save(json(browser, first, aSave()))),
    reply(save(json(browser, first, aSave('stale')))),
  ])
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 409])
  const part = partOf(replies[3]?.body)
  expect(part).toMatchObject({ view: { kind: 'page-review' } })
  const served = JSON.stringify([part, ...replies.map(({ body, headers }) => [body, [...headers]])])
  const rows = await db
    .select()
    .from(scenarioVersions)
    .where(and(eq(scenarioVersions.kind, 'scenario'), eq(scenarioVersions.key, 's01-sales-page')))
  const content = rows[0]?.content as {
    defects: { id: string }[]
    decoys: { id: string }[]
    texts: Record<
      string,
      { grader: { defects: Record<string, { wrong: string }>; decoys: Record<string, { claim: string }> } }
    >
  }
  const planted = [...content.defects, ...content.decoys].map(({ id }) => `"${id}"`)
  const words = Object.values(content.texts).flatMap(({ grader }) => [
    ...Object.values(grader.defects).map(({ wrong }) => wrong),
    ...Object.values(grader.decoys).map(({ claim }) => claim),
  ])
  expect(planted).toHaveLength(17)
  expect(words).toHaveLength(51)
  expect([...planted, ...words].filter((secret) => served.includes(secret))).toEqual([])
  expect(served).not.toMatch(/"weights?"|decoy|grader|rubric|"seed"/)
  expect(served).not.toContain(applicationId)
})
