import { readFileSync } from 'node:fs'
import { connect } from '#db/connect.ts'
import { applying, autosave, lock, vacancyList } from './operations.ts'
import { agreementPanel, candidateList, comparison, desk, profile } from './reading.ts'
import { startApp } from './server.ts'

const [size = '10k', name = 'desk'] = process.argv.slice(2)
const database = {
  ...JSON.parse(readFileSync(`/tmp/lead/hold-${size}.json`, 'utf8')),
  remove: async () => {},
}
const sql = connect(database.adminUrl)
const app = await startApp(database, sql)
const world = { sql, appUrl: app.url, secret: app.secret }
const make = {
  desk,
  profile,
  comparison,
  candidates: candidateList,
  autosave: (w: never) => autosave(w, 600),
  lock,
  apply: applying,
  vacancies: vacancyList,
}[name] as (w: never) => Promise<{ next(): never }>
const op = await make(world as never)
const shoot = async () => {
  const { path, headers, method, body, answered } = op.next() as never as Record<string, never>
  const r = await fetch(app.url + path, { headers, method, body, redirect: 'manual' })
  await r.text()
  ;(answered as () => void)?.()
  return r.status
}
for (let i = 0; i < 12; i++) await shoot()
const log = `${database.folder}/postgres.log`
const from = readFileSync(log).length
await sql.unsafe('alter system set log_min_duration_statement = 0')
await sql.unsafe('select pg_reload_conf()')
await new Promise((d) => setTimeout(d, 700))
const s = await shoot()
await new Promise((d) => setTimeout(d, 300))
await sql.unsafe('alter system reset log_min_duration_statement')
await sql.unsafe('select pg_reload_conf()')
const lines = readFileSync(log)
  .subarray(from)
  .toString()
  .split('\n')
  .filter((l) => /duration:.*(execute|statement|bind|parse)/.test(l))
console.log(s, lines.length)
for (const l of lines) console.log(l.replace(/.*duration: /, '').slice(0, Number(process.env.W ?? 260)))
await app.stop()
await sql.end()
