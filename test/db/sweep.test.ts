import { isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { newId } from '#db/id.ts'
import { enqueue } from '#db/jobs.ts'
import { idempotencyKeys, jobs, links, rateLimits, sessions } from '#db/schema/index.ts'
import { sweep, sweepNightly } from '#db/sweep.ts'
import { testDb } from '#test/support/db.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'

const { db } = await testDb()
const { mirela } = await lumo(db)
const before = (days: number) => later(monday, { days: -days })
const made = (days: number) => newId(before(days).getTime())
const waiting = async () => {
  const rows = await db.select().from(jobs).where(isNull(jobs.doneAt))
  return rows.filter(({ kind }) => kind === 'sweep').map(({ runAt }) => runAt.toISOString())
}

test('what is over and read by nobody is swept away; what holds, waits or was given up stays', async () => {
  const job = { kind: 'mail', payload: {}, attempts: 1 }
  const session = { kind: 'staff' as const, userId: mirela.userId }
  const link = { purpose: 'staff-sign-in' as const, userId: mirela.userId }
  const jobRow = (name: string, days: number, more: object) => ({
    ...{ ...job, id: made(days), dedupe: name, runAt: before(days) },
    ...more,
  })
  await db
    .insert(jobs)
    .values([
      jobRow('done', 2, { doneAt: before(2) }),
      jobRow('done an hour ago', 9, { doneAt: later(monday, { hours: -1 }) }),
      jobRow('waits', 400, { runAt: later(monday, { days: 1 }) }),
      jobRow('given up', 60, { failedAt: before(60) }),
      jobRow('given up long ago', 120, { failedAt: before(100) }),
    ])
  await db.insert(sessions).values([
    { ...session, id: made(40), secretHash: 'over', createdAt: before(40), expiresAt: before(26) },
    {
      ...session,
      id: made(40),
      secretHash: 'holds',
      createdAt: before(40),
      expiresAt: later(monday, { days: 1 }),
    },
    { ...session, id: made(15), secretHash: 'just over', createdAt: before(15), expiresAt: before(1) },
  ])
  await db.insert(links).values([
    { ...link, id: made(400), tokenHash: 'over', createdAt: before(400), expiresAt: before(399) },
    {
      ...link,
      id: made(300),
      tokenHash: 'is told to be over',
      createdAt: before(300),
      expiresAt: before(299),
    },
    {
      ...link,
      id: made(400),
      tokenHash: 'holds',
      createdAt: before(400),
      expiresAt: later(monday, { days: 9 }),
    },
  ])
  const form = { scope: 'apply', bodyHash: 'h' }
  await db.insert(idempotencyKeys).values([
    { ...form, key: 'old', createdAt: before(40) },
    { ...form, key: 'new', createdAt: before(1) },
  ])
  await db.insert(rateLimits).values([
    { key: 'over', points: 3, expire: before(1) },
    { key: 'counts', points: 3, expire: later(monday, { minutes: 1 }) },
  ])
  for (let time = 0; time < 2; time++) {
    await sweep(db, { now: monday })
    expect(
      (await db.select().from(jobs)).flatMap(({ dedupe, kind }) => (kind === 'mail' ? dedupe : [])).sort(),
    ).toEqual(['done an hour ago', 'given up', 'waits'])
    expect((await db.select().from(sessions)).map(({ secretHash }) => secretHash).sort()).toEqual([
      'holds',
      'just over',
    ])
    expect((await db.select().from(links)).map(({ tokenHash }) => tokenHash).sort()).toEqual([
      'holds',
      'is told to be over',
    ])
    expect((await db.select().from(idempotencyKeys)).map(({ key }) => key)).toEqual(['new'])
    expect((await db.select().from(rateLimits)).map(({ key }) => key)).toEqual(['counts'])
  }
  expect(await waiting()).toEqual(['2026-11-03T03:30:00.000Z'])
  await sweepNightly(db, new Date('2026-11-03T03:29:00Z'))
  expect(await waiting()).toHaveLength(1)
})

test('of much that is over some is taken at a time, and the rest a minute later', async () => {
  await db.delete(jobs)
  for (let n = 0; n < 5; n++) await enqueue(db, { kind: 'mail', payload: {}, now: before(3) })
  await db.update(jobs).set({ doneAt: before(2) })
  await sweep(db, { now: monday, size: 2, most: 1 })
  const left = (await db.select().from(jobs)).filter(({ kind }) => kind === 'mail')
  expect(left).toHaveLength(3)
  expect((await waiting()).sort()).toEqual([
    later(monday, { minutes: 1 }).toISOString(),
    '2026-11-03T03:30:00.000Z',
  ])
})
