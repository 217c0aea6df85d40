import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { run } from '#test/support/process.ts'

const clone = mkdtempSync(join(tmpdir(), 'firstline-clone-'))
afterAll(() => rmSync(clone, { recursive: true, force: true }))

const write = (path: string, text: string) => {
  mkdirSync(join(clone, path, '..'), { recursive: true })
  writeFileSync(join(clone, path), text)
}
const lock = (version: string) =>
  JSON.stringify({
    packages: {
      'node_modules/postgres': { version, integrity: `sha512-${version}` },
      'node_modules/only-elsewhere': { version: '1.0.0', optional: true },
    },
  })

cpSync('app/server/prepare.mjs', join(clone, 'app/server/prepare.mjs'), { recursive: true })
write('package.json', '{}')
// Stands where npm does: notes its arguments, and what npm ci and the build would leave behind.
write(
  'npm.cjs',
  `const fs = require('fs'), path = require('path')
   fs.appendFileSync('called', process.argv.slice(2).join(' ') + ' NODE_ENV=' + process.env.NODE_ENV + '\\n')
   const leave = (file, text) => { fs.mkdirSync(path.dirname(file), { recursive: true }); fs.writeFileSync(file, text) }
   if (process.argv[2] === 'ci') leave('node_modules/.package-lock.json', fs.readFileSync('package-lock.json'))
   else leave('build/server/main.js', '')`,
)

async function prepare(...args: string[]) {
  rmSync(join(clone, 'called'), { force: true })
  const process_ = run(process.execPath, [join(clone, 'app/server/prepare.mjs'), ...args], {
    cwd: tmpdir(),
    env: { npm_execpath: join(clone, 'npm.cjs'), NODE_ENV: 'production' },
  })
  const { code } = await process_.exited
  const called = existsSync(join(clone, 'called'))
    ? readFileSync(join(clone, 'called'), 'utf8').trim().split('\n')
    : []
  return { code, called: called.map((call) => call.split(' ')[0]), whole: called, said: process_.stderr() }
}

test('it installs and builds once, and again only when the lock or a source has changed', async () => {
  write('package-lock.json', lock('3.4.9'))
  write('app/root.tsx', 'one')
  const first = await prepare()
  expect(first).toMatchObject({ code: 0, called: ['ci', 'run'] })
  expect(first.whole[0]).toContain('--include=dev')
  expect((await prepare()).called).toEqual([])

  write('app/root.tsx', 'two')
  expect((await prepare()).called).toEqual(['run'])
  write('app/routes/new.tsx', 'three')
  expect((await prepare()).called).toEqual(['run'])
  write('test/some.test.ts', 'not a source of the build')
  expect((await prepare()).called).toEqual([])

  write('package-lock.json', lock('3.5.0'))
  expect((await prepare('install')).called).toEqual(['ci'])
  expect((await prepare('install')).called).toEqual([])
  expect((await prepare()).called).toEqual(['run'])
})

test('a build that fails is not taken for a build', async () => {
  write('app/root.tsx', 'four')
  const npm = readFileSync(join(clone, 'npm.cjs'), 'utf8')
  write('npm.cjs', 'process.exit(3)')
  const failed = await prepare()
  expect(failed.code).toBe(1)
  expect(failed.said).toMatch(/run --silent build ended with code 3; what it said stands above\.\n$/)
  write('npm.cjs', npm)
  expect((await prepare()).called).toEqual(['run'])
})

test('a Node that is too old is refused in one line, before anything is installed', async () => {
  const old = run(process.execPath, [
    ...[
      '--import',
      `data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '18.20.8' })`,
    ],
    join(clone, 'app/server/prepare.mjs'),
  ])
  expect((await old.exited).code).toBe(1)
  expect(old.stderr()).toBe(
    'Firstline needs Node 20.19 or newer and this is 18.20.8: install one from https://nodejs.org\n',
  )
})

test('told to stop while it installs, it ends what it had begun', async () => {
  write('package-lock.json', lock('3.6.0'))
  write('npm.cjs', `require('fs').writeFileSync('begun', String(process.pid)); setInterval(() => {}, 1000)`)
  // As under npm: a shell between, which alone gets the signal.
  const shell = run(
    '/bin/sh',
    ['-c', `"${process.execPath}" "${join(clone, 'app/server/prepare.mjs')}" && echo never`],
    {
      env: { npm_execpath: join(clone, 'npm.cjs') },
    },
  )
  await expect.poll(() => existsSync(join(clone, 'begun')), { timeout: 10_000, interval: 20 }).toBe(true)
  const pid = Number(readFileSync(join(clone, 'begun'), 'utf8'))
  shell.child.kill('SIGTERM')
  await shell.exited
  expect(shell.stdout()).not.toContain('never')
  await expect.poll(() => existsSync(`/proc/${pid}`), { timeout: 10_000, interval: 20 }).toBe(false)
})
