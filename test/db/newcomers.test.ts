import { and, asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import { rulesQuiz } from '#app/domain/house-rules.ts'
import { planSteps } from '#app/domain/onboarding.ts'
import { readClause, signAgreement, tryQuiz } from '#db/acknowledgements.ts'
import { newId } from '#db/id.ts'
import {
  handbookGate,
  newcomersFor,
  ownPlan,
  planForTeam,
  startNewcomer,
  tickHandbook,
} from '#db/newcomers.ts'
import { ownPractice } from '#db/practice-view.ts'
import { signReadiness } from '#db/readiness.ts'
import { events, jobs, memberships, newcomers, teams, users } from '#db/schema/index.ts'
import { testDb } from '#test/support/db.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { hired, practised, rightChoices } from '#test/world/newcomers.ts'

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
