import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export interface Settings {
  port: number
  host: string
  dataFolder: string
  databaseUrl?: string
  migrateUrl?: string
  /** Where people reach the product; links in mails start with it. */
  appUrl: string
  appUrlGiven: boolean
  smtpUrl?: string
  mailFrom?: string
  scenariosFolders: string[]
  empty: boolean
}

/** A setting that cannot be used. The message is one line with the way out. */
export class SettingError extends Error {}

export function readSettings(env: NodeJS.ProcessEnv, argv: readonly string[]): Settings {
  const port = Number(env.PORT ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new SettingError(`PORT must be a number from 0 to 65535, not "${env.PORT}".`)
  const hostAt = argv.indexOf('--host')
  const host = hostAt >= 0 ? (argv[hostAt + 1] ?? '') : '127.0.0.1'
  if (!host) throw new SettingError('--host needs an address, for example --host 0.0.0.0.')
  if (env.APP_URL && !URL.canParse(env.APP_URL))
    throw new SettingError(
      `APP_URL must be a full address such as https://jobs.example.com, not "${env.APP_URL}".`,
    )
  return {
    port,
    host,
    dataFolder: resolve(env.FIRSTLINE_DATA ?? '.data'),
    databaseUrl: env.DATABASE_URL || undefined,
    migrateUrl: env.DATABASE_MIGRATE_URL || undefined,
    appUrl: env.APP_URL ? new URL(env.APP_URL).origin : `http://localhost:${port}`,
    appUrlGiven: Boolean(env.APP_URL),
    smtpUrl: env.SMTP_URL || undefined,
    mailFrom: env.MAIL_FROM || undefined,
    scenariosFolders: [resolve('scenarios'), ...(env.SCENARIOS_DIR ? [resolve(env.SCENARIOS_DIR)] : [])],
    empty: argv.includes('--empty'),
  }
}

/** The installation's secret: made once, readable by its owner alone. One that is set from outside must be strong. */
export function readSecret(env: NodeJS.ProcessEnv, dataFolder: string): string {
  const given = env.FIRSTLINE_SECRET
  if (given !== undefined) {
    if (Buffer.byteLength(given) < 32 || new Set(given).size < 10)
      throw new SettingError(
        'FIRSTLINE_SECRET is too weak: give at least 32 random bytes, or leave it unset.',
      )
    return given
  }
  const file = join(dataFolder, 'secret')
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' })
  }
  chmodSync(file, 0o600)
  return readFileSync(file, 'utf8').trim()
}
