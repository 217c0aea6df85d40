import { execFileSync } from 'node:child_process'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { CannotStart, errorCode } from '../refusal.ts'

const onLinux = process.platform === 'linux'

/** When a process started, as an opaque word; null when it is dead. A pid alone is reused, above all after a reboot. */
export function processStart(pid: number): string | null {
  try {
    if (!onLinux)
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return null
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`
  } catch {
    return null
  }
}

const read = (file: string) => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

/** The pid of the living process that holds the lock, or null. */
function holder(text: string | null): number | null {
  const [pid, ...started] = (text ?? '').trim().split(' ')
  return pid && started.length > 0 && processStart(Number(pid)) === started.join(' ') ? Number(pid) : null
}

export const lockHolder = (file: string) => holder(read(file))

/** Takes the data folder for this process; gives back the function that lets go of it. */
export function takeLock(file: string, dataFolder: string): () => void {
  const mine = `${process.pid} ${processStart(process.pid)}\n`
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, mine, { mode: 0o600 })
  try {
    for (;;) {
      try {
        linkSync(draft, file)
        return () => {
          if (read(file) === mine) rmSync(file, { force: true })
        }
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw error
      }
      const found = read(file)
      const living = holder(found)
      if (living !== null) {
        throw new CannotStart(
          `Firstline is already running on ${dataFolder} (process ${living}). Stop it first, or set FIRSTLINE_DATA to another folder.`,
        )
      }
      setAside(file, found, `${draft}.stale`)
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Removes a dead process's lock; if another start was faster and the lock is already its, puts that back. */
function setAside(file: string, stale: string | null, aside: string) {
  try {
    renameSync(file, aside)
    if (read(aside) !== stale) linkSync(aside, file)
  } catch (error) {
    const code = errorCode(error)
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error
  } finally {
    rmSync(aside, { force: true })
  }
}
