import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** `npm test`: everything that is checked, in one command, ending with one plain line. */
const root = resolve(fileURLToPath(import.meta.url), '../..')
const results = join(root, 'test-results')
const bin = (name: string) => join(root, 'node_modules/.bin', name)

function run(
  name: string,
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<boolean> {
  const started = Date.now()
  return new Promise((done) => {
    const output: Buffer[] = []
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env } })
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
    child.on('error', (error) => output.push(Buffer.from(error.message)))
    child.on('close', (code) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1)
      if (code !== 0) process.stdout.write(Buffer.concat(output))
      process.stdout.write(`${code === 0 ? '  ok  ' : 'FAILED'} ${name} (${seconds} s)\n`)
      done(code === 0)
    })
  })
}

interface Tally {
  passed: number
  failed: number
}

/** Both runners write JSON; a report that is missing or empty counts as a failure. */
function tally(file: string, count: (report: Record<string, number>) => Tally, ok: boolean): Tally {
  const path = join(results, file)
  if (!existsSync(path)) return { passed: 0, failed: 1 }
  const report = JSON.parse(readFileSync(path, 'utf8')) as Record<string, number> & {
    stats?: Record<string, number>
  }
  const { passed, failed } = count(report.stats ?? report)
  return { passed, failed: passed + failed === 0 || (!ok && failed === 0) ? failed + 1 : failed }
}

rmSync(results, { recursive: true, force: true })
mkdirSync(results)

const checks: [string, string, string[]][] = [
  ['types', bin('tsc'), ['--noEmit']],
  ['format and lint', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['who may import whom', bin('depcruise'), ['app', 'db', 'test', '--config', '.dependency-cruiser.json']],
  ['dead code', bin('knip'), []],
  ['scenarios', bin('tsx'), ['app/server/check-scenarios.ts']],
  ['build', process.execPath, ['app/server/prepare.mjs']],
]
const failures: string[] = []
/** The longest is the first: beside it, the others one after the other. */
async function lane(): Promise<void> {
  for (let check = checks.shift(); check; check = checks.shift())
    if (!(await run(...check))) failures.push(check[0])
}
const all = checks.length
await Promise.all([lane(), lane()])

const unitOk = await run('rules, verbs and routes', bin('vitest'), [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${join(results, 'vitest.json')}`,
])
const unit = tally(
  'vitest.json',
  (report) => ({ passed: report.numPassedTests ?? 0, failed: report.numFailedTests ?? 0 }),
  unitOk,
)

const journeysOk =
  !failures.includes('build') &&
  (await run('journeys in Chromium', bin('playwright'), ['test'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, 'journeys.json'),
  }))
const journeys = tally(
  'journeys.json',
  (report) => ({ passed: report.expected ?? 0, failed: (report.unexpected ?? 0) + (report.flaky ?? 0) }),
  journeysOk,
)

const passed = all - failures.length + unit.passed + journeys.passed
const failed = failures.length + unit.failed + journeys.failed
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)
