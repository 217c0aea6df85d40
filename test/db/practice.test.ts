import { randomUUID } from 'node:crypto'
import { and, asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import { practiceKey } from '#app/server/practice-page.ts'
import { newId } from '#db/id.ts'
import { ownPlan } from '#db/newcomers.ts'
import { beginPractice, finishPractice, placeLevels, savePractice } from '#db/practice.ts'
import { ownPractice, practiceForLead } from '#db/practice-view.ts'
import { events, practiceRuns } from '#db/schema/index.ts'
import { testLibrary } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { lumo, monday } from '#test/world/lumo.ts'
import { admitted, norasLevels, norasReply, practised, practising, signed } from '#test/world/newcomers.ts'

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
const stranger: StaffViewer = { ...agim, memberships: [{ teamId: newId(), role: 'lead' }] }

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

test('practising once more keeps the step done and what was handed in before readable', async () => {
  const { viewer, newcomerId } = await practised(db, world, somebody())
  const scenario = testLibrary().scenario(practiceKey)
  if (!scenario) throw new Error('no practice case')
  await beginPractice(db, { viewer, scenario, now: monday })
  const own = await ownPractice(db, { viewer })
  expect(own).toMatchObject({ run: { submittedAt: null } })
  expect(await practiceForLead(db, { viewer: agim, newcomerId })).toMatchObject({ selfLevels: norasLevels })
  const plan = await ownPlan(db, { viewer })
  expect(plan?.steps.find(({ key }) => key === 'practice')?.state).toBe('done')
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
