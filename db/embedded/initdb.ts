import { spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CannotStart } from '../refusal.ts'
import type { Binaries } from './binaries.ts'
import { type Place, spawnAs } from './place.ts'

/** The role that owns the cluster; only this folder's code and the tests use it. */
export const ADMIN = 'firstline_admin'

/** Makes the cluster when there is none: under another name first, so that one that exists is whole. */
export async function initialise(
  place: Place,
  { bin, major }: Binaries,
  options: { sync: boolean; signal?: AbortSignal },
) {
  if (existsSync(place.cluster)) return checkVersion(place.cluster, major)
  const home = dirname(place.cluster)
  for (const name of readdirSync(home)) {
    if (name.startsWith('postgres-making-')) rmSync(join(home, name), { recursive: true, force: true })
  }
  const draft = join(home, `postgres-making-${process.pid}`)
  mkdirSync(draft, { mode: 0o700 })
  if (place.user) chownSync(draft, place.user.uid, place.user.gid)
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  const child = spawn(
    join(bin, 'initdb'),
    [
      ...['-D', draft, '-U', ADMIN, '--encoding=UTF8', `--locale=${locale}`],
      ...['--locale-provider=icu', '--icu-locale=und', '--auth-local=trust', '--auth-host=reject'],
      ...['--no-instructions', ...(options.sync ? [] : ['--no-sync'])],
    ],
    { ...spawnAs(place), cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  )
  const abort = () => child.kill('SIGTERM')
  options.signal?.addEventListener('abort', abort)
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const code = await new Promise<number | null>((done, fail) => {
    child.on('close', done)
    child.on('error', (error) =>
      fail(
        new CannotStart(
          `Postgres cannot run on this system (${error.message}). Set DATABASE_URL to a server.`,
        ),
      ),
    )
  })
  options.signal?.removeEventListener('abort', abort)
  options.signal?.throwIfAborted()
  if (code !== 0)
    throw new CannotStart(`The database could not be made: ${said.trim().split('\n').join(' ')}`)
  renameSync(draft, place.cluster)
}

function checkVersion(cluster: string, major: string) {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (made !== major) {
    throw new CannotStart(
      `The database in ${cluster} was made by Postgres ${made} and this is ${major}: start the older Firstline, make a backup, restore it here.`,
    )
  }
}
