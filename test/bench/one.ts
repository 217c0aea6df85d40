import { readFileSync, writeFileSync } from 'node:fs'
import { connect } from '#db/connect.ts'
import { inboxReply } from './inbox.ts'
import { measure, type Operation } from './measure.ts'
import { applying, autosave, lock, vacancyList } from './operations.ts'
import { agreementPanel, candidateList, comparison, desk, nextOnDesk, profile } from './reading.ts'
import { startApp, startBare } from './server.ts'

const [size = '10k', names = '', seconds = '3', prof] = process.argv.slice(2)
const database = {
  ...JSON.parse(readFileSync(`/tmp/lead/hold-${size}.json`, 'utf8')),
  remove: async () => {},
}
const sql = connect(database.adminUrl)
process.env.NODE_OPTIONS = ''
const app = await startApp(database, sql, prof)
const world = { sql, appUrl: app.url, secret: app.secret }
const p = (name: string, path: string, status = 200): Operation => ({
  name,
  status,
  next: () => ({ path, headers: { accept: 'text/html', 'accept-encoding': 'gzip' } }),
})
const all: Record<string, () => Promise<Operation> | Operation> = {
  robots: () => p('robots', '/robots.txt'),
  missing: () => p('missing', '/nothing/here', 404),
  privacy: () => p('privacy', '/privacy'),
  signin: () => p('signin', '/sign-in'),
  vacancies: () => vacancyList(),
  candidates: () => candidateList(world),
  desk: () => desk(world),
  panel: () => agreementPanel(world),
  profile: () => profile(world),
  comparison: () => comparison(world),
  deskdata: () => nextOnDesk(world),
  autosave: () => autosave(world, 300),
  inbox: () => inboxReply(world, 200),
  lock: () => lock(world),
  apply: () => applying(world),
}
try {
  if (names.includes('bare')) {
    const bare = await startBare()
    for (const connections of [8, 1]) {
      const f = await measure(bare, p('bare', '/'), { connections, seconds: Number(seconds) })
      console.log('bare', connections, f.cpu.toFixed(2))
    }
    await bare.stop()
  }
  for (const name of names.split(',')) {
    const make = all[name]
    if (!make) continue
    const operation = await make()
    if (process.env.DUMP) {
      const shot = operation.next()
      const r = await fetch(app.url + shot.path, { headers: shot.headers as never })
      writeFileSync(`/tmp/lead/dump-${name}.html`, await r.text())
    }
    for (const connections of process.env.ONLY8 ? [8] : [8, 1]) {
      const f = await measure(app, operation, { connections, seconds: Number(seconds) })
      console.log(
        name.padEnd(10),
        connections,
        `cpu ${f.cpu.toFixed(2)} app ${f.app.toFixed(2)} db ${f.database.toFixed(2)} jobs ${f.jobs.toFixed(2)} p50 ${f.p50.toFixed(0)} bytes ${f.bytes.toFixed(0)} n ${f.requests}`,
      )
    }
  }
} finally {
  await app.stop()
  await sql.end()
}
