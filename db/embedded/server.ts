import { spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { CannotStart } from '../refusal.ts'
import { processStart } from './lock.ts'
import { type Place, spawnAs } from './place.ts'

const LOG_LIMIT = 5_000_000

export type Settings = Record<string, string>

/** The log holds nobody's words: no statements, no values, no row that broke a rule. */
const settings: Settings = {
  listen_addresses: '',
  port: '5432',
  unix_socket_directories: '.',
  unix_socket_permissions: '0700',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  // The data is in memory or on a disk without a head to move: an index costs no more than reading on.
  random_page_cost: '1.1',
}

/** What postmaster.pid says, if that process lives and is this cluster's server. */
export function running(cluster: string): { pid: number; status: string } | null {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  if (!pid || processStart(pid) === null) return null
  if (process.platform === 'linux') {
    try {
      if (readlinkSync(`/proc/${pid}/cwd`) !== realpathSync(cluster)) return null
    } catch {
      return null
    }
  }
  return { pid, status: (lines[7] ?? '').trim() }
}

/**
 * A dead server's lock files name a pid that may meanwhile be somebody else's, and then Postgres would not start. The
 * file itself must stay: by it Postgres knows whether orphaned sessions still use the data. A lock that names the
 * server's own parent counts as stale.
 */
function clearStaleLock(cluster: string) {
  const file = join(cluster, 'postmaster.pid')
  rmSync(join(cluster, '.s.PGSQL.5432.lock'), { force: true })
  if (!existsSync(file)) return
  const [, ...rest] = readFileSync(file, 'utf8').split('\n')
  writeFileSync(file, [process.pid, ...rest].join('\n'))
}

function lastWords(logFile: string, from: number) {
  const lines = readFileSync(logFile).subarray(from).toString('utf8').trim().split('\n')
  return lines.findLast((line) => /FATAL|PANIC|error/.test(line)) ?? lines.at(-1) ?? ''
}

/** Starts the server, or takes over the one that an app left running when it was killed. Gives the server's pid. */
export async function launch(
  place: Place,
  bin: string,
  options: { logFile: string; settings?: Settings; signal?: AbortSignal },
): Promise<{ pid: number; adopted: boolean }> {
  const { logFile, signal } = options
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted()
    const found = running(place.cluster)
    if (found?.status === 'stopping') await gone(found.pid)
    else if (found) {
      await ready(place.cluster, found.pid, signal)
      if (running(place.cluster)?.status === 'ready') return { pid: found.pid, adopted: true }
    }
    if (running(place.cluster)) continue
    clearStaleLock(place.cluster)
    if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT) renameSync(logFile, `${logFile}.1`)
    const log = openSync(logFile, 'a', 0o600)
    const from = statSync(logFile).size
    const flags = Object.entries({ ...settings, ...options.settings }).flatMap(([key, value]) => [
      '-c',
      `${key}=${value}`,
    ])
    const child = spawn(join(bin, 'postgres'), ['-D', place.cluster, ...flags], {
      ...spawnAs(place),
      cwd: '/',
      stdio: ['ignore', log, log],
      detached: true,
    })
    closeSync(log)
    child.unref()
    const failed = new Promise<string>((done) => {
      child.once('error', (error) => done(error.message))
      child.once('exit', () => done(''))
    })
    const pid = child.pid ?? 0
    const outcome = await Promise.race([ready(place.cluster, pid, signal).then(() => null), failed])
    if (outcome === null && running(place.cluster)?.status === 'ready') return { pid, adopted: false }
    const said = outcome || lastWords(logFile, from)
    // Sessions of a killed server need a moment to notice; another start may have been faster than this one.
    const passing = /shared memory block|lock file/.test(said)
    if (!passing || attempt === 50)
      throw new CannotStart(`The database did not start: ${said} (log: ${logFile})`)
    await wait(200)
  }
}

/** Waits for the server to accept connections, however long recovery takes; returns early when it dies. */
async function ready(cluster: string, pid: number, signal?: AbortSignal) {
  while (processStart(pid) !== null) {
    const server = running(cluster)
    if (server?.pid === pid && server.status === 'ready') return
    if (signal?.aborted) {
      await stop(pid)
      signal.throwIfAborted()
    }
    await wait(10)
  }
  await wait(50)
}

async function gone(pid: number, timeout = Number.POSITIVE_INFINITY) {
  const until = Date.now() + timeout
  while (processStart(pid) !== null) {
    if (Date.now() > until) return false
    await wait(10)
  }
  return true
}

export function signalServer(pid: number, signal: 'SIGINT' | 'SIGQUIT') {
  try {
    process.kill(pid, signal)
  } catch {
    // It is gone already, which is what the signal was for.
  }
}

/** A fast shutdown; one without a checkpoint when that takes too long (the next start then replays the log). */
export async function stop(pid: number) {
  signalServer(pid, 'SIGINT')
  if (await gone(pid, 15_000)) return
  signalServer(pid, 'SIGQUIT')
  await gone(pid, 5_000)
}

/** Calls back once when the server has died by itself. */
export function watch(pid: number, died: () => void): () => void {
  const timer = setInterval(() => {
    if (processStart(pid) !== null) return
    clearInterval(timer)
    died()
  }, 500)
  timer.unref()
  return () => clearInterval(timer)
}
