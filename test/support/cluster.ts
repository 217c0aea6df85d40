import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '#db/connect.ts'
import { lockHolder } from '#db/embedded/lock.ts'
import { removePlace } from '#db/embedded/place.ts'
import { APP, OWNER, startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'

const PREFIX = 'firstline-test-'
const LEFT_AFTER_MS = 30 * 60_000
const TEMPLATE = 'firstline_template'
export const quiet = { info: () => {}, warn: () => {}, error: () => {} }

/** The admin's URL of the run's server, from which all others follow. */
export type TestServer = { adminUrl: string; stop(): Promise<void> }

export const urlFor = (adminUrl: string, role: string, database: string) => {
  const url = new URL(adminUrl)
  url.username = role
  url.pathname = `/${database}`
  return url.href
}

/** A data folder that a later run removes if this one cannot. */
export const testFolder = () => mkdtempSync(join(tmpdir(), PREFIX))

/** Runs of tests that were killed leave a server and its data behind. */
async function sweep() {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue
    const dataFolder = join(tmpdir(), name)
    if (Date.now() - statSync(dataFolder).mtimeMs < LEFT_AFTER_MS) continue
    if (lockHolder(join(dataFolder, 'app.lock')) !== null) continue
    await startEmbedded({ dataFolder, log: quiet, durable: false }).then(
      (left) => left.stop(),
      () => {},
    )
    removePlace(dataFolder)
  }
}

/** One Postgres for a whole run, with a migrated database to copy from. */
export async function startTestServer(): Promise<TestServer> {
  await sweep()
  const dataFolder = testFolder()
  const server = await startEmbedded({
    dataFolder,
    log: quiet,
    durable: false,
    settings: { max_connections: '200', shared_buffers: '64MB', autovacuum: 'off' },
  })
  const stop = async () => {
    await server.stop()
    removePlace(dataFolder)
  }
  try {
    const sql = connect(server.adminUrl)
    await sql`create database ${sql(TEMPLATE)} owner ${sql(OWNER)}`
    await sql.end()
    await migrate({
      ownerUrl: server.url(OWNER, TEMPLATE),
      appRole: APP,
      setting: 'the test server',
      log: quiet,
    })
  } catch (error) {
    await stop()
    throw error
  }
  return { adminUrl: server.adminUrl, stop }
}

/** `url` is the app role's, `ownerUrl` the migrating role's: DATABASE_URL and DATABASE_MIGRATE_URL of a whole app. */
export type FreshDatabase = { url: string; ownerUrl: string; adminUrl: string; drop(): Promise<void> }

/** A database of one's own: a copy of the migrated template, or one without any table. */
export async function freshDatabase(
  adminUrl: string,
  kind: 'migrated' | 'bare' = 'migrated',
): Promise<FreshDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`
  const template = kind === 'migrated' ? TEMPLATE : 'template1'
  const sql = connect(adminUrl)
  await sql`create database ${sql(name)} owner ${sql(OWNER)} template ${sql(template)}`
  await sql.end()
  return {
    url: urlFor(adminUrl, APP, name),
    ownerUrl: urlFor(adminUrl, OWNER, name),
    adminUrl: urlFor(adminUrl, new URL(adminUrl).username, name),
    async drop() {
      const again = connect(adminUrl)
      await again`drop database if exists ${again(name)} with (force)`
      await again.end()
    },
  }
}
