import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import * as start from '#app/routes/newcomer/start.tsx'
import * as list from '#app/routes/team/newcomers/list.tsx'
import * as newcomer from '#app/routes/team/newcomers/newcomer.tsx'
import * as notYet from '#app/routes/team/newcomers/not-yet.tsx'
import * as readiness from '#app/routes/team/newcomers/readiness.tsx'
import { mailHandler } from '#app/server/mail.ts'
import { newId } from '#db/id.ts'
import { jobs, links, memberships, messages, readinessSignatures, teams, users } from '#db/schema/index.ts'
import { openTestContext, reply, testOrigin } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { lumo, monday } from '#test/world/lumo.ts'
import { hired, norasReply, practised } from '#test/world/newcomers.ts'

const { db } = await testDb()
const world = await lumo(db)
const { mirela, agim, viktor } = world
const { asStaff } = openTestContext(db, monday)
let people = 0
const somebody = () => {
  people += 1
  return { name: `Nora Veseli ${people}`, email: `nora${people}@example.com`, now: monday }
}

test('manager and lead see the same list; the reply is the lead’s to read, and the signature the lead’s to give', async () => {
  const { newcomerId } = await practised(db, world, somebody())
  const at = `/team/newcomers/${newcomerId}`
  const params = { newcomer: newcomerId }
  const [manager, lead] = [await asStaff(mirela), await asStaff(agim)]
  const seen = await reply(newcomer.loader(manager.get(at, params)))
  expect(seen.body).toMatchObject({ maySign: false, practised: null, leads: ['Agim Berisha'] })
  expect(JSON.stringify(seen.body)).not.toContain('your €412')
  expect((await reply(newcomer.loader(lead.get(at, params)))).body).toMatchObject({
    maySign: true,
    notYetWhy: null,
    practised: { text: norasReply, levels: [{ level: 4 }, { level: 3 }, { level: 4 }] },
  })
  const fields = { date: '2026-11-17', time: '10:00', note: 'See you there.' }
  for (const { loader, action } of [readiness, notYet]) {
    expect((await reply(loader(manager.get(at, params)))).status).toBe(403)
    expect((await reply(action(manager.post(at, fields, params)))).status).toBe(403)
  }
  expect(
    (await reply(readiness.action(lead.post(at, { ...fields, time: '25:00' }, params)))).body,
  ).toMatchObject({
    issues: { time: 'time' },
    fields: { note: 'See you there.' },
  })
  const past = await reply(readiness.action(lead.post(at, { ...fields, date: '2026-11-01' }, params)))
  expect(past).toMatchObject({ status: 422, body: { refused: 'first-shift-past' } })
  for (let sent = 0; sent < 2; sent++)
    expect((await reply(readiness.action(lead.post(at, fields, params)))).headers.get('location')).toBe(at)
  const rows = await db
    .select()
    .from(readinessSignatures)
    .where(eq(readinessSignatures.newcomerId, newcomerId))
  // Ten in the morning in Tirana is nine in Greenwich.
  expect(rows).toMatchObject([{ firstShiftAt: new Date('2026-11-17T09:00:00Z'), note: 'See you there.' }])
  expect((await reply(readiness.loader(lead.get(at, params)))).status).toBe(302)
})

test('“not yet” needs a criterion, a word and a day', async () => {
  const { newcomerId } = await practised(db, world, somebody())
  const at = `/team/newcomers/${newcomerId}/not-yet`
  const params = { newcomer: newcomerId }
  const lead = await asStaff(agim)
  const say = async (fields: Record<string, string | string[]>) =>
    reply(notYet.action(lead.post(at, fields, params)))
  expect(await say({ note: '', lookAgainOn: 'soon' })).toMatchObject({
    status: 422,
    body: { issues: { note: 'required', lookAgainOn: 'date' } },
  })
  const sent = { dimensions: ['A1', 'K3'], note: 'Name the hour.', lookAgainOn: '2026-11-06', after: '' }
  expect(await say({ ...sent, dimensions: [] })).toMatchObject({ body: { refused: 'practise-nothing' } })
  expect((await say(sent)).status).toBe(303)
  expect((await reply(newcomer.loader(lead.get(at, params)))).body).toMatchObject({
    plan: { delay: { dimensions: ['A1', 'K3'], note: 'Name the hour.' } },
  })
})

test('newcomers, graders and other teams do not see the list, nor anybody on it', async () => {
  const { newcomerId, viewer } = await hired(db, world, somebody())
  const params = { newcomer: newcomerId }
  const at = `/team/newcomers/${newcomerId}`
  for (const who of [viewer, viktor]) {
    const browser = await asStaff(who)
    expect((await reply(list.loader(browser.get('/team/newcomers')))).status).toBe(403)
    expect((await reply(newcomer.loader(browser.get(at, params)))).status).toBe(403)
  }
  const teamId = newId()
  const stranger: StaffViewer = {
    ...agim,
    userId: newId(),
    email: 'other@example.com',
    memberships: [{ teamId, role: 'lead' }],
  }
  await db.insert(teams).values({ id: teamId, name: 'Other', timeZone: 'Europe/Tirane', createdAt: monday })
  await db
    .insert(users)
    .values({ id: stranger.userId, name: 'Other', email: stranger.email, locale: 'en', createdAt: monday })
  await db.insert(memberships).values({ teamId, userId: stranger.userId, role: 'lead', createdAt: monday })
  const browser = await asStaff(stranger)
  expect((await reply(list.loader(browser.get('/team/newcomers')))).body).toMatchObject({ newcomers: [] })
  const fields = { date: '2026-11-17', time: '10:00', note: '' }
  for (const ask of [
    () => newcomer.loader(browser.get(at, params)),
    () => readiness.loader(browser.get(at, params)),
    () => readiness.action(browser.post(at, fields, params)),
    () => notYet.loader(browser.get(at, params)),
    () => notYet.action(browser.post(at, { dimensions: 'A1', note: 'x', lookAgainOn: '2026-11-06' }, params)),
  ])
    expect((await reply(ask())).status).toBe(404)
  const manager = await asStaff(mirela)
  expect((await reply(start.loader(manager.get('/start')))).status).toBe(403)
})

test.each([
  ['en', 'Your first day is 23 November.'],
  ['ru', 'Первый рабочий день — 23 ноября.'],
  ['sq', 'Dita e parë e punës: 23 nëntor.'],
] as const)(
  'the welcome in %s opens the account by a link, and the mail on readiness names the first shift',
  async (locale, first) => {
    const who = await practised(db, world, { ...somebody(), locale, startsOn: '2026-11-23' })
    const lead = await asStaff(agim)
    const fields = { date: '2026-11-30', time: '10:00', note: '' }
    await reply(readiness.action(lead.post('/', fields, { newcomer: who.newcomerId })))
    const { now, secret } = lead.context
    const handle = mailHandler({
      db,
      now,
      secret,
      appUrl: testOrigin,
      postman: { deliver: async () => undefined },
    })
    const waiting = await db.select().from(jobs)
    for (const job of waiting.filter(({ payload }) => payload.newcomerId === who.newcomerId))
      await handle(job)
    const sent = await db.select().from(messages).where(eq(messages.userId, who.userId)).orderBy(messages.id)
    expect(sent.map(({ kind }) => kind)).toEqual(['newcomers.welcome', 'newcomers.ready'])
    const text = (index: number) => sent[index]?.text.replaceAll('\u00a0', ' ') ?? ''
    expect(text(0)).toContain(first)
    expect(text(0)).toMatch(/\{link:staff-invite:[0-9a-f-]{36}\}/)
    expect(text(0)).toMatch(/30 (November|ноября|nëntor)/)
    const [link] = await db.select().from(links).where(eq(links.userId, who.userId))
    expect(link?.expiresAt).toEqual(new Date('2026-11-30T22:59:59Z'))
    expect(text(0)).toContain('agim@lumo.example.com')
    expect(text(1)).toContain('Agim Berisha')
    expect(text(1)).toMatch(/30 (November|ноября|nëntor), (ora )?10:00/)
    expect(`${text(0)}${text(1)}`).not.toMatch(/\{\{|undefined/)
  },
)
