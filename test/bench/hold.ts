import { writeFileSync } from 'node:fs'
import { build } from '#app/server/prepare.mjs'
import { connect } from '#db/connect.ts'
import { loadData } from './data/load.ts'
import { sizes } from './data/shape.ts'
import { openDatabase } from './database.ts'

const size = (process.argv[2] ?? '10k') as '10k'
const database = await openDatabase(async (urls) => {
  await loadData({ ...urls, applications: sizes[size], fuel: { ungraded: 1200, writing: 300 } })
})
writeFileSync(`/tmp/lead/hold-${size}.json`, JSON.stringify(database))
console.log('held', database)
for (const s of ['SIGINT', 'SIGTERM'] as const)
  process.once(s, async () => {
    await database.remove()
    process.exit(0)
  })
setInterval(() => {}, 1e6)
