import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import { openFormats } from '#app/i18n/formats.ts'
import { translator } from '#app/i18n/i18n.ts'
import { loader as profileLoader } from '#app/routes/team/applications/profile.tsx'
import { action as amend } from '#app/routes/team/grading/amend.ts'
import { loader as deskLoader } from '#app/routes/team/grading/desk.tsx'
import { loader as getLock, action as lock } from '#app/routes/team/grading/lock.ts'
import { action as opened } from '#app/routes/team/grading/opened.ts'
import { loader as pageLoader } from '#app/routes/team/grading/page.ts'
import { loader as queueLoader } from '#app/routes/team/grading/queue.tsx'
import { action as save } from '#app/routes/team/grading/save.ts'
import { action as undo } from '#app/routes/team/grading/undo.ts'
import { loader as gradersLoader, action as invite } from '#app/routes/team/vacancies/graders.tsx'
import { gradingMails } from '#app/server/mails/grading.ts'
import { settleAnswer } from '#db/grading.ts'
import { newId } from '#db/id.ts'
import {
  applications,
  files,
  gradingAssignments,
  identityViews,
  memberships,
  teams,
  users,
} from '#db/schema/index.ts'
import { type Browser, openTestContext, reply } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import {
  draftWith,
  graded,
  gradedApplication,
  handedIn,
  invitedGraders,
  openRequests,
} from '#test/world/grading.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const world = await lumo(db)
const { viktor, dorina, tomasz, mirela } = world
const noon = later(monday, { hours: 4 })
const { clock, asStaff } = openTestContext(db, noon)
let people = 0

async function setUp(graders: readonly StaffViewer[] = [viktor, dorina]) {
  clock.now = noon
  people += 1
  const vacancy = await publishedVacancy(db, world, monday)
  await invitedGraders(db, world, vacancy.id, graders, monday)
  const email = `zebra-mail-${people}@example.com`
  const made = await handedIn(db, world, {
    vacancy,
    name: 'Quagga Zebraline',
    email,
    now: monday,
  })
  return { vacancy, email, ...made }
}
const scenarioOf = async (who: StaffViewer, applicationId: string, scenario = 's03-first-fifty') => {
  const open = await openRequests(db, who, applicationId)
  return open.find(({ scenarioKey }) => scenarioKey === scenario)?.id ?? ''
}
const at = (browser: Browser, id: string, what = '') => browser.get(`/team/grading/${id}${what}`, { id })
function send(browser: Browser, id: string, what: string, body: unknown) {
  const request = browser.request(`/team/grading/${id}/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { request, params: { id }, context: browser.context }
}
const reply3 = ['A1', 'A3', 'K3'] as const

/** Everything the grader's browser is sent: the list, every answer, every page under review. */
async function allThatIsSent(browser: Browser, ids: readonly string[]): Promise<string> {
  const replies = [await reply(queueLoader(browser.get('/team/grading')))]
  for (const id of ids)
    replies.push(await reply(deskLoader(at(browser, id))), await reply(pageLoader(at(browser, id, '/page'))))
  return JSON.stringify(replies.map(({ body, headers }) => [body, [...headers]]))
}

test('a grader is sent nothing by which a person could be known, and nothing of another grader, until the reveal', async () => {
  const { applicationId, attemptId, email } = await setUp()
  const [application] = await db.select().from(applications).where(eq(applications.id, applicationId))
  await db.insert(files).values({
    id: newId(),
    applicationId,
    name: 'zebraline-resume.pdf',
    type: 'application/pdf',
    bytes: 1,
    sha256: 'feed'.repeat(16),
    createdAt: noon,
  })
  const own = (await openRequests(db, viktor, applicationId)).map(({ id }) => id)
  for (const { id } of await openRequests(db, dorina, applicationId)) {
    const draft = draftWith(reply3, { A1: 4 })
    const told = { grades: draft.grades.map((grade) => ({ ...grade, comment: 'ostrich-comment' })) }
    const isReply = id === (await scenarioOf(dorina, applicationId))
    await graded(db, {
      grader: dorina,
      assignmentId: id,
      levels: {},
      now: noon,
      ...(isReply && { draft: told }),
    })
  }
  clock.now = later(noon, { minutes: 1 })
  const browser = await asStaff(viktor)
  const person = [
    'Quagga',
    'Zebraline',
    'zebraline',
    email,
    applicationId,
    attemptId,
    application?.personId ?? '',
    application?.code ?? '',
    application?.why ?? '',
    'feedfeed',
  ]
  const before = await allThatIsSent(browser, own)
  expect(before).toContain('Good morning')
  for (const canary of [...person, 'ostrich-comment', 'Dorina', dorina.userId])
    expect(before.includes(canary), canary).toBe(false)

  await gradedApplication(db, { applicationId, graders: [{ who: viktor, sheet: {} }], now: clock.now })
  clock.now = later(noon, { minutes: 2 })
  const after = await allThatIsSent(browser, own)
  expect(after).toContain('ostrich-comment')
  expect(after).toContain('Dorina Kelmendi')
  for (const canary of person) expect(after.includes(canary), canary).toBe(false)
})

test('somebody who signs the answer has the name hidden and the offsets kept', async () => {
  const { applicationId } = await setUp()
  const id = await scenarioOf(viktor, applicationId)
  const { body } = await reply(deskLoader(at(await asStaff(viktor), id)))
  const { desk } = body as { desk: { text: string; passages: { text: string; start: number }[] } }
  for (const { text, start } of desk.passages) expect(desk.text.slice(start, start + text.length)).toBe(text)
})

test('an answer that lies on nobody else’s desk is not there, whoever asks', async () => {
  const { applicationId } = await setUp()
  const id = await scenarioOf(viktor, applicationId)
  const draft = draftWith(reply3, {})
  for (const who of [tomasz, mirela]) {
    const browser = await asStaff(who)
    const missing = await reply(deskLoader(at(browser, newId())))
    const foreign = await reply(deskLoader(at(browser, id)))
    expect(foreign.status).toBe(404)
    expect(foreign.body).toEqual(missing.body)
    expect((await reply(pageLoader(at(browser, id, '/page')))).status).toBe(404)
    const body = { saveId: newId(), baseRev: 0, draft }
    for (const [act, what] of [
      [save, 'save'],
      [lock, 'lock'],
    ] as const)
      expect((await reply(act(send(browser, id, what, body)))).status).toBe(404)
    expect((await reply(amend(send(browser, id, 'amend', { grades: [], reason: 'x' })))).status).toBe(404)
    expect((await reply(undo(browser.post(`/team/grading/${id}/undo`, {}, { id })))).status).toBe(404)
    expect((await reply(opened(browser.post(`/team/grading/${id}/opened`, {}, { id })))).status).toBe(404)
  }
})

test('a grader whose role was taken sends into the void', async () => {
  const { applicationId } = await setUp()
  const id = await scenarioOf(dorina, applicationId)
  const browser = await asStaff(dorina)
  const rows = await db.delete(memberships).where(eq(memberships.userId, dorina.userId)).returning()
  const body = { saveId: newId(), baseRev: 0, draft: draftWith(reply3, {}) }
  expect((await reply(save(send(browser, id, 'save', body)))).status).toBe(403)
  await db.insert(memberships).values(rows)
})

test('the desk is saved, a stale tab is told so with the newer grades, and a wrong shape is refused', async () => {
  const { applicationId } = await setUp()
  const id = await scenarioOf(viktor, applicationId)
  const browser = await asStaff(viktor)
  const draft = draftWith(reply3, { A1: 4 })
  const first = await reply(save(send(browser, id, 'save', { saveId: newId(), baseRev: 0, draft })))
  expect(first).toMatchObject({ status: 200, body: { rev: 1 } })
  const stale = await reply(
    save(send(browser, id, 'save', { saveId: newId(), baseRev: 0, draft: draftWith(reply3, {}) })),
  )
  expect(stale).toMatchObject({ status: 409, body: { code: 'stale', server: { rev: 1, draft } } })
  for (const wrong of [
    {},
    { saveId: 'x', baseRev: 0, draft },
    { saveId: newId(), baseRev: -1, draft },
    { saveId: newId(), baseRev: 1, draft, graderId: dorina.userId },
  ])
    expect((await reply(save(send(browser, id, 'save', wrong)))).status).toBe(400)
  const nul = {
    saveId: newId(),
    baseRev: 1,
    draft: { ...draft, grades: [{ ...draft.grades[0], comment: 'a\u0000b' }] },
  }
  expect((await reply(save(send(browser, id, 'save', nul)))).status).toBe(422)
})

test('lock, take back, lock again, amend until the reveal and no longer', async () => {
  const { applicationId } = await setUp()
  const id = await scenarioOf(viktor, applicationId)
  const browser = await asStaff(viktor)
  const locking = (baseRev: number, levels = {}) =>
    reply(lock(send(browser, id, 'lock', { saveId: newId(), baseRev, draft: draftWith(reply3, levels) })))
  const short = { saveId: newId(), baseRev: 0, draft: draftWith(['A1'], {}) }
  expect(await reply(lock(send(browser, id, 'lock', short)))).toMatchObject({
    status: 422,
    body: { code: 'grade-missing', dimensions: ['A3', 'K3'] },
  })
  const locked = await locking(0)
  expect(locked).toMatchObject({ status: 200, body: { rev: 1 } })
  expect((locked.body as { next: string }).next).not.toBe(id)
  const back = await reply(undo(browser.post(`/team/grading/${id}/undo`, {}, { id })))
  expect([back.status, back.headers.get('location')]).toEqual([303, `/team/grading/${id}`])
  expect((await locking(2)).status).toBe(200)
  expect(await locking(3)).toMatchObject({ status: 409, body: { code: 'already-locked' } })

  clock.now = later(noon, { minutes: 1 })
  await settleAnswer(db, { assignmentId: id, now: clock.now })
  const grades = draftWith(['A1'], { A1: 4 }).grades
  const without = await reply(amend(send(browser, id, 'amend', { grades, reason: '' })))
  expect(without).toMatchObject({ status: 422, body: { code: 'reason-missing' } })
  const amended = await reply(amend(send(browser, id, 'amend', { grades, reason: 'Read it again' })))
  expect(amended).toMatchObject({ status: 200, body: { changed: ['A1'] } })
  await settleAnswer(db, { assignmentId: id, now: clock.now })
  await graded(db, {
    grader: dorina,
    assignmentId: await scenarioOf(dorina, applicationId),
    levels: { A1: 4 },
    now: clock.now,
  })
  clock.now = later(noon, { minutes: 2 })
  const late = await reply(amend(send(browser, id, 'amend', { grades, reason: 'Once more' })))
  expect(late).toMatchObject({ status: 409, body: { code: 'already-revealed' } })
})

test('grades for an answer that has left the desk are kept, and the browser is told so', async () => {
  const { applicationId } = await setUp()
  const id = await scenarioOf(viktor, applicationId)
  await db.update(gradingAssignments).set({ voidedAt: noon }).where(eq(gradingAssignments.id, id))
  const browser = await asStaff(viktor)
  const body = () => ({ saveId: newId(), baseRev: 0, draft: draftWith(reply3, {}) })
  for (const sent of [save(send(browser, id, 'save', body())), lock(send(browser, id, 'lock', body()))])
    expect(await reply(sent)).toMatchObject({ status: 410, body: { code: 'answer-gone' } })
  const strange = await asStaff(tomasz)
  expect((await reply(save(send(strange, id, 'save', body())))).status).toBe(404)
})

test('a lock is never made by reading an address', async () => {
  const browser = await asStaff(viktor)
  expect((await reply(getLock(at(browser, newId(), '/lock')))).status).toBe(405)
})

test('the page under review is served to its grader, and only where there is one', async () => {
  const { applicationId } = await setUp()
  const browser = await asStaff(viktor)
  const page = await reply(
    pageLoader(at(browser, await scenarioOf(viktor, applicationId, 's01-sales-page'), '/page')),
  )
  expect(page.status).toBe(200)
  expect(page.headers.get('content-type')).toMatch(/^text\/html/)
  expect(page.body).toContain('data-part="p01"')
  for (const word of ['D01', 'defect', 'decoy']) expect(String(page.body)).not.toContain(word)
  expect(
    (await reply(pageLoader(at(browser, await scenarioOf(viktor, applicationId), '/page')))).status,
  ).toBe(404)
})

test('the first look is noted once, by POST', async () => {
  const { applicationId } = await setUp()
  const id = await scenarioOf(viktor, applicationId)
  const browser = await asStaff(viktor)
  await reply(deskLoader(at(browser, id)))
  const when = async () =>
    (await db.select().from(gradingAssignments).where(eq(gradingAssignments.id, id)))[0]?.openedAt
  expect(await when()).toBeNull()
  expect((await reply(opened(browser.post(`/team/grading/${id}/opened`, {}, { id })))).status).toBe(204)
  clock.now = later(noon, { minutes: 5 })
  await reply(opened(browser.post(`/team/grading/${id}/opened`, {}, { id })))
  expect(await when()).toEqual(noon)
})

test('before the reveal a manager is shown counts under a code in the profile, afterwards the grades with their evidence', async () => {
  const { applicationId } = await setUp()
  const browser = await asStaff(mirela)
  const profile = () =>
    reply(profileLoader(browser.get(`/team/applications/${applicationId}/profile`, { id: applicationId })))
  await gradedApplication(db, {
    applicationId,
    graders: [{ who: viktor, sheet: { 's03-first-fifty': { A1: 5 } } }],
    now: noon,
  })
  clock.now = later(noon, { minutes: 1 })
  const before = await profile()
  expect(before.body).toMatchObject({
    head: { hidden: true },
    profile: { state: 'asking', progress: { asked: 6, locked: 3 } },
  })
  expect(JSON.stringify(before.body)).not.toMatch(/quagga|zebraline/i)
  expect(await db.select().from(identityViews).where(eq(identityViews.applicationId, applicationId))).toEqual(
    [],
  )
  expect(JSON.stringify(before.body)).not.toMatch(/"levels":\[\d|"grades":\[\d|"Good "/)
  await gradedApplication(db, {
    applicationId,
    graders: [{ who: dorina, sheet: { 's03-first-fifty': { A1: 4 } } }],
    now: clock.now,
  })
  clock.now = later(noon, { minutes: 2 })
  const after = await profile()
  expect(after.body).toMatchObject({ head: { name: 'Quagga Zebraline' }, profile: { state: 'complete' } })
  expect(
    await db.select().from(identityViews).where(eq(identityViews.applicationId, applicationId)),
  ).toMatchObject([{ userId: mirela.userId }])
  expect(JSON.stringify(after.body)).toMatch(/"grades":\[5,4,3,3\].*"Good "/s)
})

test('profiles are for those who decide: a grader is refused, another team finds nothing', async () => {
  const { applicationId, vacancy } = await setUp()
  const url = `/team/applications/${applicationId}/profile`
  expect((await reply(profileLoader((await asStaff(viktor)).get(url, { id: applicationId })))).status).toBe(
    403,
  )
  const stranger = await managerOfAnotherTeam()
  expect((await reply(profileLoader(stranger.get(url, { id: applicationId })))).status).toBe(404)
  expect((await reply(gradersLoader(stranger.get('/x', { id: vacancy.id })))).status).toBe(404)
  expect((await reply(invite(stranger.post('/x', { user: viktor.userId }, { id: vacancy.id })))).status).toBe(
    404,
  )
  expect((await reply(gradersLoader((await asStaff(viktor)).get('/x', { id: vacancy.id })))).status).toBe(403)
})

test('a manager invites a grader, whose desk then holds what was handed in', async () => {
  const { vacancy } = await setUp([viktor])
  const browser = await asStaff(mirela)
  const done = await reply(invite(browser.post('/x', { user: tomasz.userId }, { id: vacancy.id })))
  expect([done.status, done.headers.get('location')]).toEqual([
    303,
    `/team/vacancies/${vacancy.id}/graders?asked=3`,
  ])
  const { body } = await reply(gradersLoader(browser.get('/x', { id: vacancy.id })))
  const { graders } = body as { graders: { userId: string; asked: number }[] }
  expect(graders.find(({ userId }) => userId === tomasz.userId)).toMatchObject({ asked: 3, locked: 0 })
  expect((await reply(invite(browser.post('/x', { user: newId() }, { id: vacancy.id })))).status).toBe(409)
  expect((await reply(invite(browser.post('/x', { user: 'nobody' }, { id: vacancy.id })))).status).toBe(400)
})

test('mails to graders hold no person, no code and no grade', async () => {
  const { vacancy } = await setUp()
  const tools = { db, now: noon, appUrl: 'http://localhost:3000', t: translator, formats: openFormats }
  const [open] = await db
    .select()
    .from(gradingAssignments)
    .where(eq(gradingAssignments.graderId, viktor.userId))
    .limit(1)
  const dueOn = (open?.dueAt ?? noon).toISOString().slice(0, 10)
  const sent = [
    await gradingMails['grading.invited'](tools, { vacancyId: vacancy.id, userId: viktor.userId }),
    await gradingMails['grading.due'](tools, { graderId: viktor.userId, teamId: world.teamId, dueOn }),
  ]
  expect(sent.map((mail) => mail?.to.address)).toEqual([viktor.email, viktor.email])
  expect(JSON.stringify(sent)).not.toMatch(/zebra|quagga|C-/i)
})

async function managerOfAnotherTeam(): Promise<Browser> {
  const [teamId, userId] = [newId(), newId()]
  await db.insert(teams).values({ id: teamId, name: 'Elsewhere', timeZone: 'UTC', createdAt: monday })
  await db.insert(users).values({
    id: userId,
    name: 'Else Where',
    email: `${userId}@example.com`,
    locale: 'en',
    createdAt: monday,
  })
  await db.insert(memberships).values({ teamId, userId, role: 'manager', createdAt: monday })
  return asStaff({ ...mirela, userId })
}
