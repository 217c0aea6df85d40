import { beforeAll, describe, expect, test } from 'vitest'
import * as list from '#app/routes/team/scenarios/list.tsx'
import * as bring from '#app/routes/team/scenarios/new-page.tsx'
import * as edit from '#app/routes/team/scenarios/own-page.tsx'
import * as save from '#app/routes/team/scenarios/own-page-save.ts'
import * as frame from '#app/routes/team/scenarios/page.ts'
import * as scenario from '#app/routes/team/scenarios/scenario.tsx'
import { newScenarioId, ownPageKey, ownScenariosOf } from '#db/own-scenarios.ts'
import { type Browser, openTestContext, reply } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { lumo, monday } from '#test/world/lumo.ts'
import { shopMarks, shopPage } from '#test/world/own-page.ts'

const { db } = await testDb()
const world = await lumo(db)
const { asStaff } = openTestContext(db, monday)
let mirela: Browser

beforeAll(async () => {
  mirela = await asStaff(world.mirela)
})

function upload(browser: Browser, file: Uint8Array | string, fields: Record<string, string> = {}) {
  const body = new FormData()
  const all = { id: newScenarioId(monday), team: world.teamId, writtenIn: 'en', ...fields }
  for (const [name, value] of Object.entries(all)) body.append(name, value)
  body.append('file', new File([new Uint8Array(Buffer.from(file))], 'shop.html', { type: 'text/html' }))
  const request = browser.request('/team/scenarios/page/new', { method: 'POST', body })
  return reply(bring.action({ request, params: {}, context: browser.context }))
}
async function brought(): Promise<string> {
  const done = await upload(mirela, shopPage)
  return done.headers.get('location')?.split('/').at(-1) ?? ''
}
function send(browser: Browser, id: string, body: unknown, type = 'application/json') {
  const request = browser.request(`/team/scenarios/page/${id}/save`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': type },
  })
  return reply(save.action({ request, params: { id }, context: browser.context }))
}
const open = (browser: Browser, id: string) =>
  reply(edit.loader(browser.get(`/team/scenarios/page/${id}`, { id })))

describe('bringing a page', () => {
  test('a saved page is cleaned, kept as a draft and opened to be marked', async () => {
    const id = await brought()
    const { status, body } = await open(mirela, id)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      id,
      rev: 0,
      contentRev: null,
      boxes: 1,
      cut: false,
      marks: { writtenIn: 'en' },
    })
    const html = await reply(frame.loader(mirela.get(`/x?draft=${id}`, { key: ownPageKey(id) })))
    expect(html.body).toContain('<h1 data-part="p01">Revolutionary airflow platform {{ price }}</h1>')
    expect(html.body).not.toContain('alert')
  })

  test('what is too big is 413, what is no page 415, what is missing 422, and each says so in the form', async () => {
    expect(await upload(mirela, Buffer.alloc(3_000_001, 'a'))).toMatchObject({
      status: 413,
      body: { issue: 'too-big' },
    })
    expect(await upload(mirela, Buffer.alloc(7_000_000, 'a'))).toMatchObject({ status: 413 })
    expect(await upload(mirela, '%PDF-1.7 <html>')).toMatchObject({
      status: 415,
      body: { issue: 'not-a-page' },
    })
    expect(await upload(mirela, '')).toMatchObject({ status: 422, body: { issue: 'no-file' } })
    expect(await upload(mirela, '<html><p>little')).toMatchObject({
      status: 422,
      body: { issue: 'too-little' },
    })
    expect(await upload(mirela, '<div>'.repeat(5000))).toMatchObject({
      status: 422,
      body: { issue: 'too-much' },
    })
    expect(await upload(mirela, shopPage, { id: 'x' })).toMatchObject({ status: 400 })
    expect(await upload(mirela, shopPage, { writtenIn: 'de' })).toMatchObject({ status: 400 })
    expect(await upload(mirela, shopPage, { team: newScenarioId(monday) })).toMatchObject({ status: 404 })
    const plain = mirela.post('/team/scenarios/page/new', {
      id: newScenarioId(monday),
      team: world.teamId,
      writtenIn: 'en',
    })
    expect(await reply(bring.action(plain))).toMatchObject({ status: 422, body: { issue: 'no-file' } })
  })

  test('graders and shift leads may not', async () => {
    const id = await brought()
    for (const who of [world.viktor, world.agim]) {
      const browser = await asStaff(who)
      expect((await upload(browser, shopPage)).status).toBe(403)
      expect((await open(browser, id)).status).toBe(403)
      expect((await send(browser, id, { rev: 0, marks: shopMarks })).status).toBe(403)
    }
  })
})

describe('marking it', () => {
  test('what is saved and complete can be previewed as a candidate sees it and taken into an assignment', async () => {
    const id = await brought()
    expect(await send(mirela, id, { rev: 0, marks: { ...shopMarks, defects: [] } })).toMatchObject({
      status: 200,
      body: { rev: 1, complete: false },
    })
    const key = ownPageKey(id)
    expect((await reply(scenario.loader(mirela.get(`/team/scenarios/${key}`, { key })))).status).toBe(404)
    expect(await send(mirela, id, { rev: 1, marks: shopMarks })).toMatchObject({
      status: 200,
      body: { rev: 2, complete: true, problems: [] },
    })
    expect(await reply(scenario.loader(mirela.get(`/team/scenarios/${key}?lang=ru`, { key })))).toMatchObject(
      {
        status: 200,
        body: { title: 'The fan page', change: `/team/scenarios/page/${id}`, varies: false },
      },
    )
    const { body } = await reply(list.loader(mirela.get('/team/scenarios')))
    expect(JSON.stringify(body)).toContain(key)
  })

  test('a stale revision is refused with the one that stands, and changes nothing', async () => {
    const id = await brought()
    await send(mirela, id, { rev: 0, marks: shopMarks })
    const late = { ...shopMarks, minutes: 40 }
    expect(await send(mirela, id, { rev: 0, marks: late })).toMatchObject({
      status: 409,
      body: { code: 'stale-revision', rev: 1 },
    })
    expect((await open(mirela, id)).body).toMatchObject({ rev: 1, marks: { minutes: 20 } })
    expect(await send(mirela, id, { rev: 1, marks: late })).toMatchObject({ status: 200, body: { rev: 2 } })
  })

  test('bodies of another shape, type or size are refused by name', async () => {
    const id = await brought()
    const status = async (body: unknown, type?: string) => (await send(mirela, id, body, type)).status
    expect(await status({ rev: 0, marks: { ...shopMarks, key: 'x' } })).toBe(400)
    expect(await status({ rev: 0 })).toBe(400)
    expect(await status('{')).toBe(400)
    expect(await status('a=1', 'application/x-www-form-urlencoded')).toBe(415)
    expect(await status({ rev: 0, marks: { ...shopMarks, measured: 'a\u0000' } })).toBe(422)
    expect(await status(`"${'a'.repeat(600_000)}"`)).toBe(413)
  })

  test('pages of other teams, drafts of others and what is no id are not there', async () => {
    const ghost = newScenarioId(monday)
    for (const id of [ghost, "' or 1=1", 'new']) {
      expect((await open(mirela, id)).status).toBe(404)
      expect((await send(mirela, id, { rev: 0, marks: shopMarks })).status).toBe(404)
    }
    for (const key of [ownPageKey(ghost), 'own-page-x', 's01-sales-page'])
      expect((await reply(frame.loader(mirela.get('/x?draft', { key })))).status).toBe(404)
  })

  test('out of use it leaves the list of what can be taken', async () => {
    const id = await brought()
    await send(mirela, id, { rev: 0, marks: shopMarks })
    const archive = (rev: string) =>
      reply(edit.action(mirela.post(`/team/scenarios/page/${id}`, { do: 'archive', rev }, { id })))
    expect((await archive('0')).status).toBe(409)
    expect((await archive('x')).status).toBe(400)
    expect((await archive('1')).status).toBe(303)
    const row = (await ownScenariosOf(db, world.mirela)).find((one) => one.id === id)
    expect(row).toMatchObject({ archived: true })
  })
})
