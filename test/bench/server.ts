import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql as select } from 'drizzle-orm'
import type postgres from 'postgres'
import { readSecret } from '#app/server/env.ts'
import { openPool } from '#db/client.ts'
import { type Running, run } from '#test/support/process.ts'
import { cpuOf, cpuOfPostgres, memoryOf } from './cpu.ts'
import type { BenchDatabase } from './database.ts'
import { type Figures, figures, minus, type Server, type Spent } from './measure.ts'

async function stopped({ child, exited }: Running) {
  child.kill('SIGTERM')
  await exited
}

async function started(process: Running, pattern: RegExp): Promise<string> {
  const [, url = ''] = await process.says(pattern)
  return url
}

export interface App extends Server {
  secret: string
  memory(): number
  stop(): Promise<void>
}

/** The built product on the bench's database. */
export async function startApp(database: BenchDatabase, sql: postgres.Sql, profile?: string): Promise<App> {
  const folder = join(database.folder, 'app')
  // The first as `npm start` has it.
  const flags = ['--max-old-space-size=512', ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])]
  const app = run(process.execPath, [...flags, 'build/server/main.js', '--empty'], {
    env: {
      DATABASE_URL: database.url,
      DATABASE_MIGRATE_URL: database.ownerUrl,
      FIRSTLINE_DATA: folder,
      PORT: '0',
      APP_URL: undefined,
      SMTP_URL: undefined,
      FIRSTLINE_SECRET: undefined,
    },
  })
  const url = await started(app, /Firstline is at (\S+)/)
  const [own] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`
  const except = new Set([own?.pid ?? 0])
  const waiting = async () => {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from jobs
      where done_at is null and failed_at is null and run_at < now() + interval '30 seconds'`
    return row?.count ?? 0
  }
  return {
    url,
    secret: readSecret({ ...process.env, FIRSTLINE_SECRET: undefined }, folder),
    cpu: () => ({ app: cpuOf(app.pid), database: cpuOfPostgres(database.pid, except) }),
    async settle() {
      while ((await waiting()) > 0) await wait(250)
    },
    memory: () => memoryOf(app.pid),
    stop: () => stopped(app),
  }
}

/** The floor's page, in a process of its own. */
export async function startBare(): Promise<Server & { stop(): Promise<void> }> {
  const bare = run(process.execPath, ['--import', 'tsx', 'test/bench/bare.ts'], {
    env: { NODE_ENV: 'production' },
  })
  const url = await started(bare, /Bare page at (\S+)/)
  return { url, cpu: () => ({ app: cpuOf(bare.pid), database: 0 }), stop: () => stopped(bare) }
}

/** The other floor: `SELECT 1` through the product's own driver, its client's CPU included. */
export async function measureSelect(
  database: BenchDatabase,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Figures> {
  const { db, end } = openPool(database.url, connections)
  const milliseconds: number[] = []
  const spent = (): Spent => {
    const { user, system } = process.cpuUsage()
    return { app: (user + system) / 1000, database: cpuOfPostgres(database.pid) }
  }
  async function ask(until: number, note: boolean) {
    while (performance.now() < until) {
      const from = performance.now()
      await db.execute(select`select 1`)
      if (note) milliseconds.push(performance.now() - from)
    }
  }
  const all = (until: number, note: boolean) =>
    Promise.all(Array.from({ length: connections }, () => ask(until, note)))
  await all(performance.now() + (seconds * 1000) / 3, false)
  const before = spent()
  const from = performance.now()
  await all(from + seconds * 1000, true)
  const took = (performance.now() - from) / 1000
  const after = spent()
  await end()
  return figures({ milliseconds, bytes: 0, seconds: took }, minus(after, before))
}
