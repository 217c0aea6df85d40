import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Log } from './connect.ts'
import { makeFit, openSession, whoAmI } from './fitness.ts'
import { type EventsGuard, grantRights } from './guarantees.ts'
import { CannotStart, reason } from './refusal.ts'
import type { Session } from './session.ts'

/** Any number that other programs on the same server are unlikely to choose. */
const LOCK = 7_305_412_218

export type Migration = { name: string; hash: string; statements: string[] }

/** db/migrations of the checkout: this file may run as a source or inside the build. */
function migrationsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'db', 'migrations', 'meta', '_journal.json'))) {
    if (folder === dirname(folder))
      throw new CannotStart('The folder db/migrations is missing: get a whole copy of Firstline.')
    folder = dirname(folder)
  }
  return join(folder, 'db', 'migrations')
}

/** drizzle-kit's files in the journal's order. */
export function readMigrations(folder = migrationsFolder()): Migration[] {
  const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as {
    entries: { tag: string }[]
  }
  return journal.entries.map(({ tag: name }) => {
    const text = readFileSync(join(folder, `${name}.sql`), 'utf8')
    const statements = text.split('--> statement-breakpoint').map((statement) => statement.trim())
    return {
      name,
      hash: createHash('sha256').update(text).digest('hex'),
      statements: statements.filter(Boolean),
    }
  })
}

/**
 * Brings a database to the newest schema and issues the app role's rights. Several processes may call it at once: one
 * works, the others wait. Each file is one transaction; what is applied is never applied again.
 */
export async function migrate(options: {
  ownerUrl: string
  appRole: string
  setting: string
  log: Log
  signal?: AbortSignal
  migrations?: Migration[]
}): Promise<{ applied: string[]; eventsGuard: EventsGuard }> {
  const { ownerUrl, log, signal, migrations = readMigrations() } = options
  const session = openSession(ownerUrl, options.setting)
  try {
    await whoAmI(session, ownerUrl, options.setting)
    await session.ask('set statement_timeout = 0')
    await lock(session, log, signal)
    await makeFit(session)
    await session.ask(`
      create table if not exists migrations (
        name text primary key, hash text not null, applied_at timestamptz not null default now()
      )`)
    const applied = await applyMissing(session, migrations, log, signal)
    return { applied, eventsGuard: await grantRights(session, options.appRole) }
  } finally {
    // The lock belongs to the session and ends with it.
    await session.end()
  }
}

async function lock(session: Session, log: Log, signal?: AbortSignal) {
  for (let turn = 0; ; turn++) {
    signal?.throwIfAborted()
    const [row] = await session.ask<{ mine: boolean }>(`select pg_try_advisory_lock(${LOCK}) as mine`)
    if (row?.mine) return
    if (turn === 0) log.info({}, 'waiting for another process that is migrating the database')
    await wait(100)
  }
}

async function applyMissing(session: Session, migrations: Migration[], log: Log, signal?: AbortSignal) {
  const rows = await session.ask<{ name: string; hash: string }>('select name, hash from migrations')
  const done = new Map(rows.map(({ name, hash }) => [name, hash]))
  const applied: string[] = []
  for (const { name, hash, statements } of migrations) {
    signal?.throwIfAborted()
    const before = done.get(name)
    if (before === hash) continue
    if (before !== undefined) {
      throw new CannotStart(
        `Migration ${name} is not the one that made this database: use the Firstline that made it, or an empty database.`,
      )
    }
    await session.ask('begin')
    try {
      for (const statement of statements) await session.ask(statement)
      await session.ask('insert into migrations (name, hash) values ($1, $2)', [name, hash])
      await session.ask('commit')
    } catch (error) {
      if (!session.lost) await session.ask('rollback')
      throw new CannotStart(`Migration ${name} failed and was rolled back, nothing is lost: ${reason(error)}`)
    }
    log.info({ name }, 'migration applied')
    applied.push(name)
  }
  return applied
}
