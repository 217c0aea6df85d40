import { sql } from 'drizzle-orm'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import type { Log } from './connect.ts'
import { APP, OWNER, startEmbedded } from './embedded.ts'
import { openSession, whoAmI } from './fitness.ts'
import type { EventsGuard } from './guarantees.ts'
import { migrate, readMigrations } from './migrate.ts'
import { openClient } from './pool.ts'
import * as schema from './schema/index.ts'

export type Db = PostgresJsDatabase<typeof schema>
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]

export type Database = {
  db: Db
  /** The app role's URL (a socket folder as `?host=`); no password when embedded. */
  url: string
  kind: 'embedded' | 'external'
  /** Started as root: for trials, says the start. */
  asRoot: boolean
  eventsGuard: EventsGuard
  /** Names of the migrations that this start applied. */
  applied: string[]
  /** Answers within a second: does the database answer, and is its schema this program's? */
  check(): Promise<{ database: boolean; migrations: boolean }>
  /** Lets queries finish, closes the pool, stops the embedded server. */
  close(): Promise<void>
  /** For an end in a hurry: asks the embedded server to stop and waits for nothing. */
  abandon(): void
}

export function openPool(url: string, max = 10): { db: Db; end(): Promise<void> } {
  const { client, end } = openClient(url, max)
  return { db: drizzle(client, { schema, casing: 'snake_case' }), end }
}

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }

/**
 * The one door to the database: the server that DATABASE_URL names, or an embedded one in the data folder. Checked,
 * migrated and with the app role's rights issued when it returns. Throws CannotStart with one clear line.
 */
export async function openDb(options: {
  databaseUrl?: string
  migrateUrl?: string
  dataFolder: string
  log?: Log
  signal?: AbortSignal
}): Promise<Database> {
  const { databaseUrl, dataFolder, log = silent, signal } = options
  const embedded = databaseUrl === undefined ? await startEmbedded({ dataFolder, log, signal }) : null
  const url = databaseUrl ?? embedded?.url(APP) ?? ''
  const ownerUrl = options.migrateUrl ?? databaseUrl ?? embedded?.url(OWNER) ?? ''
  let end = async () => {}
  try {
    signal?.throwIfAborted()
    const appRole = embedded ? APP : await roleOf(url)
    const setting = options.migrateUrl === undefined ? 'DATABASE_URL' : 'DATABASE_MIGRATE_URL'
    const { applied, eventsGuard } = await migrate({ ownerUrl, appRole, setting, log, signal })
    const pool = openPool(url)
    end = pool.end
    const names = readMigrations().map(({ name }) => name)
    return {
      db: pool.db,
      url,
      kind: embedded ? 'embedded' : 'external',
      asRoot: embedded?.asRoot ?? false,
      eventsGuard,
      applied,
      check: () => check(pool.db, names),
      async close() {
        await pool.end()
        await embedded?.stop()
      },
      abandon: () => embedded?.abandon(),
    }
  } catch (error) {
    await end()
    await embedded?.stop()
    throw error
  }
}

async function roleOf(url: string) {
  const session = openSession(url, 'DATABASE_URL')
  try {
    return await whoAmI(session, url, 'DATABASE_URL')
  } finally {
    await session.end()
  }
}

async function check(db: Db, names: string[]) {
  const late = new Promise<null>((done) => setTimeout(done, 1_000, null).unref())
  const asked = db.execute<{ name: string }>(sql`select name from migrations`).catch(() => null)
  const rows = await Promise.race([asked, late])
  const found = new Set(rows?.map(({ name }) => name))
  return { database: rows !== null, migrations: names.every((name) => found.has(name)) }
}
