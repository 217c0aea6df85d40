import { expect, test } from 'vitest'
import type { GradingDraft } from '#app/domain/grading-draft.ts'
import { inviteGrader } from '#db/grading.ts'
import { viewIdentity } from '#db/identity.ts'
import { profileOf } from '#db/profile.ts'
import { testDb } from '#test/support/db.ts'
import {
  graded,
  gradedApplication,
  handedIn,
  invitedGraders,
  openRequests,
  type Sheet,
} from '#test/world/grading.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const world = await lumo(db)
const { viktor, dorina, mirela } = world
const noon = later(monday, { hours: 4 })
const after = later(noon, { minutes: 1 })

async function setUp(email: string, graders = [viktor, dorina]) {
  const vacancy = await publishedVacancy(db, world, monday)
  await invitedGraders(db, world, vacancy.id, graders, monday)
  return { vacancy, ...(await handedIn(db, world, { vacancy, email, now: monday })) }
}
const profile = async (applicationId: string, now = after) => {
  const found = await profileOf(db, { viewer: mirela, applicationId, locale: 'en', now })
  if (!found) throw new Error('no profile')
  const of = (code: string) => found.dimensions.find(({ dimension }) => dimension === code)
  return { ...found, of }
}

const strong: Sheet = { 's03-first-fifty': { A1: 4, A3: 4, K3: 4 }, 's17-why-support': { A1: 3 } }
const stronger: Sheet = { 's03-first-fifty': { A1: 5, A3: 4, K3: 5 }, 's17-why-support': { A1: 3 } }
const verdicts: GradingDraft['verdicts'] = [
  { finding: 'f1', verdict: 'planted', defect: 'D01' },
  { finding: 'f2', verdict: 'planted', defect: 'D08' },
  { finding: 'f3', verdict: 'wrong', defect: null },
]

test('the formulas of the assessment model, through real rows', async () => {
  const { applicationId } = await setUp('golden@example.com')
  await gradedApplication(db, {
    applicationId,
    graders: [
      { who: viktor, sheet: strong },
      { who: dorina, sheet: stronger },
    ],
    now: noon,
  })
  const { of, ...found } = await profile(applicationId)
  // T = (1.5 · 4.5 + 1 · 3) / 2.5; V = (.36 + .16)(.35 + .25) + .10 / 2, since the same two graded everything.
  expect(of('A1')?.score.t).toBeCloseTo(3.9, 9)
  expect(of('A1')?.score.v).toBeCloseTo(0.362, 9)
  expect(of('A1')?.score.low).toBeCloseTo(3.9 - 1.645 * Math.sqrt(0.362), 9)
  expect(of('A1')).toMatchObject({
    grades: [4, 5, 3, 3],
    awaited: 0,
    line: 2.5,
    attention: false,
    acrossLine: false,
  })
  expect(of('A1')?.seenIn).toMatchObject([
    { scenarioKey: 's03-first-fifty', levels: [4, 5] },
    { scenarioKey: 's17-why-support', levels: [3, 3] },
  ])
  expect(of('A1')?.evidence).toMatchObject([{ level: 5, text: 'Good ', scenarioKey: 's03-first-fifty' }])
  expect(of('K1')).toMatchObject({ tested: true, score: { enough: false, scenarios: 1 }, grades: [3, 3] })
  expect(of('A5')).toMatchObject({ tested: false, score: { enough: false, scenarios: 0 }, seenIn: [] })
  expect(found).toMatchObject({
    name: 'Elira Gashi',
    state: 'complete',
    progress: { asked: 6, locked: 6 },
    nameKnown: false,
    sameGraders: 2,
    agreement: { pairs: 11, withinOne: 11, exact: 9 },
    scenarios: [{ code: 'S01' }, { code: 'S03' }, { code: 'S17' }],
  })
})

test('what was found on the page is counted from the graders’ verdicts', async () => {
  const { applicationId } = await setUp('objective@example.com')
  for (const who of [viktor, dorina])
    for (const { id, scenarioKey } of await openRequests(db, who, applicationId))
      await graded(db, {
        grader: who,
        assignmentId: id,
        levels: {},
        draft:
          scenarioKey === 's01-sales-page'
            ? {
                verdicts:
                  who === viktor
                    ? verdicts
                    : [
                        ...verdicts.slice(0, 1),
                        { finding: 'f2', verdict: 'partly', defect: null },
                        ...verdicts.slice(2),
                      ],
              }
            : {},
        now: noon,
      })
  const { objective } = await profile(applicationId)
  // 6 of 28 → R′ .306122; 2 of 3 right → O 2.585034. The stricter reading: 3 of 28 → R′ .153061, O 2.125850.
  expect(objective).toMatchObject([
    { scenarioKey: 's01-sales-page', graders: [{ foundWeight: 6, plantedWeight: 28 }, { foundWeight: 3 }] },
  ])
  expect(objective[0]?.graders.map((one) => Number(one.objective?.toFixed(6))).sort()).toEqual([
    2.12585, 2.585034,
  ])
  expect(objective[0]?.graders[0]?.order).toMatchObject({ concordant: 0, discordant: 0, tied: 1, tau: null })
})

test('before the reveal there are counts, and no grade', async () => {
  const { applicationId } = await setUp('waiting@example.com')
  expect(await profile(applicationId)).toMatchObject({ state: 'asking', progress: { asked: 6, locked: 0 } })
  await gradedApplication(db, { applicationId, graders: [{ who: viktor, sheet: strong }], now: noon })
  const { of, ...found } = await profile(applicationId)
  expect(found).toMatchObject({
    state: 'asking',
    progress: { asked: 6, locked: 3 },
    agreement: { pairs: 0 },
    objective: [],
  })
  expect(of('A1')).toMatchObject({
    grades: [],
    awaited: 4,
    score: { enough: false, grades: 0 },
    evidence: [],
  })
  expect(JSON.stringify(found)).not.toContain('"level"')
})

test('an answer whose grades are all locked is seen while others wait', async () => {
  const { applicationId } = await setUp('half@example.com')
  for (const who of [viktor, dorina]) {
    const open = (await openRequests(db, who, applicationId)).find(
      ({ scenarioKey }) => scenarioKey === 's03-first-fifty',
    )
    await graded(db, { grader: who, assignmentId: open?.id ?? '', levels: { A1: 4 }, now: noon })
  }
  const { of, state } = await profile(applicationId)
  expect(state).toBe('asking')
  expect(of('A1')).toMatchObject({ grades: [4, 4], awaited: 2, score: { enough: false, scenarios: 1 } })
})

test('a band below its line asks for a comment, and nothing more', async () => {
  const { applicationId } = await setUp('low@example.com')
  const sheet: Sheet = { 's03-first-fifty': { A1: 1 }, 's17-why-support': { A1: 1 } }
  await gradedApplication(db, {
    applicationId,
    graders: [viktor, dorina].map((who) => ({ who, sheet })),
    now: noon,
  })
  const { of } = await profile(applicationId)
  expect(of('A1')).toMatchObject({ attention: true, acrossLine: false, score: { t: 1, low: 1 } })
})

test('the profile says when somebody graded who knew the name', async () => {
  const { vacancy, applicationId } = await setUp('known@example.com', [viktor])
  await viewIdentity(db, { viewer: mirela, applicationId, now: monday })
  await inviteGrader(db, {
    viewer: mirela,
    vacancyId: vacancy.id,
    userId: mirela.userId,
    nameKnown: true,
    now: noon,
  })
  await gradedApplication(db, {
    applicationId,
    graders: [viktor, mirela].map((who) => ({ who, sheet: strong })),
    now: noon,
  })
  expect((await profile(applicationId)).nameKnown).toBe(true)
})

test('an answer that lacks a grader says so', async () => {
  const { applicationId } = await setUp('short@example.com', [viktor])
  expect((await profile(applicationId)).shortOfGraders).toBe(3)
})

test('a grader, a shift lead and another team have no profile to see', async () => {
  const { applicationId } = await setUp('foreign@example.com')
  for (const viewer of [viktor, world.agim, { ...mirela, memberships: [] }])
    expect(await profileOf(db, { viewer, applicationId, now: after })).toBeNull()
})
