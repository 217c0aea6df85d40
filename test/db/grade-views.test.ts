import { and, eq, isNull } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import { comparison } from '#db/comparison.ts'
import { decisionPage } from '#db/decisions.ts'
import { disagreementsOf } from '#db/disagreements.ts'
import { viewGrades } from '#db/grade-views.ts'
import { answerForGrader, inviteGrader, lockGrades, openAnswer, queue, undoLock } from '#db/grading.ts'
import { newId } from '#db/id.ts'
import { viewIdentity } from '#db/identity.ts'
import { answerForModerator, askAgain } from '#db/moderations.ts'
import { applicationForStaff, readersOf, timeline } from '#db/pipeline.ts'
import { profileOf } from '#db/profile.ts'
import { reportDraft } from '#db/reports.ts'
import { applications, events, files, gradeViews, gradingAssignments } from '#db/schema/index.ts'
import { testDb } from '#test/support/db.ts'
import { colleague } from '#test/world/colleague.ts'
import { disputedReply, replyOf } from '#test/world/disputed.ts'
import {
  draftWith,
  graded,
  gradedApplication,
  handedIn,
  invitedGraders,
  openRequests,
  writtenByTwo,
} from '#test/world/grading.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const world = await lumo(db)
const { viktor, dorina, tomasz, mirela, agim } = world
const manager = await colleague(db, world)
const noon = later(monday, { hours: 4 })
const evening = later(monday, { hours: 9 })
let people = 0

/** A vacancy of its own, which Mirela has not written alone, with somebody's assignment handed in. */
async function setUp(graders: readonly StaffViewer[] = [viktor, dorina]) {
  const vacancy = await publishedVacancy(db, world, monday)
  await writtenByTwo(db, vacancy.id, { ...world, now: monday })
  await invitedGraders(db, world, vacancy.id, graders, monday)
  return { vacancy, ...(await someone(vacancy)) }
}
async function someone(vacancy: { id: string; slug: string }) {
  people += 1
  return handedIn(db, world, { vacancy, email: `person${people}@example.com`, now: monday })
}

const list = (vacancyId: string, viewer: StaffViewer, now = evening) =>
  disagreementsOf(db, { viewer, vacancyId, locale: 'en', now })
const profile = (applicationId: string, viewer = mirela, now = evening) =>
  profileOf(db, { viewer, applicationId, locale: 'en', now })
const history = (applicationId: string, viewer = mirela) =>
  timeline(db, { viewer, applicationId, hidden: true }).then((entries) =>
    (entries ?? []).flatMap(({ what, who, whom }) =>
      what.kind === 'event' ? [{ kind: what.event, by: who.name, whom }] : [],
    ),
  )
const views = (applicationId: string) =>
  db.select().from(gradeViews).where(eq(gradeViews.applicationId, applicationId))
const told = (applicationId: string) =>
  db
    .select()
    .from(events)
    .where(and(eq(events.applicationId, applicationId), eq(events.kind, 'grades-seen')))
const asked = (applicationId: string, grader: StaffViewer) =>
  db
    .select()
    .from(gradingAssignments)
    .where(
      and(
        eq(gradingAssignments.applicationId, applicationId),
        eq(gradingAssignments.graderId, grader.userId),
        isNull(gradingAssignments.voidedAt),
      ),
    )
const invite = async (vacancyId: string, who: StaffViewer, now = evening) =>
  inviteGrader(db, { viewer: mirela, vacancyId, userId: who.userId, now })

/** One answer's grades are open, the other two are not. */
async function halfGraded(applicationId: string, graders: readonly StaffViewer[], levels = {}) {
  for (const who of graders) {
    const open = await openRequests(db, who, applicationId)
    const reply = open.find(({ scenarioKey }) => scenarioKey === 's03-first-fifty')
    await graded(db, { grader: who, assignmentId: reply?.id ?? '', levels, now: noon })
  }
}

test('who has read both levels in the list of disagreements is not asked to settle it', async () => {
  const { vacancy, applicationId } = await setUp()
  const { answerId } = await disputedReply(db, world, {
    applicationId,
    dimension: 'K3',
    levels: [2, 4],
    now: noon,
  })
  const found = await list(vacancy.id, agim)
  expect(found).toMatchObject({ state: 'short', rows: [{ grades: [{ level: 2 }, { level: 4 }] }] })
  expect(await views(applicationId)).toMatchObject([{ userId: agim.userId, at: evening }])
  expect(await invite(vacancy.id, agim)).toEqual({ ok: true, asked: 0 })
  expect(await asked(applicationId, agim)).toEqual([])
  expect(await list(vacancy.id, mirela)).toMatchObject({ state: 'short' })
  expect(
    await askAgain(db, { viewer: mirela, vacancyId: vacancy.id, answerId, kind: 'request', now: evening }),
  ).toEqual({ refused: 'nobody-to-ask' })
  // Somebody who has seen nothing is asked all the same.
  expect(await invite(vacancy.id, tomasz)).toEqual({ ok: true, asked: 1 })
  expect(await asked(applicationId, tomasz)).toMatchObject([{ ordinal: 3 }])
})

test('a manager who grades and has read some of somebody’s marks is asked for none of the rest', async () => {
  const { vacancy, applicationId } = await setUp()
  await halfGraded(applicationId, [viktor, dorina], { A1: 2 })
  await invite(vacancy.id, mirela, noon)
  expect(await profile(applicationId)).toMatchObject({ state: 'asking' })
  expect(await views(applicationId)).toMatchObject([{ userId: mirela.userId }])
  // Near the line of calm: a third would be asked for both answers in which it shows.
  const sheet = { 's17-why-support': { A1: 3 as const } }
  for (const who of [viktor, dorina])
    await gradedApplication(db, { applicationId, graders: [{ who, sheet }], now: evening })
  expect(await asked(applicationId, mirela)).toEqual([])
  expect(await list(vacancy.id, mirela)).toMatchObject({ state: 'short' })
})

test('what lies open of somebody whose grades are opened goes to others, and what is locked stays', async () => {
  const { vacancy, applicationId } = await setUp([viktor, mirela])
  await halfGraded(applicationId, [viktor, mirela])
  const desk = (await queue(db, { viewer: mirela })).length
  expect((await openRequests(db, mirela, applicationId)).length).toBe(2)
  expect((await profile(applicationId))?.dimensions.some(({ grades }) => grades.length > 0)).toBe(true)
  expect(await openRequests(db, mirela, applicationId)).toEqual([])
  expect((await queue(db, { viewer: mirela })).length).toBe(desk - 2)
  expect(await asked(applicationId, mirela)).toHaveLength(1)
  expect(await invite(vacancy.id, dorina)).toEqual({ ok: true, asked: 2 })
})

test('a lock taken back after grades were read does not come back to its desk', async () => {
  const { vacancy, applicationId } = await setUp([viktor, mirela])
  await halfGraded(applicationId, [viktor, mirela])
  const [own] = await openRequests(db, mirela, applicationId)
  const assignmentId = own?.id ?? ''
  const desk = await answerForGrader(db, { viewer: mirela, assignmentId, now: noon })
  const draft = draftWith(
    desk?.criteria.map(({ dimension }) => dimension) ?? [],
    {},
    desk?.suggestions.map(({ finding }) => finding),
  )
  const lock = { viewer: mirela, assignmentId, saveId: newId(), baseRev: desk?.rev ?? 0, draft, now: evening }
  expect(await lockGrades(db, lock)).toMatchObject({ ok: true })
  await profile(applicationId)
  expect(await undoLock(db, { viewer: mirela, assignmentId, now: evening })).toEqual({ ok: true })
  expect(await openRequests(db, mirela, applicationId)).toEqual([])
  expect(await invite(vacancy.id, dorina)).toEqual({ ok: true, asked: 2 })
})

test('a request that stands in spite of it is on no desk', async () => {
  const { applicationId } = await setUp([viktor, mirela])
  const [own] = await openRequests(db, mirela, applicationId)
  const request = { viewer: mirela, assignmentId: own?.id ?? '', now: noon }
  expect(await answerForGrader(db, request)).not.toBeNull()
  await db.update(applications).set({ stage: 'rejected' }).where(eq(applications.id, applicationId))
  await viewGrades(db, { viewer: mirela, applicationIds: [applicationId], now: noon })
  await db.update(applications).set({ stage: 'grading' }).where(eq(applications.id, applicationId))
  expect((await openRequests(db, mirela, applicationId)).length).toBe(3)
  expect(await answerForGrader(db, request)).toBeNull()
})

test('it is noted once and told once, however many pages are opened at once', async () => {
  const { vacancy, applicationId } = await setUp()
  const { answerId } = await disputedReply(db, world, {
    applicationId,
    dimension: 'K3',
    levels: [2, 4],
    now: noon,
  })
  const moderation = () =>
    answerForModerator(db, { viewer: mirela, vacancyId: vacancy.id, answerId, locale: 'en', now: evening })
  await Promise.all([
    profile(applicationId),
    moderation(),
    list(vacancy.id, mirela),
    profile(applicationId),
    moderation(),
    list(vacancy.id, mirela),
  ])
  await profile(applicationId, mirela, later(evening, { days: 1 }))
  expect(await views(applicationId)).toMatchObject([{ userId: mirela.userId, at: evening }])
  expect(await told(applicationId)).toMatchObject([{ actorId: mirela.userId, subject: 'application' }])
  expect(await history(applicationId)).toContainEqual({ kind: 'grades-seen', by: mirela.name, whom: null })
})

test('whoever is asked at the moment at which somebody reads the grades does not have both', async () => {
  const { vacancy, applicationId } = await setUp()
  await disputedReply(db, world, { applicationId, dimension: 'K3', levels: [2, 4], now: noon })
  const [read] = await Promise.all([profile(applicationId), invite(vacancy.id, mirela)])
  const sent = read?.dimensions.some(({ grades }) => grades.length > 0)
  expect(await openRequests(db, mirela, applicationId)).toHaveLength(sent ? 0 : 1)
  expect(await views(applicationId)).toHaveLength(sent ? 1 : 0)
})

test('a comparison notes everybody in it in one go, and nobody who is not', async () => {
  const { vacancy, ...one } = await setUp()
  const [two, waiting] = [await someone(vacancy), await someone(vacancy)]
  const sheet = { 's03-first-fifty': { A1: 4 as const } }
  const graders = [viktor, dorina].map((who) => ({ who, sheet }))
  const ids = [one.applicationId, two.applicationId]
  for (const applicationId of ids) await gradedApplication(db, { applicationId, graders, now: noon })
  for (const id of [...ids, waiting.applicationId])
    await db.update(applications).set({ stage: 'decision' }).where(eq(applications.id, id))
  const read = () =>
    comparison(db, { viewer: mirela, vacancyId: vacancy.id, chosen: [], order: 'name', now: evening })
  expect((await read())?.people).toHaveLength(2)
  await read()
  for (const id of ids) {
    expect(await views(id)).toMatchObject([{ userId: mirela.userId }])
    expect(await told(id)).toHaveLength(1)
  }
  expect(await views(waiting.applicationId)).toEqual([])
})

test('a report and a decision are made of the profile, and note it like the profile', async () => {
  const graders = [viktor, dorina].map((who) => ({ who, sheet: {} }))
  for (const read of [reportDraft, decisionPage]) {
    const { applicationId } = await setUp()
    await gradedApplication(db, { applicationId, graders, now: noon })
    await db.update(applications).set({ stage: 'decision' }).where(eq(applications.id, applicationId))
    expect(await read(db, { viewer: mirela, applicationId, now: evening })).not.toBeNull()
    expect(await views(applicationId)).toMatchObject([{ userId: mirela.userId }])
  }
})

test('counts before the reveal, and one’s own desk after it, are no grades seen', async () => {
  const { vacancy, applicationId } = await setUp([viktor, dorina, tomasz])
  const { requests } = await disputedReply(db, world, {
    applicationId,
    dimension: 'K3',
    levels: [2, 5],
    now: noon,
  })
  await profile(applicationId)
  await list(vacancy.id, mirela)
  const answerId = (await replyOf(db, applicationId)).answerId
  await answerForModerator(db, {
    viewer: mirela,
    vacancyId: vacancy.id,
    answerId,
    locale: 'en',
    now: evening,
  })
  expect(await views(applicationId)).toEqual([])
  await disputedReply(db, world, { applicationId, dimension: 'K3', levels: [3], now: evening })
  const assignmentId = requests.find(({ graderId }) => graderId === viktor.userId)?.id ?? ''
  const own = await answerForGrader(db, { viewer: viktor, assignmentId, now: later(evening, { hours: 1 }) })
  if (assignmentId) expect(own?.others.length).toBeGreaterThan(0)
  expect(await views(applicationId)).toEqual([])
})

/** The reply is disputed, and the manager among its graders is the one named by `place`. */
async function disputedWithMirela(place: 'first' | 'third') {
  const made = await setUp(place === 'first' ? [viktor, mirela] : [viktor, dorina])
  await invitedGraders(db, world, made.vacancy.id, place === 'first' ? [dorina] : [mirela], noon)
  const reply = await disputedReply(db, world, {
    applicationId: made.applicationId,
    dimension: 'K3',
    levels: [2, 4],
    now: noon,
  })
  expect(reply.requests[2]?.graderId).toBe((place === 'first' ? dorina : mirela).userId)
  return { ...made, ...reply }
}

test.each(['first', 'third'] as const)(
  'a manager who is the %s of its graders learns of no dispute over an answer before the reveal',
  async (place) => {
    const { vacancy, applicationId, answerId } = await disputedWithMirela(place)
    // For whoever does not grade it there is one answer that waits for a third grade.
    const others = await list(vacancy.id, manager)
    expect(others).toMatchObject({ state: 'awaited', counts: { awaited: 1 }, rows: [{ answerId }] })
    expect(await profile(applicationId, manager)).toMatchObject({ furtherAwaited: 1 })
    expect(await history(applicationId, manager)).toContainEqual(
      expect.objectContaining({ kind: 'further-grade-asked' }),
    )

    expect(await list(vacancy.id, mirela)).toMatchObject({ counts: { awaited: 0 }, rows: [] })
    const own = await profile(applicationId)
    // As if two had been asked for each answer and one of the two were still to lock.
    expect(own).toMatchObject({ furtherAwaited: 0, progress: { asked: 6, locked: 1 } })
    expect(
      own?.dimensions.find(({ dimension }) => dimension === 'K3')?.seenIn.map((one) => one.awaited),
    ).toEqual([2, 2])
    const kinds = (await history(applicationId)).map(({ kind }) => kind)
    expect(kinds).not.toContain('further-grade-asked')
    const row = await applicationForStaff(db, { viewer: mirela, id: applicationId, now: evening })
    expect(row?.work).toMatchObject({ asked: 6, locked: 1, further: false })
    const page = { viewer: mirela, vacancyId: vacancy.id, answerId, locale: 'en' as const, now: evening }
    expect(await answerForModerator(db, page)).toMatchObject({ visible: false, moderators: [] })

    const last = (await replyOf(db, applicationId)).requests[2]
    await graded(db, {
      grader: place === 'first' ? dorina : mirela,
      assignmentId: last?.id ?? '',
      levels: { K3: 3 },
      now: evening,
    })
    const then = later(evening, { minutes: 1 })
    expect((await list(vacancy.id, mirela, then))?.rows).toMatchObject([{ answerId }])
    expect((await history(applicationId)).map(({ kind }) => kind)).toContain('further-grade-asked')
  },
)

test('a dispute that waited for somebody is not told to them in the history of the person', async () => {
  const { vacancy, applicationId } = await setUp()
  await disputedReply(db, world, { applicationId, dimension: 'K3', levels: [2, 4], now: noon })
  const kinds = async () => (await history(applicationId)).map(({ kind }) => kind)
  expect(await kinds()).toContain('further-grade-lacking')
  await invite(vacancy.id, mirela)
  expect(await asked(applicationId, mirela)).toMatchObject([{ ordinal: 3 }])
  expect(await kinds()).not.toContain('further-grade-lacking')
})

test('whoever asks for one more grade is not the one who is asked', async () => {
  const { vacancy, applicationId } = await setUp([viktor, dorina])
  await invitedGraders(db, world, vacancy.id, [mirela], noon)
  const { answerId } = await disputedReply(db, world, {
    applicationId,
    dimension: 'K3',
    levels: [3, 3],
    now: noon,
  })
  const again = { vacancyId: vacancy.id, answerId, kind: 'request' as const, now: evening }
  expect(await askAgain(db, { ...again, viewer: mirela })).toEqual({ refused: 'nobody-to-ask' })
  expect(await askAgain(db, { ...again, viewer: manager })).toEqual({ ok: true })
  expect(await asked(applicationId, mirela)).toMatchObject([{ ordinal: 3, reason: 'request' }])
})

describe('who saw what of a person', () => {
  const table = async (applicationId: string, viewer = manager, now = evening, hidden = false) => {
    const rows = await readersOf(db, { viewer, applicationId, hidden, locale: 'en', now })
    if (!rows) throw new Error('not this viewer’s')
    return Object.fromEntries(rows.map(({ name, userId: _, ...row }) => [name, row]))
  }

  test('stands in one line a person, with the time of each', async () => {
    const { applicationId } = await setUp()
    for (const who of [viktor, dorina])
      for (const { id } of await openRequests(db, who, applicationId)) {
        await openAnswer(db, { viewer: who, assignmentId: id, now: later(noon, { minutes: -8 }) })
        await graded(db, { grader: who, assignmentId: id, levels: {}, now: noon })
      }
    const fileId = newId()
    const file = { id: fileId, applicationId, name: 'cv.pdf', type: 'application/pdf', bytes: 3 }
    await db.insert(files).values({ ...file, sha256: 'abc', createdAt: monday })
    const read = { viewer: mirela, applicationId, opened: { fileId } }
    await viewIdentity(db, { ...read, now: noon })
    await viewIdentity(db, { ...read, now: evening })
    await profile(applicationId)
    const rows = await table(applicationId)
    expect(Object.keys(rows)).toEqual([dorina.name, mirela.name, viktor.name])
    expect(rows[mirela.name]).toEqual({
      named: noon,
      files: [{ name: 'cv.pdf', first: noon, times: 2 }],
      grades: evening,
      graded: [],
      waiting: 0,
    })
    const own = rows[viktor.name]
    expect(own).toMatchObject({ named: null, files: [], grades: null, waiting: 0 })
    expect(own?.graded).toHaveLength(3)
    expect(own?.graded[1]).toEqual({
      scenario: expect.stringContaining('S03'),
      openedAt: later(noon, { minutes: -8 }),
      lockedAt: noon,
    })
    expect((await table(applicationId, manager, evening, true))[mirela.name]?.files).toEqual([
      { name: null, first: noon, times: 2 },
    ])
  })

  test('tells nothing of when or by whom an answer was graded whose grades are not open', async () => {
    const { applicationId } = await setUp()
    await halfGraded(applicationId, [viktor, dorina])
    const [next] = await openRequests(db, viktor, applicationId)
    await graded(db, { grader: viktor, assignmentId: next?.id ?? '', levels: {}, now: noon })
    const rows = await table(applicationId)
    expect(rows[viktor.name]).toMatchObject({ graded: [{ lockedAt: noon }], waiting: 2 })
    expect(rows[dorina.name]).toMatchObject({ graded: [{ lockedAt: noon }], waiting: 2 })
  })

  test.each(['first', 'third'] as const)(
    'does not tell the %s of the graders who else is asked for their answer',
    async (place) => {
      const { applicationId } = await disputedWithMirela(place)
      const others = await table(applicationId)
      expect(others[(place === 'first' ? dorina : mirela).name]).toMatchObject({ graded: [], waiting: 1 })
      const own = await table(applicationId, mirela)
      expect(own[mirela.name]).toMatchObject({ waiting: place === 'first' ? 3 : 1 })
      if (place === 'first') expect(Object.keys(own)).toEqual([mirela.name])
      else expect(own[viktor.name]).toMatchObject({ waiting: 2 })
    },
  )

  test('is for those who may see the history', async () => {
    const { applicationId } = await setUp()
    for (const viewer of [viktor, agim, { ...mirela, memberships: [] }])
      expect(
        await readersOf(db, { viewer, applicationId, hidden: true, locale: 'en', now: evening }),
      ).toBeNull()
  })
})
