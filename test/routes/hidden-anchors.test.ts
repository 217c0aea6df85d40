import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import { hiddenSign } from '#app/domain/hidden-sign.ts'
import { openFormats } from '#app/i18n/formats.ts'
import { translator } from '#app/i18n/i18n.ts'
import { loader as applicationLoader } from '#app/routes/team/applications/application.tsx'
import { loader as profileLoader } from '#app/routes/team/applications/profile.tsx'
import { action as expertsAct, loader as expertsLoader } from '#app/routes/team/calibration/experts.tsx'
import { loader as overviewLoader } from '#app/routes/team/calibration/overview.tsx'
import { loader as toldLoader } from '#app/routes/team/calibration/told.tsx'
import { action as amend } from '#app/routes/team/grading/amend.ts'
import { loader as deskLoader } from '#app/routes/team/grading/desk.tsx'
import { action as hide } from '#app/routes/team/grading/hide.ts'
import { loader as knownLoader } from '#app/routes/team/grading/known.tsx'
import { action as lock } from '#app/routes/team/grading/lock.ts'
import { action as writeNote } from '#app/routes/team/grading/notes.ts'
import { action as opened } from '#app/routes/team/grading/opened.ts'
import { loader as pageLoader } from '#app/routes/team/grading/page.ts'
import { loader as queueLoader } from '#app/routes/team/grading/queue.tsx'
import { action as save } from '#app/routes/team/grading/save.ts'
import { action as show } from '#app/routes/team/grading/show.ts'
import { action as undo } from '#app/routes/team/grading/undo.ts'
import { action as undoNote } from '#app/routes/team/grading/undo-note.ts'
import { loader as todayLoader } from '#app/routes/team/today.tsx'
import { loader as panelLoader } from '#app/routes/team/vacancies/agreement.tsx'
import { loader as panelFile } from '#app/routes/team/vacancies/agreement-file.ts'
import { loader as compareLoader } from '#app/routes/team/vacancies/compare.tsx'
import { loader as listLoader } from '#app/routes/team/vacancies/disagreements.tsx'
import { loader as gradersLoader } from '#app/routes/team/vacancies/graders.tsx'
import { loader as pipelineLoader } from '#app/routes/team/vacancies/pipeline.tsx'
import { loader as vacancyLoader } from '#app/routes/team/vacancies/vacancy.tsx'
import { gradingMails } from '#app/server/mails/grading.ts'
import { workOutAgreement } from '#db/agreement.ts'
import { settleAnswer } from '#db/grading.ts'
import { newId } from '#db/id.ts'
import { anchorAnswers } from '#db/schema/index.ts'
import { type Browser, openTestContext, type Reply, reply, testLibrary } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import {
  draftWith,
  graded,
  gradedApplication,
  handedIn,
  invitedGraders,
  openRequests,
} from '#test/world/grading.ts'
import { hiddenFor, passes, ratedAnchors } from '#test/world/hidden-anchors.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
// Read before the first test's time runs.
testLibrary()
const world = await lumo(db)
const { viktor, dorina, mirela } = world
const noon = later(monday, { hours: 4 })
const { clock, asStaff } = openTestContext(db, noon)
const reply3 = ['A1', 'A3', 'K3'] as const

/** Which keys, which kinds of values, which forms of ids: everything but the words. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value.map((one) => JSON.stringify(shape(one))))].sort()
  if (value instanceof Date) return 'date'
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, shape(inner)]),
    )
  if (typeof value !== 'string') return typeof value === 'number' ? 'number' : value
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value))
    return `uuid ${value[14]}`
  if (/^C-[2-9A-HJKMNP-Z]{4}$/.test(value)) return 'code'
  return 'text'
}
const sent = ({ status, headers, body }: Reply, id: string) => ({
  status,
  headers: [...headers].map(([name, value]) => `${name}: ${value.replaceAll(id, 'id')}`),
  body: shape(body),
})

function send(browser: Browser, id: string, what: string, body: unknown) {
  const request = browser.request(`/team/grading/${id}/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { request, params: { id }, context: browser.context }
}

await passes(db, [viktor, dorina], monday)
await ratedAnchors(db, world, { now: monday })
const vacancy = await publishedVacancy(db, world, monday)
await invitedGraders(db, world, vacancy.id, [viktor, dorina], monday)
const applicationIds: string[] = []
for (const n of [1, 2, 3]) {
  const email = `candidate${n}@example.com`
  applicationIds.push((await handedIn(db, world, { vacancy, email, now: monday })).applicationId)
}
const anchorOf = async (who: StaffViewer) => {
  const [own] = await hiddenFor(db, who)
  if (!own) throw new Error('no anchor was laid')
  return own
}

test('every answer of the server to an anchor has the shape of its answer to a candidate’s, act by act', async () => {
  const own = await anchorOf(viktor)
  const [of = ''] = applicationIds
  const real = (await openRequests(db, viktor, of)).find(({ scenarioKey }) => scenarioKey === own.scenarioKey)
  if (!real) throw new Error('no answer lies beside it')
  const browser = await asStaff(viktor)
  const levels = { A1: 4, K3: 5 } as const
  const draft = draftWith(reply3, levels)
  const masked: (string | undefined)[] = []
  const begun = (one?: Reply) => (one?.body as { desk: { text: string } } | undefined)?.desk.text.slice(0, 5)
  /** All that can be done with an answer, in one order. */
  async function acts(id: string) {
    const get = (what = '') => browser.get(`/team/grading/${id}${what}`, { id })
    const post = (what: string) => browser.post(`/team/grading/${id}/${what}`, {}, { id })
    const [first, second, third, fourth] = [newId(), newId(), newId(), newId()]
    const found: Reply[] = []
    const note = async (answer: Promise<unknown>) => found.push(await reply(answer))
    /** What is said to other graders, and taken back: here nobody is there to hear it. */
    const talk = async (text: string) => {
      const form = (what: string, fields: Record<string, string>) =>
        browser.post(`/team/grading/${id}/${what}`, fields, { id })
      await note(writeNote(form('notes', { dimension: 'A1', text })))
      await note(writeNote(form('notes', { dimension: 'A1', text: '' })))
      await note(writeNote(form('notes', { dimension: 'K5', text })))
      await note(undoNote(form('notes/undo', { note: newId() })))
    }
    clock.now = noon
    await note(deskLoader(get()))
    await note(pageLoader(get('/page')))
    await note(knownLoader(get('/known')))
    await note(opened(post('opened')))
    await talk('while it is open')
    await note(save(send(browser, id, 'save', { saveId: first, baseRev: 0, draft })))
    await note(save(send(browser, id, 'save', { saveId: second, baseRev: 0, draft })))
    await note(deskLoader(get()))
    const first5 = { start: 1, end: 4 }
    await note(hide(send(browser, id, 'hide', first5)))
    await note(hide(send(browser, id, 'hide', first5)))
    await note(deskLoader(get()))
    masked.push(begun(found.at(-1)))
    await note(show(post('show')))
    await note(show(post('show')))
    await note(deskLoader(get()))
    masked.push(begun(found.at(-1)))
    await note(hide(send(browser, id, 'hide', { start: 0, end: 99_999 })))
    await note(hide(send(browser, id, 'hide', { start: 0, end: 160 })))
    await note(hide(send(browser, id, 'hide', { start: 4, end: 4 })))
    await note(hide(send(browser, id, 'hide', { start: 20, end: 30 })))
    const lacking = draftWith(['A1'], levels)
    await note(lock(send(browser, id, 'lock', { saveId: third, baseRev: 1, draft: lacking })))
    await note(undo(post('undo')))
    await note(lock(send(browser, id, 'lock', { saveId: third, baseRev: 1, draft })))
    await note(deskLoader(get()))
    await note(queueLoader(browser.get('/team/grading')))
    await note(undo(post('undo')))
    await note(deskLoader(get()))
    await note(lock(send(browser, id, 'lock', { saveId: fourth, baseRev: 3, draft })))
    await note(save(send(browser, id, 'save', { saveId: newId(), baseRev: 4, draft })))
    clock.now = later(noon, { seconds: 10 })
    await talk('when the lock holds')
    await settleAnswer(db, { assignmentId: id, now: clock.now })
    await talk('when it is settled')
    clock.now = later(noon, { minutes: 1 })
    await note(deskLoader(get()))
    await note(undo(post('undo')))
    await note(knownLoader(get('/known')))
    const grades = draftWith(reply3, { A1: 3, K3: 5 }).grades
    await note(amend(send(browser, id, 'amend', { grades, reason: '' })))
    await note(amend(send(browser, id, 'amend', { grades, reason: 'read again' })))
    await note(amend(send(browser, id, 'amend', { grades, reason: 'and again' })))
    await note(deskLoader(get()))
    return found
  }
  const ofReal = await acts(real.id)
  const ofAnchor = await acts(own.id)
  for (const at of [0, 2]) {
    expect(masked[at]).toContain(hiddenSign)
    expect(masked[at + 1]).not.toContain(hiddenSign)
  }
  expect(ofReal.map(({ status }) => status)).toContain(422)
  expect(ofReal.map(({ status }) => status)).toContain(409)
  const differing = ofAnchor.flatMap((one, at) => {
    const [anchor, answer] = [sent(one, own.id), sent(ofReal[at] as Reply, real.id)]
    return JSON.stringify(anchor) === JSON.stringify(answer) ? [] : [{ at, anchor, answer }]
  })
  expect(differing).toEqual([])
  for (const { body } of ofAnchor) expect(JSON.stringify(body ?? '')).not.toMatch(/hidden|anchorId|expert/i)
  const { body } = await reply(queueLoader(browser.get('/team/grading')))
  const { scenarios, left, locked } = body as {
    left: number
    scenarios: { count: number }[]
    locked: { state: string }[]
  }
  expect(left).toBe(scenarios.reduce((sum, { count }) => sum + count, 0))
  expect(left).toBe(8)
  expect(locked.map(({ state }) => state)).toEqual(['locked', 'locked'])
})

test('to everybody else it does not exist; to its grader when nothing lies open any more', async () => {
  const own = await anchorOf(dorina)
  const other = await asStaff(viktor)
  const missing = await reply(deskLoader(other.get('/', { id: newId() })))
  expect(await reply(deskLoader(other.get('/', { id: own.id })))).toEqual(missing)
  clock.now = later(noon, { minutes: 5 })
  await graded(db, { grader: dorina, assignmentId: own.id, levels: { A1: 4 }, now: clock.now })
  clock.now = later(noon, { minutes: 6 })
  const at = { id: vacancy.id }
  const base = `/team/vacancies/${vacancy.id}`
  const manager = await asStaff(mirela)
  /** Everything that a manager reads of the vacancy and of its candidates. */
  async function read() {
    await workOutAgreement(db, { vacancyId: vacancy.id, now: clock.now })
    const replies = [
      await reply(gradersLoader(manager.get(`${base}/graders`, at))),
      await reply(panelLoader(manager.get(`${base}/agreement`, at))),
      await reply(panelFile(manager.get(`${base}/agreement.csv`, at))),
      await reply(listLoader(manager.get(`${base}/disagreements`, at))),
      await reply(compareLoader(manager.get(`${base}/compare`, at))),
      await reply(pipelineLoader(manager.get(`${base}/pipeline`, at))),
      await reply(vacancyLoader(manager.get(base, at))),
      await reply(todayLoader(manager.get('/team'))),
    ]
    for (const id of applicationIds)
      replies.push(
        await reply(profileLoader(manager.get('/', { id }))),
        await reply(applicationLoader(manager.get('/', { id }))),
      )
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200))
    const sent = JSON.stringify(replies.map(({ body, headers }) => [body, [...headers]]))
    const text = JSON.stringify(own.body).slice(12, 60)
    for (const canary of [own.id, own.code, own.anchorId, text, 'expert-why'])
      expect(sent.includes(canary), canary).toBe(false)
    const { body } = await reply(panelLoader(manager.get(`${base}/agreement`, at)))
    const { graders } = (body as { panel: { graders: { id: string; asked: number; hidden: unknown }[] } })
      .panel
    return graders.find(({ id }) => id === dorina.userId)
  }
  expect(await read()).toMatchObject({ asked: 9, hidden: null })
  const browser = await asStaff(dorina)
  const overview = () => reply(overviewLoader(browser.get('/team/grading/calibration')))
  expect((await overview()).body).toMatchObject({ told: [] })
  expect((await reply(toldLoader(browser.get('/', { id: own.id })))).status).toBe(404)

  const viewers = [viktor, dorina].map((who) => ({ who, sheet: {} }))
  for (const applicationId of applicationIds)
    await gradedApplication(db, { applicationId, graders: viewers, now: clock.now })
  clock.now = later(noon, { minutes: 7 })
  expect(await read()).toMatchObject({ asked: 9, locked: 9, hidden: { answers: 1, n: 3 } })
  expect((await overview()).body).toMatchObject({
    told: [{ id: own.id, code: own.code, figures: { n: 3 } }],
    endedEarly: false,
  })
  const page = await reply(toldLoader(browser.get('/', { id: own.id })))
  expect(page).toMatchObject({ status: 200, body: { given: [{ dimension: 'A1', level: 4 }, {}, {}] } })
  expect(JSON.stringify(page.body)).toContain('expert-why')
  expect((await reply(deskLoader(browser.get('/', { id: own.id })))).status).toBe(404)
  expect((await reply(toldLoader(other.get('/', { id: own.id })))).status).toBe(404)
  for (const locale of ['en', 'ru', 'sq'] as const)
    expect(translator(locale)('calibration.hidden.policy', { n: 10 })).toContain('10')
})

test('a manager writes an answer question by question, and hears that a grader must calibrate again', async () => {
  const manager = await asStaff(mirela)
  const { body } = await reply(expertsLoader(manager.get('/team/grading/experts?in=en')))
  const { cases, draw } = body as { draw: string; cases: { key: string; questions: unknown[] }[] }
  expect(draw).toBe('own9')
  expect(cases.find(({ key }) => key === 's17-why-support')?.questions).toHaveLength(3)
  const add = (text: string[]) => {
    const fields = { does: 'add', language: 'en', scenario: 's17-why-support', draw, text }
    return reply(expertsAct(manager.post('/team/grading/experts', fields)))
  }
  const long = 'Last month I was the customer of a bank.'
  expect((await add([long, long, 'short'])).status).toBe(422)
  expect((await add([`${long} 1`, `${long} 2`, `${long} 3`])).status).toBe(303)
  const [made] = await db.select().from(anchorAnswers).where(eq(anchorAnswers.scenarioKey, 's17-why-support'))
  expect(made?.body).toMatchObject({ kind: 'words', words: [{ text: `${long} 1` }, {}, {}] })

  const tools = { db, now: noon, appUrl: 'http://x', t: translator, formats: openFormats }
  const mail = await gradingMails['grading.paused'](tools, {
    graderId: viktor.userId,
    vacancyId: vacancy.id,
  })
  expect(mail).toMatchObject({ to: { address: mirela.email }, params: { grader: viktor.name } })
  for (const locale of ['en', 'ru', 'sq'] as const) {
    const params = { ...mail?.params, organisation: 'Lumo', appUrl: 'http://x' }
    expect(translator(locale)('grading.mails.paused.body', params as never)).not.toMatch(
      /\{\{|grading\.mails/,
    )
  }
})
