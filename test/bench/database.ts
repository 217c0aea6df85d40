import { execFileSync } from 'node:child_process'
import { running } from '#db/embedded/server.ts'
import { APP, type Embedded, OWNER, startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { quiet, removeCluster, testFolder } from '#test/support/cluster.ts'

export interface BenchDatabase {
  folder: string
  url: string
  ownerUrl: string
  adminUrl: string
  /** The server's first process. */
  pid: number
  remove(): Promise<void>
}

/** For the load alone: nothing of it need survive a power cut, and it is written once. */
const loading = {
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '8GB',
  shared_buffers: '512MB',
  maintenance_work_mem: '512MB',
  autovacuum: 'off',
}

const within = (url: string) => {
  const admin = new URL(url)
  admin.pathname = '/firstline'
  return admin.href
}

/** Starts the server of a data folder in haste, with a new schema, loads, and stops it. */
export async function fillFolder(
  folder: string,
  load: (urls: { url: string; adminUrl: string }) => Promise<unknown>,
): Promise<void> {
  const server = await startEmbedded({ dataFolder: folder, log: quiet, durable: false, settings: loading })
  try {
    await migrate({ ownerUrl: server.url(OWNER), appRole: APP, setting: 'the bench', log: quiet })
    await load({ url: server.url(APP), adminUrl: within(server.adminUrl) })
  } finally {
    await server.stop()
  }
  // What is still on its way to the disk would be measured with the first operation.
  execFileSync('sync')
}

/** A server of the bench's own, filled and then started with the settings of the product, durable as on the first day. */
export async function openDatabase(load: Parameters<typeof fillFolder>[1]): Promise<BenchDatabase> {
  const folder = testFolder()
  let server: Embedded | undefined
  const remove = async () => {
    await server?.stop()
    await removeCluster(folder)
  }
  try {
    await fillFolder(folder, load)
    server = await startEmbedded({ dataFolder: folder, log: quiet })
    return {
      folder,
      url: server.url(APP),
      ownerUrl: server.url(OWNER),
      adminUrl: within(server.adminUrl),
      pid: running(server.cluster)?.pid ?? 0,
      remove,
    }
  } catch (error) {
    await remove()
    throw error
  }
}
