import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import { agreementOf, refreshAgreement, workOutAgreement } from '#db/agreement.ts'
import { disagreementsOf } from '#db/disagreements.ts'
import { inviteGrader } from '#db/grading.ts'
import { askAgain, askModeration, moderate } from '#db/moderations.ts'
import { profileOf } from '#db/profile.ts'
import {
  agreementStats,
  disagreements,
  events,
  grades,
  gradingAssignments,
  jobs,
  moderations,
} from '#db/schema/index.ts'
import { testDb } from '#test/support/db.ts'
import { disputedReply, replyOf } from '#test/world/disputed.ts'
import { gradedApplication, handedIn, invitedGraders } from '#test/world/grading.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const world = await lumo(db)
const { viktor, dorina, tomasz, mirela, agim } = world
const noon = later(monday, { hours: 4 })
const evening = later(monday, { hours: 9 })
let people = 0

async function setUp(graders: readonly StaffViewer[] = [viktor, dorina]) {
  const vacancy = await publishedVacancy(db, world, monday)
  await invitedGraders(db, world, vacancy.id, graders, monday)
  return vacancy
}
async function someone(vacancy: { id: string; slug: string }) {
  people += 1
  return handedIn(db, world, { vacancy, email: `person${people}@example.com`, now: monday })
}
async function panel(vacancyId: string, viewer = mirela) {
  await workOutAgreement(db, { vacancyId, now: evening })
  const found = await agreementOf(db, { viewer, vacancyId, locale: 'en' })
  if (!found) throw new Error('no panel')
  return {
    ...found,
    of: (code: string) => found.dimensions.find(({ dimension }) => dimension === code)?.figures,
  }
}
const list = (vacancyId: string, viewer = mirela, now = evening) =>
  disagreementsOf(db, { viewer, vacancyId, locale: 'en', now })

const strict = { 's03-first-fifty': { A1: 3, A3: 3, K3: 3 } } as const
const mild = { 's03-first-fifty': { A1: 4, A3: 3, K3: 4 } } as const

test('figures are of answers that everybody has locked, and of no other', async () => {
  const vacancy = await setUp()
  const [one, two] = [await someone(vacancy), await someone(vacancy)]
  await gradedApplication(db, {
    applicationId: one.applicationId,
    graders: [{ who: viktor, sheet: strict }],
    now: noon,
  })
  const before = await panel(vacancy.id)
  expect(before.dimensions).toEqual([])
  expect(before.graders.map(({ figures }) => [figures.locked, figures.ratings])).toEqual([
    [0, 0],
    [3, 0],
  ])
  expect(JSON.stringify(before.graders)).not.toContain('"mean"')
  await gradedApplication(db, {
    applicationId: one.applicationId,
    graders: [{ who: dorina, sheet: mild }],
    now: noon,
  })
  await gradedApplication(db, {
    applicationId: two.applicationId,
    graders: [{ who: dorina, sheet: mild }],
    now: noon,
  })
  const after = await panel(vacancy.id)
  // A1 stands in two answers of the one: the reply and the written questions.
  expect(after.of('A1')).toMatchObject({
    answers: 2,
    doubles: 2,
    graders: 2,
    agreement: { pairs: 2, withinOne: 2, exact: 1 },
  })
  expect(after.of('A3')).toMatchObject({ doubles: 2, agreement: { pairs: 2, exact: 2 } })
})

test('worked out again from the same grades, the figures are the same byte for byte', async () => {
  const vacancy = await setUp()
  for (let each = 0; each < 3; each++) {
    const { applicationId } = await someone(vacancy)
    const graders = [
      { who: viktor, sheet: each === 1 ? mild : strict },
      { who: dorina, sheet: mild },
    ]
    await gradedApplication(db, { applicationId, graders, now: noon })
  }
  const kept = () =>
    db.execute<{ figures: string; hash: string }>(sql`
      select figures::text as figures, inputs_hash as hash from agreement_stats where vacancy_id = ${vacancy.id}
      union all select figures::text, inputs_hash from grader_stats where vacancy_id = ${vacancy.id} order by 1`)
  await workOutAgreement(db, { vacancyId: vacancy.id, now: evening })
  const first = await kept()
  expect(first.length).toBeGreaterThan(3)
  await db.delete(agreementStats).where(eq(agreementStats.vacancyId, vacancy.id))
  await workOutAgreement(db, { vacancyId: vacancy.id, now: later(evening, { days: 1 }) })
  expect([...(await kept())]).toEqual([...first])
})

test('figures that stand for the same grades are left alone', async () => {
  const vacancy = await setUp()
  const { applicationId } = await someone(vacancy)
  const graders = [
    { who: viktor, sheet: strict },
    { who: dorina, sheet: strict },
  ]
  await gradedApplication(db, { applicationId, graders, now: noon })
  await workOutAgreement(db, { vacancyId: vacancy.id, now: evening })
  await workOutAgreement(db, { vacancyId: vacancy.id, now: later(evening, { days: 1 }) })
  expect(
    (await agreementOf(db, { viewer: mirela, vacancyId: vacancy.id, locale: 'en' }))?.computedAt,
  ).toEqual(evening)
})

test('a settled lock asks for the figures once a minute', async () => {
  const vacancy = await setUp()
  const { applicationId } = await someone(vacancy)
  await gradedApplication(db, { applicationId, graders: [{ who: viktor, sheet: strict }], now: noon })
  const asked = (await db.select().from(jobs).where(eq(jobs.kind, 'work-out-agreement'))).filter(
    ({ payload }) => payload.vacancyId === vacancy.id,
  )
  expect(asked).toHaveLength(1)
  expect(asked[0]?.runAt.getTime()).toBeGreaterThan(noon.getTime())
})

test('only managers and the owner see the panel; leads see the disagreements', async () => {
  const vacancy = await setUp()
  const asked = { vacancyId: vacancy.id, locale: 'en' as const }
  expect(await agreementOf(db, { ...asked, viewer: viktor })).toBeNull()
  expect(await refreshAgreement(db, { ...asked, viewer: viktor, now: noon })).toBeNull()
  expect(await list(vacancy.id, viktor)).toBeNull()
  expect(await agreementOf(db, { ...asked, viewer: agim })).toBeNull()
  expect(await list(vacancy.id, agim)).not.toBeNull()
})

test('while a third grader is asked, the list tells the code and nothing of the grades', async () => {
  const vacancy = await setUp([viktor, dorina, tomasz])
  const { applicationId } = await someone(vacancy)
  const { code } = await disputedReply(db, world, {
    applicationId,
    dimension: 'K3',
    levels: [2, 5],
    now: noon,
  })
  const found = await list(vacancy.id)
  expect(found).toMatchObject({ state: 'awaited', counts: { awaited: 1, moderate: 0, short: 0, settled: 0 } })
  expect(found?.rows).toMatchObject([
    { code, dimension: null, reasons: [], grades: [], moderation: null, dueAt: expect.any(Date) },
  ])
  await disputedReply(db, world, {
    applicationId,
    dimension: 'K3',
    levels: [3],
    now: later(noon, { hours: 1 }),
  })
  expect((await list(vacancy.id))?.rows.filter(({ dimension }) => dimension === 'K3')).toMatchObject([
    { code, reasons: ['apart'], state: 'moderate', grades: [{ level: 2 }, { level: 5 }, { level: 3 }] },
  ])
})

test('with nobody to ask the disagreement says so, and a new grader hides the figures again', async () => {
  const vacancy = await setUp()
  const { applicationId } = await someone(vacancy)
  await disputedReply(db, world, { applicationId, dimension: 'K3', levels: [2, 4], now: noon })
  expect(await list(vacancy.id)).toMatchObject({
    state: 'short',
    rows: [{ dimension: 'K3', reasons: ['apart'] }],
  })
  expect((await panel(vacancy.id)).of('K3')).toMatchObject({ doubles: 1 })
  await inviteGrader(db, { viewer: mirela, vacancyId: vacancy.id, userId: tomasz.userId, now: evening })
  expect(await agreementOf(db, { viewer: mirela, vacancyId: vacancy.id, locale: 'en' })).toMatchObject({
    dimensions: [],
    graders: [],
  })
  expect((await panel(vacancy.id)).of('K3')).toBeUndefined()
  expect(await list(vacancy.id)).toMatchObject({ state: 'awaited' })
})

async function wide() {
  const vacancy = await setUp([viktor, dorina, tomasz])
  const { applicationId, attemptId } = await someone(vacancy)
  const reply = await disputedReply(db, world, {
    applicationId,
    dimension: 'K3',
    levels: [2, 5, 4],
    now: noon,
  })
  return {
    vacancy,
    applicationId,
    attemptId,
    ...reply,
    cell: { vacancyId: vacancy.id, answerId: reply.answerId, now: evening },
  }
}

test('a lead gives the last word: the profile takes it, the grades stay, and it is written down without a level', async () => {
  const { vacancy, applicationId, answerId, cell, requests } = await wide()
  const before = await db.select().from(grades).orderBy(grades.id)
  const done = await moderate(db, {
    ...cell,
    viewer: agim,
    dimension: 'K3',
    value: 3,
    reason: 'It answers, and no more.',
  })
  expect(done).toEqual({ ok: true })
  expect(await db.select().from(grades).orderBy(grades.id)).toEqual(before)
  const [row] = await db.select().from(moderations).where(eq(moderations.answerId, answerId))
  expect(row).toMatchObject({
    moderatorId: agim.userId,
    value: 3,
    kind: 'range',
    seen: requests.map(({ id }) => id),
  })
  const found = await profileOf(db, { viewer: mirela, applicationId, locale: 'en', now: evening })
  const k3 = found?.dimensions.find(({ dimension }) => dimension === 'K3')
  expect(k3?.seenIn).toMatchObject([
    { levels: [], awaited: 2 },
    { levels: [2, 5, 4], moderated: 3 },
  ])
  expect(k3?.score.t).toBeCloseTo(3, 9)
  expect(found?.lastWords).toEqual([
    {
      answerId,
      scenarioKey: 's03-first-fifty',
      dimension: 'K3',
      value: 3,
      moderator: agim.name,
      at: evening,
      reason: 'It answers, and no more.',
    },
  ])
  const said = await db.select().from(events).where(eq(events.subjectId, answerId))
  expect(said.filter(({ kind }) => kind === 'moderated')).toMatchObject([{ data: { dimension: 'K3' } }])
  const settled = await disagreementsOf(db, {
    viewer: mirela,
    vacancyId: vacancy.id,
    state: 'settled',
    locale: 'en',
    now: evening,
  })
  expect(settled?.rows.filter(({ dimension }) => dimension === 'K3')).toMatchObject([
    { moderation: { value: 3 } },
  ])
  expect(await moderate(db, { ...cell, viewer: mirela, dimension: 'K3', value: 1, reason: 'No.' })).toEqual({
    refused: 'already-moderated',
  })
  expect(await askAgain(db, { ...cell, viewer: mirela, kind: 'request' })).toEqual({
    refused: 'already-moderated',
  })
})

test('who graded the answer, and who only grades, cannot give the last word', async () => {
  const { cell } = await wide()
  const word = { ...cell, dimension: 'K3' as const, value: 3 as const, reason: 'So.' }
  expect(await moderate(db, { ...word, viewer: viktor })).toBeNull()
  expect(await moderate(db, { ...word, viewer: mirela, reason: '  ' })).toEqual({ refused: 'reason-missing' })
  expect(await moderate(db, { ...word, viewer: mirela, dimension: 'A1' })).toEqual({ refused: 'not-needed' })
  expect(await moderate(db, { ...word, viewer: mirela, dimension: 'A5' })).toBeNull()
})

test('a manager asks for a last word with a reason, and whoever is named gets a mail', async () => {
  const { cell, answerId } = await wide()
  const ask = {
    ...cell,
    viewer: mirela,
    dimension: 'A1' as const,
    kind: 'complaint' as const,
    moderatorId: agim.userId,
  }
  expect(await askModeration(db, { ...ask, reason: '' })).toEqual({ refused: 'reason-missing' })
  expect(await askModeration(db, { ...ask, moderatorId: viktor.userId, reason: 'x' })).toEqual({
    refused: 'graded-it',
  })
  expect(await askModeration(db, { ...ask, viewer: agim, reason: 'x' })).toEqual({ refused: 'role-too-low' })
  expect(
    await askModeration(db, { ...ask, reason: 'The candidate says that the apology was read as irony.' }),
  ).toEqual({ ok: true })
  const mails = await db.select().from(jobs).where(eq(jobs.kind, 'mail'))
  expect(
    mails.filter(({ payload }) => payload.template === 'agreement.moderate' && payload.answerId === answerId),
  ).toHaveLength(1)
  const word = { ...cell, dimension: 'A1' as const, value: 4 as const, reason: 'Read whole, it is meant.' }
  expect(await moderate(db, { ...word, viewer: mirela })).toEqual({ refused: 'not-named' })
  expect(await moderate(db, { ...word, viewer: agim })).toEqual({ ok: true })
})

test('a fourth grade is asked of somebody who cannot have seen the first three, and there is never a fifth', async () => {
  const { cell, vacancy, applicationId } = await wide()
  expect(await askAgain(db, { ...cell, viewer: mirela, kind: 'complaint' })).toEqual({
    refused: 'nobody-to-ask',
  })
  const lea = await newGrader(vacancy.id)
  expect(await askAgain(db, { ...cell, viewer: mirela, kind: 'complaint' })).toEqual({ ok: true })
  const { requests } = await replyOf(db, applicationId)
  expect(requests.map(({ graderId }) => graderId)[3]).toBe(lea)
  expect(await list(vacancy.id)).toMatchObject({ state: 'awaited' })
  expect(await moderate(db, { ...cell, viewer: mirela, dimension: 'K3', value: 3, reason: 'So.' })).toEqual({
    refused: 'not-revealed',
  })
  await db
    .update(gradingAssignments)
    .set({ lockedAt: noon, settledAt: noon })
    .where(eq(gradingAssignments.graderId, lea))
  expect(await askAgain(db, { ...cell, viewer: mirela, kind: 'complaint' })).toEqual({ refused: 'grade-cap' })
})

/** Somebody new, invited while nothing lacks a grade. */
async function newGrader(vacancyId: string): Promise<string> {
  const [made] = await db.execute<{ id: string }>(sql`
    with made as (insert into users (id, name, email, locale, created_at) values (gen_random_uuid(), 'Lea', 'lea@example.com', 'en', now()) returning id),
    seat as (insert into memberships (user_id, team_id, role, created_at) select id, ${world.teamId}, 'grader', now() from made)
    select id from made`)
  await inviteGrader(db, { viewer: mirela, vacancyId, userId: made?.id ?? '', now: evening })
  return made?.id ?? ''
}

test('the database itself refuses half a last word, a level of 6, and a reason beside hidden grades', async () => {
  const { answerId, vacancy } = await wide()
  const base = {
    answerId,
    dimension: 'K3' as const,
    kind: 'range' as const,
    askedBy: mirela.userId,
    askedAt: noon,
    moderatorId: agim.userId,
  }
  const whole = { value: 3, reason: 'So.', seen: [], moderatedAt: noon }
  const id = '00000000-0000-7000-8000-00000000000a'
  await expect(db.insert(moderations).values({ id, ...base, value: 3 })).rejects.toThrow()
  await expect(db.insert(moderations).values({ id, ...base, ...whole, value: 6 })).rejects.toThrow()
  await expect(db.insert(moderations).values({ id, ...base, ...whole, reason: '' })).rejects.toThrow()
  await expect(db.insert(moderations).values({ id, ...base, kind: 'complaint' })).rejects.toThrow()
  const row = { id, vacancyId: vacancy.id, answerId, dimension: null, state: 'awaited' as const, since: noon }
  await expect(db.insert(disagreements).values({ ...row, reasons: ['apart'] })).rejects.toThrow()
})
