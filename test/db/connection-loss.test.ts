import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openPool } from '#db/client.ts'
import { connect } from '#db/connect.ts'
import { rateLimits } from '#db/schema/index.ts'
import { databaseIsAway } from '#db/session.ts'
import { testDatabase } from '#test/support/db.ts'

const { url, adminUrl } = await testDatabase()
const admin = connect(adminUrl)
const endSessions = () => admin`
  select pg_terminate_backend(pid) from pg_stat_activity
  where usename = 'firstline_app' and datname = current_database()`
const stored = async () => {
  const rows = await admin<{ key: string }[]>`select key from rate_limits order by key`
  return rows.map(({ key }) => key)
}
const empty = () => admin`truncate rate_limits`

test('a session ended while its transaction waits for the app takes only that transaction with it', async () => {
  await empty()
  const pool = openPool(url, 1)
  const dying = pool.db.transaction(async (tx) => {
    await tx.insert(rateLimits).values({ key: 'before' })
    await endSessions()
    await tx.insert(rateLimits).values({ key: 'after' })
  })
  await expect(dying).rejects.toSatisfy(databaseIsAway)
  await pool.db.insert(rateLimits).values({ key: 'next' })
  await pool.db.transaction((tx) => tx.insert(rateLimits).values({ key: 'next transaction' }))
  expect(await stored()).toEqual(['next', 'next transaction'])
  await pool.end()
})

test('a session ended in the middle of a query takes only that transaction with it, even if the error is swallowed', async () => {
  await empty()
  const pool = openPool(url, 1)
  const dying = pool.db.transaction(async (tx) => {
    await tx.insert(rateLimits).values({ key: 'before' })
    const asleep = tx.execute(sql`select pg_sleep(60)`).catch(() => {})
    await expect.poll(async () => (await endSessions()).length, { interval: 10 }).toBeGreaterThan(0)
    await asleep
    await tx.insert(rateLimits).values({ key: 'after' })
  })
  await expect(dying).rejects.toThrow()
  await pool.db.insert(rateLimits).values({ key: 'next' })
  expect(await stored()).toEqual(['next'])
  await pool.end()
})

test('sessions ended again and again under load: what was acknowledged is there, what failed is there at most whole', async () => {
  await empty()
  const pool = openPool(url, 4)
  const acknowledged: string[] = []
  let failed = 0
  let loading = true
  const write = async (writer: number) => {
    for (let n = 0; loading; n++) {
      const key = `${writer}/${n}`
      await pool.db
        .transaction(async (tx) => {
          await tx.insert(rateLimits).values({ key: `${key} one` })
          await tx.insert(rateLimits).values({ key: `${key} two` })
        })
        .then(
          () => acknowledged.push(key),
          () => failed++,
        )
    }
  }
  const writers = Array.from({ length: 8 }, (_, writer) => write(writer))
  for (let kill = 0; kill < 30; kill++) {
    const before = acknowledged.length
    await endSessions()
    await expect.poll(() => acknowledged.length, { interval: 1 }).toBeGreaterThan(before)
  }
  loading = false
  await Promise.all(writers)

  const keys = new Set(await stored())
  expect(failed).toBeGreaterThan(0)
  expect(acknowledged.filter((key) => !keys.has(`${key} one`) || !keys.has(`${key} two`))).toEqual([])
  const halves = [...keys].filter(
    (key) => !keys.has(key.endsWith('one') ? key.replace('one', 'two') : key.replace('two', 'one')),
  )
  expect(halves).toEqual([])
  await pool.end()
})

test('a transaction in which a failure was swallowed is refused, not silently rolled back', async () => {
  await empty()
  const pool = openPool(url, 1)
  const hollow = pool.db.transaction(async (tx) => {
    await tx.insert(rateLimits).values({ key: 'lost' })
    await tx.execute(sql`select 1 / 0`).catch(() => {})
  })
  await expect(hollow).rejects.toThrow('the transaction had failed before and was rolled back')

  await pool.db.transaction(async (tx) => {
    await tx.insert(rateLimits).values({ key: 'kept' })
    await tx.transaction((inner) => inner.execute(sql`select 1 / 0`)).catch(() => {})
  })
  expect(await stored()).toEqual(['kept'])
  await expect(pool.db.execute(sql`select 1 / 0`)).rejects.not.toSatisfy(databaseIsAway)
  await pool.end()
})

test('more work than connections waits its turn; closing lets it finish and refuses the rest', async () => {
  await empty()
  const pool = openPool(url, 2)
  const many = Array.from({ length: 20 }, (_, n) =>
    pool.db
      .insert(rateLimits)
      .values({ key: `${n}` })
      .then(() => n),
  )
  expect(await Promise.all(many)).toHaveLength(20)
  const sessions =
    await admin`select 1 from pg_stat_activity where usename = 'firstline_app' and datname = current_database()`
  expect(sessions).toHaveLength(2)

  const last = pool.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_sleep(0.05)`)
    await tx.insert(rateLimits).values({ key: 'last' })
  })
  await Promise.all([last, Promise.resolve().then(pool.end)])
  expect(await stored()).toContain('last')
  await expect(pool.db.select().from(rateLimits)).rejects.toMatchObject({
    cause: { code: 'CONNECTION_LOST' },
  })
  await admin.end()
})
