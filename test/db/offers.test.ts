import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import { decide } from '#db/decisions.ts'
import { acceptOffer, declineOffer, makeOffer, offerPage, ownOffer, withdrawOffer } from '#db/offers.ts'
import { applications, events, jobs, newcomers, offers } from '#db/schema/index.ts'
import { withdraw } from '#db/withdrawals.ts'
import { testDb } from '#test/support/db.ts'
import {
  decided,
  type Finalist,
  hired,
  offerDecision,
  offered,
  offerFor,
  seatIds,
} from '#test/world/decisions.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'

const { db } = await testDb()
const world = await lumo(db)
const { mirela, viktor } = world
const stranger: StaffViewer = {
  ...mirela,
  userId: '0190a000-0000-7000-8000-0000000009ff',
  memberships: [{ teamId: '0190a000-0000-7000-8000-00000000ffff', role: 'owner' }],
}
const stageOf = async ({ applicationId }: Pick<Finalist, 'applicationId'>) =>
  (await db.select().from(applications).where(eq(applications.id, applicationId)))[0]?.stage
const mails = async ({ applicationId }: Pick<Finalist, 'applicationId'>, template: string) =>
  (await db.select().from(jobs)).filter(
    ({ payload }) => payload.applicationId === applicationId && payload.template === template,
  )
const kinds = async ({ applicationId }: Pick<Finalist, 'applicationId'>) =>
  (await db.select().from(events).where(eq(events.applicationId, applicationId))).map(({ kind }) => kind)
let people = 0
const somebody = () => {
  people += 1
  return { name: `Person Number${people}`, email: `person${people}@example.com` }
}

describe('making an offer', () => {
  test('holds a seat, moves the application and writes to the candidate, once', async () => {
    const who = await decided(db, world, { now: monday, form: somebody() })
    const { applicationId, now } = who
    const form = await offerFor(db, who)
    const done = await Promise.all(
      Array.from({ length: 20 }, () => makeOffer(db, { viewer: mirela, applicationId, form, now })),
    )
    const rows = await db.select().from(offers).where(eq(offers.applicationId, applicationId))
    expect(rows).toHaveLength(1)
    expect(done.every((one) => one && 'ok' in one && one.offerId === rows[0]?.id)).toBe(true)
    expect(rows[0]).toMatchObject({ pay: 860, currency: 'EUR', payPeriod: 'month', madeBy: mirela.userId })
    // Until the end of that day in Tirana.
    expect(rows[0]?.answerBy.toISOString()).toBe('2026-11-10T22:59:59.000Z')
    expect(await stageOf(who)).toBe('offer')
    expect(await mails(who, 'decisions.offered')).toHaveLength(1)
    expect((await kinds(who)).filter((kind) => kind === 'offer-made')).toHaveLength(1)
  })

  test('needs the decision for it', async () => {
    const who = await decided(db, world, {
      now: monday,
      form: somebody(),
      decision: { ...offerDecision, kind: 'hold', reasonCode: 'comparing' },
    })
    const form = await offerFor(db, who)
    const make = (viewer: StaffViewer) =>
      makeOffer(db, { viewer, applicationId: who.applicationId, form, now: who.now })
    expect(await make(mirela)).toEqual({ refused: 'needs-offer-decided' })
    expect(await make(viktor)).toEqual({ refused: 'role-too-low' })
    expect(await make(stranger)).toBeNull()
  })

  test('outside the range says why', async () => {
    const who = await decided(db, world, { now: monday, form: somebody() })
    const { applicationId, now } = who
    const make = async (change: object) =>
      makeOffer(db, { viewer: mirela, applicationId, form: await offerFor(db, who, change), now })
    expect(await make({ pay: 1000 })).toEqual({
      refused: 'offer-fields',
      issues: { payReason: 'pay-reason' },
    })
    expect(await make({ pay: 1000, payReason: 'Leads the shift from the start.' })).toMatchObject({
      ok: true,
    })
  })

  test('two seats are offered to two people, and the third hears that none is left', async () => {
    const first = await decided(db, world, { now: monday, form: somebody() })
    const { vacancy } = first
    const others = [
      await decided(db, world, { now: monday, form: somebody(), vacancy }),
      await decided(db, world, { now: monday, form: somebody(), vacancy }),
    ]
    const seats = await seatIds(db, vacancy.id)
    const offer = async (who: Finalist, at: number) =>
      makeOffer(db, {
        viewer: mirela,
        applicationId: who.applicationId,
        form: await offerFor(db, who, { openingId: seats[at] }),
        now: who.now,
      })
    const [second, third] = others
    if (!second || !third) throw new Error('two others')
    const done = await Promise.all([offer(first, 0), offer(second, 1)])
    expect(done.every((one) => one && 'ok' in one)).toBe(true)
    expect(await offer(third, 0)).toEqual({ refused: 'needs-opening-left' })
    const page = await offerPage(db, { viewer: mirela, applicationId: first.applicationId, now: first.now })
    expect(page?.seats.map(({ taken }) => taken)).toEqual([true, true])
  })

  test('one seat goes to one of two who are offered it at the same moment', async () => {
    const first = await decided(db, world, { now: monday, form: somebody() })
    const second = await decided(db, world, { now: monday, form: somebody(), vacancy: first.vacancy })
    const done = await Promise.all(
      [first, second].map(async (who) =>
        makeOffer(db, {
          viewer: mirela,
          applicationId: who.applicationId,
          form: await offerFor(db, who),
          now: who.now,
        }),
      ),
    )
    expect(done.filter((one) => one && 'ok' in one)).toHaveLength(1)
    expect(done).toContainEqual({ refused: 'opening-taken' })
  })
})

describe('accepting', () => {
  test('twenty times at once makes one newcomer, one mail and one move', async () => {
    const form = somebody()
    const who = await offered(db, world, { now: monday, form })
    const now = later(who.now, { days: 1 })
    const done = await Promise.all(
      Array.from({ length: 20 }, () =>
        acceptOffer(db, { viewer: who.viewer, offerId: who.offerId, name: form.name.toUpperCase(), now }),
      ),
    )
    expect(done).toEqual(Array.from({ length: 20 }, () => ({ ok: true })))
    expect(await stageOf(who)).toBe('hired')
    const made = await db.select().from(newcomers).where(eq(newcomers.applicationId, who.applicationId))
    expect(made).toHaveLength(1)
    expect(await mails(who, 'decisions.accepted')).toHaveLength(1)
    expect((await kinds(who)).filter((kind) => kind === 'offer-accepted')).toHaveLength(1)
    const own = await ownOffer(db, { viewer: who.viewer, now })
    expect(own).toMatchObject({ state: 'accepted', acceptedName: form.name.toUpperCase() })
  })

  test('asks for the name, the offer that was read, and the day', async () => {
    const form = somebody()
    const who = await offered(db, world, { now: monday, form })
    const accept = (change: object) =>
      acceptOffer(db, {
        viewer: who.viewer,
        offerId: who.offerId,
        name: form.name,
        now: later(who.now, { days: 1 }),
        ...change,
      })
    expect(await accept({ name: 'yes' })).toEqual({ refused: 'name-differs' })
    expect(await accept({ offerId: '0190a000-0000-7000-8000-00000000aaaa' })).toEqual({
      refused: 'offer-changed',
    })
    expect(await accept({ now: later(who.now, { days: 9 }) })).toEqual({ refused: 'offer-over' })
    expect(await stageOf(who)).toBe('offer')
  })

  test('is not for somebody else’s offer', async () => {
    const who = await offered(db, world, { now: monday, form: somebody() })
    const other = await decided(db, world, { now: monday, form: somebody() })
    const answer = { viewer: other.viewer, offerId: who.offerId, now: who.now }
    expect(await acceptOffer(db, { ...answer, name: 'x' })).toBeNull()
    expect(await declineOffer(db, answer)).toBeNull()
  })

  test('and declining at the same time end in one of the two', async () => {
    const form = somebody()
    const who = await offered(db, world, { now: monday, form })
    const answer = { viewer: who.viewer, offerId: who.offerId, now: later(who.now, { days: 1 }) }
    const [accepted, declined] = await Promise.all([
      acceptOffer(db, { ...answer, name: form.name }),
      declineOffer(db, answer),
    ])
    const won = [accepted, declined].filter((one) => one && 'ok' in one)
    expect(won).toHaveLength(1)
    expect(await stageOf(who)).toBe(accepted && 'ok' in accepted ? 'hired' : 'decision')
  })
})

describe('an offer that ends otherwise', () => {
  test('declined brings the application back to the decision and frees the seat', async () => {
    const who = await offered(db, world, { now: monday, form: somebody() })
    const now = later(who.now, { days: 1 })
    const decline = () => declineOffer(db, { viewer: who.viewer, offerId: who.offerId, now })
    expect(await decline()).toEqual({ ok: true })
    expect(await decline()).toEqual({ ok: true })
    expect(await stageOf(who)).toBe('decision')
    expect(await mails(who, 'decisions.declined')).toHaveLength(1)
    const page = await offerPage(db, { viewer: mirela, applicationId: who.applicationId, now })
    expect(page?.seats.some(({ taken }) => taken)).toBe(false)
    // The decision was for that offer: another offer is decided anew.
    const form = await offerFor(db, { ...who, now })
    const again = { viewer: mirela, applicationId: who.applicationId, form, now }
    expect(await makeOffer(db, again)).toEqual({ refused: 'offer-used' })
    const second = { ...offerDecision, reason: 'The night shift suits better, so we ask again.' }
    await decide(db, { viewer: mirela, applicationId: who.applicationId, form: second, now })
    expect(await makeOffer(db, again)).toMatchObject({ ok: true })
  })

  test('withdrawn by staff names who and why, and cannot be accepted any more', async () => {
    const form = somebody()
    const who = await offered(db, world, { now: monday, form })
    const { applicationId, now } = who
    const back = (viewer: StaffViewer) =>
      withdrawOffer(db, { viewer, applicationId, reason: 'The shift was cut by the owner.', now })
    expect(await back(viktor)).toEqual({ refused: 'role-too-low' })
    expect(await back(stranger)).toBeNull()
    expect(await back(mirela)).toEqual({ ok: true })
    expect(await back(mirela)).toEqual({ ok: true })
    expect(await stageOf(who)).toBe('decision')
    const [row] = await db.select().from(offers).where(eq(offers.id, who.offerId))
    expect(row).toMatchObject({
      withdrawnBy: mirela.userId,
      withdrawnReason: 'The shift was cut by the owner.',
    })
    expect(await mails(who, 'decisions.offer-withdrawn')).toHaveLength(1)
    const accept = { viewer: who.viewer, offerId: who.offerId, name: form.name, now }
    expect(await acceptOffer(db, accept)).toEqual({ refused: 'offer-withdrawn' })
  })

  test('is declined by leaving', async () => {
    const who = await offered(db, world, { now: monday, form: somebody() })
    await withdraw(db, { viewer: who.viewer, now: who.now })
    expect((await ownOffer(db, { viewer: who.viewer, now: who.now }))?.state).toBe('declined')
  })
})

test('a hire is final: the offer is neither withdrawn nor made again', async () => {
  const who = await hired(db, world, { now: monday, form: somebody() })
  const { applicationId, now } = who
  expect(
    await withdrawOffer(db, { viewer: mirela, applicationId, reason: 'Changed our minds.', now }),
  ).toEqual({ refused: 'no-offer' })
  const form = await offerFor(db, who)
  expect(await makeOffer(db, { viewer: mirela, applicationId, form, now })).toEqual({
    refused: 'no-such-move',
  })
})
