import { openLifecycle } from '#app/server/lifecycle.ts'
import { openLog } from '#app/server/log.ts'
import { openDb } from '#db/client.ts'

// The smallest app: opens the database of the folder in argv and holds it until it is told to stop.
const log = openLog()
const life = openLifecycle(log)
const staying = setInterval(() => {}, 60_000)
process.stdout.write('handling signals\n')
await life.start(async () => {
  const database = await openDb({
    databaseUrl: process.env.DATABASE_URL,
    migrateUrl: process.env.DATABASE_MIGRATE_URL,
    dataFolder: process.argv[2] ?? '',
    log,
    signal: life.signal,
  })
  life.onStop({ name: 'database', stop: database.close, abandon: database.abandon })
  life.onStop({ name: 'staying', stop: async () => clearInterval(staying) })
  process.stdout.write(`open ${database.url} ${database.eventsGuard}\n`)
})
