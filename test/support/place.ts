import { afterAll } from 'vitest'
import { type Db, openDb, openPool } from '#db/client.ts'
import { type FreshDatabase, quiet, removeCluster, testFolder } from './cluster.ts'
import { type Running, run } from './process.ts'

export const secret = 'a secret that only this test knows, 32 bytes long'
export interface Place {
  /** What the app is started with. */
  env: Record<string, string>
  /** The database as the test looks into it while no app of the embedded kind runs. */
  within<T>(work: (db: Db) => Promise<T>): Promise<T>
}

/** Places of one file of tests, cleared away after it. */
export function openPlaces() {
  const folders: string[] = []
  const running: Running[] = []
  afterAll(async () => {
    for (const { child } of running) child.kill('SIGKILL')
    await Promise.all(running.map(({ exited }) => exited))
    for (const folder of folders) await removeCluster(folder)
  })
  function newFolder(): string {
    const folder = testFolder()
    folders.push(folder)
    return folder
  }
  /** Apps whose database is elsewhere may come one after the other here, and read the scenarios once. */
  const shared = newFolder()

  /** `external`: the addresses of a Postgres that is not the app's own. */
  function placeOf(external?: FreshDatabase): Place {
    const folder = external ? shared : newFolder()
    const env = { FIRSTLINE_DATA: folder, FIRSTLINE_SECRET: secret, PORT: '0' }
    if (!external)
      return {
        env,
        async within(work) {
          const { db, close } = await openDb({ dataFolder: folder, log: quiet })
          return work(db).finally(close)
        },
      }
    const { url, ownerUrl } = external
    return {
      env: { ...env, DATABASE_URL: url, DATABASE_MIGRATE_URL: ownerUrl },
      async within(work) {
        const { db, end } = openPool(url, 5)
        return work(db).finally(end)
      },
    }
  }

  async function start({ env }: Place): Promise<{ app: Running; url: string }> {
    const settings = { DATABASE_URL: undefined, DATABASE_MIGRATE_URL: undefined, APP_URL: undefined, ...env }
    const app = run(process.execPath, ['build/server/main.js'], { env: { LOG_LEVEL: 'error', ...settings } })
    running.push(app)
    const [, url = ''] = await app.says(/^Firstline is at (http:\S+)$/m)
    return { app, url }
  }

  return { placeOf, start }
}
