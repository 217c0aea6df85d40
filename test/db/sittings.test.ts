import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { saveAnswer } from '#db/answers.ts'
import { closeAttempt, submitAttempt } from '#db/attempt-end.ts'
import { chooseExtraTime, creditTime, extendTime } from '#db/attempt-time.ts'
import { assignmentOf } from '#db/attempt-view.ts'
import { applications, scenarioVersions, scoringPlans } from '#db/schema/index.ts'
import { endSitting, startAttempt, startSitting } from '#db/sittings.ts'
import { testDb } from '#test/support/db.ts'
import { answerRow, attemptRow, invitedAttempt, startedAttempt } from '#test/world/attempts.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const world = await lumo(db)
const vacancy = await publishedVacancy(db, world, monday)

/** The vacancy's assignment once more, its last part in a sitting of its own. */
const [plan] = await db.select().from(scoringPlans).where(eq(scoringPlans.vacancyId, vacancy.id))
const [kept] = await db
  .select()
  .from(scenarioVersions)
  .where(eq(scenarioVersions.hash, plan?.assignmentHash ?? ''))
if (!plan || !kept) throw new Error('no plan')
const divided = structuredClone(kept.content) as { sections: { sitting: number; minutes: number }[] }
const last = divided.sections.at(-1)
if (last) last.sitting = 2
await db.insert(scenarioVersions).values({ ...kept, hash: 'two-sittings', content: divided })
await db.update(scoringPlans).set({ assignmentHash: 'two-sittings' }).where(eq(scoringPlans.id, plan.id))

let people = 0
const someone = () => {
  people += 1
  return { vacancy, now: monday, form: { name: `Person ${people}`, email: `person${people}@example.com` } }
}
const at = (minutes: number) => later(monday, { minutes })
const text = (body: string) => ({ answers: { customer: body } })
const save = (
  viewer: Parameters<typeof saveAnswer>[1]['viewer'],
  answerId: string,
  body: unknown,
  now: Date,
) => saveAnswer(db, { viewer, answerId, saveId: randomUUID(), baseRev: 0, body, now })

const stageOf = async (id: string) =>
  (await db.select({ stage: applications.stage }).from(applications).where(eq(applications.id, id)))[0]?.stage

describe('a sitting', () => {
  test('has its own clock: 40 minutes, then a rest, then 12', async () => {
    const { attemptId, viewer } = await startedAttempt(db, world, someone())
    expect((await attemptRow(db, attemptId)).deadlineAt).toEqual(at(40))
    expect(await endSitting(db, { viewer, sitting: 1, now: at(25) })).toEqual({ ok: true })
    expect(await endSitting(db, { viewer, sitting: 1, now: at(26) })).toEqual({ ok: true })
    const resting = await attemptRow(db, attemptId)
    expect(resting).toMatchObject({ deadlineAt: null, restingSince: at(25), sitting: 1 })
    const twice = await Promise.all(
      [1, 2, 3].map(() => startSitting(db, { viewer, sitting: 2, now: at(600) })),
    )
    expect(twice).toEqual([{ ok: true }, { ok: true }, { ok: true }])
    expect(await attemptRow(db, attemptId)).toMatchObject({
      deadlineAt: at(612),
      restingSince: null,
      sitting: 2,
    })
    expect(await endSitting(db, { viewer, sitting: 2, now: at(605) })).toEqual({ refused: 'last-sitting' })
    expect(await submitAttempt(db, { viewer, now: at(610) })).toMatchObject({ ok: true, as: 'submitted' })
  })

  test('keeps what was asked for before the start, each time, and starts its extensions anew', async () => {
    const { attemptId, viewer } = await invitedAttempt(db, world, someone())
    await chooseExtraTime(db, { viewer, extra: 'plus-50', secondLanguage: false, now: monday })
    await startAttempt(db, { viewer, now: monday })
    expect((await attemptRow(db, attemptId)).deadlineAt).toEqual(at(60))
    await extendTime(db, { viewer, after: 0, now: at(10) })
    expect(await attemptRow(db, attemptId)).toMatchObject({ deadlineAt: at(66), extensions: 1 })
    await endSitting(db, { viewer, sitting: 1, now: at(30) })
    await startSitting(db, { viewer, sitting: 2, now: at(100) })
    expect(await attemptRow(db, attemptId)).toMatchObject({ deadlineAt: at(118), extensions: 0 })
  })

  test('takes nothing for another one: what arrives is kept and does not count', async () => {
    const { viewer, answers } = await startedAttempt(db, world, someone())
    const [first, , third] = answers
    expect(await save(viewer, third?.id ?? '', text('too early'), at(5))).toEqual({ refused: 'sitting-over' })
    await endSitting(db, { viewer, sitting: 1, now: at(20) })
    const review = { findings: [], test: 'too late' }
    expect(await save(viewer, first?.id ?? '', review, at(21))).toEqual({ refused: 'sitting-over' })
    await startSitting(db, { viewer, sitting: 2, now: at(30) })
    expect(await save(viewer, first?.id ?? '', review, at(31))).toEqual({ refused: 'sitting-over' })
    expect((await answerRow(db, first?.id ?? '')).rev).toBe(0)
    const [kept] = await db.execute(
      sql`select count(*)::int as kept from answer_revisions where branch and answer_id in (${first?.id}, ${third?.id})`,
    )
    expect(kept).toEqual({ kept: 3 })
  })

  test('whose time runs out is a rest and not the end', async () => {
    const { attemptId, applicationId, viewer, answers } = await startedAttempt(db, world, someone())
    expect(await closeAttempt(db, { attemptId, now: at(41) })).toBe('not-yet')
    expect(await attemptRow(db, attemptId)).toMatchObject({ restingSince: at(40), status: 'started' })
    expect(await stageOf(applicationId)).toBe('assignment')
    expect(await extendTime(db, { viewer, after: 0, now: at(42) })).toEqual({ refused: 'time-over' })
    await startSitting(db, { viewer, sitting: 2, now: at(60) })
    expect(await closeAttempt(db, { attemptId, now: at(61) })).toBe('not-yet')
    expect(await closeAttempt(db, { attemptId, now: at(73) })).toBe('closed')
    expect(await attemptRow(db, attemptId)).toMatchObject({ status: 'expired', finishedAt: at(72) })
    expect(await stageOf(applicationId)).toBe('grading')
    expect(answers).toHaveLength(3)
  })

  test('is a rest for the page as soon as its grace has passed, before any job has run', async () => {
    const { viewer } = await startedAttempt(db, world, someone())
    const seen = await assignmentOf(db, { viewer, locale: 'en', now: at(41) })
    expect(seen).toMatchObject({ status: 'started', resting: true, sitting: 1, sittings: 2 })
    expect(await startSitting(db, { viewer, sitting: 2, now: at(41) })).toEqual({ ok: true })
  })

  test('that nobody starts until the invitation ends closes the attempt with what there is', async () => {
    const { attemptId, applicationId, viewer } = await startedAttempt(db, world, someone())
    await endSitting(db, { viewer, sitting: 1, now: at(20) })
    const { openUntil } = await attemptRow(db, attemptId)
    const after = later(openUntil, { minutes: 1 })
    expect(await startSitting(db, { viewer, sitting: 2, now: after })).toEqual({ refused: 'time-over' })
    expect(await closeAttempt(db, { attemptId, now: after })).toBe('closed')
    expect(await attemptRow(db, attemptId)).toMatchObject({ status: 'expired', finishedAt: openUntil })
    expect(await stageOf(applicationId)).toBe('grading')
  })

  test('begun on the last day of the invitation leaves three days for the next', async () => {
    const { attemptId, viewer } = await invitedAttempt(db, world, someone())
    const { openUntil } = await attemptRow(db, attemptId)
    const late = later(openUntil, { minutes: -5 })
    await startAttempt(db, { viewer, now: late })
    await endSitting(db, { viewer, sitting: 1, now: late })
    expect((await attemptRow(db, attemptId)).openUntil).toEqual(later(late, { days: 3 }))
  })

  test('shares ten minutes of lost connection with the others', async () => {
    const { attemptId, viewer } = await startedAttempt(db, world, someone())
    await creditTime(db, { viewer, awaySeconds: 500, typedSeconds: 0, now: at(20) })
    await endSitting(db, { viewer, sitting: 1, now: at(21) })
    await startSitting(db, { viewer, sitting: 2, now: at(30) })
    await creditTime(db, { viewer, awaySeconds: 500, typedSeconds: 0, now: at(40) })
    const { creditedSeconds, creditedEarlier } = await attemptRow(db, attemptId)
    expect(creditedEarlier).toBe(485)
    expect(creditedEarlier + creditedSeconds).toBe(600)
  })

  test('is handed in only with the last one', async () => {
    const { viewer } = await startedAttempt(db, world, someone())
    expect(await submitAttempt(db, { viewer, now: at(10) })).toEqual({ refused: 'more-sittings' })
    await endSitting(db, { viewer, sitting: 1, now: at(11) })
    expect(await submitAttempt(db, { viewer, now: at(12) })).toEqual({ refused: 'more-sittings' })
  })
})
