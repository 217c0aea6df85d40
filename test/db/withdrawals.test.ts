import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { CandidateViewer } from '#app/domain/access.ts'
import { inviteToAssignment } from '#db/attempts.ts'
import { applications, events, interviews, jobs, withdrawals } from '#db/schema/index.ts'
import { statusOf } from '#db/status.ts'
import { bringBack, withdraw } from '#db/withdrawals.ts'
import { testDb } from '#test/support/db.ts'
import { application } from '#test/world/applications.ts'
import { type Lumo, later, lumo, monday } from '#test/world/lumo.ts'

const { db } = await testDb()
let world: Lumo
let count = 0
beforeAll(async () => {
  world = await lumo(db)
})

const applied = () =>
  application(db, world, { form: { email: `leaving-${++count}@example.com` }, now: monday })
async function invited() {
  const made = await applied()
  const done = await inviteToAssignment(db, { viewer: world.mirela, applicationId: made.id, now: monday })
  expect(done).toHaveProperty('ok')
  return made
}
const stageOf = async (id: string) =>
  (await db.select({ stage: applications.stage }).from(applications).where(eq(applications.id, id)))[0]?.stage
const movesOf = async (id: string) => {
  const rows = await db.select().from(events).where(eq(events.applicationId, id)).orderBy(events.id)
  return rows
    .filter(({ kind }) => kind === 'moved')
    .map(({ data, actorKind }) => [data.from, data.to, actorKind])
}
const mailsOf = async (id: string) => {
  const rows = await db.select().from(jobs).where(eq(jobs.kind, 'mail')).orderBy(jobs.id)
  return rows.filter(({ payload }) => payload.applicationId === id).map(({ payload }) => payload.template)
}

test('a candidate leaves at any stage and comes back to it, each with its event and its mail', async () => {
  const { id, viewer } = await invited()
  const tuesday = later(monday, { days: 1 })
  expect(await withdraw(db, { viewer, now: tuesday })).toEqual({ ok: true })
  expect(await stageOf(id)).toBe('withdrawn')
  expect(await bringBack(db, { viewer, now: later(tuesday, { days: 6 }) })).toEqual({ ok: true })
  expect(await stageOf(id)).toBe('assignment')
  expect(await db.select().from(withdrawals).where(eq(withdrawals.applicationId, id))).toEqual([])
  expect(await movesOf(id)).toEqual([
    ['applied', 'assignment', 'staff'],
    ['assignment', 'withdrawn', 'candidate'],
    ['withdrawn', 'assignment', 'candidate'],
  ])
  expect(await mailsOf(id)).toEqual(['apply.received', 'attempt.invited', 'status.withdrawn', 'status.back'])
})

test('leaving twenty times at once is leaving once', async () => {
  const { id, viewer } = await applied()
  const answers = await Promise.all(Array.from({ length: 20 }, () => withdraw(db, { viewer, now: monday })))
  expect(answers.every((answer) => answer !== null && 'ok' in answer)).toBe(true)
  expect(await movesOf(id)).toHaveLength(1)
  expect(await mailsOf(id)).toEqual(['apply.received', 'status.withdrawn'])
})

test('coming back twenty times at once is coming back once', async () => {
  const { id, viewer } = await applied()
  await withdraw(db, { viewer, now: monday })
  await Promise.all(Array.from({ length: 20 }, () => bringBack(db, { viewer, now: monday })))
  expect(await stageOf(id)).toBe('applied')
  expect(await movesOf(id)).toHaveLength(2)
})

test('the way back is open through the seventh day in the team’s zone, and not longer', async () => {
  const { id, viewer } = await applied()
  await withdraw(db, { viewer, now: monday })
  // The seventh day ends in Tirana at 23:00 UTC.
  const over = new Date('2026-11-09T23:00:01Z')
  expect(await bringBack(db, { viewer, now: over })).toEqual({ refused: 'needs-return-open' })
  expect(await stageOf(id)).toBe('withdrawn')
  expect(await bringBack(db, { viewer, now: new Date('2026-11-09T22:59:00Z') })).toEqual({ ok: true })
})

test('leaving cancels the interview that is ahead and tells the interviewer, not the one that was', async () => {
  const { id, viewer } = await applied()
  const booking = {
    applicationId: id,
    interviewerId: world.agim.userId,
    minutes: 40,
    zone: 'Europe/Tirane',
    place: 'x',
    createdBy: world.mirela.userId,
    createdAt: monday,
  }
  const [past, underWay, ahead] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  await db.insert(interviews).values([
    { ...booking, id: past, uid: past, startsAt: later(monday, { days: -1 }) },
    { ...booking, id: underWay, uid: underWay, startsAt: later(monday, { minutes: -39 }) },
    { ...booking, id: ahead, uid: ahead, startsAt: later(monday, { days: 1 }) },
  ])
  await withdraw(db, { viewer, now: monday })
  const rows = await db.select().from(interviews).where(eq(interviews.applicationId, id))
  expect(new Map(rows.map((row) => [row.id, [row.cancelledAt, row.sequence]]))).toEqual(
    new Map<string, unknown[]>([
      [past, [null, 0]],
      [underWay, [monday, 1]],
      [ahead, [monday, 1]],
    ]),
  )
  const mails = (await db.select().from(jobs)).filter(({ payload }) => payload.interviewId === ahead)
  expect(mails.map(({ payload }) => payload.template)).toEqual(['interviews.assigned-cancelled'])
})

test('what is not there is null, and nobody else’s application moves', async () => {
  const { id } = await applied()
  const ghost: CandidateViewer = { kind: 'candidate', applicationId: '00000000-0000-7000-8000-000000000000' }
  expect(await withdraw(db, { viewer: ghost, now: monday })).toBeNull()
  expect(await bringBack(db, { viewer: ghost, now: monday })).toBeNull()
  expect(await stageOf(id)).toBe('applied')
})

test('the status page is given stage, next step, contact and history, and no code, grade or staff but the contact', async () => {
  const { viewer } = await invited()
  const status = await statusOf(db, { viewer, now: monday })
  expect(status).toMatchObject({
    stage: 'assignment',
    contact: { name: 'Mirela Hoxha', email: 'mirela@lumo.example.com' },
    ahead: { at: 'assignment', state: 'invited' },
    history: [{ what: 'moved', to: 'assignment' }, { what: 'applied' }],
  })
  expect(Object.keys(status ?? {}).sort()).toEqual(
    [
      'ahead',
      'answerBy',
      'appliedAt',
      'contact',
      'email',
      'history',
      'jobLocale',
      'lastWordAt',
      'name',
      'stage',
      'texts',
      'zone',
    ].sort(),
  )
  await withdraw(db, { viewer, now: monday })
  const left = await statusOf(db, { viewer, now: later(monday, { days: 2 }) })
  expect(left?.ahead).toEqual({ at: 'withdrawn', returnUntil: '2026-11-09' })
  const gone = await statusOf(db, { viewer, now: later(monday, { days: 9 }) })
  expect(gone?.ahead).toEqual({ at: 'withdrawn', returnUntil: null })
})
