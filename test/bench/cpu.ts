import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

interface Stat {
  parent: number
  /** Milliseconds of its own, and those of its children that have ended. */
  own: number
  ended: number
}

function stat(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name stands in brackets and may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [1, 11, 12, 13, 14].map((at) =>
      Number(fields[at]),
    )
    const milliseconds = (ticks: number) => (ticks * 1000) / ticksPerSecond
    return { parent, own: milliseconds(user + system), ended: milliseconds(endedUser + endedSystem) }
  } catch {
    return null
  }
}

/** CPU milliseconds that a process has used so far. */
export const cpuOf = (pid: number): number => stat(pid)?.own ?? 0

/** CPU milliseconds of a database server with all of its processes, ended ones included; not of those in `except`. */
export function cpuOfPostgres(pid: number, except: ReadonlySet<number> = new Set()): number {
  const server = stat(pid)
  if (!server) return 0
  let sum = server.own + server.ended
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name) || except.has(Number(name))) continue
    const found = stat(Number(name))
    if (found?.parent === pid) sum += found.own
  }
  return sum
}

/** The most memory that a process has held so far, in megabytes. */
export function memoryOf(pid: number): number {
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}
