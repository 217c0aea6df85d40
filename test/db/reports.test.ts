import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import { reportForm } from '#app/domain/report.ts'
import { decide, undoRejection } from '#db/decisions.ts'
import { gradingComplete } from '#db/grading.ts'
import { dataOf } from '#db/my-data.ts'
import { ownReport, releaseReport, reportDraft, reportsOwed } from '#db/reports.ts'
import {
  answerReview,
  askReview,
  ownReviews,
  reviewForStaff,
  reviewState,
  reviewsWaiting,
} from '#db/reviews.ts'
import {
  applications,
  attempts,
  candidateReports,
  events,
  gradingAssignments,
  jobs,
} from '#db/schema/index.ts'
import { testDb } from '#test/support/db.ts'
import { colleague } from '#test/world/colleague.ts'
import { type Finalist, finalist, offered, rejection } from '#test/world/decisions.ts'
import { invitedGraders, openRequests, type Sheet } from '#test/world/grading.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'

const { db } = await testDb()
const world = await lumo(db)
const drita = await colleague(db, world)
const { mirela, viktor, tomasz } = world
const ghost = '0190a000-0000-7000-8000-00000000dddd'

let people = 0
const somebody = () => {
  people += 1
  return { name: `Person Number${people}`, email: `r${people}@example.com` }
}
/** A1 and A3 in S03 and S17; A4 and K3 in S01 too. */
const sheet: Sheet = {
  's01-sales-page': { A4: 2, K3: 3 },
  's03-first-fifty': { A1: 5, A3: 3, K3: 3 },
  's17-why-support': { A1: 4, A3: 3, A4: 2 },
}
const form = reportForm.parse({ strength1: 'One.', strength2: 'Two.', step1: 'Three.', step2: ' Four. ' })

/** Rejected by Mirela; its mail has left. */
async function rejected(): Promise<Finalist> {
  const who = await finalist(db, world, { now: monday, stage: 'decision', sheet, form: somebody() })
  const done = await decide(db, { ...who, viewer: mirela, form: rejection, feedback: 'Well done.' })
  if (!done || 'refused' in done) throw new Error(`not rejected: ${JSON.stringify(done)}`)
  return { ...who, now: later(who.now, { minutes: 1 }) }
}
const release = ({ applicationId, now }: Finalist, viewer = mirela, change = {}) =>
  releaseReport(db, { viewer, applicationId, form: { ...form, ...change }, now })
const mailsTo = async (applicationId: string) =>
  (await db.select({ payload: jobs.payload }).from(jobs)).flatMap(({ payload }) =>
    payload.applicationId === applicationId && payload.template?.startsWith('reports.')
      ? [payload.template]
      : [],
  )

describe('the report', () => {
  test('is drafted by rule from revealed grades', async () => {
    const { applicationId, now } = await rejected()
    const draft = await reportDraft(db, { viewer: mirela, applicationId, now })
    // The same two graded everything, so each V has .05 more. A1: T 4.6, V .362 → 3.61 to 5; A4: T 2, V .35 → 1.03 to 2.97.
    expect(draft).toMatchObject({
      candidateLocale: 'sq',
      asking: false,
      judged: 4,
      refused: null,
      released: null,
      advice: {
        strengths: [
          { dimension: 'A1', level: 'strong' },
          { dimension: 'K3', level: 'solid' },
        ],
        steps: [
          { dimension: 'A4', level: 'low' },
          { dimension: 'A3', level: 'solid' },
        ],
      },
    })
    expect(
      Object.fromEntries(draft?.dimensions.map(({ dimension, word }) => [dimension, word]) ?? []),
    ).toEqual({
      A1: 'clearly-above',
      A3: 'as-asked',
      A4: 'clearly-below',
      K1: 'not-enough',
      K2: 'not-enough',
      K3: 'as-asked',
      K4: 'not-enough',
    })
    expect(draft?.scenarios).toHaveLength(3)
    expect(Object.keys(draft?.scenarios[0] ?? {}).sort()).toEqual(['en', 'ru', 'sq'])
    expect(await reportDraft(db, { viewer: mirela, applicationId, now })).toEqual(draft)
  })

  test('is released once by a person, told by mail, kept as it was, and part of the candidate’s data', async () => {
    const who = await rejected()
    const { applicationId, viewer, now } = who
    expect(await ownReport(db, { viewer })).toBeNull()
    expect(await release(who)).toEqual({ ok: true })
    expect(await release(who)).toEqual({ ok: true })
    const rows = await db
      .select()
      .from(candidateReports)
      .where(eq(candidateReports.applicationId, applicationId))
    expect(rows).toMatchObject([{ algorithm: 'report-1', releasedBy: mirela.userId, releasedAt: now }])
    expect(await mailsTo(applicationId)).toEqual(['reports.released'])
    const own = await ownReport(db, { viewer })
    expect(own?.content).toMatchObject({
      locale: 'sq',
      strengths: ['One.', 'Two.'],
      steps: ['Three.', 'Four.'],
      nameKnown: false,
    })
    expect((await dataOf(db, { viewer, now }))?.reports).toEqual([{ report: own?.content, releasedAt: now }])
    const [word] = await db.select().from(applications).where(eq(applications.id, applicationId))
    expect(word?.lastWordAt).toEqual(now)
    const told = await db.select().from(events).where(eq(events.kind, 'report-released'))
    expect(told.filter((event) => event.applicationId === applicationId)).toHaveLength(1)
    // Said otherwise an hour later, it is a new one, and the last counts.
    const anew = { ...who, now: later(now, { hours: 1 }) }
    expect(await release(anew, mirela, { strength1: 'Better.' })).toEqual({ ok: true })
    expect((await ownReport(db, { viewer }))?.content.strengths).toEqual(['Better.', 'Two.'])
  })

  test('never comes before the decision, nor while a rejection can be taken back', async () => {
    const who = await finalist(db, world, { now: monday, stage: 'decision', sheet, form: somebody() })
    const { applicationId, viewer, now } = who
    expect(await release(who)).toEqual({ refused: 'report-before-decision' })
    await decide(db, { ...who, viewer: mirela, form: rejection, feedback: 'x' })
    const soon = later(now, { seconds: 5 })
    expect(await release({ ...who, now: soon })).toEqual({ refused: 'rejection-undoable' })
    await undoRejection(db, { viewer: mirela, applicationId, reason: 'Taken back.', now: soon })
    expect(await release({ ...who, now: later(now, { minutes: 1 }) })).toEqual({
      refused: 'report-before-decision',
    })
    expect(await ownReport(db, { viewer })).toBeNull()
  })

  test('is owed from the moment it may be released until it is, to whoever decides in the team', async () => {
    const who = await finalist(db, world, { now: monday, stage: 'decision', sheet, form: somebody() })
    const { applicationId, now } = who
    const owed = async (at: Date, viewer: StaffViewer = mirela) =>
      (await reportsOwed(db, { viewer, now: at })).some((one) => one.applicationId === applicationId)
    expect(await owed(now)).toBe(false)
    await decide(db, { ...who, viewer: mirela, form: rejection, feedback: 'x' })
    expect(await owed(later(now, { seconds: 5 }))).toBe(false)
    const then = later(now, { minutes: 1 })
    expect(await owed(then)).toBe(true)
    expect(await owed(then, viktor)).toBe(false)
    const elsewhere = [{ teamId: ghost, role: 'owner' as const }]
    expect(await owed(then, { ...mirela, memberships: elsewhere })).toBe(false)
    expect(await release({ ...who, now: then })).toEqual({ ok: true })
    expect(await owed(then)).toBe(false)
    // Who was not tested is owed nothing; who is offered the job is owed it, too.
    const [first, second] = [await rejected(), await rejected()]
    await db
      .update(attempts)
      .set({ status: 'invited' })
      .where(eq(attempts.applicationId, second.applicationId))
    const ids = (await reportsOwed(db, { viewer: mirela, now: later(second.now, { hours: 1 }) })).map(
      (one) => one.applicationId,
    )
    expect(ids).toContain(first.applicationId)
    expect(ids).not.toContain(second.applicationId)
    const offer = await offered(db, world, { now: monday, form: somebody() })
    expect(await reportsOwed(db, { viewer: mirela, now: later(offer.now, { hours: 1 }) })).toContainEqual(
      expect.objectContaining({ applicationId: offer.applicationId }),
    )
  })

  test('comes to whoever is offered the job, too', async () => {
    const who = await offered(db, world, { now: monday, sheet, form: somebody() })
    expect(await release(who)).toEqual({ ok: true })
  })

  test('asks for the words that are owed, and is nobody’s but the managers’', async () => {
    const who = await rejected()
    expect(await release(who, mirela, { step2: '  ' })).toEqual({
      refused: 'words-missing',
      gaps: { step2: 'required' },
    })
    expect(await release(who, viktor)).toBeNull()
    expect(await release(who, { ...mirela, memberships: [] })).toBeNull()
    expect(await release({ ...who, applicationId: ghost })).toBeNull()
  })
})

describe('a request for review', () => {
  const ask = ({ viewer, now }: Finalist, text = 'Look at my second answer again, please.') =>
    askReview(db, { viewer, text, now })
  const openOf = async (applicationId: string) => {
    const rows = await db.query.reviewRequests.findMany()
    return rows.find((row) => row.applicationId === applicationId && row.answeredAt === null)?.id ?? ''
  }
  const answer = (requestId: string, viewer: typeof mirela, now: Date, change = {}) =>
    answerReview(db, {
      viewer,
      requestId,
      form: { outcome: 'stands', answer: 'I have read all three answers.', further: [], ...change },
      now,
    })

  test('is made after a decision, once, with a day promised', async () => {
    const before = await finalist(db, world, { now: monday, stage: 'decision', form: somebody() })
    expect(await ask(before)).toEqual({ refused: 'nothing-to-review' })
    expect(await reviewState(db, before)).toBe('none')
    const who = await rejected()
    const { viewer, now, applicationId } = who
    expect(await reviewState(db, who)).toBe('may')
    const asked = await Promise.all(Array.from({ length: 5 }, () => ask(who)))
    expect(asked.filter((one) => one && 'ok' in one)).toHaveLength(1)
    expect(await ownReviews(db, { viewer, now })).toMatchObject({
      may: false,
      refused: 'review-open',
      requests: [{ dueAt: later(now, { days: 14 }), answeredAt: null, answer: '' }],
    })
    expect(await mailsTo(applicationId)).toEqual(['reports.review-received'])
    expect((await dataOf(db, { viewer, now }))?.reviews).toMatchObject([{ outcome: null }])
  })

  test('is not answered by the one who decided', async () => {
    const who = await rejected()
    await ask(who)
    const requestId = await openOf(who.applicationId)
    const [mine, hers] = [await reviewsWaiting(db, mirela), await reviewsWaiting(db, drita)]
    expect(hers).toBeGreaterThan(mine)
    const page = (viewer: typeof mirela) =>
      reviewForStaff(db, { viewer, requestId, locale: 'en', now: who.now })
    expect(await page(mirela)).toMatchObject({ refused: 'own-decision' })
    expect(await page(drita)).toMatchObject({ refused: null })
    expect(await page(viktor)).toBeNull()
    expect(await answer(requestId, mirela, who.now)).toEqual({ refused: 'own-decision' })
    expect(await answer(requestId, viktor, who.now)).toEqual({ refused: 'role-too-low' })
    expect(await answer(ghost, drita, who.now)).toBeNull()
    expect(await answer(requestId, drita, who.now)).toEqual({ ok: true, further: 0 })
    expect(await answer(requestId, drita, who.now)).toEqual({ refused: 'review-over' })
    const own = await ownReviews(db, who)
    expect(own).toMatchObject({
      may: false,
      refused: 'review-answered',
      requests: [{ outcome: 'stands', answer: 'I have read all three answers.' }],
    })
    expect(JSON.stringify(own)).not.toContain('Drita')
    expect(await reviewsWaiting(db, drita)).toBe(hers - 1)
  })

  test('may lead to a new decision and one more grade, each by a person', async () => {
    const who = await rejected()
    const { applicationId, now } = who
    await invitedGraders(db, world, who.vacancy.id, [tomasz], now)
    await ask(who)
    const requestId = await openOf(applicationId)
    const read = await reviewForStaff(db, { viewer: drita, requestId, locale: 'en', now })
    expect(read?.answers).toHaveLength(3)
    const further = read?.answers.slice(0, 1).map(({ id }) => id) ?? []
    // Where a further grade cannot be asked for, nothing of the answer is kept either.
    const torn = answer(requestId, drita, now, { outcome: 'reopened', further: [...further, 'no answer'] })
    await expect(torn).rejects.toThrow()
    expect(await openRequests(db, tomasz, applicationId)).toEqual([])
    expect(await openOf(applicationId)).toBe(requestId)
    const done = await answer(requestId, drita, now, { outcome: 'reopened', further })
    expect(done).toEqual({ ok: true, further: 1 })
    const [row] = await db.select().from(applications).where(eq(applications.id, applicationId))
    expect(row?.stage).toBe('decision')
    expect(await gradingComplete(db, { applicationId, now })).toBe(false)
    const [request] = await openRequests(db, tomasz, applicationId)
    const [asked] = await db
      .select()
      .from(gradingAssignments)
      .where(eq(gradingAssignments.id, request?.id ?? ''))
    expect(asked).toMatchObject({ reason: 'complaint', ordinal: 3, askedBy: drita.userId })
    expect(await mailsTo(applicationId)).toEqual(['reports.review-received', 'reports.review-answered'])
    // The person who reopened it may decide anew; the reason is the answer.
    const kinds = await db.query.decisions.findMany()
    expect(kinds.filter((one) => one.applicationId === applicationId)).toMatchObject([
      { kind: 'reject', decidedBy: mirela.userId },
      {
        kind: 'reopen',
        decidedBy: drita.userId,
        reasonCode: 'review',
        reason: 'I have read all three answers.',
      },
    ])
  })

  test('after an offer can stand, and reopen nothing', async () => {
    const who = await offered(db, world, { now: monday, sheet, form: somebody() })
    expect(await ask(who)).toEqual({ ok: true })
    const requestId = await openOf(who.applicationId)
    expect(await answer(requestId, drita, who.now, { outcome: 'reopened' })).toEqual({
      refused: 'no-such-reopening',
    })
    expect(await answer(requestId, drita, who.now)).toEqual({ ok: true, further: 0 })
  })
})
