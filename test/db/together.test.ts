import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { users } from '#db/schema/index.ts'
import { together } from '#db/together.ts'
import { testDb } from '#test/support/db.ts'
import { lumo } from '#test/world/lumo.ts'

const { db } = await testDb()

const backend = () =>
  db
    .select({ pid: sql<number>`pg_backend_pid()`, at: sql<string>`statement_timestamp()` })
    .from(sql`(select 1) one`)
    .execute()

test('what is asked together goes to one session of the server, each with its own answer', async () => {
  const world = await lumo(db)
  const name = (id: string) => db.select({ name: users.name }).from(users).where(eq(users.id, id)).execute()
  const [[first], mirela, [second], viktor] = await together(db, () => [
    backend(),
    name(world.mirela.userId),
    backend(),
    name(world.viktor.userId),
  ])
  expect(first?.pid).toBe(second?.pid)
  expect([mirela, viktor]).toEqual([[{ name: world.mirela.name }], [{ name: world.viktor.name }]])
})

test('what is asked together within goes along in the same message', async () => {
  const inner = async () => {
    const [[one], [two]] = await together(db, () => [backend(), backend()])
    return [one?.pid, two?.pid]
  }
  // Two messages at once would go to two sessions.
  const [[outer], pids] = await together(db, () => [backend(), inner()])
  expect(pids).toEqual([outer?.pid, outer?.pid])
})

test('one that fails fails alone, and the session goes on', async () => {
  const fine = backend()
  const outcome = together(db, () => [
    db.select({ none: sql`1 / 0` }).from(sql`(select 1) one`).execute(),
    fine,
  ])
  await expect(outcome).rejects.toThrow()
  await expect(fine).resolves.toHaveLength(1)
  await expect(backend()).resolves.toHaveLength(1)
})

test('in a transaction they follow one another', async () => {
  const answers = await db.transaction((tx) =>
    together(tx, () => [
      tx.execute(sql`select 1 as one`).execute(),
      tx.execute(sql`select 2 as two`).execute(),
    ]),
  )
  expect(answers.map((rows) => [...rows])).toEqual([[{ one: 1 }], [{ two: 2 }]])
})

test('nothing asked is nothing sent', async () => {
  await expect(together(db, () => [Promise.resolve(1), Promise.resolve('two')])).resolves.toEqual([1, 'two'])
})
