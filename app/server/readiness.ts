import { statfs } from 'node:fs/promises'
import type { Database } from '#db/client.ts'
import { queueLag } from '#db/jobs.ts'
import type { Readiness } from './context.ts'

const leastDiskShare = 0.05
const mostLagSeconds = 600

/** What /readyz and the health page say. */
export async function readReadiness(options: {
  database: Pick<Database, 'check' | 'db'>
  dataFolder: string
  now: Date
  stopping: boolean
}): Promise<Readiness> {
  const { database, dataFolder, now, stopping } = options
  const answered = await database.check()
  const disk = await statfs(dataFolder)
  const free = disk.bavail / disk.blocks
  const lag = answered.database
    ? await queueLag(database.db, now).catch(() => Number.POSITIVE_INFINITY)
    : undefined
  const checks: Readiness['checks'] = [
    {
      name: 'database',
      ok: answered.database,
      detail: answered.database ? 'answers' : 'no answer within a second',
    },
    { name: 'migrations', ok: answered.migrations, detail: answered.migrations ? 'at head' : 'not at head' },
    { name: 'disk', ok: free > leastDiskShare, detail: `${Math.round(free * 100)} % free`, figure: free },
    {
      name: 'outbox',
      ok: lag !== undefined && lag < mostLagSeconds,
      detail: lag === undefined ? 'unknown' : `oldest waiting job ${Math.round(lag)} s`,
      ...(lag !== undefined && { figure: lag }),
    },
    { name: 'stopping', ok: !stopping, detail: stopping ? 'on its way out' : 'no' },
  ]
  return { ready: checks.every(({ ok }) => ok), checks }
}
