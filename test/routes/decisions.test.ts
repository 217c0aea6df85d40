import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { action as accept, loader as ownOffer } from '#app/routes/candidate/offer.tsx'
import { action as decline } from '#app/routes/candidate/offer-decline.ts'
import { action as decide, loader as page } from '#app/routes/team/applications/decide.tsx'
import { action as undo } from '#app/routes/team/applications/decide-undo.ts'
import { action as makeOffer, loader as offerPage } from '#app/routes/team/applications/offer.tsx'
import { action as withdrawOffer } from '#app/routes/team/applications/offer-withdraw.tsx'
import { loader as references } from '#app/routes/team/applications/references.tsx'
import { applications, decisions, newcomers, offers } from '#db/schema/index.ts'
import { openTestContext, reply } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { decided, finalist, offered, referenced, seatIds } from '#test/world/decisions.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'

const { db } = await testDb()
const world = await lumo(db)
const { asCandidate, asStaff, clock } = openTestContext(db, monday)
let people = 0
const somebody = () => {
  people += 1
  return { name: `Person Number${people}`, email: `d${people}@example.com` }
}
const stageOf = async (id: string) =>
  (await db.select().from(applications).where(eq(applications.id, id)))[0]?.stage

const rejection = {
  kind: 'reject',
  reasonCode: 'other-chosen',
  reason: 'Two others answered partners in their own words.',
  wentWell: 'Gjetët shkakun.',
  toWorkOn: 'Jepni një afat.',
}

describe('the decision', () => {
  test('shows the evidence first, and keeps its key', async () => {
    const who = await referenced(db, world, { now: monday, form: somebody() })
    clock.now = who.now
    const mirela = await asStaff(world.mirela)
    const { body } = await reply(page(mirela.get('/', { id: who.applicationId })))
    expect(body).toMatchObject({
      tested: true,
      kinds: ['reject', 'hold'],
      profile: { state: 'complete' },
      apart: { references: { received: 3, wanted: 3 } },
    })
    expect(JSON.stringify(body)).not.toMatch(/nordweb|"graderId"|Viktor/)
    expect((await reply(references(mirela.get('/', { id: who.applicationId })))).status).toBe(200)
  })

  test('of a rejection writes the feedback in the candidate’s language and can be taken back', async () => {
    const who = await finalist(db, world, { now: monday, stage: 'decision', form: somebody() })
    clock.now = who.now
    const id = who.applicationId
    const mirela = await asStaff(world.mirela)
    const before = (await reply(page(mirela.get('/', { id })))).body as { seenKey: string }
    const done = await reply(decide(mirela.post('/', { ...rejection, seen: before.seenKey }, { id })))
    expect([done.status, done.headers.get('location')]).toEqual([303, `/team/applications/${id}/decide`])
    const [row] = await db.select().from(decisions).where(eq(decisions.applicationId, id))
    expect(row?.feedback).toBe(
      'Çfarë ju doli mirë\nGjetët shkakun.\n\nÇfarë mund të përmirësoni\nJepni një afat.',
    )
    const after = (await reply(page(mirela.get('/', { id })))).body
    expect(after).toMatchObject({ undo: { decisionId: row?.id, seconds: 10 }, kinds: ['reopen'] })
    clock.now = later(who.now, { seconds: 4 })
    expect((await reply(undo(mirela.post('/', {}, { id })))).status).toBe(303)
    expect(await stageOf(id)).toBe('decision')
    clock.now = later(who.now, { seconds: 20 })
    expect((await reply(page(mirela.get('/', { id })))).body).toMatchObject({ undo: null })
  })

  test('without its words, or on old evidence, comes back with what was typed', async () => {
    const who = await finalist(db, world, { now: monday, stage: 'decision', form: somebody() })
    clock.now = who.now
    const id = who.applicationId
    const mirela = await asStaff(world.mirela)
    const send = (change: Record<string, string>) =>
      reply(decide(mirela.post('/', { ...rejection, ...change }, { id })))
    const short = await send({ reason: 'no', wentWell: '' })
    expect([short.status, short.body]).toMatchObject([422, { issues: { reason: 'reason-short' } }])
    const { seenKey } = (await reply(page(mirela.get('/', { id })))).body as { seenKey: string }
    const silent = await send({ wentWell: ' ', seen: seenKey })
    expect([silent.status, silent.body]).toMatchObject([
      422,
      { issues: { wentWell: 'required' }, typed: { toWorkOn: 'Jepni një afat.' } },
    ])
    const old = await send({ seen: 'something else' })
    expect([old.status, old.body]).toMatchObject([409, { refused: 'evidence-changed' }])
    expect(await db.select().from(decisions).where(eq(decisions.applicationId, id))).toEqual([])
  })

  test('is closed to graders, and another team finds nothing', async () => {
    const who = await finalist(db, world, { now: monday, stage: 'decision', form: somebody() })
    const id = who.applicationId
    const viktor = await asStaff(world.viktor)
    expect((await reply(page(viktor.get('/', { id })))).status).toBe(403)
    expect((await reply(decide(viktor.post('/', rejection, { id })))).status).toBe(403)
    const mirela = await asStaff(world.mirela)
    const ghost = { id: '0190a000-0000-7000-8000-00000000dddd' }
    expect((await reply(page(mirela.get('/', ghost)))).status).toBe(404)
    expect((await reply(decide(mirela.post('/', rejection, ghost)))).status).toBe(404)
  })
})

describe('the offer', () => {
  test('goes from the decision to the candidate, with pay that is explained', async () => {
    const who = await decided(db, world, { now: monday, form: somebody() })
    clock.now = who.now
    const id = who.applicationId
    const mirela = await asStaff(world.mirela)
    const [seat = ''] = await seatIds(db, who.vacancy.id)
    const fields = { openingId: seat, pay: '1 200', startsOn: '2027-01-11', answerBy: '2026-11-10' }
    const high = await reply(makeOffer(mirela.post('/', fields, { id })))
    expect([high.status, high.body]).toMatchObject([422, { issues: { payReason: 'pay-reason' } }])
    const done = await reply(makeOffer(mirela.post('/', { ...fields, pay: '900' }, { id })))
    expect(done.status).toBe(303)
    expect((await reply(offerPage(mirela.get('/', { id })))).body).toMatchObject({
      toBeMade: false,
      offers: [{ state: 'open', pay: 900, madeBy: 'Mirela Hoxha' }],
    })
    const own = (await reply(ownOffer((await asCandidate(id)).get('/a/offer')))).body
    expect(own).toMatchObject({ state: 'open', terms: { pay: 900, weeklyHours: 40, place: null } })
    expect(JSON.stringify(own)).not.toContain('payReason')
  })

  test('is accepted with the name, however often and at once', async () => {
    const { name, ...form } = somebody()
    const who = await offered(db, world, { now: monday, form: { name, ...form } })
    clock.now = later(who.now, { days: 1 })
    const browser = await asCandidate(who.applicationId)
    const wrong = await reply(accept(browser.post('/a/offer', { offerId: who.offerId, name: 'yes' })))
    expect([wrong.status, wrong.body]).toMatchObject([422, { issue: 'name-differs', typed: 'yes' }])
    const done = await Promise.all(
      Array.from({ length: 20 }, () =>
        reply(accept(browser.post('/a/offer', { offerId: who.offerId, name: ` ${name.toLowerCase()}` }))),
      ),
    )
    expect(new Set(done.map(({ status }) => status))).toEqual(new Set([303]))
    expect(await stageOf(who.applicationId)).toBe('hired')
    expect(
      await db.select().from(newcomers).where(eq(newcomers.applicationId, who.applicationId)),
    ).toHaveLength(1)
    expect((await reply(ownOffer(browser.get('/a/offer')))).body).toMatchObject({
      state: 'accepted',
      signed: { name: name.toLowerCase() },
    })
  })

  test('is declined by its reader alone', async () => {
    const who = await offered(db, world, { now: monday, form: somebody() })
    clock.now = who.now
    const other = await finalist(db, world, { now: monday, form: somebody() })
    const foreign = await asCandidate(other.applicationId)
    const post = { offerId: who.offerId }
    expect((await reply(decline(foreign.post('/a/offer/decline', post)))).status).toBe(404)
    expect((await reply(ownOffer(foreign.get('/a/offer')))).status).toBe(404)
    const own = await asCandidate(who.applicationId)
    expect((await reply(decline(own.post('/a/offer/decline', { offerId: 'x' })))).status).toBe(422)
    expect((await reply(decline(own.post('/a/offer/decline', post)))).status).toBe(303)
    expect((await reply(ownOffer(own.get('/a/offer')))).body).toMatchObject({ state: 'declined' })
  })

  test('is withdrawn only with a reason, and then cannot be accepted', async () => {
    const form = somebody()
    const who = await offered(db, world, { now: monday, form })
    clock.now = who.now
    const id = who.applicationId
    const mirela = await asStaff(world.mirela)
    const silent = await reply(withdrawOffer(mirela.post('/', { reason: ' ' }, { id })))
    expect([silent.status, silent.body]).toMatchObject([422, { issue: 'required' }])
    const done = await reply(withdrawOffer(mirela.post('/', { reason: 'The shift was cut.' }, { id })))
    expect(done.status).toBe(303)
    const late = await reply(
      accept((await asCandidate(id)).post('/a/offer', { offerId: who.offerId, name: form.name })),
    )
    expect([late.status, late.body]).toMatchObject([409, { refused: 'offer-withdrawn' }])
    const [row] = await db.select().from(offers).where(eq(offers.id, who.offerId))
    expect(row?.acceptedAt).toBeNull()
  })
})
