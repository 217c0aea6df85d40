import { and, eq, isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import { type Dimension, dimensions } from '#app/domain/dimensions.ts'
import { type Locale, locales } from '#app/domain/locale.ts'
import { sampleAnchors, seedOf } from '#app/domain/scenario/anchor-answers.ts'
import {
  addAnchor,
  anchorForExpert,
  anchorStates,
  anchorsIn,
  bindingIn,
  calibrationStep,
  gradedCases,
  nameExpert,
  ownRuns,
  rateAnchor,
  rateAsExpert,
  retireAnchor,
  standingsOf,
  startCalibration,
  teaching,
} from '#db/calibration.ts'
import { gradersOf, inviteGrader } from '#db/grading.ts'
import {
  anchorAnswers,
  answers,
  calibrationRatings,
  calibrationRuns,
  expertRatings,
  gradingAssignments,
} from '#db/schema/index.ts'
import { testLibrary } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { graded, handedIn, invitedGraders, openRequests } from '#test/world/grading.ts'
import { passes, ratedAnchors } from '#test/world/hidden-anchors.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const world = await lumo(db)
const { viktor, dorina, tomasz, agim, mirela } = world
const cases = gradedCases(testLibrary())
const locale = 'en' as const
const start = (viewer: StaffViewer, now = monday) =>
  startCalibration(db, { viewer, locale, cases, rubricHash: 'r', now })

/** Goes through a run; `given` says what is given where a level is known. */
async function through(viewer: StaffViewer, given: (known: number) => number, now = monday) {
  const begun = await start(viewer, now)
  if (!begun || 'refused' in begun) throw new Error(JSON.stringify(begun))
  const known = await anchorsIn(db, { cases, locale })
  for (let step = await calibrationStep(db, { viewer }); step; step = await calibrationStep(db, { viewer })) {
    const anchor = known.find(({ key }) => key === step?.anchor.key)
    const levels = Object.fromEntries(
      Object.entries(anchor?.grades ?? {}).map(([dimension, grade]) => [dimension, given(grade.level)]),
    )
    const rated = await rateAnchor(db, { viewer, anchorId: step.anchor.id, levels, now })
    if (!rated || 'refused' in rated) throw new Error(JSON.stringify(rated))
  }
  return begun.runId
}
const exactly = (known: number) => known

test('no answer of the lesson is an anchor, and together its cases show every criterion', async () => {
  const lesson = teaching(cases)
  const taught = lesson.flatMap((one) => sampleAnchors(one, locale)).map(({ body }) => JSON.stringify(body))
  const anchors = await anchorsIn(db, { cases, locale })
  expect(taught.length).toBeGreaterThan(8)
  expect(anchors.filter(({ body }) => taught.includes(JSON.stringify(body)))).toEqual([])
  const shown = new Set(lesson.flatMap(({ dimensions }) => dimensions))
  expect(new Set(cases.flatMap(({ dimensions }) => dimensions))).toEqual(shown)
  for (const one of ['en', 'ru', 'sq'] as const)
    expect((await anchorsIn(db, { cases, locale: one })).length).toBeGreaterThanOrEqual(16)
})

test.each(locales)(
  'every criterion has eight answers in %s, two of them weak, and low, middle and high',
  async (one) => {
    const anchors = await anchorsIn(db, { cases, locale: one })
    const thin = dimensions.flatMap((of) => {
      const levels = anchors.flatMap(({ grades }) => grades[of]?.level ?? [])
      const low = levels.filter((level) => level <= 2).length
      const middle = levels.filter((level) => level === 3).length
      const enough = levels.length >= 8 && low >= 2 && middle >= 1 && levels.length > low + middle
      return enough ? [] : [`${of}: ${levels.sort().join(' ')}`]
    })
    expect(thin).toEqual([])
  },
)

test('a run is blind until an answer is rated, asks nothing twice, and ends in its figures', async () => {
  const begun = await start(viktor)
  expect(await start(viktor)).toEqual(begun)
  const step = await calibrationStep(db, { viewer: viktor })
  expect(step?.given).toBeNull()
  expect(await calibrationStep(db, { viewer: viktor, anchorId: step?.anchor.id ?? '' })).toBeNull()
  const anchorId = step?.anchor.id ?? ''
  const rate = { viewer: viktor, anchorId, now: monday }
  expect(await rateAnchor(db, { ...rate, levels: {} })).toEqual({ refused: 'level-missing' })
  expect(await rateAnchor(db, { ...rate, viewer: dorina, levels: {} })).toBeNull()
  const levels = Object.fromEntries(
    Object.entries(step?.anchor.grades ?? {}).map(([of, grade]) => [of, grade.level]),
  )
  expect(await rateAnchor(db, { ...rate, levels })).toMatchObject({ ok: true })
  expect(await rateAnchor(db, { ...rate, levels })).toEqual({ refused: 'already-rated' })
  const fed = await calibrationStep(db, { viewer: viktor, anchorId })
  expect(fed?.given?.every(({ why }) => why.length > 0)).toBe(true)
  expect(await calibrationStep(db, { viewer: dorina, anchorId })).toBeNull()
  const runId = await through(viktor, exactly)
  const [run] = await db.select().from(calibrationRuns).where(eq(calibrationRuns.id, runId))
  expect(run?.outcome?.n).toBeGreaterThanOrEqual(24)
  expect(run).toMatchObject({ advisory: true, passed: true })
  expect(run?.validUntil).toEqual(later(monday, { days: 90 }))
})

test('a second try brings new answers, and when all are seen there is none', async () => {
  const first = await through(dorina, () => 3)
  const second = await through(dorina, exactly, later(monday, { days: 1 }))
  const rows = await db.select().from(calibrationRuns).where(eq(calibrationRuns.graderId, dorina.userId))
  const [one, other] = [first, second].map((id) => rows.find((row) => row.id === id)?.anchorIds ?? [])
  expect(one?.filter((id) => other?.includes(id))).toEqual([])
  expect(rows.map(({ passed }) => passed).sort()).toEqual([false, true])
  let tries = 2
  for (let more = await start(dorina); more && 'ok' in more; more = await start(dorina)) {
    await through(dorina, exactly)
    tries += 1
    if (tries > 9) throw new Error('runs never end')
  }
  expect(await start(dorina)).toEqual({ refused: 'anchors-used-up' })
  // What was seen is forgotten when the pass that it served has run out.
  expect(await start(dorina, later(monday, { days: 92 }))).toMatchObject({ ok: true })
  expect((await ownRuns(db, dorina)).open).toBe(true)
})

const rateAll = (key: string, dimensions: readonly Dimension[], level: number, viewer: StaffViewer) =>
  rateAsExpert(db, {
    viewer,
    key,
    cases,
    ratings: Object.fromEntries(dimensions.map((of) => [of, { level, why: 'because' }])),
    now: monday,
  })

test('experts rate blind and once; managers name them; three who agree replace the draft', async () => {
  const [anchor] = await anchorsIn(db, { cases, locale })
  if (!anchor) throw new Error('no anchors')
  expect(await anchorForExpert(db, { viewer: viktor, key: anchor.key, cases })).toBeNull()
  expect(await rateAll(anchor.key, anchor.dimensions, 4, viktor)).toBeNull()
  const name = (userId: string, viewer = mirela) =>
    nameExpert(db, { viewer, userId, named: true, now: monday })
  expect(await name(viktor.userId, viktor)).toEqual({ refused: 'role-too-low' })
  expect(await name('00000000-0000-7000-8000-000000000000')).toBeNull()
  for (const one of [viktor, tomasz, agim]) expect(await name(one.userId)).toEqual({ ok: true })
  expect(await rateAll(anchor.key, [], 4, viktor)).toEqual({ refused: 'level-missing' })
  expect(await rateAll(anchor.key, anchor.dimensions, 4, viktor)).toEqual({ ok: true })
  expect(await rateAll(anchor.key, anchor.dimensions, 2, viktor)).toEqual({ refused: 'already-rated' })
  const seen = await anchorForExpert(db, { viewer: tomasz, key: anchor.key, cases })
  expect(seen?.own).toEqual([])
  await rateAll(anchor.key, anchor.dimensions, 4, tomasz)
  await rateAll(anchor.key, anchor.dimensions, 5, agim)
  const state = (await anchorStates(db, { viewer: mirela, cases, locale })).anchors.find(
    ({ key }) => key === anchor.key,
  )
  expect(state).toMatchObject({ experts: 3, state: 'rated', own: false })
  expect(await bindingIn(db, locale)).toEqual([])
})

test('an answer of the installation’s own has no levels but the experts’, and can be taken out', async () => {
  const scenarioKey = cases[0]?.key ?? ''
  const add = { viewer: mirela, scenarioKey, locale, draw: 'own1', cases, now: monday }
  expect(await addAnchor(db, { ...add, texts: ['short'] })).toEqual({ refused: 'anchor-empty' })
  const text = 'Dear customer, I have looked at it and will write by six.'
  expect(await addAnchor(db, { ...add, texts: [text] })).toEqual({ ok: true })
  expect(await addAnchor(db, { ...add, draw: 'own2', texts: [text] })).toEqual({ refused: 'anchor-known' })
  expect(await addAnchor(db, { ...add, viewer: viktor, texts: [text] })).toEqual({ refused: 'role-too-low' })
  const own = (await anchorsIn(db, { cases, locale })).find(({ source }) => source === 'own')
  expect(own?.grades).toEqual({})
  expect(own && seedOf('own', own.body)).toBe('own1')
  expect(await retireAnchor(db, { viewer: mirela, key: own?.key ?? '', now: monday })).toEqual({ ok: true })
  expect((await anchorsIn(db, { cases, locale })).some(({ source }) => source === 'own')).toBe(false)
})

test('eight rated answers of a case bind its criteria, in their language, and a pass by the authors’ draft opens nothing', async () => {
  await db.delete(calibrationRatings)
  await db.delete(calibrationRuns)
  await ratedAnchors(db, world, { scenario: 's04-a-friend-asks', now: monday })
  expect(await bindingIn(db, locale)).toEqual(['A1', 'A5', 'K5'])
  expect(await bindingIn(db, 'ru')).toEqual([])
  await passes(db, [viktor], monday, { locale: 'ru' })
  await passes(db, [dorina], monday, { advisory: true })
  await passes(db, [agim], monday, { criteria: ['A1', 'A3', 'K3'] })
  const vacancy = await publishedVacancy(db, world, monday)
  const graders = [viktor, dorina, agim]
  await invitedGraders(db, world, vacancy.id, graders, monday)
  await inviteGrader(db, {
    viewer: mirela,
    vacancyId: vacancy.id,
    userId: agim.userId,
    nameKnown: true,
    now: monday,
  })
  const { applicationId } = await handedIn(db, world, { vacancy, now: monday })
  const given = async (who: StaffViewer) =>
    (await openRequests(db, who, applicationId)).map(({ scenarioKey }) => scenarioKey)
  // S01 shows none of them and is graded by whom it falls to; S03 and S17 show A1.
  const shown = ['s03-first-fifty', 's17-why-support']
  expect(await given(agim)).toEqual(expect.arrayContaining(shown))
  for (const who of [viktor, dorina])
    expect((await given(who)).filter((key) => shown.includes(key))).toEqual([])
  const all = (await Promise.all(graders.map(given))).flat()
  expect(all.filter((key) => key === 's01-sales-page')).toHaveLength(2)

  const rows = (await gradersOf(db, { viewer: mirela, vacancyId: vacancy.id, now: monday }))?.graders
  const lacking = (who: StaffViewer) => {
    const row = rows?.find(({ userId }) => userId === who.userId)
    return [row?.barred, row?.calibration.standing, row?.calibration.lacking]
  }
  // Of the three only A1 is graded here.
  expect(lacking(viktor)).toEqual(['calibration', 'never', ['A1']])
  expect(lacking(dorina)).toEqual(['calibration', 'never', ['A1']])
  expect(lacking(agim)).toEqual([null, 'passed', []])
  const standing = async (who: StaffViewer, of: Locale) => {
    const input = { graders: [who.userId], locale: of, binds: await bindingIn(db, of), now: monday }
    const found = (await standingsOf(db, input)).get(who.userId)
    return [found?.standing, found?.advisory, found?.lacking]
  }
  expect(await standing(agim, 'en')).toEqual(['passed', false, ['A5', 'K5']])
  expect(await standing(agim, 'ru')).toEqual(['never', true, []])
  expect(await standing(viktor, 'ru')).toEqual(['passed', false, []])
  await db.update(anchorAnswers).set({ retiredAt: monday })
})

test('a pass speaks for what its run asked, and a run asks for all that binds', async () => {
  await db.delete(calibrationRatings)
  await db.delete(calibrationRuns)
  await ratedAnchors(db, world, { now: monday })
  await ratedAnchors(db, world, { scenario: 's04-a-friend-asks', now: monday })
  const binds = await bindingIn(db, locale)
  expect(binds).toEqual(['A1', 'A3', 'A5', 'K3', 'K5'])
  const words = await db.select().from(expertRatings)
  const begun = await start(viktor)
  expect(begun).toMatchObject({ ok: true })
  for (
    let step = await calibrationStep(db, { viewer: viktor });
    step;
    step = await calibrationStep(db, { viewer: viktor })
  ) {
    const { id, dimensions: of } = step.anchor
    const known = words.find(({ anchorId }) => anchorId === id)?.level ?? 0
    const levels = Object.fromEntries(of.map((one) => [one, known]))
    expect(await rateAnchor(db, { viewer: viktor, anchorId: id, levels, now: monday })).toMatchObject({
      ok: true,
    })
  }
  const input = { graders: [viktor.userId, dorina.userId], locale, now: monday }
  const standings = await standingsOf(db, { ...input, binds })
  expect(standings.get(viktor.userId)).toMatchObject({ standing: 'passed', advisory: false, lacking: [] })
  expect(standings.get(dorina.userId)).toMatchObject({ standing: 'never', lacking: binds })
  // Where another criterion comes to bind later, that pass does not speak for it.
  const more = await standingsOf(db, { ...input, binds: [...binds, 'K4'] })
  expect(more.get(viktor.userId)).toMatchObject({ standing: 'passed', lacking: ['K4'] })
  await db.update(anchorAnswers).set({ retiredAt: monday })
})

test('a binding pass that ran out before a lock asks a third', async () => {
  await db.delete(calibrationRatings)
  await db.delete(calibrationRuns)
  await ratedAnchors(db, world, { now: monday })
  await passes(db, [dorina], monday, { days: 2 })
  await passes(db, [viktor], monday)
  const vacancy = await publishedVacancy(db, world, monday)
  await invitedGraders(db, world, vacancy.id, [viktor, dorina, tomasz], monday)
  const { applicationId, attemptId } = await handedIn(db, world, { vacancy, now: monday })
  expect(await openRequests(db, tomasz, applicationId)).toEqual([])
  expect(await openRequests(db, viktor, applicationId)).toHaveLength(3)
  await passes(db, [tomasz], monday)
  const third = later(monday, { days: 3 })
  const own = async (who: StaffViewer) => (await openRequests(db, who, applicationId))[0]?.id ?? ''
  await graded(db, { grader: viktor, assignmentId: await own(viktor), levels: {}, now: third })
  const asked = () =>
    db
      .select({ reason: gradingAssignments.reason, graderId: gradingAssignments.graderId })
      .from(gradingAssignments)
      .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
      .where(
        and(
          eq(answers.attemptId, attemptId),
          eq(gradingAssignments.ordinal, 3),
          isNull(gradingAssignments.voidedAt),
        ),
      )
  await graded(db, { grader: dorina, assignmentId: await own(dorina), levels: {}, now: third })
  expect(await asked()).toEqual([{ reason: 'calibration', graderId: tomasz.userId }])
  const input = {
    graders: [dorina.userId, agim.userId],
    locale,
    binds: await bindingIn(db, locale),
    now: third,
  }
  const standings = await standingsOf(db, input)
  expect(standings.get(dorina.userId)?.standing).toBe('lapsed')
  expect(standings.get(agim.userId)?.standing).toBe('never')
})
