import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testDb } from '#test/support/db.ts'

const { db } = await testDb()

async function roundTrip(list: unknown[], type: string) {
  const [row] = await db.execute<{ list: unknown[] }>(
    sql`select ${sql.param(list)}::${sql.raw(type)}[] as list`,
  )
  return row?.list
}

test('any list of texts comes back from the database as it went in', async () => {
  const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0'))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.option(fc.oneof(text, fc.constantFrom('NULL', '{}', ',', '"', '\\', ' ', ''))), {
        maxLength: 6,
      }),
      async (list) => {
        expect(await roundTrip(list, 'text')).toEqual(list)
      },
    ),
    { numRuns: 200 },
  )
})

test('lists of ids and numbers keep their types', async () => {
  const ids = [crypto.randomUUID(), crypto.randomUUID()]
  expect(await roundTrip(ids, 'uuid')).toEqual(ids)
  expect(await roundTrip([1, -2, null], 'int')).toEqual([1, -2, null])
  expect(await roundTrip([], 'int')).toEqual([])
})
