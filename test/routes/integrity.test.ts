import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { action as handIn } from '#app/routes/candidate/assignment/finish.tsx'
import { loader as introduction } from '#app/routes/candidate/assignment/introduction.tsx'
import { action as signs, loader as signsByGet } from '#app/routes/candidate/assignment/signs.ts'
import { action as answerIt, loader as statement } from '#app/routes/candidate/statement.tsx'
import { loader as status } from '#app/routes/candidate/status.tsx'
import { loader as application } from '#app/routes/team/applications/application.tsx'
import { loader as desk } from '#app/routes/team/grading/desk.tsx'
import { loader as queue } from '#app/routes/team/grading/queue.tsx'
import { action as ask } from '#app/routes/team/integrity/ask.ts'
import { action as decide, loader as oneCase } from '#app/routes/team/integrity/case.tsx'
import { loader as list } from '#app/routes/team/integrity/list.tsx'
import { integrityMails } from '#app/server/mails/integrity.ts'
import { saveAnswer } from '#db/answers.ts'
import { submitAttempt } from '#db/attempt-end.ts'
import { viewIdentity } from '#db/identity.ts'
import { assessAttempt } from '#db/integrity/assess.ts'
import { noteSigns, signsOf } from '#db/integrity/signs.ts'
import { dataOf } from '#db/my-data.ts'
import { attempts, integrityCases, sessions, vacancies } from '#db/schema/index.ts'
import { type Browser, openTestContext, reply } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { answerRow, attemptRow, startedAttempt } from '#test/world/attempts.ts'
import { invitedGraders, openRequests } from '#test/world/grading.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const world = await lumo(db)
const { mirela, viktor, dorina } = world
const noon = later(monday, { hours: 4 })
const { clock, asStaff, asCandidate, asNobody } = openTestContext(db, noon)
let people = 0

const usual = await publishedVacancy(db, world, monday)
await invitedGraders(db, world, usual.id, [viktor, dorina], monday)

async function started(vacancy = usual) {
  people += 1
  const form = { name: `Person ${people}`, email: `looked${people}@example.com` }
  const made = await startedAttempt(db, world, { vacancy, now: monday, form })
  const written = made.answers.find(({ key }) => key === 's03-first-fifty')?.id ?? ''
  return { ...made, written }
}

/** Handed in with most of one answer pasted: a case is open, and Mirela has opened the name. */
async function looked(aids?: string) {
  const made = await started()
  const { viewer, written: answerId, attemptId, applicationId } = made
  const pasted = [{ kind: 'paste' as const, chars: 4321, ago: 0 }]
  const at = later(monday, { minutes: 5 })
  await noteSigns(db, { viewer, batch: randomUUID(), answer: answerId, signs: pasted, now: at })
  const text = Array.from({ length: 90 }, (_, index) => `walrus${index}${people}`).join(' ')
  await saveAnswer(db, { viewer, answerId, saveId: randomUUID(), baseRev: 0, body: { text }, now: at })
  await submitAttempt(db, { viewer, aids, now: later(monday, { minutes: 30 }) })
  await assessAttempt(db, { attemptId, now: later(monday, { minutes: 31 }) })
  const [row] = await db.select().from(integrityCases).where(eq(integrityCases.attemptId, attemptId))
  await viewIdentity(db, { viewer: mirela, applicationId, now: noon })
  clock.now = noon
  return { ...made, id: row?.id ?? '' }
}

/** A browser that was let into the attempt. */
async function entered(applicationId: string): Promise<Browser> {
  const browser = await asCandidate(applicationId)
  await db.update(sessions).set({ enteredAt: clock.now }).where(eq(sessions.applicationId, applicationId))
  return browser
}

const post = (browser: Browser, body: unknown) => ({
  request: browser.request('/a/assignment/signs', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  }),
  params: {},
  context: { ...browser.context, document: false },
})

test('the introduction says what is noted and which aids are allowed, before anything is', async () => {
  const made = await started()
  const browser = await asCandidate(made.applicationId)
  expect((await reply(introduction(browser.get('/a/assignment')))).body).toMatchObject({
    aiPolicy: 'declared',
  })
  expect(await signsOf(db, made.attemptId)).toEqual([])
})

test('a batch is taken once and answered with nothing; what has another shape is refused', async () => {
  const made = await started()
  clock.now = later(monday, { minutes: 3 })
  const browser = await entered(made.applicationId)
  const batch = { batch: randomUUID(), answer: made.written, signs: [{ kind: 'left', seconds: 40, ago: 0 }] }
  for (const _ of [1, 2]) expect((await reply(signs(post(browser, batch)))).status).toBe(204)
  expect(await signsOf(db, made.attemptId)).toHaveLength(1)
  const bad = [
    { ...batch, deadlineAt: '2030-01-01' },
    { ...batch, batch: 'x' },
    { ...batch, signs: [{ kind: 'paste', chars: 5, ago: 0, text: 'secret' }] },
    { ...batch, signs: [{ kind: 'keys', chars: 5, ago: 0 }] },
    { ...batch, signs: [{ kind: 'left', seconds: -1, ago: 0 }] },
    { ...batch, signs: Array.from({ length: 41 }, () => ({ kind: 'first-key', ago: 0 })) },
  ]
  for (const body of bad) expect((await reply(signs(post(browser, body)))).status).toBe(400)
  expect(await signsOf(db, made.attemptId)).toHaveLength(1)
  expect((await reply(signsByGet(browser.get('/a/assignment/signs')))).status).toBe(405)
})

test('somebody else’s part is not there, and a browser that was not let in notes nothing', async () => {
  const [made, other] = [await started(), await started()]
  const batch = { batch: randomUUID(), answer: other.written, signs: [] }
  const browser = await entered(made.applicationId)
  expect(await reply(signs(post(browser, batch)))).toMatchObject({ status: 404, body: { code: 'not-found' } })
  expect((await reply(signs(post(await asCandidate(other.applicationId), batch)))).status).toBe(403)
  expect((await answerRow(db, other.written)).firstViewedAt).toBeNull()
})

test('which aids were used is kept with the handing in, and managers read it', async () => {
  const made = await started()
  clock.now = later(monday, { minutes: 20 })
  const browser = await entered(made.applicationId)
  const sent = browser.post('/a/assignment/finish', { aids: 'A translator for two words' })
  expect((await reply(handIn(sent))).status).toBe(303)
  expect((await attemptRow(db, made.attemptId)).aiDeclaration).toBe('A translator for two words')
  await viewIdentity(db, { viewer: mirela, applicationId: made.applicationId, now: clock.now })
  const address = `/team/applications/${made.applicationId}`
  const { body } = await reply(application((await asStaff(mirela)).get(address, { id: made.applicationId })))
  expect(body).toMatchObject({ aids: 'A translator for two words', look: null })
})

test('the list and the case are for managers; graders, candidates and strangers are turned away', async () => {
  const { id, applicationId } = await looked()
  const manager = await asStaff(mirela)
  const { body } = await reply(list(manager.get('/team/integrity')))
  expect(body).toMatchObject({ rows: expect.arrayContaining([expect.objectContaining({ id })]) })
  const shown = await reply(oneCase(manager.get(`/team/integrity/${id}`, { id })))
  expect(shown).toMatchObject({ status: 200, body: { status: 'open', reasons: [{ code: 'pasted' }] } })
  for (const who of [viktor, dorina]) {
    const grader = await asStaff(who)
    expect((await reply(list(grader.get('/team/integrity')))).status).toBe(403)
    expect((await reply(oneCase(grader.get(`/team/integrity/${id}`, { id })))).status).toBe(403)
    expect((await reply(decide(grader.post(`/team/integrity/${id}`, {}, { id })))).status).toBe(403)
    expect((await reply(ask(grader.post(`/team/integrity/${id}/ask`, {}, { id })))).status).toBe(403)
  }
  const candidate = await asCandidate(applicationId)
  expect((await reply(oneCase(candidate.get(`/team/integrity/${id}`, { id })))).status).toBe(302)
  expect((await reply(oneCase(asNobody().get(`/team/integrity/${id}`, { id })))).status).toBe(302)
  const ghost = randomUUID()
  const none = await reply(oneCase(manager.get(`/team/integrity/${ghost}`, { id: ghost })))
  expect(none).toMatchObject({ status: 404, body: { code: 'not-found' } })
})

test('a grader is sent nothing of what was noted, nor that there is something to look at', async () => {
  const { applicationId, attemptId, id } = await looked()
  await db.update(attempts).set({ aiDeclaration: 'ostrich-aid' }).where(eq(attempts.id, attemptId))
  await db.update(integrityCases).set({ statement: 'ostrich-statement' }).where(eq(integrityCases.id, id))
  const browser = await asStaff(viktor)
  const requests = await openRequests(db, viktor, applicationId)
  expect(requests.length).toBeGreaterThan(0)
  const replies = [await reply(queue(browser.get('/team/grading')))]
  for (const { id: request } of requests)
    replies.push(await reply(desk(browser.get(`/team/grading/${request}`, { id: request }))))
  const sent = JSON.stringify(replies.map(({ body, headers }) => [body, [...headers]]))
  expect(sent).toContain('walrus')
  for (const canary of ['ostrich', '4321', 'pasted', 'integrity', 'firstViewed', 'heardAt', id])
    expect(sent.includes(canary), canary).toBe(false)
})

test('a person says what it was, with a reason; without one or without choosing the page asks again', async () => {
  const { id, applicationId } = await looked()
  const manager = await asStaff(mirela)
  const send = (fields: Record<string, string>) =>
    reply(decide(manager.post(`/team/integrity/${id}`, { from: 'open', ...fields }, { id })))
  expect(await send({ reason: 'Seen' })).toMatchObject({ status: 422, body: { issues: { to: 'choose' } } })
  expect(await send({ to: 'cleared', reason: ' ' })).toMatchObject({ status: 422 })
  expect(await send({ to: 'rejected', reason: 'x' })).toMatchObject({ status: 422 })
  expect((await send({ to: 'cleared', reason: 'Their own notes' })).status).toBe(303)
  expect(await send({ to: 'confirmed', reason: 'No' })).toMatchObject({ status: 409 })
  const address = `/team/applications/${applicationId}`
  const { body } = await reply(application(manager.get(address, { id: applicationId })))
  expect(body).toMatchObject({ look: { status: 'cleared' } })
})

test('the candidate finds the question only once it is asked, reads nothing of the case, and answers by a plain form', async () => {
  const { id, applicationId } = await looked()
  const browser = await asCandidate(applicationId)
  const read = () => reply(statement(browser.get('/a/statement')))
  const home = async () => (await reply(status(browser.get('/a')))).body
  expect((await read()).status).toBe(404)
  expect((await reply(answerIt(browser.post('/a/statement', { statement: 'Unasked' })))).status).toBe(404)
  expect(await home()).toMatchObject({ asked: false })
  const manager = await asStaff(mirela)
  expect((await reply(ask(manager.post(`/team/integrity/${id}/ask`, {}, { id })))).status).toBe(303)
  expect(await home()).toMatchObject({ asked: true })
  const { body } = await read()
  expect(body).toMatchObject({ open: true, about: [{ code: 'pasted' }], statement: null })
  for (const canary of ['tier', 'some', 'reviewer', 'Mirela', id])
    expect(JSON.stringify(body).includes(`"${canary}`), canary).toBe(false)
  expect((await reply(answerIt(browser.post('/a/statement', { statement: '  ' })))).status).toBe(422)
  const sent = await reply(answerIt(browser.post('/a/statement', { statement: 'My own notes' })))
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/a/statement'])
  const { body: seen } = await reply(oneCase(manager.get(`/team/integrity/${id}`, { id })))
  expect(seen).toMatchObject({ statement: { text: 'My own notes' } })
  const own = await dataOf(db, { viewer: { kind: 'candidate', applicationId }, now: noon })
  expect(own?.attempt).toMatchObject({ statement: 'My own notes', noted: [{ kind: 'paste', chars: 4321 }] })
  await reply(
    decide(manager.post(`/team/integrity/${id}`, { from: 'open', to: 'explained', reason: 'x' }, { id })),
  )
  expect((await reply(answerIt(browser.post('/a/statement', { statement: 'More' })))).status).toBe(409)
  expect(await home()).toMatchObject({ asked: false })
})

test('the mail that asks leads to the status page, and is not sent where somebody has decided meanwhile', async () => {
  const { id, applicationId } = await looked()
  await reply(ask((await asStaff(mirela)).post(`/team/integrity/${id}/ask`, {}, { id })))
  const tools = { db, now: noon } as Parameters<(typeof integrityMails)['integrity.asked']>[0]
  const mail = () => integrityMails['integrity.asked'](tools, { applicationId })
  expect(await mail()).toMatchObject({ link: { purpose: 'candidate-status' }, applicationId })
  const decided = { from: 'open', to: 'cleared', reason: 'Seen' }
  await reply(decide((await asStaff(mirela)).post(`/team/integrity/${id}`, decided, { id })))
  expect(await mail()).toBeUndefined()
})

test('a vacancy that forbids assistants says so, and does not ask for aids', async () => {
  const made = await started(await publishedVacancy(db, world, monday))
  await db.update(vacancies).set({ aiPolicy: 'forbidden' }).where(eq(vacancies.id, made.vacancy.id))
  const browser = await asCandidate(made.applicationId)
  expect((await reply(introduction(browser.get('/a/assignment')))).body).toMatchObject({
    aiPolicy: 'forbidden',
  })
})
