import { and, eq, like } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import { refereeForm } from '#app/domain/references.ts'
import { issueLink } from '#db/links.ts'
import {
  askForReferences,
  nameReferee,
  openReference,
  ownReferences,
  readRefereeLink,
  referenceForReferee,
  referencesOf,
  refuseReference,
  releaseRequest,
  requestToRemind,
  requestToSend,
  saveReference,
  submitReference,
  verifyReferee,
  withdrawRequest,
} from '#db/references.ts'
import { applications, events, jobs, referenceRequests } from '#db/schema/index.ts'
import { withdraw } from '#db/withdrawals.ts'
import { testDb } from '#test/support/db.ts'
import {
  type Finalist,
  finalist,
  ilirsForm,
  namedReferee,
  received,
  referenced,
  sentRequest,
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

const kinds = async (applicationId: string) =>
  (await db.select().from(events).where(eq(events.applicationId, applicationId)).orderBy(events.id)).map(
    ({ kind }) => kind,
  )
const mailsTo = async ({ applicationId }: Finalist, template: string) =>
  (await db.select().from(jobs).where(eq(jobs.kind, 'mail'))).filter(
    ({ payload }) => payload.applicationId === applicationId && payload.template === template,
  )
const refereeMails = (who: Finalist) =>
  Promise.all(['references.request', 'references.reminder'].map((one) => mailsTo(who, one))).then((all) =>
    all.flat(),
  )
const statusOf = async (who: Finalist, now = who.now) =>
  (await referencesOf(db, { viewer: mirela, applicationId: who.applicationId, now }))?.references.map(
    ({ status }) => status,
  )

describe('asking the candidate', () => {
  test('is one mail with the move to that stage', async () => {
    const form = { email: 'moved@example.com' }
    const who = await finalist(db, world, { now: monday, form })
    const { applicationId, now } = who
    expect(await askForReferences(db, { viewer: mirela, applicationId, now })).toEqual({ ok: true })
    expect(await mailsTo(who, 'references.asked')).toHaveLength(1)
    expect(await mailsTo(who, 'pipeline.moved')).toEqual([])
    expect((await referencesOf(db, { viewer: mirela, applicationId, now }))?.askedAt).toEqual(
      later(monday, { hours: 5 }),
    )
  })

  test('is written down and mailed, once a day', async () => {
    const who = await finalist(db, world, { now: monday, stage: 'interview' })
    const ask = (now = who.now) =>
      askForReferences(db, { viewer: mirela, applicationId: who.applicationId, now })
    expect(await ask()).toEqual({ ok: true })
    expect(await ask(later(who.now, { hours: 3 }))).toEqual({ ok: true })
    expect(await mailsTo(who, 'references.asked')).toHaveLength(1)
    expect(await ask(later(who.now, { days: 2 }))).toEqual({ ok: true })
    expect(await mailsTo(who, 'references.asked')).toHaveLength(2)
    expect((await kinds(who.applicationId)).filter((kind) => kind === 'references-asked')).toHaveLength(2)
    const [row] = await db.select().from(applications).where(eq(applications.id, who.applicationId))
    expect(row?.lastWordAt).toEqual(later(who.now, { days: 2 }))
  })

  test('waits until the assignment is graded, and is a manager’s', async () => {
    const who = await finalist(db, world, { now: monday, stage: 'grading', form: { email: 'g@example.com' } })
    const { applicationId, now } = who
    expect(await askForReferences(db, { viewer: mirela, applicationId, now })).toEqual({
      refused: 'references-stage',
    })
    expect(await askForReferences(db, { viewer: viktor, applicationId, now })).toEqual({
      refused: 'role-too-low',
    })
    expect(await askForReferences(db, { viewer: stranger, applicationId, now })).toBeNull()
  })
})

describe('naming', () => {
  test('writes to nobody before the candidate lets the request go', async () => {
    const who = await finalist(db, world, { now: monday })
    const { requestId } = await namedReferee(db, who)
    expect(await refereeMails(who)).toEqual([])
    expect(await requestToSend(db, { requestId, now: who.now })).toBeUndefined()
    expect(await statusOf(who)).toEqual(['named'])

    const now = later(who.now, { seconds: 20 })
    expect(await releaseRequest(db, { viewer: who.viewer, requestId, now })).toEqual({ ok: true })
    expect(await releaseRequest(db, { viewer: who.viewer, requestId, now })).toEqual({ ok: true })
    const mails = await refereeMails(who)
    expect(mails.map(({ payload, runAt }) => [payload.template, runAt])).toEqual([
      ['references.request', now],
      ['references.reminder', later(now, { days: 2 })],
      ['references.reminder', later(now, { days: 4 })],
      ['references.reminder', later(now, { days: 7 })],
    ])
    const sent = await requestToSend(db, { requestId, now: later(who.now, { minutes: 1 }) })
    expect(sent?.candidate).toBe('Arta Kola')
    expect(await requestToSend(db, { requestId, now: later(who.now, { minutes: 2 }) })).toBeDefined()
    expect(await statusOf(who)).toEqual(['sent'])
    expect((await kinds(who.applicationId)).slice(-3)).toEqual([
      'reference-named',
      'reference-released',
      'reference-sent',
    ])
  })

  test('keeps the consent with its version, and refuses one’s own address and the same one twice', async () => {
    const who = await finalist(db, world, { now: monday })
    const { requestId } = await namedReferee(db, who)
    const [row] = await db.select().from(referenceRequests).where(eq(referenceRequests.id, requestId))
    expect(row).toMatchObject({ consentVersion: '2026-11-01', permissionAt: who.now, locale: 'sq' })
    const name = (email: string, other = 'Somebody') =>
      nameReferee(db, {
        viewer: who.viewer,
        now: who.now,
        form: refereeForm.parse({
          name: other,
          email,
          relation: 'peer',
          company: '',
          locale: 'en',
          permission: 'on',
        }),
      })
    expect(await name('Arta.Kola@example.com')).toEqual({ refused: 'own-address' })
    expect(await name('ilir.basha@nordweb.example.com')).toEqual({ refused: 'referee-twice' })
    expect(await name('ilir.basha@nordweb.example.com', 'Ilir Basha')).toEqual({ ok: true, id: requestId })
  })

  test('stops at five people, however many come at once', async () => {
    const who = await finalist(db, world, { now: monday })
    const made = await Promise.allSettled(
      Array.from({ length: 9 }, (_, at) => namedReferee(db, who, { email: `r${at}@example.com` })),
    )
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    expect((await ownReferences(db, { viewer: who.viewer, now: who.now }))?.left).toBe(0)
  })

  test('is not yet open to somebody whose assignment is being graded', async () => {
    const who = await finalist(db, world, { now: monday, stage: 'grading' })
    await expect(namedReferee(db, who)).rejects.toThrow('references-not-asked')
    expect(await ownReferences(db, { viewer: who.viewer, now: who.now })).toMatchObject({ open: false })
  })

  test('taken back before anybody was written to leaves no trace of the referee', async () => {
    const who = await finalist(db, world, { now: monday })
    const { requestId } = await namedReferee(db, who)
    const now = later(who.now, { minutes: 5 })
    const back = () => withdrawRequest(db, { viewer: who.viewer, requestId, now })
    expect(await back()).toEqual({ ok: true })
    expect(await back()).toBeNull()
    expect(await statusOf(who)).toEqual([])
    expect((await kinds(who.applicationId)).at(-1)).toBe('reference-removed')
  })

  test('is nobody else’s: another candidate neither releases nor withdraws it', async () => {
    const who = await finalist(db, world, { now: monday })
    const other = await finalist(db, world, { now: monday, form: { email: 'other@example.com' } })
    const { requestId } = await namedReferee(db, who)
    expect(await releaseRequest(db, { viewer: other.viewer, requestId, now: who.now })).toBeNull()
    expect(await withdrawRequest(db, { viewer: other.viewer, requestId, now: who.now })).toBeNull()
    expect(await statusOf(who)).toEqual(['named'])
  })
})

describe('a referee', () => {
  const tokenHash = (seed: string) => seed.padEnd(64, '0')
  test('comes in by the link until the request has ended', async () => {
    const who = await finalist(db, world, { now: monday })
    const sent = await sentRequest(db, who)
    const subject = { requestId: sent.requestId }
    const hash = tokenHash('a1')
    await issueLink(db, { purpose: 'referee', subject, hashOf: () => hash, now: who.now })
    const read = (now = who.now) => readRefereeLink(db, { tokenHash: hash, now })
    expect(await read()).toEqual({ ok: true, requestId: sent.requestId, locale: 'sq' })
    expect(await readRefereeLink(db, { tokenHash: tokenHash('b'), now: who.now })).toEqual({
      refused: 'link-unknown',
    })
    expect(await read(later(who.now, { days: 11 }))).toEqual({ refused: 'link-over' })
    await withdrawRequest(db, { viewer: who.viewer, requestId: sent.requestId, now: who.now })
    expect(await read()).toEqual({ refused: 'link-over' })
  })

  test('reads who asks, for what and by when, and nothing else of the candidate', async () => {
    const who = await finalist(db, world, { now: monday })
    const { viewer } = await sentRequest(db, who)
    const page = await referenceForReferee(db, { viewer, now: who.now })
    if (!page || 'refused' in page) throw new Error('closed')
    expect(page).toMatchObject({
      referee: 'Ilir Basha',
      candidate: 'Arta Kola',
      contact: { name: 'Mirela Hoxha' },
      expiresAt: later(who.now, { days: 10, seconds: 30 }),
      rev: 0,
      draft: {},
    })
    // The vacancy weighs A1 and A3 most, then A4 and K3.
    expect(page.behaviours).toEqual([
      'stays-polite',
      'keeps-calm',
      'answers-everyone',
      'keeps-promises',
      'tells-before-asked',
      'writes-clearly',
    ])
    expect(JSON.stringify(page)).not.toContain('arta.kola@example.com')
  })

  test('saves and comes back; a stale save loses nothing', async () => {
    const who = await finalist(db, world, { now: monday })
    const { viewer } = await sentRequest(db, who)
    const save = (draft: Record<string, string>, baseRev: number) =>
      saveReference(db, { viewer, draft, baseRev, now: who.now })
    expect(await save({ text: 'one' }, 0)).toEqual({ ok: true, rev: 1 })
    expect(await save({ text: 'one' }, 0)).toEqual({ ok: true, rev: 1 })
    expect(await save({ text: 'two' }, 0)).toEqual({ refused: 'stale', rev: 1, draft: { text: 'one' } })
    expect(await save({ text: 'two' }, 1)).toEqual({ ok: true, rev: 2 })
    expect(await referenceForReferee(db, { viewer, now: who.now })).toMatchObject({
      rev: 2,
      draft: { text: 'two' },
    })
    expect(await statusOf(who)).toEqual(['opened'])
  })

  test('sends once: of two at the same moment the first stays', async () => {
    const who = await finalist(db, world, { now: monday })
    const { viewer, requestId } = await sentRequest(db, who)
    const texts = ['first', 'second', 'third']
    const done = await Promise.all(
      texts.map((text) => submitReference(db, { viewer, form: ilirsForm({ text }), now: who.now })),
    )
    expect(done.filter((one) => one && 'ok' in one)).toHaveLength(1)
    expect(
      done.filter((one) => one && 'refused' in one && one.refused === 'reference-received'),
    ).toHaveLength(2)
    const kept = texts[done.findIndex((one) => one && 'ok' in one)]
    const read = await referencesOf(db, { viewer: mirela, applicationId: who.applicationId, now: who.now })
    expect(read?.references[0]?.form?.text).toBe(kept)
    expect(
      await db
        .select()
        .from(events)
        .where(and(eq(events.subjectId, requestId), eq(events.kind, 'reference-received'))),
    ).toHaveLength(1)
    expect(await saveReference(db, { viewer, draft: { text: 'late' }, baseRev: 1, now: who.now })).toEqual({
      refused: 'reference-received',
    })
    expect(await referenceForReferee(db, { viewer, now: who.now })).toEqual({ refused: 'reference-received' })
  })

  test.each([
    ['decline', 'declined'],
    ['report-wrong-person', 'wrong-person'],
  ] as const)('may %s in one step; the candidate hears only that another is needed', async (act, status) => {
    const who = await finalist(db, world, { now: monday })
    const { viewer, requestId } = await sentRequest(db, who)
    await saveReference(db, { viewer, draft: { text: 'half a' }, baseRev: 0, now: who.now })
    expect(await refuseReference(db, { viewer, act, now: who.now })).toEqual({ ok: true })
    expect(await refuseReference(db, { viewer, act, now: who.now })).toEqual({ ok: true })
    expect(await statusOf(who)).toEqual([status])
    expect(await mailsTo(who, 'references.another')).toHaveLength(1)
    const own = await ownReferences(db, { viewer: who.viewer, now: who.now })
    expect(own?.referees[0]?.status).toBe('another-needed')
    expect(JSON.stringify(own)).not.toContain(status)
    expect(await requestToRemind(db, { requestId, now: later(who.now, { days: 2 }) })).toBeUndefined()
  })

  test('is left in peace when the candidate leaves, and when ten days are over', async () => {
    const who = await finalist(db, world, { now: monday })
    const { viewer, requestId } = await sentRequest(db, who)
    expect(await requestToRemind(db, { requestId, now: later(who.now, { days: 2 }) })).toBeDefined()
    expect(await requestToRemind(db, { requestId, now: later(who.now, { days: 11 }) })).toBeUndefined()
    await withdraw(db, { viewer: who.viewer, now: who.now })
    expect(await requestToRemind(db, { requestId, now: later(who.now, { days: 2 }) })).toBeUndefined()
    expect(
      await submitReference(db, { viewer, form: ilirsForm(), now: later(who.now, { hours: 1 }) }),
    ).toEqual({
      refused: 'reference-over',
    })
    expect(await openReference(db, { viewer, now: who.now })).toEqual({ refused: 'reference-over' })
  })
})

describe('the panel', () => {
  test('weighs by relation, time and closeness, and says when it is enough', async () => {
    const who = await referenced(db, world, { now: monday })
    const { applicationId, now } = who
    const read = await referencesOf(db, { viewer: mirela, applicationId, now })
    expect(read?.references.map(({ status, form }) => [status, form?.relation])).toEqual([
      ['received', 'manager'],
      ['received', 'peer'],
      ['received', 'peer'],
    ])
    expect(read?.sufficiency).toMatchObject({ sufficient: true, received: 3 })
    const scores = new Map(read?.panel.map(({ dimension, score }) => [dimension, score]))
    expect(scores.get('A1')?.value).toBeCloseTo(5, 9)
    // Unverified: 1 × .5, .8 × .5 × .5 and .8 × .7 × .5 → .5, .2, .28.
    const score = scores.get('A1')
    expect(score && 'nEff' in score ? score.nEff : 0).toBeCloseTo(0.98 ** 2 / (0.25 + 0.04 + 0.0784), 9)
    expect(scores.get('K5')?.value).toBeUndefined()
  })

  test('counts a referee in full once a person has checked who they are, and never by themselves', async () => {
    const who = await finalist(db, world, { now: monday })
    const { requestId } = await received(db, who)
    const check = (viewer: StaffViewer) =>
      verifyReferee(db, { viewer, applicationId: who.applicationId, requestId, now: who.now })
    expect(await check(viktor)).toEqual({ refused: 'role-too-low' })
    expect(await check(stranger)).toBeNull()
    expect(await check({ ...mirela, email: 'Ilir.Basha@nordweb.example.com' })).toEqual({
      refused: 'own-reference',
    })
    expect(await check(mirela)).toEqual({ ok: true })
    expect(await check(mirela)).toEqual({ ok: true })
    const read = await referencesOf(db, { viewer: mirela, applicationId: who.applicationId, now: who.now })
    expect(read?.references[0]?.verified).toEqual({ at: who.now, by: 'Mirela Hoxha' })
    expect((await kinds(who.applicationId)).filter((kind) => kind === 'referee-verified')).toHaveLength(1)
  })

  test('points at what is unusual', async () => {
    const who = await finalist(db, world, { now: monday })
    await received(db, who, { referee: { email: 'ilir@gmail.com', relation: 'peer' } })
    const read = await referencesOf(db, { viewer: mirela, applicationId: who.applicationId, now: who.now })
    expect(read?.references[0]?.flags).toEqual(['other-relation', 'free-mail'])
  })

  test('is closed to graders and to other teams', async () => {
    const { applicationId, now } = await finalist(db, world, { now: monday })
    expect(await referencesOf(db, { viewer: viktor, applicationId, now })).toBeNull()
    expect(await referencesOf(db, { viewer: stranger, applicationId, now })).toBeNull()
  })
})

test('events of references hold ids and no names', async () => {
  const rows = await db.select().from(events).where(like(events.kind, 'reference%'))
  expect(rows.length).toBeGreaterThan(10)
  expect(JSON.stringify(rows)).not.toMatch(/Ilir|Arta|nordweb/)
})
