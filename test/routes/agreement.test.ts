import { beforeAll, describe, expect, test } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import { loader as panelLoader, action as refresh } from '#app/routes/team/vacancies/agreement.tsx'
import { loader as file } from '#app/routes/team/vacancies/agreement-file.ts'
import { loader as answerLoader, action as lastWord } from '#app/routes/team/vacancies/disagreement.tsx'
import { action as again } from '#app/routes/team/vacancies/disagreement-again.ts'
import { action as ask } from '#app/routes/team/vacancies/disagreement-ask.ts'
import { loader as listLoader } from '#app/routes/team/vacancies/disagreements.tsx'
import { workOutAgreement } from '#db/agreement.ts'
import { newId } from '#db/id.ts'
import { teams, users } from '#db/schema/index.ts'
import { openTestContext, reply } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { disputedReply } from '#test/world/disputed.ts'
import { handedIn, invitedGraders } from '#test/world/grading.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const world = await lumo(db)
const { viktor, dorina, tomasz, mirela, agim } = world
const noon = later(monday, { hours: 4 })
const { asStaff, clock } = openTestContext(db, later(monday, { hours: 9 }))
const wide = { id: '', answer: '', code: '' }
const waiting = { answer: '', code: '' }
let stranger: StaffViewer

beforeAll(async () => {
  const vacancy = await publishedVacancy(db, world, monday)
  await invitedGraders(db, world, vacancy.id, [viktor, dorina, tomasz], monday)
  const seen = await handedIn(db, world, {
    vacancy,
    name: 'Besnik Canary',
    email: 'seen@example.com',
    now: monday,
  })
  const hidden = await handedIn(db, world, {
    vacancy,
    name: 'Drita Canary',
    email: 'hidden@example.com',
    now: monday,
  })
  const settled = await disputedReply(db, world, {
    applicationId: seen.applicationId,
    dimension: 'K3',
    levels: [2, 5, 4],
    now: noon,
  })
  const open = await disputedReply(db, world, {
    applicationId: hidden.applicationId,
    dimension: 'K3',
    levels: [1, 5],
    now: noon,
  })
  Object.assign(wide, { id: vacancy.id, answer: settled.answerId, code: settled.code })
  Object.assign(waiting, { answer: open.answerId, code: open.code })
  await workOutAgreement(db, { vacancyId: vacancy.id, now: clock.now })
  stranger = await managerElsewhere()
})

async function managerElsewhere(): Promise<StaffViewer> {
  const [teamId, userId] = [newId(), newId()]
  const now = monday
  await db.insert(teams).values({ id: teamId, name: 'Partners', timeZone: 'Europe/Tirane', createdAt: now })
  await db
    .insert(users)
    .values({ id: userId, name: 'Other', email: 'other@example.com', locale: 'en', createdAt: now })
  const { memberships } = await import('#db/schema/index.ts')
  await db.insert(memberships).values({ teamId, userId, role: 'manager', createdAt: now })
  return { ...mirela, userId, memberships: [{ teamId, role: 'manager' }] }
}

const base = () => `/team/vacancies/${wide.id}`
const at = (answer = wide.answer) => ({ id: wide.id, answer })
const pages = [
  ['agreement', panelLoader],
  ['agreement.csv', file],
  ['disagreements', listLoader],
  ['disagreements/x', answerLoader],
] as const

describe.each(pages)('/%s', (path, loader) => {
  test('is forbidden to graders and unknown to other teams', async () => {
    const grader = await asStaff(viktor)
    expect((await reply(loader(grader.get(`${base()}/${path}`, at())))).status).toBe(403)
    const other = await asStaff(stranger)
    expect((await reply(loader(other.get(`${base()}/${path}`, at())))).status).toBe(404)
  })
})

test('a lead reads disagreements and answers, not the panel', async () => {
  const lead = await asStaff(agim)
  expect((await reply(panelLoader(lead.get(`${base()}/agreement`, at())))).status).toBe(403)
  expect((await reply(file(lead.get(`${base()}/agreement.csv`, at())))).status).toBe(403)
  expect((await reply(listLoader(lead.get(`${base()}/disagreements`, at())))).status).toBe(200)
  const { body } = await reply(answerLoader(lead.get(`${base()}/disagreements/x`, at())))
  expect(body).toMatchObject({ answer: { applicationId: null, again: false, moderators: [] } })
})

test('the panel tells nobody’s grade and holds no answer that waits for a grader', async () => {
  const manager = await asStaff(mirela)
  const { status, body } = await reply(panelLoader(manager.get(`${base()}/agreement`, at())))
  expect(status).toBe(200)
  expect(body).toMatchObject({
    panel: {
      criteria: expect.arrayContaining([
        expect.objectContaining({
          dimension: 'K3',
          word: 'few',
          doubles: 1,
          examples: [{ answer: wide.answer, code: wide.code }],
        }),
      ]),
      disagreements: { awaited: 1 },
    },
  })
  const sent = JSON.stringify(body)
  expect(sent).not.toContain(waiting.code)
  expect(sent).not.toContain(waiting.answer)
  expect(sent).not.toContain('Canary')
})

test('the list of what waits has a code and a day, and no word about the grades', async () => {
  const manager = await asStaff(mirela)
  const { body } = await reply(listLoader(manager.get(`${base()}/disagreements?state=awaited`, at())))
  const { rows } = body as { rows: object[] }
  expect(rows).toMatchObject([
    { code: waiting.code, dimension: null, reasons: [], grades: [], moderation: null },
  ])
  expect(JSON.stringify(body)).not.toContain('Canary')
})

test('an answer that waits for a grader is shown without a grade, a quote or a verdict', async () => {
  const manager = await asStaff(mirela)
  const { body } = await reply(answerLoader(manager.get(`${base()}/disagreements/x`, at(waiting.answer))))
  const { answer } = body as {
    answer: { visible: boolean; criteria: { grades: unknown[]; needed: boolean }[] }
  }
  expect(answer.visible).toBe(false)
  expect(answer.criteria.every(({ grades, needed }) => grades.length === 0 && !needed)).toBe(true)
  expect(answer).toMatchObject({ verdicts: [], suspicions: [], again: false })
  expect(JSON.stringify(body)).not.toMatch(/Canary|Viktor|Dorina|Tomasz/)
})

test('the moderator sees everything of the answer but whose it is', async () => {
  const lead = await asStaff(agim)
  const { body } = await reply(answerLoader(lead.get(`${base()}/disagreements/x`, at())))
  const { answer } = body as {
    answer: { criteria: { dimension: string; grades: { level: number }[]; needed: boolean; may: object }[] }
  }
  const k3 = answer.criteria.find(({ dimension }) => dimension === 'K3')
  expect(k3?.grades.map(({ level }) => level)).toEqual([2, 5, 4])
  expect(k3).toMatchObject({ needed: true, may: { moderate: true, ask: false } })
  expect(JSON.stringify(body)).not.toContain('Canary')
})

test('an answer of another vacancy is not found under this one', async () => {
  const other = await publishedVacancy(db, world, monday)
  const manager = await asStaff(mirela)
  const params = { id: other.id, answer: wide.answer }
  expect((await reply(answerLoader(manager.get('/x', params)))).status).toBe(404)
  expect(
    (await reply(lastWord(manager.post('/x', { dimension: 'K3', level: '3', reason: 'So.' }, params))))
      .status,
  ).toBe(404)
})

test('what is refused is said beside what was written, and nothing changes', async () => {
  const manager = await asStaff(mirela)
  const send = (fields: Record<string, string>) => reply(lastWord(manager.post('/x', fields, at())))
  expect(await send({ dimension: 'K3', reason: 'A reason.' })).toMatchObject({
    status: 422,
    body: { refused: { code: 'level-missing', reason: 'A reason.' } },
  })
  expect(await send({ dimension: 'K3', level: '3', reason: '' })).toMatchObject({ status: 422 })
  expect(await send({ dimension: 'A1', level: '3', reason: 'So.' })).toMatchObject({
    status: 409,
    body: { refused: { code: 'not-needed' } },
  })
  expect((await send({ dimension: 'K9', level: '3', reason: 'So.' })).status).toBe(400)
  expect((await send({ dimension: 'K3', level: '3', reason: 'So.', moderatorId: agim.userId })).status).toBe(
    400,
  )
  const grader = await asStaff(viktor)
  expect((await reply(lastWord(grader.post('/x', {}, at())))).status).toBe(403)
  const lead = await asStaff(agim)
  expect((await reply(ask(lead.post('/x', {}, at())))).status).toBe(403)
  expect((await reply(again(lead.post('/x', {}, at())))).status).toBe(403)
  const other = await asStaff(stranger)
  expect((await reply(again(other.post('/x', { kind: 'request' }, at())))).status).toBe(404)
  expect((await reply(refresh(other.post('/x', {}, at())))).status).toBe(404)
})

test('with nobody left who has not seen the grades a fourth is refused', async () => {
  const manager = await asStaff(mirela)
  expect(await reply(again(manager.post('/x', { kind: 'request' }, at())))).toMatchObject({
    status: 409,
    body: { refused: 'nobody-to-ask' },
  })
})

test('a manager names a lead, who gives the last word', async () => {
  const manager = await asStaff(mirela)
  const fields = { dimension: 'K3', kind: 'range', moderator: agim.userId, reason: '' }
  expect((await reply(ask(manager.post('/x', fields, at())))).status).toBe(303)
  const lead = await asStaff(agim)
  const done = await reply(
    lastWord(lead.post('/x', { dimension: 'K3', level: '3', reason: 'Clear enough.' }, at())),
  )
  expect(done.status).toBe(303)
  expect(done.headers.get('location')).toBe(`${base()}/disagreements/${wide.answer}#K3`)
})

test('the file is text for a spreadsheet, named by the day', async () => {
  const manager = await asStaff(mirela)
  const { status, headers, body } = await reply(file(manager.get(`${base()}/agreement.csv`, at())))
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(headers.get('content-disposition')).toContain('agreement-2026-11-02.csv')
  expect(body).toContain('K3,Language,too few,1,1,3')
  expect(body).not.toMatch(/Canary|(^|,)[=+@]/m)
})
