import { and, asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import { newId } from '#db/id.ts'
import { ownPlan } from '#db/newcomers.ts'
import { delayReadiness, signReadiness } from '#db/readiness.ts'
import { events, jobs, memberships, readinessDelays, readinessSignatures } from '#db/schema/index.ts'
import { testDb } from '#test/support/db.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { admitted, practised } from '#test/world/newcomers.ts'

const { db } = await testDb()
const world = await lumo(db)
const { agim, mirela } = world
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
