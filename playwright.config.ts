import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { chromium } from './app/server/prepare.mjs'

process.env.JOURNEY_DATA ??= mkdtempSync(join(tmpdir(), 'firstline-test-'))
const port = Number(process.env.JOURNEY_PORT ?? 4200)

const long = /\/(whole-hire|standard-form|standard-form-keyboard|disagreement|axe)\.spec\.ts$/

/** Journeys meet the product as people do: started by its own command, on its own database, in a real browser. */
export default defineConfig({
  testDir: 'test/journeys',
  outputDir: 'test-results/journeys',
  timeout: 120_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  workers: 2,
  // The longest begin first, so that none of them is left to run alone at the end.
  projects: [
    { name: 'long', testMatch: long },
    { name: 'short', testIgnore: long },
  ],
  retries: 0,
  forbidOnly: true,
  reporter: [['line'], ['json']],
  use: {
    baseURL: `http://localhost:${port}`,
    browserName: 'chromium',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    // A trace costs a tenth of the time of all journeys: `npx playwright test --trace retain-on-failure` where one is missed.
    trace: 'off',
    locale: 'en-GB',
    launchOptions: {
      executablePath: chromium() ?? undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'npm start --silent',
    url: `http://localhost:${port}/readyz`,
    env: { PORT: String(port), FIRSTLINE_DATA: process.env.JOURNEY_DATA, LOG_LEVEL: 'warn' },
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 25_000 },
    reuseExistingServer: false,
  },
})
