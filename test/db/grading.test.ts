import { and, eq, isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import {
  amendGrade,
  answerForGrader,
  gradersOf,
  gradingComplete,
  hideWords,
  inviteGrader,
  lockGrades,
  queue,
  saveGrades,
  settleAnswer,
  showWords,
  undoLock,
} from '#db/grading.ts'
import { newId } from '#db/id.ts'
import { viewIdentity } from '#db/identity.ts'
import { answerForModerator } from '#db/moderations.ts'
import {
  applications,
  events,
  gradeAmendments,
  grades,
  gradingAssignments,
  gradingBranches,
  hiddenWords,
  jobs,
} from '#db/schema/index.ts'
import { testDb } from '#test/support/db.ts'
import {
  draftWith,
  graded,
  gradedApplication,
  handedIn,
  invitedGraders,
  openRequests,
  writtenByTwo,
} from '#test/world/grading.ts'
import { elirasAnswers } from '#test/world/handed-in.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const world = await lumo(db)
const { viktor, dorina, tomasz, mirela, agim } = world
const noon = later(monday, { hours: 4 })
let people = 0

/** A vacancy of its own with somebody's assignment handed in. */
async function setUp(graders: readonly StaffViewer[], now = monday) {
  const vacancy = await publishedVacancy(db, world, now)
  await invitedGraders(db, world, vacancy.id, graders, now)
  people += 1
  const made = await handedIn(db, world, { vacancy, email: `person${people}@example.com`, now })
  return { vacancy, ...made }
}

const requestsOf = (attemptId: string) =>
  db.query.answers.findMany({ where: (answer) => eq(answer.attemptId, attemptId) }).then(async (rows) => {
    const found = await db.select().from(gradingAssignments).where(isNull(gradingAssignments.voidedAt))
    return rows.map(({ id }) => found.filter(({ answerId }) => answerId === id))
  })

async function desk(viewer: StaffViewer, assignmentId: string, now = noon) {
  const answer = await answerForGrader(db, { viewer, assignmentId, now })
  if (!answer) throw new Error('not on this desk')
  return answer
}

async function first(viewer: StaffViewer, applicationId: string, scenario = 's03-first-fifty') {
  const open = await openRequests(db, viewer, applicationId)
  const found = open.find(({ scenarioKey }) => scenarioKey === scenario) ?? open[0]
  if (!found) throw new Error('nothing lies on this desk')
  return found.id
}

const criteriaOf = (answer: {
  criteria: { dimension: 'A1' | 'A2' | 'A3' | 'A4' | 'A5' | 'A6' | 'K1' | 'K2' | 'K3' | 'K4' | 'K5' }[]
}) => answer.criteria.map(({ dimension }) => dimension)

async function locks(viewer: StaffViewer, assignmentId: string, now = noon, levels = {}) {
  const answer = await desk(viewer, assignmentId, now)
  const draft = draftWith(
    criteriaOf(answer),
    levels,
    answer.suggestions.map(({ finding }) => finding),
  )
  return lockGrades(db, { viewer, assignmentId, saveId: newId(), baseRev: answer.rev, draft, now })
}

test('handing in asks two graders for every answer, and no pair for all of them', async () => {
  const { attemptId } = await setUp([viktor, dorina, tomasz])
  const requests = await requestsOf(attemptId)
  expect(requests.map((own) => own.map(({ ordinal }) => ordinal).sort())).toEqual([
    [1, 2],
    [1, 2],
    [1, 2],
  ])
  const pairs = requests.map((own) =>
    own
      .map(({ graderId }) => graderId)
      .sort()
      .join(),
  )
  expect(new Set(pairs).size).toBe(3)
})

test('a grader who is invited late gets what was handed in before', async () => {
  const { vacancy, attemptId } = await setUp([viktor])
  expect((await requestsOf(attemptId)).map((own) => own.length)).toEqual([1, 1, 1])
  expect(
    await inviteGrader(db, { viewer: mirela, vacancyId: vacancy.id, userId: dorina.userId, now: noon }),
  ).toEqual({ ok: true, asked: 3 })
  expect(
    await inviteGrader(db, { viewer: mirela, vacancyId: vacancy.id, userId: dorina.userId, now: noon }),
  ).toEqual({ ok: true, asked: 0 })
  expect((await requestsOf(attemptId)).map((own) => own.length)).toEqual([2, 2, 2])
})

test('only those who may grade can be invited, and only by a manager', async () => {
  const { vacancy } = await setUp([viktor])
  const stranger = newId()
  expect(
    await inviteGrader(db, { viewer: mirela, vacancyId: vacancy.id, userId: stranger, now: noon }),
  ).toEqual({ refused: 'cannot-grade' })
  expect(
    await inviteGrader(db, { viewer: viktor, vacancyId: vacancy.id, userId: dorina.userId, now: noon }),
  ).toEqual({ refused: 'role-too-low' })
  const elsewhere = { ...mirela, memberships: [] }
  expect(
    await inviteGrader(db, { viewer: elsewhere, vacancyId: vacancy.id, userId: dorina.userId, now: noon }),
  ).toBeNull()
})

test('an answer in which nothing was written is nobody’s work', async () => {
  const vacancy = await publishedVacancy(db, world, monday)
  await invitedGraders(db, world, vacancy.id, [viktor, dorina], monday)
  const { attemptId, applicationId } = await handedIn(db, world, {
    vacancy,
    email: 'silent@example.com',
    bodies: {},
    now: monday,
  })
  expect((await requestsOf(attemptId)).map((own) => own.length)).toEqual([0, 0, 0])
  expect(await gradingComplete(db, { applicationId, now: noon })).toBe(true)
})

test('whoever has opened the identity is not asked, and their open work goes to somebody else', async () => {
  const { vacancy, attemptId, applicationId } = await setUp([viktor])
  await writtenByTwo(db, vacancy.id, { ...world, now: noon })
  await invitedGraders(db, world, vacancy.id, [mirela], noon)
  expect(await openRequests(db, mirela, applicationId)).toHaveLength(3)
  await viewIdentity(db, { viewer: mirela, applicationId, now: noon })
  expect(await openRequests(db, mirela, applicationId)).toEqual([])
  expect(await queue(db, { viewer: mirela }).then((rows) => rows.length)).toBe(0)
  await inviteGrader(db, { viewer: mirela, vacancyId: vacancy.id, userId: dorina.userId, now: noon })
  const graders = (await requestsOf(attemptId)).map((own) => own.map(({ graderId }) => graderId).sort())
  expect(graders).toEqual(Array(3).fill([viktor.userId, dorina.userId].sort()))
})

test('a small team may let somebody grade who knows the name', async () => {
  const { vacancy, attemptId, applicationId } = await setUp([viktor])
  await viewIdentity(db, { viewer: mirela, applicationId, now: noon })
  await inviteGrader(db, { viewer: mirela, vacancyId: vacancy.id, userId: mirela.userId, now: noon })
  expect((await requestsOf(attemptId)).map((own) => own.length)).toEqual([1, 1, 1])
  await inviteGrader(db, {
    viewer: mirela,
    vacancyId: vacancy.id,
    userId: mirela.userId,
    nameKnown: true,
    now: noon,
  })
  expect((await requestsOf(attemptId)).map((own) => own.length)).toEqual([2, 2, 2])
  expect(await openRequests(db, mirela, applicationId)).toHaveLength(3)
})

test('the queue goes scenario by scenario, and ends where nobody is left', async () => {
  const { vacancy } = await setUp([agim, tomasz])
  await handedIn(db, world, { vacancy, email: 'second@example.com', now: noon })
  const rows = await queue(db, { viewer: agim })
  expect(rows).toHaveLength(6)
  const order = rows.map(({ scenarioKey, code }) => `${scenarioKey} ${code}`)
  expect(order).toEqual([...order].sort())
})

test('what was typed last on the desk is kept, and a second tab loses nothing', async () => {
  const { applicationId } = await setUp([viktor, dorina])
  const assignmentId = await first(viktor, applicationId)
  const draft = draftWith(['A1'], { A1: 4 })
  const save = { viewer: viktor, assignmentId, saveId: newId(), baseRev: 0, draft, now: noon }
  expect(await saveGrades(db, save)).toMatchObject({ ok: true, rev: 1 })
  expect(await saveGrades(db, save)).toMatchObject({ ok: true, rev: 1 })
  const other = draftWith(['A1'], { A1: 2 })
  expect(await saveGrades(db, { ...save, saveId: newId(), draft: other })).toEqual({
    refused: 'stale',
    server: { rev: 1, draft },
  })
  expect((await desk(viktor, assignmentId)).draft).toEqual(draft)
  const kept = await db.select().from(gradingBranches).where(eq(gradingBranches.assignmentId, assignmentId))
  expect(kept.map((branch) => branch.draft)).toEqual([other])
})

test('nobody else’s desk exists', async () => {
  const { applicationId } = await setUp([viktor, dorina])
  const assignmentId = await first(viktor, applicationId)
  for (const viewer of [dorina, tomasz, mirela, { ...viktor, memberships: [] }]) {
    expect(await answerForGrader(db, { viewer, assignmentId, now: noon })).toBeNull()
    expect(
      await saveGrades(db, {
        viewer,
        assignmentId,
        saveId: newId(),
        baseRev: 0,
        draft: draftWith([], {}),
        now: noon,
      }),
    ).toBeNull()
    expect(await undoLock(db, { viewer, assignmentId, now: noon })).toBeNull()
  }
})

test('a withdrawn candidate cannot be graded', async () => {
  const { applicationId } = await setUp([viktor, dorina])
  const assignmentId = await first(viktor, applicationId)
  await db.update(applications).set({ stage: 'withdrawn' }).where(eq(applications.id, applicationId))
  expect(await answerForGrader(db, { viewer: viktor, assignmentId, now: noon })).toBeNull()
})

test('a lock needs every level, and quotes for 1, 2 and 5', async () => {
  const { applicationId } = await setUp([viktor, dorina])
  const assignmentId = await first(viktor, applicationId)
  const lock = { viewer: viktor, assignmentId, saveId: newId(), baseRev: 0, now: noon }
  expect(await lockGrades(db, { ...lock, draft: draftWith(['A1', 'A3'], {}) })).toMatchObject({
    refused: 'grade-missing',
    dimensions: ['K3'],
  })
  const unproven = draftWith(['A1', 'A3', 'K3'], { A3: 5 })
  for (const grade of unproven.grades) grade.quotes = []
  expect(await lockGrades(db, { ...lock, draft: unproven })).toMatchObject({
    refused: 'quote-missing',
    dimensions: ['A3'],
  })
  const beyond = draftWith(['A1', 'A3', 'K3'], { A3: 5 })
  for (const grade of beyond.grades) grade.quotes = [{ start: 0, end: 100_000 }]
  expect(await lockGrades(db, { ...lock, draft: beyond })).toMatchObject({ refused: 'quote-outside' })
})

test('every finding of a page review needs a verdict, on a defect that is there', async () => {
  const { applicationId } = await setUp([viktor, dorina])
  const assignmentId = await first(viktor, applicationId, 's01-sales-page')
  const answer = await desk(viktor, assignmentId)
  expect(answer.suggestions[0]).toMatchObject({ finding: 'f1', matches: [{ id: 'D01', kind: 'defect' }] })
  const lock = { viewer: viktor, assignmentId, saveId: newId(), baseRev: 0, now: noon }
  const draft = draftWith(criteriaOf(answer), {})
  expect(await lockGrades(db, { ...lock, draft })).toMatchObject({
    refused: 'verdict-missing',
    findings: ['f1', 'f2', 'f3'],
  })
  const verdicts = ['f1', 'f2', 'f3'].map((finding) => ({
    finding,
    verdict: 'planted' as const,
    defect: 'D99',
  }))
  expect(await lockGrades(db, { ...lock, draft: { ...draft, verdicts } })).toMatchObject({
    refused: 'defect-unknown',
  })
})

test('locked twenty times at once, an answer is locked once', async () => {
  const { applicationId } = await setUp([viktor, dorina])
  const assignmentId = await first(viktor, applicationId)
  const lock = {
    viewer: viktor,
    assignmentId,
    saveId: newId(),
    baseRev: 0,
    draft: draftWith(['A1', 'A3', 'K3'], {}),
    now: noon,
  }
  const results = await Promise.all(Array.from({ length: 20 }, () => lockGrades(db, lock)))
  expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1)
  expect(results[0]).toMatchObject({ ok: true, rev: 1, undoUntil: later(noon, { seconds: 10 }) })
  expect(await db.select().from(grades).where(eq(grades.assignmentId, assignmentId))).toHaveLength(3)
  expect(
    await db
      .select()
      .from(events)
      .where(and(eq(events.subjectId, assignmentId), eq(events.kind, 'grades-locked'))),
  ).toHaveLength(1)
  const settles = await db.select().from(jobs).where(eq(jobs.kind, 'settle-answer'))
  expect(settles.filter(({ payload }) => payload.assignmentId === assignmentId)).toHaveLength(1)
  expect(await lockGrades(db, { ...lock, saveId: newId() })).toEqual({ refused: 'already-locked' })
  expect(await saveGrades(db, { ...lock, saveId: newId(), baseRev: 1 })).toEqual({
    refused: 'already-locked',
  })
})

test('a lock can be taken back for ten seconds and not a moment longer', async () => {
  const { applicationId } = await setUp([viktor, dorina])
  const assignmentId = await first(viktor, applicationId)
  await locks(viktor, assignmentId)
  expect((await desk(viktor, assignmentId, later(noon, { seconds: 9 }))).state).toBe('undoable')
  expect(await undoLock(db, { viewer: viktor, assignmentId, now: later(noon, { seconds: 9 }) })).toEqual({
    ok: true,
  })
  expect(await db.select().from(grades).where(eq(grades.assignmentId, assignmentId))).toEqual([])
  const again = await desk(viktor, assignmentId, later(noon, { seconds: 9 }))
  expect(again).toMatchObject({
    state: 'open',
    draft: { grades: [{ level: 3 }, { level: 3 }, { level: 3 }] },
  })
  await locks(viktor, assignmentId)
  expect(await undoLock(db, { viewer: viktor, assignmentId, now: later(noon, { seconds: 10 }) })).toEqual({
    refused: 'undo-over',
  })
})

test('until the reveal a grade is amended with a reason and the old one kept; afterwards not', async () => {
  const { applicationId } = await setUp([viktor, dorina])
  const assignmentId = await first(viktor, applicationId)
  const twin = await first(dorina, applicationId)
  await graded(db, { grader: viktor, assignmentId, levels: {}, now: noon })
  const minute = later(noon, { minutes: 1 })
  expect((await desk(viktor, assignmentId, minute)).state).toBe('locked')
  const change = { viewer: viktor, assignmentId, grades: draftWith(['A1'], { A1: 4 }).grades, now: minute }
  expect(await amendGrade(db, { ...change, reason: ' ' })).toEqual({ refused: 'reason-missing' })
  expect(await amendGrade(db, { ...change, viewer: dorina, reason: 'x' })).toBeNull()
  expect(await amendGrade(db, { ...change, reason: 'Read it again' })).toEqual({ ok: true, changed: ['A1'] })
  const [kept] = await db.select().from(gradeAmendments)
  expect(kept).toMatchObject({ level: 3, reason: 'Read it again' })
  await settleAnswer(db, { assignmentId, now: minute })
  await graded(db, { grader: dorina, assignmentId: twin, levels: {}, now: minute })
  expect(
    await amendGrade(db, { ...change, reason: 'Once more', now: later(minute, { minutes: 1 }) }),
  ).toEqual({ refused: 'already-revealed' })
})

test('nobody sees another’s grades before all have locked, and all see them then', async () => {
  const { applicationId } = await setUp([viktor, dorina])
  const own = await first(viktor, applicationId)
  const twin = await first(dorina, applicationId)
  await graded(db, { grader: dorina, assignmentId: twin, levels: { A1: 4 }, now: noon })
  expect((await desk(viktor, own, later(noon, { minutes: 1 }))).others).toEqual([])
  await locks(viktor, own, later(noon, { minutes: 1 }), { A1: 4 })
  expect((await desk(viktor, own, later(noon, { minutes: 1, seconds: 5 }))).others).toEqual([])
  // The lock holds, but nobody has yet asked whether a further grade is due.
  expect((await desk(viktor, own, later(noon, { minutes: 1, seconds: 10 }))).others).toEqual([])
  await settleAnswer(db, { assignmentId: own, now: later(noon, { minutes: 1, seconds: 10 }) })
  const seen = await desk(viktor, own, later(noon, { minutes: 2 }))
  expect(seen).toMatchObject({
    state: 'revealed',
    others: [{ grader: 'Dorina Kelmendi', grades: [{ dimension: 'A1', level: 4 }, {}, {}] }],
  })
})

test('what a grader writes after a decision, a withdrawal or a handing over is kept beside the request, and counts nowhere', async () => {
  const { applicationId } = await setUp([viktor, dorina])
  const assignmentId = await first(viktor, applicationId)
  const draft = draftWith(['A1'], { A1: 4 })
  const send = (viewer: StaffViewer, saveId = newId()) => ({
    viewer,
    assignmentId,
    saveId,
    baseRev: 0,
    draft,
    now: noon,
  })
  const kept = async () =>
    (await db.select().from(gradingBranches).where(eq(gradingBranches.assignmentId, assignmentId))).map(
      (branch) => branch.draft,
    )
  await db.update(applications).set({ stage: 'withdrawn' }).where(eq(applications.id, applicationId))
  const once = send(viktor)
  expect(await saveGrades(db, once)).toEqual({ refused: 'answer-gone' })
  expect(await saveGrades(db, once)).toEqual({ refused: 'answer-gone' })
  expect(await kept()).toEqual([draft])
  await db.update(applications).set({ stage: 'assignment' }).where(eq(applications.id, applicationId))
  await db.update(gradingAssignments).set({ voidedAt: noon }).where(eq(gradingAssignments.id, assignmentId))
  expect(await lockGrades(db, send(viktor))).toEqual({ refused: 'answer-gone' })
  expect(await kept()).toEqual([draft, draft])
  // To nobody else was it ever there.
  expect(await saveGrades(db, send(dorina))).toBeNull()
  expect(await lockGrades(db, send({ ...viktor, memberships: [] }))).toBeNull()
  expect(await kept()).toHaveLength(2)
  const [row] = await db.select().from(gradingAssignments).where(eq(gradingAssignments.id, assignmentId))
  expect(row).toMatchObject({ rev: 0, lockedAt: null })
})

test('two levels two apart ask a third, who must lock before anybody sees anything', async () => {
  const { applicationId, attemptId } = await setUp([viktor, dorina, tomasz])
  const [own] = (await requestsOf(attemptId)).filter((requests) =>
    requests.every(({ graderId }) => graderId !== tomasz.userId),
  )
  const [a, b] = own ?? []
  if (!a || !b) throw new Error('the pair did not rotate')
  const who = (id: string) => (id === viktor.userId ? viktor : dorina)
  const dimension = criteriaOf(await desk(who(a.graderId), a.id))[0] ?? 'A1'
  const mails = await db.$count(jobs, eq(jobs.kind, 'mail'))
  await graded(db, { grader: who(a.graderId), assignmentId: a.id, levels: { [dimension]: 2 }, now: noon })
  await graded(db, { grader: who(b.graderId), assignmentId: b.id, levels: { [dimension]: 4 }, now: noon })
  const third = (await openRequests(db, tomasz, applicationId)).find(({ ordinal }) => ordinal === 3)
  expect(third).toBeDefined()
  const minute = later(noon, { minutes: 1 })
  expect(await desk(who(a.graderId), a.id, minute)).toMatchObject({ state: 'locked', others: [] })
  expect(
    await amendGrade(db, {
      viewer: who(a.graderId),
      assignmentId: a.id,
      grades: draftWith([dimension], { [dimension]: 3 }).grades,
      reason: 'A slip',
      now: minute,
    }),
  ).toMatchObject({ ok: true })
  await settleAnswer(db, { assignmentId: a.id, now: minute })
  expect(
    await openRequests(db, tomasz, applicationId).then((open) => open.filter(({ ordinal }) => ordinal === 3)),
  ).toHaveLength(1)
  // Neither a mail nor a day of its own tells the third grader that two others disagree.
  expect(await db.$count(jobs, eq(jobs.kind, 'mail'))).toBe(mails)
  const his = (await requestsOf(attemptId)).flat().filter(({ graderId }) => graderId === tomasz.userId)
  expect(his.map(({ ordinal }) => ordinal)).toContain(3)
  for (const { dueAt, askedAt } of his)
    expect(Math.round((dueAt.getTime() - askedAt.getTime()) / 86_400_000)).toBe(5)
  await graded(db, { grader: tomasz, assignmentId: third?.id ?? '', levels: { [dimension]: 3 }, now: minute })
  expect(
    await desk(who(a.graderId), a.id, later(minute, { minutes: 1 })).then(({ others }) => others),
  ).toHaveLength(2)
})

test('with nobody left to ask the two grades stand, and an invitation makes good for it', async () => {
  const { vacancy, applicationId } = await setUp([viktor, dorina])
  await gradedApplication(db, {
    applicationId,
    graders: [
      { who: viktor, sheet: { 's03-first-fifty': { A3: 4 } } },
      { who: dorina, sheet: { 's03-first-fifty': { A3: 'ne' } } },
    ],
    now: noon,
  })
  const minute = later(noon, { minutes: 1 })
  expect(await gradingComplete(db, { applicationId, now: minute })).toBe(true)
  expect(
    await inviteGrader(db, { viewer: mirela, vacancyId: vacancy.id, userId: tomasz.userId, now: minute }),
  ).toEqual({ ok: true, asked: 1 })
  expect(await gradingComplete(db, { applicationId, now: minute })).toBe(false)
})

test('grades near the line of a dimension ask a third for all its answers', async () => {
  const { applicationId } = await setUp([viktor, dorina, tomasz])
  const sheet = { 's03-first-fifty': { A1: 2 as const }, 's17-why-support': { A1: 3 as const } }
  await gradedApplication(db, {
    applicationId,
    graders: [viktor, dorina, tomasz].map((who) => ({ who, sheet })),
    now: noon,
  })
  const further = await Promise.all(
    [viktor, dorina, tomasz].map((who) => openRequests(db, who, applicationId)),
  )
  expect(
    further
      .flat()
      .map(({ scenarioKey, ordinal }) => [scenarioKey, ordinal])
      .sort(),
  ).toEqual([
    ['s03-first-fifty', 3],
    ['s17-why-support', 3],
  ])
})

test('words hidden by one grader are hidden for all, in every answer and in what was quoted; whoever hid them can show them again', async () => {
  const reply =
    'Dear Besa, I was at Acme in Prague for years. The payout left on Monday; Acme in Prague was slower.'
  const bodies = {
    ...elirasAnswers,
    's03-first-fifty': { text: reply },
  }
  const vacancy = await publishedVacancy(db, world, monday)
  await invitedGraders(db, world, vacancy.id, [viktor, dorina], monday)
  const { applicationId } = await handedIn(db, world, {
    vacancy,
    email: 'hidden@example.com',
    bodies,
    now: monday,
  })
  const [mine, theirs] = [await first(viktor, applicationId), await first(dorina, applicationId)]
  const place = (await desk(viktor, mine)).text.indexOf('cme in Pragu')
  const levels = { A1: 5 } as const
  const before = await desk(dorina, theirs)
  const draft = draftWith(criteriaOf(before), levels)
  for (const grade of draft.grades) grade.quotes = [{ start: 10, end: 40 }]
  await graded(db, { grader: dorina, assignmentId: theirs, levels, draft, now: noon })

  const act = { viewer: viktor, assignmentId: mine, now: noon }
  const at = { start: place, end: place + 11 }
  expect(await hideWords(db, { ...act, viewer: tomasz, place: at })).toBeNull()
  expect(await hideWords(db, { ...act, place: at })).toEqual({ ok: true })
  expect(await hideWords(db, { ...act, place: at })).toEqual({ ok: true })
  const hidden = await db.select().from(hiddenWords).where(eq(hiddenWords.applicationId, applicationId))
  expect(hidden.map(({ words, hiddenBy }) => [words, hiddenBy])).toEqual([['Acme in Prague', viktor.userId]])
  for (const [who, id] of [
    [viktor, mine],
    [dorina, theirs],
  ] as const) {
    const { text } = await desk(who, id)
    expect(text).toHaveLength(reply.length)
    expect(text).not.toMatch(/Acme|Prague/)
  }
  const told = await db.select().from(events).where(eq(events.applicationId, applicationId))
  const own = told.filter(({ kind }) => kind === 'words-hidden')
  expect(own).toHaveLength(1)
  expect(JSON.stringify(own)).not.toContain('Acme')

  // What was quoted before is shown without them as well.
  await graded(db, { grader: viktor, assignmentId: mine, levels, now: noon })
  const { others } = await desk(viktor, mine, later(noon, { minutes: 1 }))
  const quotes = others.flatMap(({ grades: given }) => given.flatMap((grade) => grade.quotes))
  expect(quotes.length).toBeGreaterThan(0)
  for (const quote of quotes) expect(quote.text).not.toMatch(/Acme|Prague/)

  const { answerId } = (await db.query.gradingAssignments.findFirst({
    where: ({ id }) => eq(id, mine),
  })) ?? { answerId: '' }
  const look = { viewer: mirela, vacancyId: vacancy.id, answerId, locale: 'en' as const }
  const moderated = await answerForModerator(db, { ...look, now: later(noon, { minutes: 1 }) })
  expect(moderated?.criteria.flatMap(({ grades: given }) => given.flatMap((one) => one.quotes))).not.toEqual(
    [],
  )
  expect(JSON.stringify(moderated)).not.toMatch(/Acme|Prague/)

  const soon = later(noon, { seconds: 50 })
  expect(await showWords(db, { viewer: dorina, assignmentId: theirs, now: soon })).toEqual({
    refused: 'undo-over',
  })
  expect(await showWords(db, { ...act, now: later(noon, { seconds: 61 }) })).toEqual({ refused: 'undo-over' })
  expect(await showWords(db, { ...act, now: soon })).toEqual({ ok: true })
  expect((await desk(dorina, theirs)).text).toContain('Acme in Prague')
  const long = await hideWords(db, { ...act, place: { start: 0, end: reply.length } })
  expect(long).toEqual({ refused: 'words-too-long' })
  expect(await hideWords(db, { ...act, place: { start: 0, end: 9999 } })).toEqual({
    refused: 'words-missing',
  })
})

test('the manager sees counts of the graders, and no grade', async () => {
  const { vacancy, applicationId } = await setUp([viktor, dorina])
  await graded(db, {
    grader: viktor,
    assignmentId: await first(viktor, applicationId),
    levels: {},
    now: noon,
  })
  const found = await gradersOf(db, { viewer: mirela, vacancyId: vacancy.id, now: noon })
  expect(found?.graders.find(({ userId }) => userId === viktor.userId)).toMatchObject({
    asked: 3,
    locked: 1,
    roles: ['grader'],
  })
  expect(found?.graders.find(({ userId }) => userId === mirela.userId)).toMatchObject({
    invitedAt: null,
    asked: 0,
  })
  expect(await gradersOf(db, { viewer: viktor, vacancyId: vacancy.id, now: noon })).toBeNull()
})
