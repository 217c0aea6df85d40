import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { type SaveInput, saveAnswer } from '#db/answers.ts'
import { closeAttempt, submitAttempt } from '#db/attempt-end.ts'
import { creditTime } from '#db/attempt-time.ts'
import { answerForCandidate, assignmentOf, pageForCandidate } from '#db/attempt-view.ts'
import { answerRevisions, scenarioVersions } from '#db/schema/index.ts'
import { warmUpsOf } from '#db/warm-ups.ts'
import { withdraw } from '#db/withdrawals.ts'
import { testDb } from '#test/support/db.ts'
import { answerRow, attemptRow, invitedAttempt, startedAttempt } from '#test/world/attempts.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const world = await lumo(db)
const vacancy = await publishedVacancy(db, world, monday)
let people = 0
const someone = () => {
  people += 1
  return { vacancy, now: monday, form: { name: `Person ${people}`, email: `person${people}@example.com` } }
}

/** A running attempt and its reply, with a save of the right shape. */
async function replying() {
  const started = await startedAttempt(db, world, someone())
  const answerId = started.answers[1]?.id ?? ''
  const save = (text: string, rest: Partial<SaveInput> = {}) =>
    saveAnswer(db, {
      viewer: started.viewer,
      answerId,
      saveId: randomUUID(),
      baseRev: 0,
      body: { text },
      now: later(monday, { minutes: 5 }),
      ...rest,
    })
  const texts = async () =>
    (
      await db
        .select()
        .from(answerRevisions)
        .where(eq(answerRevisions.answerId, answerId))
        .orderBy(asc(answerRevisions.id))
    ).map(({ body, branch, late }) => [(body as { text: string }).text, branch, late])
  return { ...started, answerId, save, texts }
}

describe('a save', () => {
  test('becomes the answer, with its words counted', async () => {
    const { answerId, save } = await replying()
    expect(await save('Dear Holly, s’ka problem.')).toMatchObject({ ok: true, rev: 1, late: false })
    expect(await save('Dear Holly', { baseRev: 1 })).toMatchObject({ ok: true, rev: 2 })
    expect(await answerRow(db, answerId)).toMatchObject({
      rev: 2,
      body: { text: 'Dear Holly' },
      wordCount: 2,
    })
  })

  test('sent twenty times at once under one name is kept once, with one result', async () => {
    const { save, texts } = await replying()
    const saveId = randomUUID()
    const done = await Promise.all(Array.from({ length: 20 }, () => save('once', { saveId })))
    expect(new Set(done.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(done[0]).toMatchObject({ ok: true, rev: 1 })
    expect(await texts()).toEqual([['once', false, false]])
  })

  test('from a stale tab gets the server’s text, and its own is kept beside it', async () => {
    const { save, texts } = await replying()
    await save('theirs')
    const saveId = randomUUID()
    const stale = { refused: 'stale', server: { rev: 1, body: { text: 'theirs' } } }
    expect(await save('mine', { saveId })).toMatchObject(stale)
    expect(await save('mine', { saveId })).toMatchObject(stale)
    expect(await texts()).toEqual([
      ['theirs', false, false],
      ['mine', true, false],
    ])
  })

  test('of two tabs at the same moment one wins, and both texts are there', async () => {
    const { save, texts } = await replying()
    const done = await Promise.all(['one', 'two'].map((text) => save(text)))
    expect(done.filter((one) => one && 'ok' in one)).toHaveLength(1)
    expect((await texts()).map(([text]) => text).sort()).toEqual(['one', 'two'])
  })

  test('follows earlier saves of the same browser whose answers it never heard', async () => {
    const { save, texts } = await replying()
    const [first, second] = [randomUUID(), randomUUID()]
    await save('first', { saveId: first })
    expect(await save('second', { saveId: second, after: [first] })).toMatchObject({ ok: true, rev: 2 })
    const overtaken = { saveId: randomUUID(), after: [first] }
    expect(await save('held all the while', overtaken)).toMatchObject({ refused: 'stale' })
    expect((await texts()).map(([text, branch]) => [text, branch])).toEqual([
      ['first', false],
      ['second', false],
      ['held all the while', true],
    ])
  })

  test('never follows another tab’s', async () => {
    const { save, answerId } = await replying()
    const mine = randomUUID()
    await save('mine', { saveId: mine })
    await save('theirs', { baseRev: 1 })
    expect(await save('mine again', { after: [mine] })).toMatchObject({
      refused: 'stale',
      server: { rev: 2 },
    })
    expect((await answerRow(db, answerId)).body).toEqual({ text: 'theirs' })
  })

  test('under a name that had another text loses neither', async () => {
    const { save, texts } = await replying()
    const saveId = randomUUID()
    await save('longer', { saveId })
    expect(await save('long', { saveId })).toMatchObject({
      refused: 'stale',
      server: { body: { text: 'longer' } },
      superseded: true,
    })
    expect(await texts()).toEqual([
      ['longer', false, false],
      ['long', true, false],
    ])
  })

  test('that left with its page is the later one, also where the device’s copy came first', async () => {
    const { save, texts, answerId } = await replying()
    const saveId = randomUUID()
    await save('long', { saveId })
    expect(await save('longer', { saveId, leaving: true })).toMatchObject({ ok: true, rev: 2 })
    expect((await answerRow(db, answerId)).body).toEqual({ text: 'longer' })
    expect(await texts()).toEqual([
      ['long', false, false],
      ['longer', false, false],
    ])
  })

  test('that left with its page stands beside what another tab has written since', async () => {
    const { save, texts, answerId } = await replying()
    const saveId = randomUUID()
    await save('long', { saveId })
    await save('another', { baseRev: 1 })
    expect(await save('longer', { saveId, leaving: true })).toEqual({
      refused: 'stale',
      server: expect.objectContaining({ body: { text: 'another' } }),
    })
    expect((await answerRow(db, answerId)).body).toEqual({ text: 'another' })
    expect(await texts()).toHaveLength(3)
  })

  test('on a revision that the server does not have is kept beside', async () => {
    const { save, texts } = await replying()
    expect(await save('from a restored backup', { baseRev: 9 })).toMatchObject({
      refused: 'stale',
      server: { rev: 0 },
    })
    expect(await texts()).toHaveLength(1)
  })

  test.each([
    { text: 5 },
    { text: 'x', deadlineAt: '2030-01-01' },
    { findings: [], test: '' },
    { text: 'x'.repeat(20_001) },
    null,
    'text',
  ])('of the wrong shape is refused: %o', async (body) => {
    const { save, texts } = await replying()
    expect(await save('', { body })).toEqual({ refused: 'answer-shape' })
    expect(await texts()).toEqual([])
  })

  test('about a part that the page does not have is refused', async () => {
    const { save, answers } = await replying()
    const answerId = answers[0]?.id ?? ''
    const finding = { id: 'f1', part: 'p99', wrong: 'w', why: 'w', fix: 'f' }
    expect(await save('', { answerId, body: { findings: [finding], test: '' } })).toEqual({
      refused: 'answer-shape',
    })
    const right = { findings: [{ ...finding, part: 'p04' }], test: '' }
    expect(await save('', { answerId, body: right })).toMatchObject({ ok: true })
  })
})

describe('the clock', () => {
  test.each([
    [-1, { ok: true, late: false }, ['text', false, false]],
    [0, { ok: true, late: false }, ['text', false, false]],
    [1, { ok: true, late: true }, ['text', false, true]],
    [10, { ok: true, late: true }, ['text', false, true]],
    [11, { refused: 'time-over' }, ['text', true, true]],
  ])('%i s after the deadline', async (seconds, result, kept) => {
    const { save, texts } = await replying()
    const now = later(monday, { minutes: 52, seconds })
    expect(await save('text', { now })).toMatchObject(result)
    expect(await texts()).toEqual([kept])
  })

  test('a save that arrived in time counts although the attempt was closed while it was on its way', async () => {
    const { attemptId, save, answerId } = await replying()
    await closeAttempt(db, { attemptId, now: later(monday, { minutes: 53 }) })
    expect(await save('in time', { now: later(monday, { minutes: 52 }) })).toMatchObject({ ok: true })
    expect((await answerRow(db, answerId)).body).toEqual({ text: 'in time' })
  })

  test('time given back after a gap lets the text of the gap count', async () => {
    const { viewer, save } = await replying()
    const now = later(monday, { minutes: 55 })
    expect(await creditTime(db, { viewer, awaySeconds: 400, typedSeconds: 0, now })).toBe(385)
    expect(await save('written without a line', { now })).toMatchObject({ ok: true, late: false })
  })
})

describe('after the end', () => {
  test('handing in waits for the saves that came before it: acknowledged is graded', async () => {
    const { viewer, save, answerId, attemptId } = await replying()
    const [saved] = await Promise.all([
      save('at the same moment', { now: later(monday, { minutes: 20 }) }),
      submitAttempt(db, { viewer, now: later(monday, { minutes: 20 }) }),
    ])
    const acknowledged = saved !== null && 'ok' in saved
    expect((await answerRow(db, answerId)).body).toEqual({ text: acknowledged ? 'at the same moment' : '' })
    expect((await attemptRow(db, attemptId)).status).toBe('submitted')
  })

  test('of somebody who has withdrawn nothing counts, and nothing is lost', async () => {
    const { viewer, save, texts } = await replying()
    await withdraw(db, { viewer, now: later(monday, { minutes: 1 }) })
    expect(await save('still typing')).toEqual({ refused: 'not-open' })
    expect(await texts()).toEqual([['still typing', true, false]])
  })
})

describe('somebody else', () => {
  test('cannot save, and learns nothing', async () => {
    const { answerId, save, texts } = await replying()
    const { viewer } = await startedAttempt(db, world, someone())
    expect(await save('not mine', { viewer })).toBeNull()
    expect(await save('nowhere', { answerId: randomUUID() })).toBeNull()
    expect(await texts()).toEqual([])
    expect(await answerForCandidate(db, { viewer, answerId, locale: 'en', now: monday })).toBeNull()
    expect(await pageForCandidate(db, { viewer, answerId })).toBeNull()
  })
})

/** Every text of the key in the candidate's language and in the others, and the ids of what is planted. */
function secretsOf(content: unknown): string[] {
  const {
    texts,
    defects = [],
    decoys = [],
  } = content as {
    texts: Record<string, { grader?: unknown }>
    defects?: { id: string }[]
    decoys?: { id: string }[]
  }
  const found = [...defects, ...decoys].map(({ id }) => `"${id}"`)
  const walk = (value: unknown): void => {
    if (typeof value === 'string' && value.length > 24) found.push(JSON.stringify(value).slice(1, -1))
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
  }
  for (const { grader } of Object.values(texts)) walk(grader)
  return found
}

test('nothing of any key, of grading or of the draw reaches the candidate', async () => {
  const { viewer, answers } = await startedAttempt(db, world, { ...someone(), seed: 424_242 })
  const { viewer: waiting } = await invitedAttempt(db, world, someone())
  const look = { locale: 'en' as const, now: monday }
  const shown = [
    await assignmentOf(db, { viewer, ...look }),
    await assignmentOf(db, { viewer: waiting, ...look }),
    await warmUpsOf(db, { viewer }),
    ...(await Promise.all(
      answers.map(({ id }) => answerForCandidate(db, { viewer, answerId: id, ...look })),
    )),
    ...(await Promise.all(answers.map(({ id }) => pageForCandidate(db, { viewer, answerId: id })))),
  ]
  const served = JSON.stringify(shown)
  expect(served).toContain('Aurel')
  const kept = await db.select().from(scenarioVersions).where(eq(scenarioVersions.kind, 'scenario'))
  const secrets = kept.flatMap(({ content }) => secretsOf(content))
  expect(secrets.length).toBeGreaterThan(300)
  expect(secrets.filter((secret) => served.includes(secret))).toEqual([])
  expect(served).not.toMatch(
    /"(seed|weight|weights|defects|decoys|grader|anchors|hints|code|rubricHash|parameters)"/,
  )
  expect(served).not.toContain('424242')
  for (const { code } of answers) expect(served).not.toContain(code)
})
