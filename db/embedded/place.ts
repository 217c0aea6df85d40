import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { CannotStart, errorCode, reason } from '../refusal.ts'

export type User = { name: string; uid: number; gid: number }
/** Where a cluster lives and as whom its server runs (null: as whoever runs us). */
export type Place = {
  cluster: string
  user: User | null
  sharedUnder?: string
  /** The former cluster of a data folder that was deleted and made anew. */
  former?: string
}

/** Never the caller's environment: LANG=C alone would make a database that cannot read Cyrillic. */
export const spawnAs = ({ user }: Place) => ({
  env: { NODE_ENV: 'production' as const, PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' },
  ...(user ? { uid: user.uid, gid: user.gid } : {}),
})

const ROOTS_HOME = '/var/lib/firstline'
const asRoot = () => process.getuid?.() === 0

function users(): User[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid, gid }) => name && uid > 0 && gid > 0)
}

/** Postgres refuses to run as root, and initdb refuses a uid that the system does not know. */
function serverUser(owner: number | null): User {
  const known = users()
  const found =
    owner === null
      ? ['postgres', 'firstline', 'nobody']
          .map((name) => known.find((user) => user.name === name))
          .find(Boolean)
      : known.find((user) => user.uid === owner)
  if (found) return found
  throw new CannotStart(
    owner === null
      ? 'Started as root, and no unprivileged user exists to run Postgres: useradd --system firstline, or start as another user.'
      : `The database belongs to user ${owner}, whom this system does not know: add that user, or set FIRSTLINE_DATA to another folder.`,
  )
}

/** Not Node's recursive mkdir: that never returns where the system answers ENOENT, as below /proc. */
function makeFolder(path: string) {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
}

/** The data folder, made when missing; refused in one line when we may not write there. */
export function prepareDataFolder(folder: string): string {
  try {
    makeFolder(resolve(folder))
    const real = realpathSync(resolve(folder))
    const probe = join(real, `.writable-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
    return real
  } catch (error) {
    throw new CannotStart(
      `Cannot write to the data folder ${resolve(folder)} (${reason(error)}). Set FIRSTLINE_DATA to a folder that you may write to.`,
    )
  }
}

/** @param dataFolder as prepareDataFolder gave it */
export function findPlace(dataFolder: string): Place {
  const inside = join(dataFolder, 'postgres')
  const note = join(dataFolder, 'postgres.place')
  if (!asRoot()) {
    if (existsSync(note)) {
      throw new CannotStart(
        `The database of ${dataFolder} was made by root and lives in ${readFileSync(note, 'utf8').trim()}: start as root, or set FIRSTLINE_DATA to another folder.`,
      )
    }
    try {
      userInfo()
    } catch {
      throw new CannotStart(
        `User ${process.getuid?.()} has no entry in /etc/passwd, which Postgres needs: start as another user.`,
      )
    }
    return { cluster: inside, user: null }
  }
  mkdirSync(ROOTS_HOME, { recursive: true })
  chmodSync(ROOTS_HOME, 0o755)
  if (existsSync(join(inside, 'PG_VERSION'))) {
    return { cluster: inside, user: serverUser(statSync(inside).uid), sharedUnder: ROOTS_HOME }
  }
  const { home, former } = rootsHome(dataFolder, note)
  const cluster = join(home, 'cluster')
  const owner = existsSync(cluster) ? statSync(cluster).uid : null
  return { cluster, user: serverUser(owner), sharedUnder: ROOTS_HOME, former }
}

/** The folder outside the data folder; each names the other, so that a moved or copied data folder is recognised. */
function rootsHome(dataFolder: string, note: string): { home: string; former?: string } {
  const hash = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)
  const home = existsSync(note) ? readFileSync(note, 'utf8').trim() : join(ROOTS_HOME, hash)
  const ownerFile = join(home, 'data-folder')
  const owner = existsSync(ownerFile) ? readFileSync(ownerFile, 'utf8').trim() : null
  if (
    existsSync(note) &&
    owner !== null &&
    owner !== dataFolder &&
    existsSync(join(owner, 'postgres.place'))
  ) {
    throw new CannotStart(
      `${dataFolder} is a copy of ${owner}, and both name one database (${home}). Restore a backup instead, or set FIRSTLINE_DATA to another folder.`,
    )
  }
  // The data folder was deleted and made anew: whoever did that wants an empty start, but nothing is thrown away.
  const aside = `${home}.left-${Date.now()}`
  const isNew = !existsSync(note) && existsSync(home)
  if (isNew) renameSync(home, aside)
  mkdirSync(home, { recursive: true })
  chmodSync(home, 0o755)
  writeFileSync(ownerFile, `${dataFolder}\n`)
  writeFileSync(note, `${home}\n`)
  return { home, ...(isNew ? { former: join(aside, 'cluster') } : {}) }
}

/** A socket path holds 107 bytes: a deep data folder is reached through a short link in a folder of our own. */
export function socketFolder(cluster: string): { folder: string; remove(): void } {
  const fits = (folder: string) => Buffer.byteLength(`${folder}/.s.PGSQL.5432`) <= 107
  if (fits(cluster)) return { folder: cluster, remove: () => {} }
  const made = mkdtempSync(
    join(fits(join(tmpdir(), 'firstline-XXXXXX/db')) ? tmpdir() : '/tmp', 'firstline-'),
  )
  const link = join(made, 'db')
  symlinkSync(cluster, link)
  return { folder: link, remove: () => rmSync(made, { recursive: true, force: true }) }
}
