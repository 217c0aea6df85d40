import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { GraderFigures } from '#app/domain/grader-report.ts'
import { assumedTerms, scoringPlan } from '#app/domain/scoring-plan.ts'
import type { Vacancy } from '#app/domain/vacancy.ts'
import { workOutAgreement } from '#db/agreement.ts'
import { inviteToAssignment } from '#db/attempts.ts'
import { comparison } from '#db/comparison.ts'
import { evidenceOf } from '#db/decisions/evidence.ts'
import { profileOf } from '#db/profile.ts'
import { reportDraft } from '#db/reports.ts'
import { graderStats, gradingAssignments } from '#db/schema/index.ts'
import { planHash, planOf } from '#db/vacancies/plan.ts'
import { plansOf } from '#db/vacancies/plans.ts'
import { countingVacancies } from '#db/vacancies/public.ts'
import { editVacancy } from '#db/vacancies.ts'
import { testDb } from '#test/support/db.ts'
import { application } from '#test/world/applications.ts'
import { attemptRow, invitedAttempt } from '#test/world/attempts.ts'
import { finalist } from '#test/world/decisions.ts'
import { gradedApplication, handedIn, invitedGraders, type Sheet } from '#test/world/grading.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { eveningShift, publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const world = await lumo(db)
const { mirela, viktor, dorina } = world
const now = later(monday, { days: 2 })
const withTerms = (terms: Partial<Vacancy['terms']>) => ({ terms: { ...assumedTerms, ...terms } })

test('a plan that says no more than before keeps the hash that it always had', () => {
  const versions = {
    assignmentHash: 'a',
    rubricHash: 'r',
    handbookHash: 'h',
    scenarioHashes: { s2: '2', s1: '1' },
  }
  const hash = (...of: Parameters<typeof scoringPlan>) => planHash(versions, scoringPlan(...of))
  // SHA-256 of ["a","r","h",[["s1","1"],["s2","2"]],[["A1",2],["K1",1]],0.5,[["A1",2.5],["A5",2.5]],false]
  expect(hash({ K1: 1, A1: 2 })).toBe('9f1e1dd6dc59eaa70afb994f99d0eb831b87845c2b3ef2496aeac7ed2d61693b')
  // and the same with ,true at its end
  expect(hash({ A1: 2, K1: 1 }, 'shown')).toBe(
    'dc817560f6cb51d948978b67766c5ea65784ee8e819d4ba062ccb6f56ef2834f',
  )
  const others = (
    [
      { attitudeShare: 0.55 },
      { lines: { A1: 2.5, A5: 2.6 } },
      { severity: 'adjusted' },
      { omega: { attitude: 0.2, knowledge: 0 } },
      { omega: { attitude: 0, knowledge: 0.2 } },
    ] satisfies Partial<Vacancy['terms']>[]
  ).map((terms) => hash({ A1: 2, K1: 1 }, 'none', withTerms(terms).terms))
  expect(new Set([hash({ A1: 2, K1: 1 }), ...others]).size).toBe(6)
})

test('lines and severity change as a new plan for everybody, until an answer lies with a grader', async () => {
  const vacancy = await publishedVacancy(db, world, monday)
  const invited = await invitedAttempt(db, world, {
    vacancy,
    form: { name: 'Besa Kola', email: 'besa@example.com' },
    now: monday,
  })
  await application(db, world, {
    vacancy,
    form: { name: 'Ana Prifti', email: 'ana@example.com' },
    now: monday,
  })
  const first = await planOf(db, vacancy.id)
  const edit = (rev: number, change: Partial<Vacancy>) =>
    editVacancy(db, {
      viewer: mirela,
      id: vacancy.id,
      rev,
      vacancy: { ...eveningShift(monday), ...change },
      now,
    })

  for (const change of [
    withTerms({ attitudeShare: 0.6 }),
    withTerms({ omega: { attitude: 0.1, knowledge: 0 } }),
  ])
    expect(await edit(0, change)).toEqual({ refused: 'plan-frozen' })
  const lines = { A1: 3, A5: 2.5 }
  expect(await edit(0, withTerms({ lines, severity: 'adjusted' }))).toEqual({ ok: true, rev: 1 })

  const [second, before] = await plansOf(db, { viewer: mirela, vacancyId: vacancy.id })
  expect(second).toMatchObject({
    attempts: 1,
    frozenBy: 'Mirela Hoxha',
    changes: [
      { what: 'line', dimension: 'A1', from: 2.5, to: 3 },
      { what: 'severity', to: true },
    ],
  })
  expect(before).toMatchObject({ id: first?.id, hash: first?.hash, plan: first?.plan, attempts: 0 })
  expect(second?.hash).not.toBe(before?.hash)
  expect((await attemptRow(db, invited.attemptId))?.scoringPlanId).toBe(second?.id)
  // What changes nothing of the plan makes none.
  expect(await edit(1, { ...withTerms({ lines, severity: 'adjusted' }), payMax: 990 })).toEqual({
    ok: true,
    rev: 2,
  })
  expect(await plansOf(db, { viewer: mirela, vacancyId: vacancy.id })).toHaveLength(2)

  await invitedGraders(db, world, vacancy.id, [viktor, dorina], monday)
  await handedIn(db, world, { vacancy, now: monday })
  expect(await edit(2, withTerms({ severity: 'adjusted' }))).toEqual({ refused: 'grading-began' })
  expect(await edit(2, { ...withTerms({ lines, severity: 'adjusted' }), payMax: 995 })).toEqual({
    ok: true,
    rev: 3,
  })
  expect(await plansOf(db, { viewer: mirela, vacancyId: vacancy.id })).toHaveLength(2)
})

test('whoever is invited while the plan changes is judged by the new one', async () => {
  for (const round of [1, 2, 3]) {
    const vacancy = await publishedVacancy(db, world, monday)
    const form = { name: 'Ana Prifti', email: `ana${round}@race.example` }
    const { id: applicationId } = await application(db, world, { vacancy, form, now: monday })
    const terms = withTerms({ severity: 'adjusted' })
    const [edited, invited] = await Promise.all([
      editVacancy(db, {
        viewer: mirela,
        id: vacancy.id,
        rev: 0,
        vacancy: { ...eveningShift(monday), ...terms },
        now,
      }),
      inviteToAssignment(db, { viewer: mirela, applicationId, now }),
    ])
    expect([edited, invited]).toMatchObject([{ ok: true }, { ok: true }])
    const [newest] = await plansOf(db, { viewer: mirela, vacancyId: vacancy.id })
    expect(newest).toMatchObject({ attempts: 1, plan: { severityAdjusted: true } })
  }
})

test('a third grade is asked for near the line that the plan says', async () => {
  const sheet: Sheet = { 's03-first-fifty': { A1: 4 }, 's17-why-support': { A1: 4 } }
  const third = async (terms: Partial<Vacancy['terms']>) => {
    const vacancy = await publishedVacancy(db, world, monday, { vacancy: withTerms(terms) })
    await invitedGraders(db, world, vacancy.id, [viktor, dorina, world.agim], monday)
    const { applicationId } = await handedIn(db, world, { vacancy, now: monday })
    const graders = [viktor, dorina, world.agim].map((who) => ({ who, sheet }))
    await gradedApplication(db, { applicationId, graders, now: later(monday, { hours: 4 }) })
    const asked = await db
      .select({ reason: gradingAssignments.reason })
      .from(gradingAssignments)
      .where(and(eq(gradingAssignments.applicationId, applicationId), eq(gradingAssignments.ordinal, 3)))
    return asked.map(({ reason }) => reason)
  }
  expect(await third({})).toEqual([])
  expect(await third({ lines: { A1: 3.8, A5: 2.5 } })).toEqual(['near-line', 'near-line'])
})

test('severity and what was counted stand in profile, comparison, decision and report alike, the grades beside', async () => {
  const terms = withTerms({ severity: 'adjusted', omega: { attitude: 0, knowledge: 0.4 } })
  const vacancy = await publishedVacancy(db, world, monday, { vacancy: terms })
  const sheets: Record<string, Sheet> = {
    Teuta: { 's03-first-fifty': { A1: 5 }, 's17-why-support': { A1: 5 } },
    Jonah: { 's03-first-fifty': { A1: 4 }, 's17-why-support': { A1: 4 } },
  }
  for (const [name, sheet] of Object.entries(sheets)) {
    const form = { name, email: `${name}@planned.example`.toLowerCase() }
    await finalist(db, world, { now: monday, vacancy, sheet, stage: 'decision', form })
  }
  const look = async () => {
    const found = await comparison(db, {
      viewer: mirela,
      vacancyId: vacancy.id,
      chosen: [],
      order: 'A1',
      now,
    })
    if (!found) throw new Error('nothing to compare')
    return found
  }
  const profile = async () => {
    const id = (await look()).people.find(({ name }) => name === 'Teuta')?.id ?? ''
    const found = await profileOf(db, { viewer: mirela, applicationId: id, now })
    if (!found) throw new Error('no profile')
    const of = (code: string) => found.dimensions.find(({ dimension }) => dimension === code)
    return { id, found, A1: of('A1'), K1: of('K1'), K4: of('K4') }
  }
  // Nothing has been worked out: the grades count as given, and it is said why.
  const raw = await profile()
  expect(raw.found.counting).toEqual({
    severity: { applies: false, reason: 'few-ratings' },
    omega: { knowledge: 0.4 },
  })
  expect(raw.A1).toMatchObject({ score: { t: 5 }, parts: null })

  await workOutAgreement(db, { vacancyId: vacancy.id, now })
  const rows = await db.select().from(graderStats).where(eq(graderStats.vacancyId, vacancy.id))
  // Both gave the same levels, 22 each: nothing to take off. As if one gave .4 more than the other:
  expect(rows.map(({ figures }) => [figures.severity.n, figures.severity.shrunk])).toEqual([
    [22, 0],
    [22, 0],
  ])
  const severe = (row: (typeof rows)[number], shrunk: number): GraderFigures => ({
    ...row.figures,
    severity: { delta: shrunk, shrunk, n: 22 },
  })
  for (const row of rows)
    await db
      .update(graderStats)
      .set({ figures: severe(row, row.graderId === viktor.userId ? 0.4 : 0) })
      .where(and(eq(graderStats.vacancyId, vacancy.id), eq(graderStats.graderId, row.graderId)))

  const { id, found, A1, K1, K4 } = await profile()
  const hash = rows[0]?.inputsHash
  expect(found.counting.severity).toEqual({ applies: true, hash, at: now })
  // A1: 5 less the mean of .4 and 0 in both answers.
  expect(A1?.score.t).toBeCloseTo(4.8, 9)
  expect(A1?.parts).toMatchObject({ raw: { t: 5 }, adjusted: A1?.score.t })
  expect(A1?.grades).toEqual([5, 5, 5, 5])
  // K1 and K4: 3 less .2, and O = 2 (no planted weight found, every claim right): .6 x 2.8 + .4 x 2.
  for (const one of [K1, K4]) {
    expect(one?.score.t).toBeCloseTo(2.48, 9)
    expect(one?.parts?.objective).toEqual({ omega: 0.4, mark: 2 })
    expect(one?.parts?.raw.t).toBe(3)
  }

  const compared = await look()
  expect(compared.counting).toEqual(found.counting)
  const at = compared.people.findIndex((person) => person.id === id)
  for (const { dimension, cells } of compared.rows) {
    const own = found.dimensions.find((one) => one.dimension === dimension)
    expect(cells[at]?.score).toEqual(own?.score)
    expect(cells[at]?.parts).toEqual(own?.parts)
  }
  const evidence = await evidenceOf(db, { viewer: mirela, applicationId: id, now })
  expect(evidence?.seen.profile).toMatchObject({ severity: hash })
  expect(evidence?.seen.profile.dimensions.find(({ dimension }) => dimension === 'A1')).toMatchObject({
    t: 4.8,
    raw: 5,
  })
  const report = await reportDraft(db, { viewer: mirela, applicationId: id, now })
  expect(report?.dimensions.find(({ dimension }) => dimension === 'A1')?.word).toBe('clearly-above')
  // The same inputs, the same bytes.
  const bytes = async () => JSON.stringify([await look(), (await profile()).found])
  expect(await bytes()).toBe(await bytes())
  expect(await plansOf(db, { viewer: mirela, vacancyId: vacancy.id })).toHaveLength(1)
})

test('the notice lists the open vacancies in which what is counted has a share, and no others', async () => {
  const slugs = async () => (await countingVacancies(db, now)).map(({ slug }) => slug)
  const before = await slugs()
  const plain = await publishedVacancy(db, world, monday)
  const attitude = await publishedVacancy(db, world, monday, {
    vacancy: withTerms({ omega: { attitude: 0.05, knowledge: 0 } }),
  })
  const over = await publishedVacancy(db, world, monday, {
    vacancy: { ...withTerms({ omega: { attitude: 0, knowledge: 0.4 } }), closesOn: '2026-11-05' },
  })
  const found = await slugs()
  expect(found.filter((slug) => !before.includes(slug)).sort()).toEqual([attitude.slug, over.slug].sort())
  expect(found).not.toContain(plain.slug)
  expect((await countingVacancies(db, later(now, { days: 3 }))).map(({ slug }) => slug)).not.toContain(
    over.slug,
  )
})
