import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import { newId } from '#db/id.ts'
import { applicationForStaff } from '#db/pipeline.ts'
import {
  quarantineOf,
  removeApplication,
  removeNow,
  restoreApplication,
  undoRemoval,
} from '#db/quarantine.ts'
import { applications, events, identityViews, jobs, persons } from '#db/schema/index.ts'
import { testDb } from '#test/support/db.ts'
import { application } from '#test/world/applications.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const world = await lumo(db)
const { mirela: viewer } = world
const vacancy = await publishedVacancy(db, world, monday)
const now = later(monday, { hours: 1 })
let count = 0
const spam = (email = `spam-${++count}@example.com`, sha256 = 'b'.repeat(64)) => {
  const resume = { name: 'cv.pdf', type: 'application/pdf', bytes: 9, sha256 }
  return application(db, world, { vacancy, suspected: 'trap', form: { email }, resume, now: monday })
}
const stranger: StaffViewer = { ...viewer, memberships: [{ teamId: newId(), role: 'manager' }] }
const grader: StaffViewer = {
  ...viewer,
  memberships: viewer.memberships.map(({ teamId }) => ({ teamId, role: 'grader' })),
}

const listed = async (who = viewer, before?: string) =>
  (await quarantineOf(db, { viewer: who, before })).rows.map(({ id }) => id)
const kindsOf = async (id: string) =>
  (await db.select().from(events).where(eq(events.applicationId, id)).orderBy(events.id)).map(
    ({ kind }) => kind,
  )
const waitingFor = async (id: string) =>
  (await db.select().from(jobs)).filter(({ payload }) => payload.applicationId === id)

describe('the quarantine', () => {
  test('lists what is suspected and by what, the newest first, for the team alone', async () => {
    const [first, second] = [await spam(), await spam()]
    await application(db, world, { vacancy, form: { email: 'real@example.com' }, now: monday })
    const { rows } = await quarantineOf(db, { viewer })
    expect(rows.map(({ id }) => id)).toEqual([second.id, first.id])
    expect(rows[0]).toMatchObject({ suspected: 'trap', removing: false, zone: 'Europe/Tirane' })
    expect(await listed(viewer, second.id)).toEqual([first.id])
    expect(await listed(stranger)).toEqual([])
    expect(await listed(grader)).toEqual([])
  })

  test('lets go of what is no spam: it is there like any other, with the mail that it had not got', async () => {
    const { id } = await spam()
    expect(await applicationForStaff(db, { viewer, id, now })).toBeNull()
    const judged = { viewer, applicationId: id, now }
    expect(await restoreApplication(db, judged)).toEqual({ ok: true })
    expect(await restoreApplication(db, judged)).toEqual({ ok: true })
    expect(await applicationForStaff(db, { viewer, id, now })).toMatchObject({
      stage: 'applied',
      lastWordAt: now,
    })
    expect((await waitingFor(id)).map(({ payload }) => payload.template)).toEqual(['apply.received'])
    expect(await kindsOf(id)).toEqual(['applied', 'restored'])
    const views = await db.select().from(identityViews).where(eq(identityViews.applicationId, id))
    expect(views.map(({ userId }) => userId)).toEqual([viewer.userId])
    expect(await listed()).not.toContain(id)
  })

  test('is nobody else’s to judge', async () => {
    const { id } = await spam()
    for (const judge of [restoreApplication, removeApplication, undoRemoval]) {
      expect(await judge(db, { viewer: stranger, applicationId: id, now })).toBeNull()
      expect(await judge(db, { viewer: grader, applicationId: id, now })).toEqual({ refused: 'role-too-low' })
    }
    expect(await kindsOf(id)).toEqual(['applied'])
    expect(await listed()).toContain(id)
  })
})

describe('a removal', () => {
  test('waits ten seconds, and until then can be taken back', async () => {
    const { id } = await spam()
    const judged = { viewer, applicationId: id, now }
    expect(await removeApplication(db, judged)).toEqual({ ok: true })
    expect(await removeApplication(db, judged)).toEqual({ ok: true })
    const waiting = await waitingFor(id)
    expect(waiting.map(({ kind, runAt }) => [kind, runAt])).toEqual([
      ['remove-application', later(now, { seconds: 10 })],
    ])
    expect((await quarantineOf(db, { viewer })).rows.find((row) => row.id === id)?.removing).toBe(true)
    expect(await undoRemoval(db, judged)).toEqual({ ok: true })
    expect(await waitingFor(id)).toEqual([])
    expect(await undoRemoval(db, judged)).toEqual({ refused: 'undo-over' })
    expect(await kindsOf(id)).toEqual(['applied', 'removed', 'removal-undone'])
  })

  test('leaves nothing but the fact, and bytes only where somebody else has sent the same file', async () => {
    const same = 'c'.repeat(64)
    const [first, second] = [await spam('one@spam.example', same), await spam('two@spam.example', same)]
    expect(await removeNow(db, { applicationId: first.id })).toEqual([])
    expect(await removeNow(db, { applicationId: second.id })).toEqual([same])
    expect(await removeNow(db, { applicationId: second.id })).toEqual([])
    expect(await db.select().from(applications).where(eq(applications.id, first.id))).toEqual([])
    expect(await db.select().from(persons).where(eq(persons.emailNormal, 'one@spam.example'))).toEqual([])
    expect(await kindsOf(first.id)).toEqual(['applied'])
  })

  test('spares a person who has also applied in earnest, and whatever was restored meanwhile', async () => {
    const real = await application(db, world, { form: { email: 'both@example.com' }, now: monday })
    const { id } = await spam('both@example.com')
    await removeNow(db, { applicationId: id })
    await removeNow(db, { applicationId: real.id })
    expect(await db.select().from(applications).where(eq(applications.id, real.id))).toHaveLength(1)
    const other = await spam()
    await removeApplication(db, { viewer, applicationId: other.id, now })
    await restoreApplication(db, { viewer, applicationId: other.id, now })
    expect((await waitingFor(other.id)).map(({ kind }) => kind)).toEqual(['mail'])
    expect(await removeApplication(db, { viewer, applicationId: other.id, now })).toBeNull()
  })
})
