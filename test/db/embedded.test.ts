import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { connect } from '#db/connect.ts'
import { processStart } from '#db/embedded/lock.ts'
import { clusterOf, removeCluster, testFolder } from '#test/support/cluster.ts'
import { type Running, run } from '#test/support/process.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const program = 'node_modules/.cache/firstline/hold-database.mjs'
const asRoot = process.getuid?.() === 0
const folders: string[] = []
const apps: Running[] = []

const newFolder = () => {
  const folder = testFolder()
  folders.push(folder)
  return folder
}

function hold(dataFolder: string, env: Record<string, string | undefined> = {}) {
  const app = run(process.execPath, [program, dataFolder], {
    env: { DATABASE_URL: undefined, DATABASE_MIGRATE_URL: undefined, ...env },
  })
  apps.push(app)
  return app
}

const postmaster = (dataFolder: string) =>
  Number(readFileSync(join(clusterOf(dataFolder), 'postmaster.pid'), 'utf8').split('\n')[0])
const openUrl = async (app: Running) => (await app.says(/^open (\S+) (\S+)$/m))[1] ?? ''

async function query<T>(url: string, ask: (sql: ReturnType<typeof connect>) => Promise<T>) {
  const sql = connect(url)
  try {
    return await ask(sql)
  } finally {
    await sql.end()
  }
}
const addNote = (url: string, id: string) =>
  query(url, (sql) => sql`insert into rate_limits (key, points) values (${id}, 1)`)
const notes = (url: string) =>
  query(url, async (sql) =>
    (await sql<{ key: string }[]>`select key from rate_limits order by key`).map(({ key }) => key),
  )

async function dead(pid: number) {
  await expect.poll(() => processStart(pid), { interval: 20, timeout: 30_000 }).toBeNull()
}

beforeAll(() =>
  build({
    entryPoints: ['test/support/hold-database.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  }),
)

afterAll(async () => {
  for (const app of apps) app.child.kill('SIGKILL')
  await Promise.all(apps.map((app) => app.exited))
  for (const folder of folders.reverse()) await removeCluster(folder)
})

test('under LANG=C and 116 characters deep, the database reads Cyrillic and is reached by its owner alone', async () => {
  const parent = newFolder()
  const folder = join(parent, 'x'.repeat(116 - parent.length - 1))
  folders.push(folder)
  expect(folder).toHaveLength(116)
  const app = hold(folder, { LANG: 'C', LC_ALL: 'C', PGPORT: '1', PGHOST: 'nowhere' })
  const url = await openUrl(app)

  const [server] = await query(
    url,
    (sql) => sql`
    select current_setting('server_encoding') as encoding, datlocprovider as provider, datlocale as locale,
           cardinality(show_trgm('Иван')) as trigrams, current_user as role, current_setting('listen_addresses') as tcp
    from pg_database where datname = current_database()`,
  )
  expect(server).toEqual({
    encoding: 'UTF8',
    provider: 'i',
    locale: 'und',
    trigrams: 5,
    role: 'firstline_app',
    tcp: '',
  })
  expect(statSync(clusterOf(folder)).mode & 0o777).toBe(0o700)
  expect(statSync(join(clusterOf(folder), '.s.PGSQL.5432')).mode & 0o777).toBe(0o700)

  const pid = postmaster(folder)
  app.child.kill('SIGTERM')
  expect(await app.exited).toEqual({ code: 0, signal: null })
  expect(processStart(pid)).toBeNull()
  const socketFolder = new URL(url).searchParams.get('host') ?? ''
  if (!asRoot) expect(existsSync(dirname(socketFolder))).toBe(false)
  expect(readdirSync(folder).filter((name) => name.startsWith('app.lock'))).toEqual([])
})

test('nothing acknowledged is lost, whoever is killed', async () => {
  const folder = newFolder()
  const first = hold(folder)
  await addNote(await openUrl(first), '1 before the app is killed')
  const pid = postmaster(folder)

  const second = hold(folder)
  expect(await second.exited).toEqual({ code: 1, signal: null })
  expect(second.stderr()).toBe(
    `Firstline is already running on ${realpathSync(folder)} (process ${first.pid}). Stop it first, or set FIRSTLINE_DATA to another folder.\n`,
  )

  first.child.kill('SIGKILL')
  await first.exited
  expect(processStart(pid)).not.toBeNull()
  const adopting = hold(folder)
  await addNote(await openUrl(adopting), '2 before both are killed')
  expect(postmaster(folder)).toBe(pid)

  adopting.child.kill('SIGKILL')
  process.kill(pid, 'SIGKILL')
  await adopting.exited
  await dead(pid)
  const recovered = hold(folder)
  const url = await openUrl(recovered)
  await addNote(url, '3 before the server is killed under a living app')

  process.kill(postmaster(folder), 'SIGKILL')
  await recovered.says(/the database server died[\s\S]*the database server runs again/)
  expect(await notes(url)).toEqual([
    '1 before the app is killed',
    '2 before both are killed',
    '3 before the server is killed under a living app',
  ])
  recovered.child.kill('SIGINT')
  expect(await recovered.exited).toEqual({ code: 0, signal: null })

  // A dead server's lock file may name a process that lives but is somebody else's.
  writeFileSync(
    join(clusterOf(folder), 'postmaster.pid'),
    `${process.pid}\n${clusterOf(folder)}\n1\n5432\n.\n\n1 1\nready   \n`,
  )
  const last = hold(folder)
  expect(await notes(await openUrl(last))).toHaveLength(3)
  last.child.kill('SIGTERM')
  expect((await last.exited).code).toBe(0)
})

test('told to stop while the database is being made, the app leaves nothing behind and the next start works', async () => {
  const folder = newFolder()
  const early = hold(folder)
  await early.says(/handling signals/)
  await expect.poll(() => existsSync(join(folder, 'app.lock')), { interval: 5, timeout: 30_000 }).toBe(true)
  early.child.kill('SIGTERM')
  expect(await early.exited).toEqual({ code: 0, signal: null })
  expect(early.stdout()).not.toContain('open ')
  expect(existsSync(clusterOf(folder))).toBe(false)

  const next = hold(folder)
  await openUrl(next)
  next.child.kill('SIGTERM')
  expect((await next.exited).code).toBe(0)
})

test('a data folder that cannot be written to is refused in one line', async () => {
  const app = hold('/proc/firstline')
  expect(await app.exited).toEqual({ code: 1, signal: null })
  expect(app.stderr()).toMatch(
    /^Cannot write to the data folder \/proc\/firstline \(.*\)\. Set FIRSTLINE_DATA to .*\n$/,
  )
})

test.runIf(asRoot)(
  'as root the server runs as somebody else; a moved data folder is followed, a copied one refused',
  async () => {
    const folder = newFolder()
    const app = hold(folder)
    await addNote(await openUrl(app), 'kept')
    const pid = postmaster(folder)
    expect(statSync(`/proc/${pid}`).uid).toBeGreaterThan(0)
    for (let at = realpathSync(`/proc/${pid}/exe`); at !== '/'; at = dirname(at)) {
      expect(statSync(at), at).toMatchObject({ uid: 0 })
      expect(statSync(at).mode & 0o007, at).toBe(0o005)
    }
    app.child.kill('SIGTERM')
    await app.exited

    const copy = newFolder()
    cpSync(folder, copy, { recursive: true })
    const copied = hold(copy)
    expect((await copied.exited).code).toBe(1)
    expect(copied.stderr()).toContain(`${realpathSync(copy)} is a copy of ${realpathSync(folder)}`)

    const moved = `${folder}-moved`
    renameSync(folder, moved)
    folders.push(moved)
    const again = hold(moved)
    expect(await notes(await openUrl(again))).toEqual(['kept'])
    again.child.kill('SIGTERM')
    expect((await again.exited).code).toBe(0)
  },
)

test.runIf(asRoot)(
  'as root, a data folder that is deleted and made anew starts empty; the former database is stopped and kept',
  async () => {
    const folder = newFolder()
    const first = hold(folder)
    await addNote(await openUrl(first), 'former')
    const pid = postmaster(folder)
    first.child.kill('SIGKILL')
    await first.exited
    rmSync(folder, { recursive: true })

    const second = hold(folder)
    expect(await notes(await openUrl(second))).toEqual([])
    expect(processStart(pid)).toBeNull()
    const kept = /"folder":"([^"]+)"/.exec(second.stdout())?.[1] ?? ''
    expect(existsSync(join(kept, 'PG_VERSION'))).toBe(true)
    rmSync(dirname(kept), { recursive: true })
  },
)
