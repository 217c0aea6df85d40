import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { readLibrary } from '#app/server/scenarios.ts'
import { startTestServer } from './cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string
  }
}

export default async function setup(project: TestProject) {
  const server = await startTestServer()
  project.provide('adminUrl', server.adminUrl)
  // Every file of tests would read the whole folder anew.
  const folder = mkdtempSync(join(tmpdir(), 'firstline-library-'))
  process.env.TEST_LIBRARY = join(folder, 'library.json')
  writeFileSync(process.env.TEST_LIBRARY, JSON.stringify(readLibrary([resolve('scenarios')])))
  return async () => {
    rmSync(folder, { recursive: true })
    await server.stop()
  }
}
