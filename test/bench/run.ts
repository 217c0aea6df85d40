import { parseArgs } from 'node:util'
import type postgres from 'postgres'
import { build } from '#app/server/prepare.mjs'
import { connect } from '#db/connect.ts'
import { loadData } from './data/load.ts'
import { isSize, sizes } from './data/shape.ts'
import { type BenchDatabase, openDatabase } from './database.ts'
import { inboxReply } from './inbox.ts'
import { type Figures, measure, type Operation, type Server } from './measure.ts'
import { applying, autosave, lock, vacancyList } from './operations.ts'
import { agreementPanel, candidateList, comparison, desk, nextOnDesk, profile } from './reading.ts'
import { commit, machine, type Row, table, writeReport } from './report.ts'
import { type App, measureSelect, startApp, startBare } from './server.ts'

/**
 * `npm run bench -- 10k`. `--seconds` each operation is measured for; `--only` the operations whose name holds this;
 * `--profile` a folder for the CPU profile of the app, whose figures are then worth less.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    profile: { type: 'string' },
  },
})
const size = positionals[0] ?? '10k'
const seconds = Number(values.seconds)
if (!isSize(size) || !(seconds > 0)) {
  console.error(
    `npm run bench -- ${Object.keys(sizes).join(' | ')} [--seconds 5] [--only apply] [--profile folder]`,
  )
  process.exit(1)
}
if (process.platform !== 'linux') {
  console.error('The bench reads CPU time from /proc: run it on Linux.')
  process.exit(1)
}

const started = machine()
await build()

/** Everything that was started, ended in the reverse order whatever happens. */
const ends: (() => Promise<unknown>)[] = []
async function end() {
  for (let one = ends.pop(); one; one = ends.pop()) await one()
}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => end().finally(() => process.exit(1)))

const rows: Row[] = []
const floor = new Map<number, number>()
function add(name: string, connections: number, found: Figures, limit?: number) {
  if (!floor.has(connections)) floor.set(connections, found.cpu)
  console.log(`${name}, ${connections}: ${found.cpu.toFixed(2)} ms of CPU, ${found.requests} requests`)
  rows.push({ name, connections, limit, times: found.cpu / (floor.get(connections) ?? 1), ...found })
}

/** Under load, and one request after the other. */
async function both(server: Server, operation: Operation) {
  if (!operation.name.includes(values.only) && !operation.name.startsWith('floor')) return
  for (const connections of [8, 1])
    add(
      operation.name,
      connections,
      await measure(server, operation, { connections, seconds }),
      operation.limit,
    )
}

const page = (name: string, path: string, status = 200): Operation => ({
  name,
  status,
  next: () => ({ path, headers: { accept: 'text/html', 'accept-encoding': 'gzip' } }),
})

async function floors(database: BenchDatabase) {
  const bare = await startBare()
  ends.push(bare.stop)
  await both(bare, page('floor: a bare Remix page', '/'))
  await ends.pop()?.()
  for (const connections of [8, 1])
    add('floor: select 1', connections, await measureSelect(database, { connections, seconds }))
}

async function operations(app: App, sql: postgres.Sql) {
  const world = { sql, appUrl: app.url, secret: app.secret }
  await both(app, page('floor: /robots.txt', '/robots.txt'))
  await both(app, page('floor: a page that is not there', '/nothing/here', 404))
  await both(app, vacancyList())
  await both(app, await candidateList(world))
  for (const page of [desk, nextOnDesk, agreementPanel, profile, comparison])
    await both(app, await page(world))
  await both(app, await autosave(world, writing))
  await both(app, await inboxReply(world, 200))
  await both(app, await lock(world))
  await both(app, await applying(world))
}

const writing = 300
const fuel = { ungraded: Math.ceil(Math.max(5, seconds) * 240), writing }
let loadSeconds = 0
try {
  const database = await openDatabase(async (urls) => {
    loadSeconds = await loadData({ ...urls, applications: sizes[size], fuel })
  })
  ends.push(database.remove)
  console.log(`${size} applications loaded in ${loadSeconds.toFixed(1)} s`)
  await floors(database)
  const sql = connect(database.adminUrl)
  ends.push(() => sql.end())
  const app = await startApp(database, sql, values.profile)
  ends.push(app.stop)
  await operations(app, sql)
  const memory = app.memory()
  const date = new Date().toISOString()
  const file = writeReport({
    date,
    commit: commit(),
    machine: started,
    size,
    seconds,
    loadSeconds,
    memory,
    rows,
  })
  console.log(`\n${table(rows)}\n\nThe app held ${memory.toFixed(0)} MB at most. Written to ${file}`)
} finally {
  await end()
}
