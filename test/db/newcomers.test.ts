import { randomUUID } from 'node:crypto'
import { and, asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import { agreementInForce, rulesQuiz } from '#app/domain/house-rules.ts'
import { planSteps } from '#app/domain/onboarding.ts'
import { practiceKey } from '#app/server/practice-page.ts'
import { readClause, signAgreement, tryQuiz } from '#db/acknowledgements.ts'
import { newId } from '#db/id.ts'
import {
  handbookGate,
  newcomersFor,
  openArticle,
  ownPlan,
  planForTeam,
  startNewcomer,
  tickHandbook,
} from '#db/newcomers.ts'
import { beginPractice, finishPractice, placeLevels, savePractice } from '#db/practice.ts'
import { ownPractice, practiceForLead } from '#db/practice-view.ts'
import { delayReadiness, signReadiness } from '#db/readiness.ts'
import {
  acknowledgements,
  events,
  jobs,
  memberships,
  newcomers,
  practiceRuns,
  quizTries,
  readinessDelays,
  readinessSignatures,
  teams,
  users,
} from '#db/schema/index.ts'
import { testLibrary } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import {
  admitted,
  hired,
  norasLevels,
  norasReply,
  practised,
  practising,
  rightChoices,
  sign,
  signed,
} from '#test/world/newcomers.ts'

const { db } = await testDb()
const world = await lumo(db)
const { agim, mirela, viktor } = world
let people = 0
const somebody = (now = monday) => {
  people += 1
  return { name: `Nora Veseli ${people}`, email: `nora${people}@example.com`, now }
}
const kinds = async (newcomerId: string) =>
  (
    await db
      .select({ kind: events.kind })
      .from(events)
      .where(and(eq(events.subjectId, newcomerId), eq(events.subject, 'newcomer')))
      .orderBy(asc(events.id))
  ).map(({ kind }) => kind)
const mails = async (id: string) =>
  (await db.select({ payload: jobs.payload }).from(jobs))
    .filter(({ payload }) => payload.newcomerId === id || payload.delayId === id)
    .map(({ payload }) => payload.template)
const stranger: StaffViewer = { ...agim, memberships: [{ teamId: newId(), role: 'lead' }] }
const shift = later(monday, { days: 15 })
const hash = 'the hash of this text'
const typing = { locale: 'en' as const, seen: hash, text: { hash } }

test('a hire becomes an account, a plan with its days and a welcome by mail', async () => {
  const who = await hired(db, world, { ...somebody(), startsOn: '2026-11-23' })
  const plan = await ownPlan(db, { viewer: who.viewer })
  expect(plan?.steps.map(({ key, state, dueOn }) => [key, state, dueOn])).toEqual([
    ['agreement', 'open', '2026-11-23'],
    ['rules-quiz', 'waiting', '2026-11-23'],
    ['handbook', 'waiting', '2026-11-23'],
    ['practice', 'waiting', '2026-11-27'],
    ['readiness', 'waiting', '2026-12-07'],
  ])
  expect(plan?.lead?.name).toBe('Agim Berisha')
  expect(await kinds(who.newcomerId)).toEqual(['newcomer-started'])
  expect(await mails(who.newcomerId)).toEqual(['newcomers.welcome'])
  const [role] = await db.select().from(memberships).where(eq(memberships.userId, who.userId))
  expect(role).toMatchObject({ teamId: world.teamId, role: 'newcomer' })
})

test('the same hire twice is one newcomer', async () => {
  const who = await hired(db, world, somebody())
  const [row] = await db.select().from(newcomers).where(eq(newcomers.id, who.newcomerId))
  if (!row) throw new Error('no newcomer')
  const { name, email, locale } = who.viewer
  const again = await db.transaction((tx) => startNewcomer(tx, { ...row, name, email, locale, now: monday }))
  expect(again).toEqual({ ok: true, newcomerId: who.newcomerId, userId: who.userId })
  expect(await mails(who.newcomerId)).toEqual(['newcomers.welcome'])
})

test('somebody who was let go and is hired again comes back as a newcomer and nothing else', async () => {
  const { name, email, now } = somebody()
  const userId = newId()
  await db
    .insert(users)
    .values({ id: userId, name, email, locale: 'en', passwordHash: 'old', disabledAt: now, createdAt: now })
  await db.insert(memberships).values({ userId, teamId: world.teamId, role: 'owner', createdAt: now })
  const who = await hired(db, world, { name, email, now })
  expect(who.userId).toBe(userId)
  const roles = await db
    .select({ role: memberships.role })
    .from(memberships)
    .where(eq(memberships.userId, userId))
  expect(roles).toEqual([{ role: 'newcomer' }])
  const [user] = await db.select().from(users).where(eq(users.id, userId))
  expect(user).toMatchObject({ disabledAt: null, passwordHash: null })
})

test('somebody of the staff keeps their roles and is welcomed without a new password', async () => {
  const who = await hired(db, world, { ...somebody(), name: viktor.name, email: viktor.email })
  expect(who.userId).toBe(viktor.userId)
  const roles = await db
    .select({ role: memberships.role })
    .from(memberships)
    .where(eq(memberships.userId, viktor.userId))
  expect(roles.map(({ role }) => role).sort()).toEqual(['grader', 'newcomer'])
  const again = await hired(db, world, { ...somebody(), name: viktor.name, email: viktor.email }).catch(
    String,
  )
  expect(again).toContain('already-newcomer')
})

test('the agreement is signed after every clause, in the words that were read, with one’s own name', async () => {
  const { viewer, newcomerId } = await hired(db, world, somebody())
  const signature = { viewer, typedName: viewer.name, now: monday, ...typing }
  expect(await signAgreement(db, signature)).toMatchObject({ refused: 'clauses-unread' })
  for (const clause of agreementInForce.clauses) {
    expect(await readClause(db, { viewer, clause, now: monday })).toEqual({ ok: true })
    expect(await readClause(db, { viewer, clause, now: monday })).toEqual({ ok: true })
  }
  expect(await readClause(db, { viewer, clause: 'salary', now: monday })).toEqual({
    refused: 'clause-unknown',
  })
  expect(await signAgreement(db, { ...signature, seen: 'an older text' })).toEqual({
    refused: 'agreement-changed',
  })
  expect(await signAgreement(db, { ...signature, typedName: 'Arta Kola' })).toEqual({
    refused: 'name-differs',
  })
  expect(await signAgreement(db, signature)).toEqual({ ok: true })
  expect(await signAgreement(db, { ...signature, now: later(monday, { hours: 1 }) })).toEqual({ ok: true })
  const rows = await db.select().from(acknowledgements).where(eq(acknowledgements.newcomerId, newcomerId))
  expect(rows).toMatchObject([
    {
      document: 'confidentiality',
      version: '1',
      textHash: hash,
      typedName: viewer.name,
      locale: 'en',
      at: monday,
    },
  ])
  expect(await kinds(newcomerId)).toEqual([
    'newcomer-started',
    ...agreementInForce.clauses.map(() => 'clause-read'),
    'agreement-signed',
  ])
})

test('a signature of an older version no longer opens anything, and asks for a new one', async () => {
  const { viewer, newcomerId } = await admitted(db, world, somebody())
  await db.update(acknowledgements).set({ version: '0' }).where(eq(acknowledgements.newcomerId, newcomerId))
  expect(await handbookGate(db, { viewer })).toEqual({ refused: 'gate-not-passed' })
  const plan = await ownPlan(db, { viewer })
  expect(plan?.steps.find(({ key }) => key === 'agreement')?.state).toBe('open')
  await sign(db, viewer, later(monday, { days: 1 }))
  expect(await handbookGate(db, { viewer })).toMatchObject({ ok: true })
})

test('every try at the questions is kept; only what was wrong is asked again', async () => {
  const early = await hired(db, world, somebody())
  const quiz = rulesQuiz
  expect(await tryQuiz(db, { viewer: early.viewer, quiz, choices: rightChoices, now: monday })).toEqual({
    refused: 'agreement-unsigned',
  })
  const { viewer, newcomerId } = await signed(db, world, somebody())
  expect(await tryQuiz(db, { viewer, quiz, choices: { secret: 'prices' }, now: monday })).toEqual({
    refused: 'questions-open',
    questions: ['inside', 'friends', 'slip', 'after'],
  })
  const first = { ...rightChoices, friends: 'no', slip: 'morning' }
  expect(await tryQuiz(db, { viewer, quiz, choices: first, now: monday })).toEqual({
    ok: true,
    passed: false,
    wrong: ['friends', 'slip'],
  })
  const second = { friends: 'never', slip: 'lead' }
  expect(await tryQuiz(db, { viewer, quiz, choices: second, now: monday })).toMatchObject({ passed: true })
  expect(await tryQuiz(db, { viewer, quiz, choices: second, now: monday })).toMatchObject({ passed: true })
  const tries = await db
    .select()
    .from(quizTries)
    .where(eq(quizTries.newcomerId, newcomerId))
    .orderBy(quizTries.id)
  expect(tries.map(({ choices, passed }) => [Object.keys(choices).length, passed])).toEqual([
    [5, false],
    [2, true],
  ])
})

test('the handbook opens after agreement and questions only, and the ledger keeps what was opened', async () => {
  const { viewer, newcomerId } = await signed(db, world, somebody())
  const article = { viewer, article: 'payout-dates', handbookHash: 'h', now: monday }
  expect(await handbookGate(db, { viewer })).toEqual({ refused: 'gate-not-passed' })
  expect(await openArticle(db, article)).toEqual({ refused: 'gate-not-passed' })
  expect(await tickHandbook(db, { viewer, done: true, now: monday })).toEqual({ refused: 'gate-not-passed' })
  expect(await kinds(newcomerId)).not.toContain('article-opened')
  await tryQuiz(db, { viewer, quiz: rulesQuiz, choices: rightChoices, now: monday })
  expect(await openArticle(db, article)).toEqual({ ok: true })
  expect(await openArticle(db, article)).toEqual({ ok: true })
  expect(await handbookGate(db, { viewer })).toEqual({ ok: true, opened: ['payout-dates'] })
  expect((await kinds(newcomerId)).filter((kind) => kind === 'article-opened')).toHaveLength(2)
})

test('the tick at the handbook can be taken away again', async () => {
  const { viewer, newcomerId } = await admitted(db, world, somebody())
  const state = async () =>
    (await ownPlan(db, { viewer }))?.steps.find(({ key }) => key === 'handbook')?.state
  await tickHandbook(db, { viewer, done: true, now: monday })
  await tickHandbook(db, { viewer, done: true, now: monday })
  expect(await state()).toBe('done')
  await tickHandbook(db, { viewer, done: false, now: monday })
  expect(await state()).toBe('open')
  expect((await kinds(newcomerId)).slice(-2)).toEqual(['step-done', 'step-undone'])
})

test('practice waits for the gate, goes on where it was left, and is given in the language of the work', async () => {
  const scenario = testLibrary().scenario(practiceKey)
  if (!scenario) throw new Error('no practice case')
  const early = await signed(db, world, somebody())
  const begin = { viewer: early.viewer, scenario, now: monday }
  expect(await beginPractice(db, begin)).toEqual({ refused: 'gate-not-passed' })
  expect(await ownPractice(db, { viewer: early.viewer })).toEqual({ refused: 'gate-not-passed' })
  const { viewer, newcomerId } = await admitted(db, world, { ...somebody(), locale: 'sq' })
  const begun = await Promise.all(Array.from({ length: 5 }, () => beginPractice(db, { ...begin, viewer })))
  expect(new Set(begun.map((one) => one && 'ok' in one && one.runId)).size).toBe(1)
  const runs = await db.select().from(practiceRuns).where(eq(practiceRuns.newcomerId, newcomerId))
  expect(runs).toMatchObject([{ locale: 'en', scenarioHash: scenario.hash, rev: 0 }])
})

test('a stale save gets the newer text; the same save twice is one', async () => {
  const { viewer, runId } = await practising(db, world, somebody())
  const save = { viewer, runId, now: monday }
  const [mine, next] = [randomUUID(), randomUUID()]
  const body = { text: 'Longer.' }
  expect(await savePractice(db, { ...save, saveId: mine, baseRev: 1, body })).toMatchObject({
    ok: true,
    rev: 2,
  })
  expect(await savePractice(db, { ...save, saveId: mine, baseRev: 1, body })).toMatchObject({
    ok: true,
    rev: 2,
  })
  const other = { ...save, saveId: randomUUID(), baseRev: 1, body: { text: 'Another tab.' } }
  expect(await savePractice(db, other)).toMatchObject({ refused: 'stale', server: { rev: 2, body } })
  const unheard = { ...save, saveId: next, baseRev: 1, after: [mine], body: { text: 'Longer still.' } }
  expect(await savePractice(db, unheard)).toMatchObject({ ok: true, rev: 3 })
  const wrong = { ...save, saveId: randomUUID(), baseRev: 3, body: { answers: {} } }
  expect(await savePractice(db, wrong)).toEqual({ refused: 'answer-shape' })
})

test('the levels come after the answer, for every criterion, and are read by the shift lead alone', async () => {
  const { viewer, runId, newcomerId } = await practising(db, world, somebody())
  const act = { viewer, runId, now: monday }
  expect(await placeLevels(db, { ...act, levels: norasLevels })).toEqual({ refused: 'not-handed-in' })
  expect(await finishPractice(db, act)).toEqual({ ok: true })
  expect(await finishPractice(db, act)).toEqual({ ok: true })
  const late = { ...act, saveId: randomUUID(), baseRev: 1, body: { text: 'Too late.' } }
  expect(await savePractice(db, late)).toEqual({ refused: 'already-submitted' })
  expect(await placeLevels(db, { ...act, levels: { A1: 4 } })).toEqual({
    refused: 'levels-missing',
    dimensions: ['A3', 'K3'],
  })
  expect(await placeLevels(db, { ...act, levels: norasLevels })).toEqual({ ok: true })
  const read = await practiceForLead(db, { viewer: agim, newcomerId })
  expect(read).toMatchObject({ body: { text: norasReply }, selfLevels: norasLevels })
  for (const other of [mirela, viktor, viewer, stranger])
    expect(await practiceForLead(db, { viewer: other, newcomerId })).toBeNull()
  expect((await kinds(newcomerId)).slice(-3)).toEqual([
    'practice-begun',
    'practice-handed-in',
    'practice-placed',
  ])
})

test('an empty answer is not handed in', async () => {
  const { viewer, runId } = await practising(db, world, somebody())
  await savePractice(db, {
    viewer,
    runId,
    saveId: randomUUID(),
    baseRev: 1,
    body: { text: '  ' },
    now: monday,
  })
  expect(await finishPractice(db, { viewer, runId, now: monday })).toEqual({ refused: 'answer-empty' })
})

test('nobody reaches another newcomer’s practice', async () => {
  const { runId } = await practising(db, world, somebody())
  const { viewer } = await admitted(db, world, somebody())
  const act = { viewer, runId, now: monday }
  expect(await savePractice(db, { ...act, saveId: randomUUID(), baseRev: 1, body: { text: 'x' } })).toBeNull()
  expect(await finishPractice(db, act)).toBeNull()
  expect(await placeLevels(db, { ...act, levels: norasLevels })).toBeNull()
})

test('readiness is signed by a shift lead after the practice, with a first shift ahead, and the newcomer is told', async () => {
  const early = await admitted(db, world, somebody())
  const sign = { viewer: agim, note: 'See you on Tuesday.', firstShiftAt: shift, now: monday }
  expect(await signReadiness(db, { ...sign, newcomerId: early.newcomerId })).toEqual({
    refused: 'practice-not-done',
  })
  const { newcomerId, viewer } = await practised(db, world, somebody())
  expect(await signReadiness(db, { ...sign, newcomerId, viewer: mirela })).toEqual({ refused: 'not-a-lead' })
  expect(await signReadiness(db, { ...sign, newcomerId, viewer: stranger })).toBeNull()
  expect(await signReadiness(db, { ...sign, newcomerId, viewer })).toBeNull()
  expect(await signReadiness(db, { ...sign, newcomerId, firstShiftAt: monday })).toEqual({
    refused: 'first-shift-past',
  })
  expect(await signReadiness(db, { ...sign, newcomerId })).toEqual({ ok: true })
  expect(await mails(newcomerId)).toEqual(['newcomers.welcome', 'newcomers.ready'])
  expect((await ownPlan(db, { viewer }))?.signature).toMatchObject({
    by: agim.name,
    note: 'See you on Tuesday.',
    firstShiftAt: shift,
  })
  expect((await kinds(newcomerId)).at(-1)).toBe('readiness-signed')
})

test('nobody signs their own readiness, a shift lead no more than others', async () => {
  const { viewer, newcomerId } = await practised(db, world, somebody())
  await db
    .insert(memberships)
    .values({ userId: viewer.userId, teamId: world.teamId, role: 'lead', createdAt: monday })
  const lead: StaffViewer = {
    ...viewer,
    memberships: [...viewer.memberships, { teamId: world.teamId, role: 'lead' }],
  }
  const sign = { viewer: lead, newcomerId, note: '', firstShiftAt: shift, now: monday }
  expect(await signReadiness(db, sign)).toEqual({ refused: 'own-readiness' })
  await db.delete(memberships).where(and(eq(memberships.userId, viewer.userId), eq(memberships.role, 'lead')))
})

test('twenty signatures at once are one', async () => {
  const { newcomerId } = await practised(db, world, somebody())
  const sign = { viewer: agim, newcomerId, note: '', firstShiftAt: shift, now: monday }
  const results = await Promise.all(Array.from({ length: 20 }, () => signReadiness(db, sign)))
  expect(results.filter((one) => one && 'ok' in one)).toHaveLength(1)
  expect(results.filter((one) => one && 'refused' in one && one.refused === 'already-signed')).toHaveLength(
    19,
  )
  const rows = await db
    .select()
    .from(readinessSignatures)
    .where(eq(readinessSignatures.newcomerId, newcomerId))
  expect(rows).toHaveLength(1)
  expect(await mails(newcomerId)).toEqual(['newcomers.welcome', 'newcomers.ready'])
})

test('“not yet” says what to practise and by when, once, and moves the day', async () => {
  const { newcomerId, viewer } = await practised(db, world, somebody())
  const delay = {
    viewer: agim,
    newcomerId,
    dimensions: ['A1', 'K3'] as ('A1' | 'K3')[],
    note: 'Name the hour.',
    lookAgainOn: '2026-11-05',
    after: null,
    now: monday,
  }
  expect(await delayReadiness(db, { ...delay, viewer: mirela })).toEqual({ refused: 'not-a-lead' })
  expect(await delayReadiness(db, { ...delay, viewer: stranger })).toBeNull()
  expect(await delayReadiness(db, { ...delay, dimensions: [] })).toEqual({ refused: 'practise-nothing' })
  expect(await delayReadiness(db, { ...delay, lookAgainOn: '2026-11-02' })).toEqual({
    refused: 'look-again-past',
  })
  expect(await delayReadiness(db, delay)).toEqual({ ok: true })
  expect(await delayReadiness(db, delay)).toEqual({ ok: true })
  const rows = await db.select().from(readinessDelays).where(eq(readinessDelays.newcomerId, newcomerId))
  expect(rows).toHaveLength(1)
  const plan = await ownPlan(db, { viewer })
  expect(plan?.delay).toMatchObject({ by: agim.name, dimensions: ['A1', 'K3'], lookAgainOn: '2026-11-05' })
  expect(plan?.steps.find(({ key }) => key === 'readiness')).toMatchObject({
    state: 'open',
    dueOn: '2026-11-05',
  })
  expect(await mails(rows[0]?.id ?? '')).toEqual(['newcomers.not-yet'])
  await signReadiness(db, { viewer: agim, newcomerId, note: '', firstShiftAt: shift, now: monday })
  expect((await ownPlan(db, { viewer }))?.delay).toBeNull()
})

test('a finished plan stays whole: every step with who and when', async () => {
  const { viewer, newcomerId } = await practised(db, world, somebody())
  await tickHandbook(db, { viewer, done: true, now: monday })
  await signReadiness(db, { viewer: agim, newcomerId, note: '', firstShiftAt: shift, now: monday })
  const own = await ownPlan(db, { viewer })
  expect(own?.steps.map(({ key, state, doneBy }) => [key, state, doneBy])).toEqual(
    planSteps.map(({ key }) => [key, 'done', key === 'readiness' ? agim.name : viewer.name]),
  )
  const list = await newcomersFor(db, { viewer: mirela, now: later(monday, { days: 40 }) })
  expect(list.find(({ id }) => id === newcomerId)).toMatchObject({ standing: 'live', day: 41 })
})

test('manager and lead see the list of their teams, who is stuck first; others see nothing', async () => {
  const { newcomerId, viewer } = await hired(db, world, somebody(later(monday, { days: -3 })))
  for (const one of [mirela, agim]) {
    const list = await newcomersFor(db, { viewer: one, now: monday })
    expect(list[0]?.standing).toBe('stuck')
    expect(list.map(({ id }) => id)).toContain(newcomerId)
    expect(await planForTeam(db, { viewer: one, id: newcomerId })).toMatchObject({ maySign: one === agim })
  }
  for (const one of [viktor, viewer, stranger]) {
    expect(await newcomersFor(db, { viewer: one, now: monday })).toEqual([])
    expect(await planForTeam(db, { viewer: one, id: newcomerId })).toBeNull()
  }
})

test('whoever is no newcomer has no plan to act on', async () => {
  const viewer = mirela
  expect(await ownPlan(db, { viewer })).toBeNull()
  expect(await readClause(db, { viewer, clause: 'secret', now: monday })).toBeNull()
  expect(await signAgreement(db, { viewer, typedName: viewer.name, now: monday, ...typing })).toBeNull()
  expect(await tryQuiz(db, { viewer, quiz: rulesQuiz, choices: rightChoices, now: monday })).toBeNull()
  expect(await handbookGate(db, { viewer })).toBeNull()
  expect(await tickHandbook(db, { viewer, done: true, now: monday })).toBeNull()
  expect(await ownPractice(db, { viewer })).toBeNull()
})

test('a newcomer is given to the shift lead with the fewest; a team without one has nobody to give', async () => {
  const teamId = newId()
  await db.insert(teams).values({ id: teamId, name: 'Second', timeZone: 'Europe/Tirane', createdAt: monday })
  const alone = await hired(db, world, { ...somebody(), teamId })
  expect((await ownPlan(db, { viewer: alone.viewer }))?.lead).toBeNull()
  for (const userId of [agim.userId, mirela.userId])
    await db.insert(memberships).values({ userId, teamId, role: 'lead', createdAt: monday })
  const given = await hired(db, world, { ...somebody(), teamId })
  expect((await ownPlan(db, { viewer: given.viewer }))?.lead?.name).toBe(mirela.name)
})
