import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/{domain,db,routes,scenarios,server,ui}/**/*.test.{ts,tsx}'],
    globalSetup: 'test/support/global-setup.ts',
    setupFiles: 'test/support/setup.ts',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 15_000,
    hookTimeout: 30_000,
    passWithNoTests: false,
    allowOnly: false,
  },
})
