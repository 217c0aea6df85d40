import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { record } from '#db/events.ts'
import { newId } from '#db/id.ts'
import { events } from '#db/schema/index.ts'
import { testDb } from '#test/support/db.ts'

const { db } = await testDb()
const now = new Date('2026-03-02T09:00:00Z')

test('the app adds and reads events but can neither change, delete nor empty them', async () => {
  await record(db, {
    by: 'system',
    now,
    subject: 'vacancy',
    subjectId: newId(now.getTime()),
    kind: 'drafted',
  })
  expect(await db.select().from(events)).toHaveLength(1)

  const denied = { cause: { code: '42501' } }
  await expect(db.update(events).set({ kind: 'edited' })).rejects.toMatchObject(denied)
  await expect(db.delete(events)).rejects.toMatchObject(denied)
  await expect(db.execute(sql`truncate events`)).rejects.toMatchObject(denied)
  await expect(db.execute(sql`drop table events`)).rejects.toMatchObject(denied)
  expect(await db.select().from(events)).toHaveLength(1)
})
