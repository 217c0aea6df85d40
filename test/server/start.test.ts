import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { connect as connectSocket, createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { processStart } from '#db/embedded/lock.ts'
import { built } from '#test/support/built.ts'
import { clusterOf, removeCluster, testFolder } from '#test/support/cluster.ts'
import { type Running, run } from '#test/support/process.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const folders: string[] = []
const apps: Running[] = []

function newFolder() {
  const folder = testFolder()
  folders.push(folder)
  return folder
}

type Options = { port?: number; env?: Record<string, string>; detached?: boolean }
const environment = (dataFolder: string, { port = 0, env }: Options) => ({
  FIRSTLINE_DATA: dataFolder,
  PORT: String(port),
  DATABASE_URL: undefined,
  DATABASE_MIGRATE_URL: undefined,
  ...env,
})

function start(command: string, args: string[], dataFolder: string, options: Options = {}) {
  const app = run(command, args, { env: environment(dataFolder, options), detached: options.detached })
  apps.push(app)
  return app
}
const app = (dataFolder: string, options?: Options) =>
  start(process.execPath, ['build/server/main.js'], dataFolder, options)
const npmStart = (dataFolder: string, options?: Options) => start('npm', ['start'], dataFolder, options)

const address = async (running: Running) => (await running.says(/^Firstline is at (http:\S+)$/m))[1] ?? ''
const status = async (url: string) => (await fetch(url)).status

function serverOf(dataFolder: string): number {
  const file = join(clusterOf(dataFolder), 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
}
const appOf = (dataFolder: string) => Number(readFileSync(join(dataFolder, 'app.lock'), 'utf8').split(' ')[0])
const dead = (pid: number) =>
  expect.poll(() => processStart(pid), { interval: 20, timeout: 30_000 }).toBeNull()

beforeAll(built)

afterAll(async () => {
  for (const { child } of apps) child.kill('SIGKILL')
  await Promise.all(apps.map(({ exited }) => exited))
  for (const folder of folders) await removeCluster(folder)
})

/** Begun by the first test and taken up by others: a second start is shorter. */
const lived = newFolder()

test('npm start serves; a signal to npm alone stops everything, and the next start takes up where that one ended', async () => {
  const first = npmStart(lived, {
    env: { NODE_ENV: 'production', LANG: 'C', LC_ALL: 'C', npm_config_ignore_scripts: 'true' },
  })
  const url = await address(first)
  expect(await status(`${url}/healthz`)).toBe(200)
  expect(await status(`${url}/readyz`)).toBe(200)
  const [server, process_] = [serverOf(lived), appOf(lived)]
  expect(processStart(server)).not.toBeNull()

  first.child.kill('SIGTERM')
  expect(await first.exited).toEqual({ code: 0, signal: null })
  expect([processStart(server), processStart(process_)]).toEqual([null, null])

  // Ctrl-C reaches npm and the app, and npm passes it on: the app hears it twice.
  const second = npmStart(lived, { detached: true })
  const secondUrl = await address(second)
  const killed = serverOf(lived)
  process.kill(killed, 'SIGKILL')
  await dead(killed)
  await expect.poll(() => status(`${secondUrl}/readyz`), { interval: 50, timeout: 10_000 }).toBe(200)
  const again = serverOf(lived)
  expect(again).not.toBe(killed)
  process.kill(-second.pid, 'SIGINT')
  await second.exited
  await dead(again)
  expect(second.stdout()).toContain('"msg":"stopped"')
  expect(existsSync(join(lived, 'app.lock'))).toBe(false)
  expect(second.stdout()).not.toContain('migration applied')
})

test('a signal to npm while it starts leaves nothing running', async () => {
  const folder = newFolder()
  const early = npmStart(folder)
  await expect.poll(() => existsSync(join(folder, 'app.lock')), { interval: 5, timeout: 30_000 }).toBe(true)
  const pid = appOf(folder)
  early.child.kill('SIGTERM')
  await early.exited
  await dead(pid)
  expect(early.stdout()).not.toContain('Firstline is at')
  expect(existsSync(join(folder, 'app.lock'))).toBe(false)
  expect(serverOf(folder)).toBe(0)
})

test('a second app on one data folder, and one on a port that is taken, end with one clear line', async () => {
  const first = app(lived)
  const url = await address(first)
  const second = app(lived)
  expect((await second.exited).code).toBe(1)
  expect(second.stderr()).toMatch(
    /^Firstline is already running on \S+ \(process \d+\)\. Stop it first, or .*\n$/,
  )

  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const at = taken.address()
  const port = typeof at === 'object' && at ? at.port : 0
  first.child.kill('SIGKILL')
  await first.exited
  const third = app(lived, { port })
  expect((await third.exited).code).toBe(1)
  expect(third.stderr()).toBe(
    `Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start\n`,
  )
  taken.close()
  expect(serverOf(lived)).toBe(0)
  expect(url).toMatch(/^http:\/\/localhost:\d+$/)
})

test('told to stop, it finishes the request in hand, says that it is not ready, and ends', async () => {
  const running = app(lived)
  const { port } = new URL(await address(running))
  const socket = connectSocket(Number(port), '127.0.0.1')
  await once(socket, 'connect')
  socket.write(`GET /readyz HTTP/1.1\r\nHost: localhost:${port}\r\n`)
  // A whole exchange on another connection: by then the server has read the beginning of the first.
  expect(await status(`http://localhost:${port}/healthz`)).toBe(200)
  running.child.kill('SIGTERM')
  await running.says(/"msg":"stopping"/)
  await expect
    .poll(() => fetch(`http://localhost:${port}/healthz`).catch(() => 'refused'), {
      timeout: 10_000,
      interval: 20,
    })
    .toBe('refused')
  socket.write('Connection: close\r\n\r\n')
  let answer = ''
  for await (const chunk of socket) answer += chunk
  expect(answer).toMatch(/^HTTP\/1\.1 503 /)
  expect(await running.exited).toEqual({ code: 0, signal: null })
})

test('a setting or a database that cannot be used is one clear line', async () => {
  const refused = async (env: Record<string, string>) => {
    const running = app('/proc/firstline', { env })
    const { code } = await running.exited
    return { code, said: running.stderr() }
  }
  expect(await refused({ DATABASE_URL: 'postgres://firstline:secret@127.0.0.1:1/firstline' })).toEqual({
    code: 1,
    said: 'The database postgres://firstline@127.0.0.1:1/firstline cannot be reached (connect ECONNREFUSED 127.0.0.1:1). Check DATABASE_URL and the server.\n',
  })
  expect(await refused({})).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^Cannot write to the data folder .*\n$/),
  })
  expect(await refused({ PORT: 'many' })).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^PORT must be .*\n$/),
  })
})
