import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openFormats } from '#app/i18n/formats.ts'
import { translator } from '#app/i18n/i18n.ts'
import { loader as answerLoader, action as rateAnswer } from '#app/routes/team/calibration/expert-answer.tsx'
import { action as expertsAct, loader as expertsLoader } from '#app/routes/team/calibration/experts.tsx'
import { loader as lessonLoader } from '#app/routes/team/calibration/lesson.tsx'
import { action as begin, loader as overviewLoader } from '#app/routes/team/calibration/overview.tsx'
import { action as rate, loader as runLoader } from '#app/routes/team/calibration/run.tsx'
import { action as known, loader as knownLoader } from '#app/routes/team/grading/known.tsx'
import { loader as queueLoader } from '#app/routes/team/grading/queue.tsx'
import { loader as meLoader, action as sayMe } from '#app/routes/team/me.tsx'
import { loader as todayLoader } from '#app/routes/team/today.tsx'
import { loader as getGive, action as give } from '#app/routes/team/vacancies/give-grades.ts'
import { loader as gradersLoader } from '#app/routes/team/vacancies/graders.tsx'
import { gradingMails } from '#app/server/mails/grading.ts'
import { newId } from '#db/id.ts'
import { calibrationRuns, graderConflicts, gradingAssignments, memberships, users } from '#db/schema/index.ts'
import { openTestContext, reply, testLibrary } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { handedIn, invitedGraders, openRequests } from '#test/world/grading.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
// Read before the first test's time runs.
testLibrary()
const world = await lumo(db)
const { viktor, dorina, tomasz, agim, mirela, teamId } = world
const noon = later(monday, { hours: 4 })
const { asStaff, clock } = openTestContext(db, noon)
const ghost = '00000000-0000-7000-8000-000000000000'
let people = 0

async function setUp() {
  people += 1
  const vacancy = await publishedVacancy(db, world, monday)
  await invitedGraders(db, world, vacancy.id, [viktor, dorina, tomasz], monday)
  const email = `zebra${people}@example.com`
  const made = await handedIn(db, world, { vacancy, name: 'Quagga Zebraline', email, now: monday })
  return { vacancy, email, ...made }
}

test('“I know this person” shows a code and no name, before and after; another’s answer is not found', async () => {
  const { applicationId, email } = await setUp()
  const [own] = await openRequests(db, viktor, applicationId)
  const id = own?.id ?? ''
  const browser = await asStaff(viktor)
  const page = await reply(knownLoader(browser.get(`/team/grading/${id}/known`, { id })))
  expect(page.status).toBe(200)
  const other = await asStaff(agim)
  expect((await reply(known(other.post(`/team/grading/${id}/known`, {}, { id })))).status).toBe(404)
  const done = await reply(known(browser.post(`/team/grading/${id}/known`, {}, { id })))
  expect([done.status, done.headers.get('location')]).toEqual([303, '/team/grading?known=1'])
  const queue = await reply(queueLoader(browser.get('/team/grading?known=1')))
  for (const sent of [page, done, queue])
    for (const word of ['Quagga', 'Zebraline', email, applicationId])
      expect(JSON.stringify([sent.body, [...sent.headers]])).not.toContain(word)
  expect((await reply(knownLoader(browser.get(`/team/grading/${id}/known`, { id })))).status).toBe(404)
  expect((await db.select().from(graderConflicts)).map(({ userId }) => userId)).toEqual([viktor.userId])
})

test('a grader says languages and conflicts; an empty choice and a strange vacancy are refused', async () => {
  const { vacancy, applicationId } = await setUp()
  const browser = await asStaff(dorina)
  expect((await reply(sayMe(browser.post('/team/me', {})))).status).toBe(422)
  expect((await reply(sayMe(browser.post('/team/me', { vacancy: ghost })))).status).toBe(404)
  const said = await reply(sayMe(browser.post('/team/me', { language: ['en', 'ru', 'sq', 'de'] })))
  expect(said.status).toBe(303)
  const page = await reply(meLoader(browser.get('/team/me')))
  expect(page.body).toMatchObject({ gradesIn: ['en', 'ru', 'sq'] })
  await reply(sayMe(browser.post('/team/me', { vacancy: vacancy.id })))
  expect(await openRequests(db, dorina, applicationId)).toEqual([])
  await db.update(users).set({ gradesIn: null }).where(eq(users.id, dorina.userId))
})

test('only a manager of the team gives a desk to others, by POST alone; the page says load, day and calibration', async () => {
  const { vacancy, applicationId } = await setUp()
  const address = `/team/vacancies/${vacancy.id}/graders/${viktor.userId}/give`
  const params = { id: vacancy.id, user: viktor.userId }
  const manager = await asStaff(mirela)
  expect((await reply(getGive(manager.get(address, params)))).status).toBe(405)
  const grader = await asStaff(viktor)
  expect((await reply(give(grader.post(address, {}, params)))).status).toBe(403)
  expect((await reply(give(manager.post(address, {}, { ...params, id: ghost })))).status).toBe(404)
  const held = (await openRequests(db, viktor, applicationId)).length
  const page = await reply(gradersLoader(manager.get('/', { id: vacancy.id })))
  const row = (page.body as { graders: { userId: string }[] }).graders.find(
    ({ userId }) => userId === viktor.userId,
  )
  expect(row).toMatchObject({ load: { assumed: true }, calibration: { standing: 'never' }, barred: null })
  const done = await reply(give(manager.post(address, {}, params)))
  expect(done.headers.get('location')).toContain(`given=${held}&kept=0`)
  expect(await openRequests(db, viktor, applicationId)).toEqual([])
})

test('the days that graders read are those of their team: at half past eleven in Greenwich it is the next day in Tirana', async () => {
  const { vacancy, applicationId } = await setUp()
  const night = new Date('2026-11-04T23:30:00Z')
  const [open, done] = await openRequests(db, dorina, applicationId)
  const own = (id = '') => eq(gradingAssignments.id, id)
  await db.update(gradingAssignments).set({ dueAt: night }).where(own(open?.id))
  await db.update(gradingAssignments).set({ lockedAt: night, dueAt: night }).where(own(done?.id))
  const runId = newId()
  await db.insert(calibrationRuns).values({
    id: runId,
    graderId: dorina.userId,
    rubricHash: 'r',
    locale: 'en',
    anchorIds: [],
    advisory: true,
    startedAt: noon,
    finishedAt: night,
    passed: true,
    validUntil: later(night, { days: 90 }),
  })
  clock.now = later(night, { minutes: 5 })
  const [grader, manager] = [await asStaff(dorina), await asStaff(mirela)]
  expect((await reply(queueLoader(grader.get('/team/grading')))).body).toMatchObject({
    today: '2026-11-05',
    due: '2026-11-05',
    locked: [{ on: '2026-11-05' }],
  })
  expect((await reply(todayLoader(grader.get('/team')))).body).toMatchObject({ desk: { due: '2026-11-05' } })
  const page = await reply(gradersLoader(manager.get('/', { id: vacancy.id })))
  expect(page.body).toMatchObject({ today: '2026-11-05' })
  const rows = (page.body as { graders: { userId: string; load: { due: string } }[] }).graders
  expect(rows.find(({ userId }) => userId === dorina.userId)?.load.due).toBe('2026-11-05')
  const runs = await reply(overviewLoader(grader.get('/team/grading/calibration')))
  expect(runs.body).toMatchObject({ until: '2027-02-03' })
  await db.delete(calibrationRuns).where(eq(calibrationRuns.id, runId))
  clock.now = noon
})

test('reminders say how many and when, in the reader’s language, and never whose', async () => {
  const { vacancy, email } = await setUp()
  const [open] = await db
    .select()
    .from(gradingAssignments)
    .where(eq(gradingAssignments.graderId, tomasz.userId))
  const dueOn = (open?.dueAt ?? noon).toISOString().slice(0, 10)
  const payload = { graderId: tomasz.userId, teamId, dueOn, vacancyId: vacancy.id }
  const tools = { db, now: noon, appUrl: 'http://x', t: translator, formats: openFormats }
  const due = await gradingMails['grading.due'](tools, payload)
  expect(due).toMatchObject({ to: { address: tomasz.email }, locale: 'en' })
  const late = await gradingMails['grading.late'](tools, payload)
  expect(late).toMatchObject({ to: { address: mirela.email }, locale: 'sq', params: { grader: tomasz.name } })
  expect(JSON.stringify([due, late])).not.toContain(email)
  for (const locale of ['en', 'ru', 'sq'] as const)
    for (const name of ['due', 'today', 'late'] as const) {
      const params = { ...due?.params, ...late?.params, count: 3, organisation: 'Lumo', appUrl: 'http://x' }
      const text = translator(locale)(`grading.mails.${name}.body`, params as never)
      expect(text).not.toMatch(/\{\{|grading\.mails/)
    }
  await db
    .update(gradingAssignments)
    .set({ voidedAt: noon })
    .where(eq(gradingAssignments.graderId, tomasz.userId))
  expect(await gradingMails['grading.due'](tools, payload)).toBeUndefined()
  expect(await gradingMails['grading.late'](tools, payload)).toBeUndefined()
})

test('a run sends neither the known level nor the key before the answer is rated', async () => {
  const browser = await asStaff(viktor)
  expect((await reply(overviewLoader(browser.get('/team/grading/calibration')))).body).toMatchObject({
    standing: 'never',
    binds: [],
    lacking: [],
  })
  expect((await reply(runLoader(browser.get('/team/grading/calibration/run')))).status).toBe(302)
  expect((await reply(begin(browser.post('/team/grading/calibration', { language: 'xx' })))).status).toBe(400)
  const begun = await reply(begin(browser.post('/team/grading/calibration', { language: 'ru' })))
  expect([begun.status, begun.headers.get('location')]).toEqual([303, '/team/grading/calibration/run'])
  const page = await reply(runLoader(browser.get('/team/grading/calibration/run')))
  const shown = page.body as { anchorId: string; given: unknown; criteria: { dimension: string }[] }
  expect(shown.given).toBeNull()
  expect(Object.keys(shown).sort()).toEqual(
    ['anchorId', 'body', 'criteria', 'given', 'last', 'locale', 'title', 'words'].sort(),
  )
  expect(JSON.stringify(shown)).not.toContain('"why"')
  const { anchorId, criteria } = shown
  const address = '/team/grading/calibration/run'
  expect((await reply(rate(browser.post(address, { anchor: anchorId })))).status).toBe(422)
  expect((await reply(rate(browser.post(address, { anchor: ghost })))).status).toBe(404)
  const levels = Object.fromEntries(criteria.map(({ dimension }) => [`level-${dimension}`, '3']))
  const done = await reply(rate(browser.post(address, { anchor: anchorId, ...levels })))
  expect(done.headers.get('location')).toBe(`${address}?after=${anchorId}`)
  const fed = await reply(runLoader(browser.get(`${address}?after=${anchorId}`)))
  expect((fed.body as { given: unknown[] }).given).toHaveLength(criteria.length)
  const other = await asStaff(dorina)
  expect((await reply(runLoader(other.get(`${address}?after=${anchorId}`)))).status).toBe(404)
  expect((await reply(rate(other.post(address, { anchor: anchorId, ...levels })))).status).toBe(404)
  expect(await db.select().from(calibrationRuns)).toHaveLength(1)
  expect((await reply(lessonLoader(other.get('/team/grading/calibration/lesson')))).status).toBe(200)
})

test('experts’ pages are for managers and for those named; an expert sees no level but their own', async () => {
  const grader = await asStaff(tomasz)
  expect((await reply(expertsLoader(grader.get('/team/grading/experts?in=en')))).status).toBe(403)
  const manager = await asStaff(mirela)
  const page = await reply(expertsLoader(manager.get('/team/grading/experts?in=en')))
  const key = (page.body as { anchors: { key: string }[] }).anchors[0]?.key ?? ''
  const address = `/team/grading/experts/answer?key=${encodeURIComponent(key)}`
  expect((await reply(answerLoader(manager.get(address)))).status).toBe(404)
  const name = { does: 'name', user: tomasz.userId }
  expect((await reply(expertsAct(grader.post('/team/grading/experts', name)))).status).toBe(403)
  expect(
    (await reply(expertsAct(manager.post('/team/grading/experts', { ...name, user: ghost })))).status,
  ).toBe(404)
  expect((await reply(expertsAct(manager.post('/team/grading/experts', { does: 'dance' })))).status).toBe(400)
  expect((await reply(expertsAct(manager.post('/team/grading/experts', name)))).status).toBe(303)
  const answer = await reply(answerLoader(grader.get(address)))
  const shown = answer.body as { criteria: { dimension: string }[]; own: object }
  expect(shown.own).toEqual({})
  expect(JSON.stringify(shown)).not.toContain('"why"')
  const form = Object.fromEntries(
    shown.criteria.flatMap(({ dimension }) => [
      [`level-${dimension}`, '4'],
      [`why-${dimension}`, 'a word'],
    ]),
  )
  expect((await reply(rateAnswer(grader.post(address, {})))).status).toBe(422)
  expect((await reply(rateAnswer(grader.post(address, form)))).status).toBe(303)
  expect((await reply(rateAnswer(grader.post(address, form)))).status).toBe(409)
})

test('whoever is only a newcomer finds none of these pages', async () => {
  await db.delete(memberships).where(and(eq(memberships.userId, agim.userId), eq(memberships.teamId, teamId)))
  await db.insert(memberships).values({ teamId, userId: agim.userId, role: 'newcomer', createdAt: noon })
  const browser = await asStaff(agim)
  for (const loader of [meLoader, overviewLoader, lessonLoader, runLoader, expertsLoader, answerLoader])
    expect((await reply(loader(browser.get('/team')))).status).toBe(403)
})
