import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import * as practiceAnswer from '#app/routes/newcomer/practice-answer.ts'
import * as feedback from '#app/routes/newcomer/practice-feedback.tsx'
import * as levels from '#app/routes/newcomer/practice-levels.tsx'
import * as practiceReply from '#app/routes/newcomer/practice-reply.tsx'
import * as practiceText from '#app/routes/newcomer/practice-text.tsx'
import { openTestContext, reply } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { lumo, monday } from '#test/world/lumo.ts'
import { admitted, norasReply, practising } from '#test/world/newcomers.ts'

const { db } = await testDb()
const world = await lumo(db)
const { mirela } = world
const { asStaff } = openTestContext(db, monday)
let people = 0
const somebody = () => {
  people += 1
  return { name: `Nora Veseli ${people}`, email: `nora${people}@example.com`, now: monday }
}

test('the practice is saved as it is typed; a stale tab gets the newer text, a stranger nothing', async () => {
  const { viewer, runId } = await practising(db, world, somebody())
  const browser = await asStaff(viewer)
  const save = async (who: typeof browser, body: unknown) => {
    const request = who.request('/start/practice/answer', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
    return reply(practiceAnswer.action({ request, params: {}, context: who.context }))
  }
  const sent = { runId, saveId: randomUUID(), baseRev: 1, body: { text: 'Longer.' } }
  expect(await save(browser, sent)).toMatchObject({ status: 200, body: { rev: 2 } })
  expect(await save(browser, { ...sent, saveId: randomUUID(), body: { text: 'Other.' } })).toMatchObject({
    status: 409,
    body: { code: 'stale', server: { rev: 2, body: { text: 'Longer.' } } },
  })
  expect(await save(browser, { ...sent, saveId: 'x' })).toMatchObject({ status: 400 })
  expect(await save(browser, { ...sent, saveId: randomUUID(), baseRev: 2, body: 7 })).toMatchObject({
    status: 400,
  })
  const other = await asStaff((await admitted(db, world, somebody())).viewer)
  expect((await save(other, { ...sent, saveId: randomUUID() })).status).toBe(404)
  expect((await save(await asStaff(mirela), sent)).status).toBe(403)
})

test('without JavaScript the practice is written on one page, and a newer text is shown beside one’s own', async () => {
  const { viewer, runId } = await practising(db, world, somebody())
  const browser = await asStaff(viewer)
  const send = async (fields: Record<string, string>) =>
    reply(practiceText.action(browser.post('/start/practice/text', { run: runId, ...fields })))
  expect((await send({ rev: '1', text: 'One\r\ntwo', act: 'save' })).status).toBe(303)
  const page = await reply(practiceText.loader(browser.get('/start/practice/text')))
  expect(page.body).toMatchObject({ run: { text: 'One\ntwo', rev: 2 } })
  expect(await send({ rev: '1', text: 'Mine', act: 'finish' })).toMatchObject({
    status: 409,
    body: { refused: 'stale', text: 'Mine', theirs: 'One\ntwo', rev: 2 },
  })
  expect(await send({ rev: '2', text: '  ', act: 'finish' })).toMatchObject({
    status: 422,
    body: { refused: 'answer-empty' },
  })
  expect((await send({ rev: '3', text: norasReply, act: 'finish' })).headers.get('location')).toBe(
    '/start/practice/levels',
  )
})

test('the reference answer comes after the newcomer’s own levels, not before', async () => {
  const { viewer } = await practising(db, world, somebody())
  const browser = await asStaff(viewer)
  const trap = 'Please contact your bank'
  const writing = await reply(practiceReply.loader(browser.get('/start/practice/reply')))
  expect(JSON.stringify(writing.body)).not.toContain(trap)
  const form = { run: '', rev: '1', text: norasReply, act: 'finish' }
  const { run } = writing.body as { run: { id: string } }
  await reply(practiceText.action(browser.post('/start/practice/text', { ...form, run: run.id })))
  const place = await reply(levels.loader(browser.get('/start/practice/levels')))
  expect(place.body).toMatchObject({
    dimensions: [{ dimension: 'A1' }, { dimension: 'A3' }, { dimension: 'K3' }],
  })
  expect(JSON.stringify(place.body)).not.toContain(trap)
  const put = async (fields: Record<string, string>) =>
    reply(levels.action(browser.post('/start/practice/levels', fields)))
  expect(await put({ A1: '4', A3: '9' })).toMatchObject({ status: 422, body: { missing: ['A3', 'K3'] } })
  expect((await put({ A1: '4', A3: '3', K3: '5' })).headers.get('location')).toBe('/start/practice/feedback')
  const { body } = await reply(feedback.loader(browser.get('/start/practice/feedback')))
  expect(JSON.stringify(body)).toContain(trap)
  expect(JSON.stringify(body)).toContain('The payout then leaves on')
  expect(body).toMatchObject({
    dimensions: [
      { level: 4, next: 5 },
      { level: 3, next: 4 },
      { level: 5, next: null },
    ],
  })
})
