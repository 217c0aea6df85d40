import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import * as page from '#app/routes/team/applications/application.tsx'
import * as identity from '#app/routes/team/applications/identity.ts'
import * as invitations from '#app/routes/team/applications/invitations.ts'
import * as moves from '#app/routes/team/applications/moves.ts'
import * as notes from '#app/routes/team/applications/notes.ts'
import * as undoMoves from '#app/routes/team/applications/undo-moves.ts'
import * as undoWords from '#app/routes/team/applications/undo-words.ts'
import * as words from '#app/routes/team/applications/words.ts'
import * as people from '#app/routes/team/people.tsx'
import * as today from '#app/routes/team/today.tsx'
import * as pipeline from '#app/routes/team/vacancies/pipeline.tsx'
import { inviteToAssignment } from '#db/attempts.ts'
import { newId } from '#db/id.ts'
import { applications, events, identityViews, memberships, teams, users } from '#db/schema/index.ts'
import { type Browser, openTestContext, reply } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { application } from '#test/world/applications.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { draftVacancy, publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const world = await lumo(db)
const { asStaff, clock } = openTestContext(db, monday)
const vacancy = await publishedVacancy(db, world, monday)
let mirela: Browser
let viktor: Browser
let agim: Browser
let stranger: Browser
let besnik: string
let ana: string

/** The owner of another team of the same installation. */
async function elsewhere(): Promise<Browser> {
  const [teamId, userId] = [newId(), newId()]
  await db.insert(teams).values({ id: teamId, name: 'Elsewhere', timeZone: 'UTC', createdAt: monday })
  await db
    .insert(users)
    .values({ id: userId, name: 'Else', email: 'else@x.example.com', locale: 'en', createdAt: monday })
  for (const role of ['owner', 'manager'] as const)
    await db.insert(memberships).values({ teamId, userId, role, createdAt: monday })
  return asStaff({ ...world.mirela, userId })
}

beforeAll(async () => {
  ;[mirela, viktor, agim] = (await Promise.all([world.mirela, world.viktor, world.agim].map(asStaff))) as [
    Browser,
    Browser,
    Browser,
  ]
  stranger = await elsewhere()
  const comes = (name: string, email: string) =>
    application(db, world, { vacancy, form: { name, email }, now: monday })
  besnik = (await comes('Besnik Leka', 'besnik@example.com')).id
  ana = (await comes('Ana Dervishi', 'ana@example.com')).id
  await inviteToAssignment(db, { viewer: world.mirela, applicationId: ana, now: monday })
})

const stage = async (id: string) =>
  (await db.select().from(applications).where(eq(applications.id, id)))[0]?.stage
const list = (browser: Browser, query = '') =>
  reply(pipeline.loader(browser.get(`/team/vacancies/${vacancy.id}${query}`, { id: vacancy.id })))
const all = (browser: Browser, query = '') => reply(people.loader(browser.get(`/team/people${query}`)))
const one = (browser: Browser, id: string) =>
  reply(page.loader(browser.get(`/team/applications/${id}`, { id })))
const shown = ({ body }: { body: unknown }) =>
  (body as { rows: { shown: string }[] }).rows.map((row) => row.shown)

describe('who may see the pipeline', () => {
  test('a grader may not: 403 for the list, for one application and for every act', async () => {
    expect((await list(viktor)).status).toBe(403)
    expect((await all(viktor)).status).toBe(403)
    expect((await one(viktor, besnik)).status).toBe(403)
    for (const { action } of [moves, undoMoves, words, undoWords, invitations]) {
      const sent = viktor.post('/team/applications/x', { id: besnik, to: 'screening' })
      expect((await reply(action(sent))).status).toBe(403)
    }
    expect((await reply(identity.action(viktor.post('/x', {}, { id: ana })))).status).toBe(403)
    expect((await reply(notes.action(viktor.post('/x', { text: 'x' }, { id: ana })))).status).toBe(403)
  })

  test('another team finds nothing: 404, byte for byte like what was never there', async () => {
    const nothing = await one(mirela, newId())
    for (const answer of [await list(stranger), await one(stranger, besnik), nothing])
      expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } })
    expect(shown(await all(stranger))).toEqual([])
    const sent = stranger.post('/team/applications/moves', { id: besnik, to: 'screening' })
    expect((await reply(moves.action(sent))).status).toBe(404)
    expect((await reply(notes.action(stranger.post('/x', { text: 'x' }, { id: ana })))).status).toBe(404)
    expect((await reply(identity.action(stranger.post('/x', {}, { id: ana })))).status).toBe(404)
    expect(await stage(besnik)).toBe('applied')
  })

  test('an own and a foreign application in one request are both left alone', async () => {
    const ids = [besnik, newId()]
    const sent = mirela.post('/team/applications/moves', { id: ids, to: 'screening' })
    expect((await reply(moves.action(sent))).status).toBe(404)
    expect(await stage(besnik)).toBe('applied')
  })

  test('a shift lead has the page about the vacancy instead, and so has a draft', async () => {
    expect((await list(agim)).headers.get('location')).toBe(`/team/vacancies/${vacancy.id}/about`)
    const { id } = await draftVacancy(db, world, monday)
    const draft = await reply(pipeline.loader(mirela.get(`/team/vacancies/${id}`, { id })))
    expect(draft.headers.get('location')).toBe(`/team/vacancies/${id}/about`)
  })

  test('everybody has a today of their own', async () => {
    for (const browser of [mirela, viktor, agim])
      expect((await reply(today.loader(browser.get('/team')))).status).toBe(200)
  })
})

describe('what the address may ask for', () => {
  test.each([
    "?sort=name'",
    '?sort=(select pg_sleep(9))',
    '?sort=-turn;drop table applications',
    '?sort=lastWordAt',
    '?stage=hired)--',
    '?lang=xx',
    "?after=1~'~x",
    '?after=%00',
    '?view=everything',
    '?mine=yes&late=%25',
  ])('%s changes nothing', async (query) => {
    const answer = await list(mirela, query)
    expect(answer.status).toBe(200)
    expect(shown(answer)).toHaveLength(2)
  })

  test.each(['%25', '_', "'", '\\', '%25%25%25', '"; --', 'a'.repeat(200)])(
    'a search for %s is a search for these letters',
    async (text) => {
      expect(shown(await list(mirela, `?q=${text}`))).toEqual([])
      expect(shown(await all(mirela, `?q=${text}`))).toEqual([])
    },
  )

  test('a search that is too long, or is no text, is refused', async () => {
    expect((await list(mirela, `?q=${'a'.repeat(201)}`)).status).toBe(422)
    expect((await all(mirela, '?q=%00')).status).toBe(422)
    expect((await all(mirela, '?q=%D0%91%D0%B5')).status).toBe(200)
  })

  test('a known order is the list’s order, both ways', async () => {
    const names = async (query: string) => shown(await list(mirela, query))
    expect(await names('?sort=-name')).toEqual((await names('?sort=name')).reverse())
    expect(shown(await list(mirela, '?view=board'))).toHaveLength(2)
  })
})

describe('while answers are taken and graded', () => {
  const views = () => db.select().from(identityViews)
  const openings = async (id: string) =>
    (await db.select().from(events).where(eq(events.applicationId, id))).filter(
      ({ kind }) => kind === 'identity-viewed',
    )

  test('the name is nowhere in what the browser is sent, and looking does not open it', async () => {
    for (const answer of [await list(mirela), await all(mirela), await one(mirela, ana)])
      expect(JSON.stringify(answer.body)).not.toMatch(/Ana|Dervishi|ana@/)
    expect(await views()).toEqual([])
  })

  test('the name is shown when asked for, and written down', async () => {
    const asked = await reply(identity.action(mirela.post('/x', {}, { id: ana })))
    expect(asked).toMatchObject({ status: 303 })
    expect((await one(mirela, ana)).body).toMatchObject({ title: 'Ana Dervishi' })
    expect(await views()).toMatchObject([{ applicationId: ana, userId: world.mirela.userId }])
    expect(await openings(ana)).toHaveLength(1)
    expect((await one(mirela, ana)).body).toMatchObject({
      readers: [{ id: world.mirela.userId, name: 'Mirela Hoxha', named: expect.any(String), grades: null }],
    })
  })

  test('whoever reads of somebody who stands there by name knows them from then on, but opened nothing', async () => {
    await one(mirela, besnik)
    await one(mirela, besnik)
    expect((await views()).filter(({ applicationId }) => applicationId === besnik)).toHaveLength(1)
    expect(await openings(besnik)).toEqual([])
  })
})

describe('acts', () => {
  test('move several at once and say who could not be moved, and why', async () => {
    const sent = mirela.post('/team/applications/moves', {
      id: [besnik, ana],
      to: 'screening',
      note: 'Both.',
    })
    const { status, body } = await reply(moves.action(sent))
    expect(status).toBe(200)
    expect(body).toMatchObject({
      act: 'move',
      to: 'screening',
      done: [{ id: besnik, from: 'applied', undo: true }],
      refused: [{ id: ana, code: 'no-such-move' }],
    })
    const back = mirela.post('/team/applications/moves/undo', { back: `${besnik}~applied` })
    expect((await reply(undoMoves.action(back))).body).toMatchObject({ done: [{ id: besnik }] })
    expect(await stage(besnik)).toBe('applied')
  })

  test('that nobody could do are 409 or 422, with the reason', async () => {
    const wrong = mirela.post('/team/applications/moves', { id: besnik, to: 'hired' })
    expect(await reply(moves.action(wrong))).toMatchObject({
      status: 409,
      body: { refused: [{ code: 'no-such-move' }] },
    })
    const early = mirela.post('/team/applications/moves', { id: besnik, to: 'rejected' })
    expect(await reply(moves.action(early))).toMatchObject({
      status: 422,
      body: { refused: [{ code: 'needs-rejection-decided' }] },
    })
  })

  test('of a shape that is not ours are refused', async () => {
    const wrong: Record<string, string>[] = [
      { id: besnik, to: 'heaven' },
      { to: 'screening' },
      { id: besnik, to: 'screening', note: 'x'.repeat(2001) },
    ]
    for (const fields of wrong)
      expect((await reply(moves.action(mirela.post('/x', fields)))).status).toBe(422)
    expect((await reply(words.action(mirela.post('/x', { id: "' or 1=1" })))).status).toBe(404)
    const many = Array.from({ length: 51 }, () => newId())
    expect((await reply(words.action(mirela.post('/x', { id: many })))).status).toBe(422)
  })

  test('on a status mail can be taken back', async () => {
    clock.now = later(monday, { days: 9 })
    const sent = mirela.post('/team/applications/words', { id: besnik })
    expect((await reply(words.action(sent))).body).toMatchObject({ done: [{ id: besnik, undo: true }] })
    const back = () => reply(undoWords.action(mirela.post('/x', { id: besnik })))
    expect((await back()).body).toMatchObject({ done: [{ id: besnik }] })
    expect(await back()).toMatchObject({ status: 409, body: { refused: [{ code: 'undo-over' }] } })
  })

  test('are made by POST alone', async () => {
    for (const { loader } of [moves, undoMoves, words, undoWords, invitations])
      expect((await reply(loader(mirela.get('/x')))).status).toBe(405)
  })

  test('a note is kept with its author, an empty one is not', async () => {
    expect((await reply(notes.action(mirela.post('/x', { text: ' ' }, { id: besnik })))).status).toBe(422)
    const text = '<script>alert(1)</script> & she calls back'
    expect((await reply(notes.action(mirela.post('/x', { text }, { id: besnik })))).status).toBe(200)
    const { body } = await one(mirela, besnik)
    expect(JSON.stringify(body)).toContain(JSON.stringify(text).slice(1, -1))
  })
})
