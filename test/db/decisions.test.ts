import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import type { DecisionForm } from '#app/domain/decision.ts'
import { decide, decisionPage, undoRejection } from '#db/decisions.ts'
import { claimJob } from '#db/jobs.ts'
import { dataOf } from '#db/my-data.ts'
import { moveApplication } from '#db/pipeline.ts'
import { applications, decisions, events, jobs } from '#db/schema/index.ts'
import { statusOf } from '#db/status.ts'
import { testDb } from '#test/support/db.ts'
import { application } from '#test/world/applications.ts'
import {
  decided,
  type Finalist,
  finalist,
  interviewed,
  offerDecision,
  offered,
  received,
  rejection,
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
type Who = Pick<Finalist, 'applicationId' | 'now'>
const decides = (
  { applicationId, now }: Who,
  form: DecisionForm,
  more: { viewer?: StaffViewer; seenKey?: string; feedback?: string } = {},
) => decide(db, { viewer: mirela, applicationId, form, now, ...more })
const pageOf = ({ applicationId, now }: Who, viewer = mirela) =>
  decisionPage(db, { viewer, applicationId, now })
const rowsOf = ({ applicationId }: Pick<Finalist, 'applicationId'>) =>
  db.select().from(decisions).where(eq(decisions.applicationId, applicationId)).orderBy(decisions.createdAt)
const applicationOf = async ({ applicationId }: Pick<Finalist, 'applicationId'>) => {
  const [row] = await db.select().from(applications).where(eq(applications.id, applicationId))
  if (!row) throw new Error('no such application')
  return row
}
const rejectionMails = async ({ applicationId }: Pick<Finalist, 'applicationId'>) =>
  (await db.select().from(jobs)).filter(
    ({ payload }) =>
      payload.applicationId === applicationId && payload.template?.startsWith('decisions.rejected'),
  )

describe('a decision', () => {
  test('names a person, a reason and what lay before them', async () => {
    const named = await finalist(db, world, { now: monday })
    const { requestId } = await received(db, named)
    const { applicationId } = named
    const now = later(named.now, { days: 1 })
    await moveApplication(db, { viewer: mirela, id: applicationId, to: 'decision', now })
    const who = { applicationId, now }
    const done = await decides(who, offerDecision)
    if (!done || !('ok' in done)) throw new Error('not decided')
    const [row] = await rowsOf(who)
    expect(row).toMatchObject({
      id: done.decisionId,
      kind: 'offer',
      decidedBy: mirela.userId,
      reasonCode: 'work-shown',
      supersedesId: null,
    })
    expect(row?.seen).toMatchObject({
      stage: 'decision',
      profile: { state: 'complete' },
      references: { received: [requestId], sufficient: false },
    })
    const seen = row?.seen.profile as { dimensions: { dimension: string; t: number; grades: number }[] }
    expect(seen.dimensions.find(({ dimension }) => dimension === 'A1')).toMatchObject({ t: 3, grades: 4 })
  })

  test('sent twenty times at once is one', async () => {
    const who = await finalist(db, world, { now: monday, stage: 'decision' })
    const done = await Promise.all(Array.from({ length: 20 }, () => decides(who, rejection)))
    expect(new Set(done.map((one) => one && 'ok' in one && one.decisionId)).size).toBe(1)
    expect(await rowsOf(who)).toHaveLength(1)
    expect(await rejectionMails(who)).toHaveLength(1)
  })

  test('is a manager’s: a grader is refused, another team finds nothing', async () => {
    const who = await finalist(db, world, { now: monday, stage: 'decision' })
    expect(await decides(who, offerDecision, { viewer: viktor })).toBeNull()
    expect(await decides(who, offerDecision, { viewer: stranger })).toBeNull()
    expect(await pageOf(who, viktor)).toBeNull()
    expect(await pageOf(who, stranger)).toBeNull()
    expect(await rowsOf(who)).toEqual([])
  })

  test('is nobody’s on themselves, nor a referee’s', async () => {
    const who = await finalist(db, world, { now: monday, stage: 'references' })
    await received(db, who)
    const as = (email: string) => decides(who, rejection, { viewer: { ...mirela, email } })
    expect(await as('Arta.Kola@example.com')).toEqual({ refused: 'own-application' })
    expect(await as('ilir.basha@nordweb.example.com')).toEqual({ refused: 'decider-is-referee' })
  })

  test('for an offer waits for its stage; against somebody, for the interview that is ahead', async () => {
    const early = await finalist(db, world, { now: monday })
    expect(await decides(early, offerDecision)).toEqual({ refused: 'offer-before-decision' })
    const talking = await interviewed(db, world, { now: monday })
    expect(await decides(talking, rejection)).toEqual({ refused: 'interview-ahead' })
    const asked = await offered(db, world, { now: monday })
    expect(await decides(asked, rejection)).toEqual({ refused: 'offer-open' })
  })

  test('looks first at what came since the page was opened', async () => {
    const who = await finalist(db, world, { now: monday })
    const page = await pageOf(who)
    const seenKey = page?.evidence.key ?? ''
    await received(db, who)
    const now = later(who.now, { hours: 3 })
    const then = { ...who, now }
    expect(await decides(then, rejection, { seenKey })).toEqual({ refused: 'evidence-changed' })
    const again = await pageOf(then)
    expect(again?.evidence.key).not.toBe(seenKey)
    expect(await decides(then, rejection, { seenKey: again?.evidence.key })).toMatchObject({ ok: true })
  })

  test('asks for words where a band lies below its line, and blocks nothing else', async () => {
    const low = {
      's01-sales-page': { A1: 1, A3: 3 },
      's03-first-fifty': { A1: 1, A3: 3 },
      's17-why-support': { A1: 1 },
    } as const
    const who = await finalist(db, world, { now: monday, stage: 'decision', sheet: low })
    expect((await pageOf(who))?.attention).toBe(true)
    expect(await decides(who, offerDecision)).toEqual({
      refused: 'words-missing',
      gaps: { attentionComment: 'attention-comment' },
    })
    const said = {
      ...offerDecision,
      attentionComment: 'Curt in writing, warm in the interview; trial month.',
    }
    expect(await decides(who, said)).toMatchObject({ ok: true })
    expect((await rowsOf(who))[0]?.attentionComment).toContain('trial month')
  })

  test('without a human or a reason is refused by the database itself', async () => {
    const who = await decided(db, world, { now: monday })
    const broken = (change: ReturnType<typeof sql>) =>
      db.execute(sql`update decisions set ${change} where id = ${who.decisionId}`).then(
        () => 'written',
        () => 'refused',
      )
    expect(await broken(sql`decided_by = null`)).toBe('refused')
    expect(await broken(sql`reason = ' no good  '`)).toBe('refused')
  })
})

describe('a rejection', () => {
  test('moves at once, and its mail waits ten seconds with the feedback kept', async () => {
    const who = await finalist(db, world, { now: monday, stage: 'decision' })
    const done = await decides(who, rejection, { feedback: 'What went well\n…' })
    expect(done).toMatchObject({ ok: true, undoUntil: later(who.now, { seconds: 10 }) })
    expect((await applicationOf(who)).stage).toBe('rejected')
    const [mail, ...more] = await rejectionMails(who)
    expect(more).toEqual([])
    expect(mail).toMatchObject({
      payload: { template: 'decisions.rejected' },
      runAt: later(who.now, { seconds: 10 }),
    })
    expect((await rowsOf(who))[0]?.feedback).toBe('What went well\n…')
    expect((await applicationOf(who)).lastWordAt).toEqual(who.now)
  })

  test('tells somebody who did no assignment in other words, and owes them no feedback', async () => {
    const { id: applicationId } = await application(db, world, { now: monday })
    const who = { applicationId, now: later(monday, { days: 1 }) }
    const form = { ...rejection, wentWell: '', toWorkOn: '' }
    expect(await decides(who, form)).toMatchObject({ ok: true })
    expect((await rejectionMails(who)).map(({ payload }) => payload.template)).toEqual([
      'decisions.rejected-early',
    ])
  })

  test.each(['grading', 'references', 'decision'] as const)(
    'taken back within ten seconds leaves the application at %s and writes no mail',
    async (stage) => {
      const who = await finalist(db, world, { now: monday, stage })
      const { lastWordAt } = await applicationOf(who)
      await decides(who, rejection)
      const undo = (seconds: number) =>
        undoRejection(db, {
          viewer: mirela,
          applicationId: who.applicationId,
          reason: 'Taken back within ten seconds.',
          now: later(who.now, { seconds }),
        })
      expect(await undo(8)).toEqual({ ok: true })
      expect(await undo(9)).toEqual({ ok: true })
      expect(await applicationOf(who)).toMatchObject({ stage, lastWordAt })
      expect(await rejectionMails(who)).toEqual([])
      const [first, second, ...more] = await rowsOf(who)
      expect(more).toEqual([])
      expect(second).toMatchObject({ kind: 'reopen', reasonCode: 'undone', supersedesId: first?.id })
      const happened = await db
        .select()
        .from(events)
        .where(eq(events.subjectId, second?.id ?? ''))
      expect(happened.map(({ kind, actorId }) => [kind, actorId])).toEqual([
        ['rejection-undone', mirela.userId],
      ])
    },
  )

  test('is nowhere in what the candidate is shown before its mail may leave, nor once it was taken back', async () => {
    const who = await finalist(db, world, { now: monday, stage: 'decision' })
    const decidedAt = later(who.now, { seconds: 5 })
    const shown = async (seconds: number) => {
      const [viewer, now] = [who.viewer, later(decidedAt, { seconds })]
      return [await statusOf(db, { viewer, now }), await dataOf(db, { viewer, now })]
    }
    const before = await shown(-1)
    await decides({ ...who, now: decidedAt }, rejection)
    expect(await shown(0)).toEqual(before)
    expect(await shown(10)).toEqual(before)
    const [status, data] = await shown(11)
    expect(status).toMatchObject({ stage: 'rejected', ahead: { at: 'rejected' } })
    expect(data).toMatchObject({ application: { stage: 'rejected' }, feedback: [{ at: decidedAt }] })
    const [viewer, now] = [mirela, later(decidedAt, { seconds: 9 })]
    await undoRejection(db, {
      viewer,
      applicationId: who.applicationId,
      reason: 'Taken back within ten seconds.',
      now,
    })
    expect(await shown(12)).toEqual(before)
  })

  test('stands after ten seconds, and once its mail is on its way', async () => {
    const who = await finalist(db, world, { now: monday, stage: 'decision' })
    await decides(who, rejection)
    const undo = (seconds: number) =>
      undoRejection(db, {
        viewer: mirela,
        applicationId: who.applicationId,
        reason: 'Taken back within ten seconds.',
        now: later(who.now, { seconds }),
      })
    expect(await undo(11)).toEqual({ refused: 'undo-over' })
    await db.delete(jobs).where(sql`run_at < ${later(who.now, { seconds: 10 }).toISOString()}`)
    for (let taken = await claimJob(db, later(who.now, { seconds: 10 })); taken; ) {
      if (
        taken.payload.template === 'decisions.rejected' &&
        taken.payload.applicationId === who.applicationId
      )
        break
      taken = await claimJob(db, later(who.now, { seconds: 10 }))
    }
    expect(await undo(10)).toEqual({ refused: 'undo-over' })
    expect((await applicationOf(who)).stage).toBe('rejected')
  })

  test('is looked at again by a decision of its own, and the candidate hears of it', async () => {
    const who = await decided(db, world, { now: monday, decision: rejection })
    const now = later(who.now, { days: 2 })
    const form = { ...offerDecision, kind: 'reopen' as const, reasonCode: 'review' as const }
    expect(await decides({ ...who, now }, form)).toMatchObject({ ok: true })
    expect((await applicationOf(who)).stage).toBe('decision')
    const told = (await db.select().from(jobs)).filter(
      ({ payload }) =>
        payload.applicationId === who.applicationId && payload.template === 'decisions.reopened',
    )
    expect(told).toHaveLength(1)
  })
})

test('the page says who else stands there, and before the grades are in shows nobody by name', async () => {
  const first = await finalist(db, world, { now: monday, stage: 'decision' })
  const { vacancy } = first
  const second = await finalist(db, world, {
    now: monday,
    stage: 'decision',
    vacancy,
    form: { name: 'Besnik Leka', email: 'besnik@example.com' },
  })
  const grading = await finalist(db, world, {
    now: monday,
    stage: 'grading',
    vacancy,
    form: { name: 'Nina Orlova', email: 'nina@example.com' },
  })
  const page = await pageOf(first)
  expect(page?.others).toEqual([{ id: second.applicationId, name: 'Besnik Leka' }])
  expect((await pageOf(grading))?.others).toEqual([])
})
