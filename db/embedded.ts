import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Log, socketUrl } from './connect.ts'
import { serverBinaries } from './embedded/binaries.ts'
import { ADMIN, initialise } from './embedded/initdb.ts'
import { takeLock } from './embedded/lock.ts'
import { findPlace, prepareDataFolder, socketFolder } from './embedded/place.ts'
import { launch, running, type Settings, signalServer, stop, watch } from './embedded/server.ts'
import { CannotStart, reason } from './refusal.ts'
import { quoted, Session } from './session.ts'

export const OWNER = 'firstline_owner'
export const APP = 'firstline_app'

export type Embedded = {
  /** @param role one of APP, OWNER or the cluster's own administrator */
  url(role: string, database?: string): string
  adminUrl: string
  cluster: string
  /** True when Firstline was started as root and the server runs as somebody else. */
  asRoot: boolean
  stop(): Promise<void>
  /** For an end in a hurry: asks the server to stop and does not wait. */
  abandon(): void
}

/**
 * Starts the Postgres of a data folder: made when missing, adopted when an app that was killed left it running. It is
 * started again by itself if it dies while the app lives.
 */
export async function startEmbedded(options: {
  dataFolder: string
  log: Log
  signal?: AbortSignal
  /** false: a cluster for tests, which a power cut may break. */
  durable?: boolean
  settings?: Settings
}): Promise<Embedded> {
  if (process.platform === 'win32') {
    throw new CannotStart(
      'The built-in database does not run on Windows yet. Set DATABASE_URL to a Postgres 15 or newer.',
    )
  }
  const { log, signal, durable = true } = options
  const dataFolder = prepareDataFolder(options.dataFolder)
  const release = takeLock(join(dataFolder, 'app.lock'), dataFolder)
  try {
    const place = findPlace(dataFolder)
    if (place.former) {
      const left = running(place.former)
      if (left) await stop(left.pid)
      log.warn({ folder: place.former }, 'the data folder is new; the database of the former one is kept')
    }
    const binaries = serverBinaries(place.sharedUnder)
    await initialise(place, binaries, { sync: durable, signal })
    const launching = {
      logFile: join(dataFolder, 'postgres.log'),
      settings: {
        ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
        ...options.settings,
      },
    }
    const server = await launch(place, binaries.bin, { ...launching, signal })
    log.info({ pid: server.pid, adopted: server.adopted }, 'the database server runs')
    const socket = socketFolder(place.cluster)
    const url = (role: string, database = 'firstline') => socketUrl(socket.folder, role, database)

    let { pid } = server
    let stopping = false
    let unwatch = () => {}
    const supervise = () => {
      unwatch = watch(pid, async () => {
        log.error({ pid }, 'the database server died and is started again')
        while (!stopping) {
          try {
            pid = (await launch(place, binaries.bin, launching)).pid
            if (stopping) return await stop(pid)
            log.info({ pid }, 'the database server runs again')
            return supervise()
          } catch (error) {
            log.error({ reason: reason(error) }, 'the database server does not start')
            await wait(1_000)
          }
        }
      })
    }
    supervise()

    const embedded: Embedded = {
      url,
      adminUrl: url(ADMIN, 'postgres'),
      cluster: place.cluster,
      asRoot: place.user !== null,
      async stop() {
        stopping = true
        unwatch()
        await stop(pid)
        socket.remove()
        release()
      },
      abandon() {
        stopping = true
        signalServer(pid, 'SIGINT')
        socket.remove()
      },
    }
    try {
      await makeRolesAndDatabase(embedded.adminUrl)
      signal?.throwIfAborted()
    } catch (error) {
      await embedded.stop()
      throw error
    }
    return embedded
  } catch (error) {
    release()
    throw error
  }
}

/** Safe to repeat: a start that was killed half-way is finished by the next. */
async function makeRolesAndDatabase(adminUrl: string) {
  const session = new Session(adminUrl)
  try {
    const roles = await session.ask<{ rolname: string }>('select rolname from pg_roles')
    for (const role of [OWNER, APP]) {
      if (!roles.some(({ rolname }) => rolname === role))
        await session.ask(`create role ${quoted(role)} login`)
    }
    const made = await session.ask(`select 1 from pg_database where datname = 'firstline'`)
    if (made.length === 0) await session.ask(`create database firstline owner ${quoted(OWNER)}`)
  } finally {
    await session.end()
  }
}
