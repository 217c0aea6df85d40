import { randomUUID } from 'node:crypto'
import { and, count, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import type { Dimension } from '#app/domain/dimensions.ts'
import { seedOf } from '#app/domain/scenario/anchor-answers.ts'
import { draw } from '#app/domain/scenario/draw.ts'
import { rowsOfVacancy } from '#db/agreement/rows.ts'
import { workOutAgreement } from '#db/agreement.ts'
import {
  calibrationStep,
  gradedCases,
  liveOfVacancy,
  ownLive,
  retireAnchor,
  standingsOf,
  startCalibration,
  toldAnchor,
} from '#db/calibration.ts'
import { placeAnchors } from '#db/grading/hidden/place.ts'
import {
  amendGrade,
  answerForGrader,
  declareKnownPerson,
  declareVacancyConflict,
  giveToOthers,
  gradersOf,
  gradingComplete,
  gradingQueue,
  lockGrades,
  mailOfDue,
  openAnswer,
  placeOnDesk,
  queue,
  remindGraders,
  saveGrades,
  setGradingLanguages,
  settleAnswer,
  undoLock,
} from '#db/grading.ts'
import { deskOf } from '#db/pipeline.ts'
import {
  anchorAnswers,
  applications,
  expertRatings,
  graderConflicts,
  grades,
  gradingAssignments,
  hiddenAnchors,
  jobs,
  users,
  vacancies,
} from '#db/schema/index.ts'
import { disableStaff } from '#db/staff/accounts.ts'
import { testLibrary } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { draftWith, graded, handedIn, invitedGraders, openRequests } from '#test/world/grading.ts'
import { hiddenFor, passes, ratedAnchors } from '#test/world/hidden-anchors.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
// Read before the first test's time runs.
const cases = gradedCases(testLibrary())
const world = await lumo(db)
const { viktor, dorina, mirela, teamId } = world
const noon = later(monday, { hours: 4 })
const reply = ['A1', 'A3', 'K3'] as const
let people = 0

// With its vacancy an anchor goes as well.
afterEach(async () => {
  await db.delete(vacancies)
  expect(await db.select().from(hiddenAnchors)).toEqual([])
})

async function handIn(vacancy: { id: string; slug: string }) {
  people += 1
  return handedIn(db, world, { vacancy, email: `candidate${people}@example.com`, now: monday })
}
/** Three candidates, three answers each, on both desks. */
async function setUp() {
  const vacancy = await publishedVacancy(db, world, monday)
  await invitedGraders(db, world, vacancy.id, [viktor, dorina], monday)
  const made = [await handIn(vacancy), await handIn(vacancy), await handIn(vacancy)]
  return { vacancy, applicationIds: made.map(({ applicationId }) => applicationId) }
}
async function withAnchor() {
  const made = await setUp()
  const [own] = (await hiddenFor(db, viktor)).filter(({ vacancyId }) => vacancyId === made.vacancy.id)
  if (!own) throw new Error('no anchor was laid')
  return { ...made, own, id: own.id }
}
const lockOf = (
  viewer: StaffViewer,
  assignmentId: string,
  levels: Parameters<typeof draftWith>[1],
  now = noon,
) =>
  answerForGrader(db, { viewer, assignmentId, now }).then((answer) => ({
    viewer,
    assignmentId,
    saveId: randomUUID(),
    baseRev: answer?.rev ?? 0,
    draft: draftWith(reply, levels),
    now,
  }))
async function gradeAll(who: StaffViewer, applicationIds: readonly string[], now = noon) {
  for (const applicationId of applicationIds)
    for (const { id } of await openRequests(db, who, applicationId))
      await graded(db, { grader: who, assignmentId: id, levels: {}, now })
}

test('none is laid while fewer than eight anchors have the experts’ word', async () => {
  await passes(db, [viktor, dorina], monday)
  const seven = await ratedAnchors(db, world, { many: 7, now: monday })
  const { vacancy } = await setUp()
  expect(await db.select().from(hiddenAnchors)).toEqual([])
  await db.delete(expertRatings)
  await db.delete(anchorAnswers).where(inArray(anchorAnswers.id, seven))
  await ratedAnchors(db, world, { many: 8, now: monday })
  // The next that hands in brings what is due.
  await handIn(vacancy)
  expect(await hiddenFor(db, viktor)).toHaveLength(1)
  expect(await hiddenFor(db, dorina)).toHaveLength(1)
})

test('among nine answers lies one anchor, the same for the same grader and vacancy, and it counts on the desk alone', async () => {
  const { vacancy, own } = await withAnchor()
  const rows = await queue(db, { viewer: viktor })
  expect(rows).toHaveLength(10)
  expect(rows.at(-1)?.id).not.toBe(own.id)
  expect(rows.map(({ scenarioKey, code }) => `${scenarioKey} ${code}`)).toEqual(
    rows.map(({ scenarioKey, code }) => `${scenarioKey} ${code}`).sort(),
  )
  const row = rows.find(({ id }) => id === own.id)
  const beside = rows.filter(({ scenarioKey, id }) => scenarioKey === own.scenarioKey && id !== own.id)
  expect(beside.map(({ scenarioHash }) => scenarioHash)).toContain(row?.scenarioHash)
  expect(beside.map(({ dueAt }) => dueAt)).toContainEqual(row?.dueAt)
  expect(await deskOf(db, viktor, noon)).toMatchObject({ open: 10 })
  const whole = await gradingQueue(db, { viewer: viktor, locale: 'en', now: noon })
  expect(whole).toMatchObject({ left: 10, more: 0 })
  const cut = await gradingQueue(db, { viewer: viktor, locale: 'en', now: noon, most: 4 })
  expect(cut).toMatchObject({ left: 10, more: 6 })
  expect(cut.scenarios.reduce((sum, { count }) => sum + count, 0)).toBe(4)
  // What is not shown takes its time as well.
  expect(cut.forecast?.minutes ?? 0).toBeGreaterThan((whole.forecast?.minutes ?? 0) / 2)
  // Step by step through the whole desk and back.
  const walked: string[] = []
  for (let at = rows[0]; at && !walked.includes(at.id); ) {
    walked.push(at.id)
    const { next, done, total } = await placeOnDesk(db, { viewer: viktor, assignmentId: at.id, now: noon })
    expect({ done, total }).toEqual({ done: 0, total: 10 })
    at = rows.find(({ id }) => id === next)
  }
  expect(walked).toEqual(rows.map(({ id }) => id))
  const place = rows.findIndex(({ id }) => id === own.id)
  const after = rows[place + 1]
  if (!after) throw new Error('nothing comes after it')
  expect((await placeOnDesk(db, { viewer: viktor, assignmentId: after.id, now: noon })).previous).toBe(own.id)
  // Its case has names and figures of its own, as every candidate's has: those that it was written for.
  const [written] = await db.select().from(anchorAnswers).where(eq(anchorAnswers.id, own.anchorId))
  const shown = await answerForGrader(db, { viewer: viktor, assignmentId: own.id, now: noon })
  const content = testLibrary().scenario(own.scenarioKey)?.content
  const seed = seedOf('own', written?.body ?? { kind: 'words', words: [] })
  expect(seed).toMatch(/^own\d$/)
  expect(shown?.case.drawn).toEqual(content && draw(content, seed))
  const dueOn = own.dueAt.toISOString().slice(0, 10)
  expect(await mailOfDue(db, { graderId: viktor.userId, teamId, dueOn })).toMatchObject({ count: 10 })

  const found = await gradersOf(db, { viewer: mirela, vacancyId: vacancy.id, now: noon })
  const manager = found?.graders.find(({ userId }) => userId === viktor.userId)
  expect(manager).toMatchObject({ asked: 9, locked: 0, load: { left: 9 } })

  await db.delete(hiddenAnchors).where(eq(hiddenAnchors.vacancyId, vacancy.id))
  const again = { graders: [viktor.userId], vacancyId: vacancy.id, locale: 'en' as const, now: noon }
  await placeAnchors(db as never, again)
  const [second, third] = (await hiddenFor(db, viktor)).filter(({ vacancyId }) => vacancyId === vacancy.id)
  expect(third).toBeUndefined()
  expect(second).toMatchObject({ code: own.code, anchorId: own.anchorId, body: own.body, dueAt: own.dueAt })
  await placeAnchors(db as never, again)
  expect((await hiddenFor(db, viktor)).filter(({ vacancyId }) => vacancyId === vacancy.id)).toHaveLength(1)
})

test('saved, locked, undone, amended like any answer; measured is what was locked first', async () => {
  const { id, own } = await withAnchor()
  const desk = () => answerForGrader(db, { viewer: viktor, assignmentId: id, now: noon })
  const save = (baseRev: number, saveId = randomUUID(), level: 3 | 4 = 4) =>
    saveGrades(db, {
      viewer: viktor,
      assignmentId: id,
      saveId,
      baseRev,
      draft: draftWith(reply, { A1: level }),
      now: noon,
    })
  expect(await openAnswer(db, { viewer: viktor, assignmentId: id, now: noon })).toBe(true)
  expect(await openAnswer(db, { viewer: dorina, assignmentId: id, now: noon })).toBe(false)
  const saveId = randomUUID()
  expect(await save(0, saveId)).toMatchObject({ ok: true, rev: 1 })
  expect(await save(0, saveId)).toMatchObject({ ok: true, rev: 1 })
  expect(await save(0, randomUUID(), 3)).toMatchObject({ refused: 'stale', server: { rev: 1 } })
  const kept = await db.select().from(hiddenAnchors).where(eq(hiddenAnchors.id, id))
  expect(kept[0]?.kept).toHaveLength(1)

  const empty = { ...(await lockOf(viktor, id, {})), draft: draftWith([], {}) }
  expect(await lockGrades(db, empty)).toMatchObject({ refused: 'grade-missing' })
  const lock = await lockOf(viktor, id, { A1: 5, K3: 'ne' })
  const locked = await lockGrades(db, lock)
  expect(locked).toMatchObject({ ok: true, rev: 2 })
  expect(await lockGrades(db, lock)).toEqual(locked)
  expect((await desk())?.state).toBe('undoable')
  expect(await undoLock(db, { viewer: viktor, assignmentId: id, now: noon })).toEqual({ ok: true })
  expect((await desk())?.state).toBe('open')
  const [undone] = await db.select().from(hiddenAnchors).where(eq(hiddenAnchors.id, id))
  expect(undone?.measured).toBeNull()

  await lockGrades(db, await lockOf(viktor, id, { A1: 5, K3: 'ne' }))
  const minute = later(noon, { minutes: 1 })
  const state = async (now: Date) =>
    (await answerForGrader(db, { viewer: viktor, assignmentId: id, now }))?.state
  expect(await state(minute)).toBe('locked')
  expect(await undoLock(db, { viewer: viktor, assignmentId: id, now: minute })).toEqual({
    refused: 'undo-over',
  })
  const better = draftWith(reply, { A1: 4, K3: 4 }).grades
  const amend = { viewer: viktor, assignmentId: id, grades: better, now: minute }
  expect(await amendGrade(db, { ...amend, reason: ' ' })).toEqual({ refused: 'reason-missing' })
  expect(await amendGrade(db, { ...amend, reason: 'read again' })).toEqual({
    ok: true,
    changed: ['A1', 'K3'],
  })
  expect((await desk())?.draft.grades.find(({ dimension }) => dimension === 'A1')?.level).toBe(4)
  const level = own.reference.A1 ?? 0
  const [row] = await db.select().from(hiddenAnchors).where(eq(hiddenAnchors.id, id))
  expect(row?.measured).toEqual([
    { dimension: 'A1', level: 5, reference: level },
    { dimension: 'A3', level: 3, reference: level },
    { dimension: 'K3', level: null, reference: level },
  ])
})

test('it is told when nothing of the vacancy lies open, and no figure of the vacancy has ever seen it', async () => {
  const { id, own, vacancy, applicationIds } = await withAnchor()
  await lockGrades(db, await lockOf(viktor, id, { A1: 4 }))
  const before = await db.select({ found: count() }).from(grades)
  await settleAnswer(db, { assignmentId: id, now: later(noon, { seconds: 10 }) })
  const told = async () =>
    (await ownLive(db, viktor)).anchors.find((one) => one.id === id)?.measured.map(({ level }) => level)
  expect(await told()).toBeUndefined()
  expect(await toldAnchor(db, { viewer: viktor, id })).toBeNull()
  expect((await liveOfVacancy(db, vacancy.id)).get(viktor.userId)).toBeUndefined()
  expect(await db.select({ found: count() }).from(grades)).toEqual(before)

  await gradeAll(viktor, applicationIds)
  expect(await told()).toEqual([4, 3, 3])
  expect(await toldAnchor(db, { viewer: dorina, id })).toBeNull()
  const full = await toldAnchor(db, { viewer: viktor, id })
  expect(full).toMatchObject({ code: own.code, scenarioKey: own.scenarioKey })
  expect(full?.given[0]?.why).toHaveLength(3)
  expect((await liveOfVacancy(db, vacancy.id)).get(viktor.userId)).toMatchObject({ answers: 1, n: 3 })
  const gone = { viewer: viktor, assignmentId: id, now: later(noon, { minutes: 5 }) }
  expect(await answerForGrader(db, gone)).toBeNull()
  expect(await amendGrade(db, { ...gone, grades: [], reason: 'late' })).toBeNull()
  expect((await queue(db, { viewer: viktor })).some((row) => row.id === id)).toBe(false)

  // Dorina's lies unopened between hers; with the last of them it is gone, and nobody misses it.
  await gradeAll(dorina, applicationIds)
  expect(await queue(db, { viewer: dorina })).toEqual([])
  const later1 = later(noon, { minutes: 5 })
  const { rows, requests } = await rowsOfVacancy(db, { vacancyId: vacancy.id, now: later1 })
  expect(requests).toHaveLength(18)
  expect(new Set(rows.map(({ code }) => code)).size).toBe(9)
  expect(rows.some(({ code }) => code === own.code)).toBe(false)
  await workOutAgreement(db, { vacancyId: vacancy.id, now: later1 })
  for (const applicationId of applicationIds)
    expect(await gradingComplete(db, { applicationId, now: later1 })).toBe(true)
})

test('a desk given away, “I know this person”, another language, a conflict and a closed account take it along', async () => {
  const { vacancy } = await withAnchor()
  const vacancyId = vacancy.id
  const open = async (who: StaffViewer) => (await hiddenFor(db, who)).filter(({ lockedAt }) => !lockedAt)
  const lay = async (who: StaffViewer) => {
    await placeAnchors(db as never, { graders: [who.userId], vacancyId, locale: 'en', now: noon })
    const [one] = await open(who)
    return one?.id ?? ''
  }
  const given = await giveToOthers(db, { viewer: mirela, vacancyId, graderId: viktor.userId, now: noon })
  expect(given).toEqual({ ok: true, given: 0, waiting: 9 })
  expect(await open(viktor)).toEqual([])
  expect(await open(dorina)).toHaveLength(1)

  const known = { viewer: viktor, assignmentId: await lay(viktor), now: noon }
  expect(await declareKnownPerson(db, { ...known, viewer: dorina })).toBeNull()
  expect(await declareKnownPerson(db, known)).toMatchObject({ ok: true })
  expect(await answerForGrader(db, known)).toBeNull()
  expect(await queue(db, { viewer: viktor })).toHaveLength(9)

  await setGradingLanguages(db, { viewer: dorina, languages: ['sq'], now: noon })
  expect(await open(dorina)).toEqual([])
  await lay(viktor)
  await declareVacancyConflict(db, { viewer: viktor, vacancyId, now: noon })
  expect(await open(viktor)).toEqual([])
  await db.update(users).set({ gradesIn: null })
  await db.delete(graderConflicts)

  await withAnchor()
  await disableStaff(db, { viewer: mirela, userId: viktor.userId, now: noon })
  expect(await open(viktor)).toEqual([])
  await db.update(users).set({ disabledAt: null })
})

test('where the last candidate is gone it is gone too, unless it was begun; what was locked is told within the hour', async () => {
  const { id, vacancy, applicationIds } = await withAnchor()
  const leave = (stage: 'withdrawn' | 'assignment') =>
    db.update(applications).set({ stage }).where(eq(applications.vacancyId, vacancy.id))
  const look = { viewer: viktor, assignmentId: id, now: noon }
  const [real] = await openRequests(db, viktor, applicationIds[0] ?? '')
  const written = (assignmentId: string) => ({
    ...{ viewer: viktor, assignmentId, saveId: randomUUID(), baseRev: 0, now: noon },
    draft: draftWith(reply, {}),
  })
  await leave('withdrawn')
  expect(await answerForGrader(db, look)).toBeNull()
  // What is written all the same is kept, of an anchor as of an answer.
  for (const one of [real?.id ?? '', id]) {
    expect(await saveGrades(db, written(one))).toEqual({ refused: 'answer-gone' })
    expect(await lockGrades(db, written(one))).toEqual({ refused: 'answer-gone' })
    expect(await saveGrades(db, { ...written(one), viewer: dorina })).toBeNull()
  }
  const [laid] = await db.select().from(hiddenAnchors).where(eq(hiddenAnchors.id, id))
  expect(laid).toMatchObject({ rev: 0, openedAt: null, kept: [{}, {}] })
  await leave('assignment')
  await lockGrades(db, await lockOf(viktor, id, {}))
  await leave('withdrawn')
  expect((await answerForGrader(db, look))?.state).toBe('undoable')
  await remindGraders(db, { now: later(noon, { minutes: 30 }) })
  expect((await ownLive(db, viktor)).anchors.map((one) => one.id)).toEqual([id])
})

test('a run never brings what lies on the desk, and an anchor taken out of use leaves the desks unread', async () => {
  const { own, vacancy } = await withAnchor()
  await db.delete(gradingAssignments)
  expect(own.openedAt).toBeNull()
  await startCalibration(db, { viewer: viktor, locale: 'en', cases, rubricHash: 'r', now: noon })
  const step = await calibrationStep(db, { viewer: viktor })
  expect(step?.anchor.id).not.toBe(own.anchorId)
  const [anchor] = await db.select().from(anchorAnswers).where(eq(anchorAnswers.id, own.anchorId))
  await retireAnchor(db, { viewer: mirela, key: anchor?.key ?? '', now: noon })
  const left = (await hiddenFor(db, viktor)).filter(({ vacancyId }) => vacancyId === vacancy.id)
  expect(left).toEqual([])
  await db.update(anchorAnswers).set({ retiredAt: null })
})

test('ten of them too far off end the pass: the queue goes to others, the manager is told, a new pass begins anew', async () => {
  const { own, id, vacancy, applicationIds } = await withAnchor()
  const far = (['A1', 'A3', 'K3'] as Dimension[]).map((dimension) => ({ dimension, level: 1, reference: 4 }))
  for (let n = 1; n <= 9; n++)
    await db.insert(hiddenAnchors).values({
      ...own,
      id: randomUUID(),
      code: `C-P${n}`,
      openedAt: monday,
      lockedAt: later(monday, { minutes: n }),
      measured: far,
      toldAt: later(monday, { hours: 1 }),
    })
  const standing = async (now: Date) =>
    (await standingsOf(db, { graders: [viktor.userId], locale: 'en', binds: [...reply], now })).get(
      viktor.userId,
    )
  const held = (await openRequests(db, viktor, applicationIds[0] ?? '')).length
  expect(held).toBe(3)
  await db.delete(jobs).where(eq(jobs.kind, 'mail'))
  await lockGrades(db, await lockOf(viktor, id, { A1: 1, A3: 1, K3: 1 }))
  const then = later(noon, { seconds: 10 })
  expect((await standing(then))?.standing).toBe('passed')
  await settleAnswer(db, { assignmentId: id, now: then })
  await settleAnswer(db, { assignmentId: id, now: then })
  expect(await standing(then)).toMatchObject({ standing: 'lapsed', endedEarly: true, validUntil: then })
  const mails = await db.select().from(jobs).where(eq(jobs.kind, 'mail'))
  expect(mails.map(({ payload }) => payload)).toEqual([
    { template: 'grading.paused', graderId: viktor.userId, vacancyId: vacancy.id },
  ])
  const found = await gradersOf(db, { viewer: mirela, vacancyId: vacancy.id, now: then })
  expect(found?.graders.find(({ userId }) => userId === viktor.userId)).toMatchObject({
    barred: 'calibration',
    calibration: { lacking: ['A1', 'A3', 'K3'] },
  })

  // Dorina alone is left to take it, and has them already: what nobody can take stays.
  expect(await openRequests(db, viktor, applicationIds[0] ?? '')).toHaveLength(3)
  const day = later(noon, { days: 1 })
  await passes(db, [viktor], day)
  await settleAnswer(db, { assignmentId: id, now: later(day, { minutes: 1 }) })
  expect((await standing(later(day, { minutes: 1 })))?.standing).toBe('passed')
  const voided = and(isNotNull(hiddenAnchors.voidedAt), isNull(hiddenAnchors.lockedAt))
  expect(await db.select().from(hiddenAnchors).where(voided)).toEqual([])
})
