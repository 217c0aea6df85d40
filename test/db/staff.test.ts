import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import { mayGive } from '#app/domain/staff.ts'
import { newId } from '#db/id.ts'
import { events, jobs, memberships, teams, users } from '#db/schema/index.ts'
import { disableStaff, enableStaff } from '#db/staff/accounts.ts'
import { inviteStaff, staffOf, takeRole } from '#db/staff.ts'
import { testDb } from '#test/support/db.ts'
import { lumo, monday } from '#test/world/lumo.ts'

const { db } = await testDb()
const world = await lumo(db)
const { mirela: viewer, viktor, teamId } = world
const drita = {
  teamId,
  name: 'Drita Shala',
  email: 'drita@lumo.example.com',
  locale: 'sq' as const,
  role: 'grader' as const,
}

/** The owner of a team of their own, and nothing of Lumo's. */
async function stranger(): Promise<StaffViewer> {
  const id = newId()
  await db.insert(teams).values({ id, name: 'Elsewhere', timeZone: 'UTC', createdAt: monday })
  return { ...world.agim, userId: newId(), memberships: [{ teamId: id, role: 'owner' }] }
}

test('nobody gives a role higher than their own', () => {
  expect(mayGive(['owner'], 'owner')).toBe(true)
  expect(mayGive(['manager'], 'owner')).toBe(false)
  expect(mayGive(['manager'], 'grader')).toBe(true)
  expect(mayGive(['grader'], 'manager')).toBe(false)
  expect(mayGive([], 'newcomer')).toBe(false)
})

describe('an owner', () => {
  test('invites somebody new by mail, with a role, once', async () => {
    expect(await inviteStaff(db, { viewer, ...drita, now: monday })).toEqual({ ok: true })
    await inviteStaff(db, { viewer, ...drita, now: monday })
    const found = (await staffOf(db, viewer)).filter(({ email }) => email === drita.email)
    expect(found).toMatchObject([{ name: 'Drita Shala', roles: ['grader'], invited: true, disabledAt: null }])
    const mails = (await db.select().from(jobs)).filter(({ payload }) => payload.userId === found[0]?.userId)
    expect(mails).toHaveLength(1)
  })

  test('gives a colleague one more role', async () => {
    const { name, email, locale } = viktor
    await inviteStaff(db, { viewer, teamId, name, email, locale, role: 'lead', now: monday })
    const found = (await staffOf(db, viewer)).find(({ userId }) => userId === viktor.userId)
    expect(found?.roles).toEqual(['grader', 'lead'])
  })

  test('takes a role away, with an event', async () => {
    const given = { viewer, teamId, userId: world.tomasz.userId, role: 'grader' as const, now: monday }
    expect(await takeRole(db, given)).toEqual({ ok: true })
    expect(await takeRole(db, given)).toBeNull()
    const [event] = await db
      .select()
      .from(events)
      .where(and(eq(events.kind, 'role-taken'), eq(events.subjectId, world.tomasz.userId)))
    expect(event).toMatchObject({ actorId: viewer.userId, data: { role: 'grader' } })
  })

  test('closes an account and opens it again', async () => {
    const { userId } = world.agim
    expect(await disableStaff(db, { viewer, userId, now: monday })).toEqual({ ok: true })
    const again = { viewer, teamId, name: 'Agim', email: world.agim.email, locale: 'en' as const }
    expect(await inviteStaff(db, { ...again, role: 'grader', now: monday })).toEqual({
      refused: 'account-disabled',
    })
    await enableStaff(db, { viewer, userId, now: monday })
    expect((await staffOf(db, viewer)).find((one) => one.userId === userId)?.disabledAt).toBeNull()
  })
})

describe('a team keeps an owner who can sign in', () => {
  let second: string
  beforeEach(async () => {
    await inviteStaff(db, { viewer, ...drita, role: 'owner', now: monday })
    const [row] = await db.select().from(users).where(eq(users.email, drita.email))
    second = row?.id ?? ''
    await db.update(users).set({ disabledAt: null })
    await db
      .insert(memberships)
      .values({ teamId, userId: viewer.userId, role: 'owner', createdAt: monday })
      .onConflictDoNothing()
  })

  test('the last one can neither be closed nor lose the role', async () => {
    expect(await disableStaff(db, { viewer, userId: second, now: monday })).toEqual({ ok: true })
    expect(await disableStaff(db, { viewer, userId: viewer.userId, now: monday })).toEqual({
      refused: 'last-owner',
    })
    const own = { viewer, teamId, userId: viewer.userId, role: 'owner' as const, now: monday }
    expect(await takeRole(db, own)).toEqual({ refused: 'last-owner' })
  })

  test('two owners who close each other at once leave one', async () => {
    const other: StaffViewer = { ...viewer, userId: second }
    const both = await Promise.all([
      disableStaff(db, { viewer, userId: second, now: monday }),
      disableStaff(db, { viewer: other, userId: viewer.userId, now: monday }),
    ])
    expect(both).toContainEqual({ ok: true })
    expect(both).toContainEqual({ refused: 'last-owner' })
  })
})

describe('staff of a team', () => {
  test('are not there for the owner of another', async () => {
    const other = await stranger()
    expect(await staffOf(db, other)).toEqual([])
    expect(await inviteStaff(db, { viewer: other, ...drita, now: monday })).toBeNull()
    expect(await disableStaff(db, { viewer: other, userId: viktor.userId, now: monday })).toBeNull()
    const role = { viewer: other, teamId, userId: viktor.userId, role: 'grader' as const, now: monday }
    expect(await takeRole(db, role)).toBeNull()
  })

  test('are managed by owners alone', async () => {
    const manager: StaffViewer = { ...world.agim, memberships: [{ teamId, role: 'manager' }] }
    expect(await inviteStaff(db, { viewer: manager, ...drita, role: 'owner', now: monday })).toEqual({
      refused: 'role-too-low',
    })
    expect(await inviteStaff(db, { viewer: viktor, ...drita, now: monday })).toEqual({
      refused: 'role-too-low',
    })
  })

  test('who belong to another team as well are not closed by one owner', async () => {
    const other = await stranger()
    const [foreign] = other.memberships
    await db.insert(memberships).values({
      teamId: foreign?.teamId ?? '',
      userId: world.dorina.userId,
      role: 'grader',
      createdAt: monday,
    })
    expect(await disableStaff(db, { viewer, userId: world.dorina.userId, now: monday })).toEqual({
      refused: 'role-too-low',
    })
  })
})
