import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/{domain,db,routes,scenarios,server,ui}/**/*.test.{ts,tsx}'],
    globalSetup: 'test/support/global-setup.ts',
    setupFiles: 'test/support/setup.ts',
    pool: 'forks',
    maxWorkers: 2,
    // A module is read once by each of the two, not once by each of 176 files; every file has a database of its own.
    isolate: false,
    testTimeout: 15_000,
    hookTimeout: 30_000,
    passWithNoTests: false,
    allowOnly: false,
  },
})
