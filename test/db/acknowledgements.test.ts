import { and, asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { agreementInForce, rulesQuiz } from '#app/domain/house-rules.ts'
import { readClause, signAgreement, tryQuiz } from '#db/acknowledgements.ts'
import { handbookGate, openArticle, ownPlan, tickHandbook } from '#db/newcomers.ts'
import { acknowledgements, events, quizTries } from '#db/schema/index.ts'
import { testDb } from '#test/support/db.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { admitted, hired, rightChoices, sign, signed } from '#test/world/newcomers.ts'

const { db } = await testDb()
const world = await lumo(db)
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
const hash = 'the hash of this text'
const typing = { locale: 'en' as const, seen: hash, text: { hash } }

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
