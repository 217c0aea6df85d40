import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem } from 'node:os'
import type { Figures } from './measure.ts'

export interface Row extends Figures {
  name: string
  connections: number
  /** CPU as a multiple of the bare page's at as many connections. */
  times?: number
  limit?: number
}

export interface Report {
  date: string
  commit: string
  machine: Record<string, string | number>
  size: string
  seconds: number
  loadSeconds: number
  memory: number
  rows: Row[]
}

const git = (...words: string[]) => execFileSync('git', words, { encoding: 'utf8' }).trim()

/** What was measured, and whether the tree was as committed. */
export const commit = () =>
  `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') === '' ? '' : ' with changes'}`

export function machine(): Report['machine'] {
  const [first] = cpus()
  return {
    cpus: cpus().length,
    model: first?.model ?? '',
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    node: process.version,
    kernel: release(),
    /** Above the number of CPUs others were at work too: then only CPU and ratios mean something. */
    loadBefore: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  }
}

const columns: [string, (row: Row) => string][] = [
  ['operation', ({ name }) => name],
  ['conn', ({ connections }) => String(connections)],
  ['req/s', ({ perSecond }) => perSecond.toFixed(0)],
  ['p50 ms', ({ p50 }) => p50.toFixed(1)],
  ['p95 ms', ({ p95 }) => p95.toFixed(1)],
  ['p99 ms', ({ p99 }) => p99.toFixed(1)],
  ['app', ({ app }) => app.toFixed(2)],
  ['+ db', ({ database }) => database.toFixed(2)],
  ['= CPU ms', ({ cpu }) => cpu.toFixed(2)],
  ['limit', ({ limit }) => (limit === undefined ? '' : String(limit))],
  ['× floor', ({ times }) => (times === undefined ? '' : times.toFixed(1))],
  ['+ jobs', ({ jobs }) => (jobs === 0 ? '' : jobs.toFixed(2))],
  ['bytes', ({ bytes }) => (bytes === 0 ? '' : bytes.toFixed(0))],
]

export function table(rows: readonly Row[]): string {
  const cells = [columns.map(([head]) => head), ...rows.map((row) => columns.map(([, cell]) => cell(row)))]
  const widths = columns.map((_, at) => Math.max(...cells.map((line) => line[at]?.length ?? 0)))
  return cells
    .map((line) =>
      line
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  '),
    )
    .join('\n')
}

export function writeReport(report: Report): string {
  const file = 'test-results/bench.json'
  mkdirSync('test-results', { recursive: true })
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
  return file
}
