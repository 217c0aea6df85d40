import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { unfoldedArticles } from '#app/domain/scenario/folded.ts'
import type { Act } from '#app/domain/scenario/inbox.ts'
import { loader as answer } from '#app/routes/candidate/assignment/answer.tsx'
import { action as desk, loader as deskByGet } from '#app/routes/candidate/assignment/desk.ts'
import { loader as handbook } from '#app/routes/candidate/assignment/handbook.ts'
import { action as start } from '#app/routes/candidate/assignment/introduction.tsx'
import { loader as practice } from '#app/routes/candidate/assignment/practice.tsx'
import { action as tryDesk, loader as tryDeskByGet } from '#app/routes/candidate/assignment/practice-desk.ts'
import { acts } from '#db/schema/index.ts'
import { type Browser, openTestContext, reply } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { partOf } from '#test/support/part.ts'
import { invitedAttempt } from '#test/world/attempts.ts'
import { shelfWithDesks } from '#test/world/desks.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const world = await lumo(db)
const shelf = shelfWithDesks()
const vacancy = await publishedVacancy(db, world, monday, {
  vacancy: { assignmentKey: shelf.assignmentKey },
  shelf,
})
const { clock, asCandidate, asNobody } = openTestContext(db, monday)
let people = 0

const sent = (browser: Browser, path: string, params: Record<string, string>, body: unknown) => ({
  request: browser.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }),
  params,
  context: { ...browser.context, document: false },
})

/** Somebody at the first part of a running assignment, which is an inbox. */
async function working() {
  clock.now = monday
  people += 1
  const form = { name: `Person ${people}`, email: `person${people}@example.com` }
  const { applicationId } = await invitedAttempt(db, world, { vacancy, now: monday, form })
  const browser = await asCandidate(applicationId)
  const { headers } = await reply(start(browser.post('/a/assignment', { extra: 'none' })))
  const answerId = headers.get('location')?.split('/').at(-1) ?? ''
  const send = (body: unknown, by: Browser = browser) =>
    reply(desk(sent(by, `/a/answers/${answerId}/desk`, { answer: answerId }, body)))
  return { browser, answerId, send }
}

const answered: Act = { do: 'reply', thread: 'ann', text: 'It is on shelf 7.' }
const anAct = (act: unknown = answered, after = 0) => ({ want: 'act', actId: randomUUID(), after, act })

describe('the desk of an inbox', () => {
  test('is opened, looked at and worked; each time it says the whole of what is seen', async () => {
    const { send, browser, answerId } = await working()
    const opened = await send({ want: 'open' })
    expect(opened).toMatchObject({ status: 200, body: { acts: 0, desk: { threads: [{ id: 'ann' }] } } })
    clock.now = later(monday, { seconds: 10 })
    expect(await send({ want: 'look' })).toMatchObject({ status: 200, body: { acts: 0 } })
    expect(await send(anAct())).toMatchObject({ status: 200, body: { acts: 1 } })
    const page = await reply(answer(browser.get(`/a/assignment/${answerId}`, { answer: answerId })))
    expect(partOf(page.body)).toMatchObject({
      view: { kind: 'inbox' },
      desk: { acts: 1 },
      parts: [{ kind: 'inbox' }, { kind: 'lookup' }, { kind: 'judgement' }],
    })
  })

  test('is not told of before it is opened', async () => {
    const { browser, answerId, send } = await working()
    const page = await reply(answer(browser.get(`/a/assignment/${answerId}`, { answer: answerId })))
    expect(partOf(page.body)).toMatchObject({ desk: null })
    expect(JSON.stringify(page.body)).not.toContain('Where is my umbrella?')
    expect(await send({ want: 'look' })).toMatchObject({ status: 409, body: { code: 'not-opened' } })
  })

  test('brings its handbook until it is opened; from then on the contents alone, and the rest at its own address', async () => {
    const { browser, answerId, send } = await working()
    const page = async () =>
      partOf((await reply(answer(browser.get(`/a/assignment/${answerId}`, { answer: answerId })))).body)
    const before = await page()
    expect(before.view).toMatchObject({ articles: [{ paragraphs: [{ number: '1.1' }, {}] }] })
    await send({ want: 'open' })
    const after = await page()
    expect(after.view).toMatchObject({ articles: [{ paragraphs: [] }] })
    const whole = await reply(handbook(browser.get('', { answer: answerId })))
    expect({ ...after.view, articles: unfoldedArticles(whole.body as string[]) }).toEqual(before.view)
    const { browser: other } = await working()
    expect((await reply(handbook(other.get('', { answer: answerId })))).status).toBe(404)
  })

  test('is 401 for nobody, 404 for somebody else, 405 for reading', async () => {
    const { answerId, send } = await working()
    const other = await working()
    expect(await send({ want: 'open' }, asNobody())).toMatchObject({ status: 401 })
    for (const wish of [{ want: 'open' }, { want: 'look' }, anAct()])
      expect(await send(wish, other.browser)).toMatchObject({ status: 404 })
    const read = other.browser.get(`/a/answers/${answerId}/desk`, { answer: answerId })
    const { status, headers } = await reply(deskByGet(read))
    expect([status, headers.get('allow')]).toEqual([405, 'POST'])
  })

  test.each([
    {},
    { want: 'close' },
    { want: 'open', until: 5 },
    { want: 'act', after: 0, act: answered },
    anAct({ ...answered, at: 5 }),
    anAct({ do: 'reply', thread: 'ann', text: '   ' }),
    anAct({ do: 'reply', thread: 'ann', text: 'x'.repeat(20_001) }),
    anAct({ do: 'solve', thread: 'ann' }),
    { ...anAct(), actId: 'mine' },
    [],
  ])('takes nothing of another shape: %j', async (body) => {
    const { send } = await working()
    await send({ want: 'open' })
    expect(await send(body)).toMatchObject({ status: 400 })
  })

  test('says why an act is refused, with the newer desk: 409, and 410 when the time is over', async () => {
    const { send } = await working()
    await send({ want: 'open' })
    await send(anAct({ ...answered, text: 'Please wait.' }))
    expect(await send(anAct())).toMatchObject({ status: 409, body: { code: 'stale', acts: 1 } })
    expect(await send(anAct({ do: 'choose', thread: 'ann', choice: 'keep' }, 1))).toMatchObject({
      status: 409,
      body: { code: 'not-in-this-step', acts: 1, desk: {} },
    })
    clock.now = later(monday, { hours: 3 })
    expect(await send(anAct(answered, 1))).toMatchObject({ status: 410, body: { code: 'time-over' } })
  })
})

describe('an inbox to try', () => {
  /** Invited only: whoever tries has not started. */
  async function trying() {
    clock.now = monday
    people += 1
    const form = { name: `Person ${people}`, email: `person${people}@example.com` }
    const { applicationId } = await invitedAttempt(db, world, { vacancy, now: monday, form })
    const browser = await asCandidate(applicationId)
    const play = (body: unknown, scenario = 'try-inbox', by: Browser = browser) =>
      reply(tryDesk(sent(by, `/a/assignment/practice/${scenario}/desk`, { scenario }, body)))
    return { browser, play }
  }

  test('answers as the real one does, and keeps nothing', async () => {
    const { browser, play } = await trying()
    const page = await reply(
      practice(browser.get('/a/assignment/practice/try-inbox', { scenario: 'try-inbox' })),
    )
    expect(page.body).toMatchObject({ view: { kind: 'inbox' }, blank: { drafts: {} } })
    expect(JSON.stringify(page.body)).not.toContain('Can you bring it?')
    const before = await db.$count(acts)
    expect(await play({ acts: [], until: 0 })).toMatchObject({ status: 200, body: { acts: 0 } })
    const done = await play({ acts: [{ at: 4000, act: answered }], until: 4000 })
    expect(done).toMatchObject({ status: 200, body: { acts: 1 } })
    expect(JSON.stringify(done.body)).toContain('Can you bring it?')
    const twice = [4000, 5000].map((at) => ({ at, act: answered }))
    expect(await play({ acts: twice, until: 5000 })).toMatchObject({
      status: 409,
      body: { code: 'not-in-this-step', acts: 1 },
    })
    expect(await db.$count(acts)).toBe(before)
  })

  test('is 401 for nobody, 404 where it is none, 405 for reading, 400 in another shape', async () => {
    const { browser, play } = await trying()
    const nothing = { acts: [], until: 0 }
    expect(await play(nothing, 'try-inbox', asNobody())).toMatchObject({ status: 401 })
    for (const scenario of ['test-inbox', 'nothing'])
      expect(await play(nothing, scenario)).toMatchObject({ status: 404 })
    for (const body of [
      {},
      { acts: [], until: -1 },
      {
        acts: [
          { at: 9, act: answered },
          { at: 5, act: answered },
        ],
        until: 9,
      },
    ])
      expect(await play(body)).toMatchObject({ status: 400 })
    const read = browser.get('/a/assignment/practice/try-inbox/desk', { scenario: 'try-inbox' })
    expect((await reply(tryDeskByGet(read))).status).toBe(405)
  })

  test('outlives acts that could never have been', async () => {
    const { play } = await trying()
    const forged: Act[] = [
      { do: 'reply', thread: 'nobody', text: 'Hello?' },
      { do: 'choose', thread: 'bob', choice: 'fly' },
      { do: 'close', thread: 'ann', outcome: 'solved' },
      { do: 'tag', thread: 'ann', tag: 'unheard-of' },
      { do: 'hand-over', thread: 'bob', to: 'nowhere', text: 'x' },
      { do: 'report', article: 'unheard-of', text: 'x' },
    ]
    const list = forged.map((act, index) => ({ at: index, act }))
    for (let length = 1; length <= list.length; length++)
      expect([200, 409]).toContain((await play({ acts: list.slice(0, length), until: 10 })).status)
  })
})
