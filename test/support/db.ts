import { afterAll, inject } from 'vitest'
import { type Db, openPool } from '#db/client.ts'
import { type FreshDatabase, freshDatabase } from './cluster.ts'

/** A database of the test file's own, seen through the app's role; call it once, at the top of the file. */
export async function testDb(): Promise<{ db: Db; url: string; ownerUrl: string }> {
  const database = await testDatabase()
  const pool = openPool(database.url, 5)
  afterAll(pool.end)
  return { db: pool.db, url: database.url, ownerUrl: database.ownerUrl }
}

/** The same without a client, for a process of the whole app: its DATABASE_URL and DATABASE_MIGRATE_URL. */
export async function testDatabase(kind: 'migrated' | 'bare' = 'migrated'): Promise<FreshDatabase> {
  const database = await freshDatabase(inject('adminUrl'), kind)
  afterAll(database.drop)
  return database
}
