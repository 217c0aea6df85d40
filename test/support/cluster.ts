import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { connect } from '#db/connect.ts'
import { lockHolder } from '#db/embedded/lock.ts'
import { running, stop } from '#db/embedded/server.ts'
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

export function clusterOf(dataFolder: string) {
  const note = join(dataFolder, 'postgres.place')
  return existsSync(note) ? join(readFileSync(note, 'utf8').trim(), 'cluster') : join(dataFolder, 'postgres')
}

/** Stops the server of a data folder, if one runs, and removes both for good. */
export async function removeCluster(dataFolder: string) {
  const cluster = clusterOf(dataFolder)
  const server = running(cluster)
  if (server) await stop(server.pid)
  const home = dirname(cluster)
  if (home.startsWith('/var/lib/firstline/')) rmSync(home, { recursive: true, force: true })
  rmSync(dataFolder, { recursive: true, force: true })
}

/** Runs of tests that were killed leave a server and its data behind. */
async function sweep() {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue
    const dataFolder = join(tmpdir(), name)
    if (Date.now() - statSync(dataFolder).mtimeMs < LEFT_AFTER_MS) continue
    if (lockHolder(join(dataFolder, 'app.lock')) !== null) continue
    await removeCluster(dataFolder)
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
  const end = async () => {
    await server.stop()
    await removeCluster(dataFolder)
  }
  try {
    const sql = connect(server.adminUrl)
    await sql`create database ${sql(TEMPLATE)} owner ${sql(OWNER)}`
    await sql.end()
    await withoutNewer(urlFor(server.adminUrl, new URL(server.adminUrl).username, TEMPLATE))
    await migrate({
      ownerUrl: server.url(OWNER, TEMPLATE),
      appRole: APP,
      setting: 'the test server',
      log: quiet,
    })
  } catch (error) {
    await end()
    throw error
  }
  return { adminUrl: server.adminUrl, stop: end }
}

/** `url` is the app role's, `ownerUrl` the migrating role's: DATABASE_URL and DATABASE_MIGRATE_URL of a whole app. */
/** What a Postgres 15 does not have, the app does not get here either: it runs on that too. */
async function withoutNewer(adminUrl: string) {
  const sql = connect(adminUrl)
  await sql`revoke execute on function uuidv7(), uuidv7(interval) from public`
  await sql.end()
}

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
