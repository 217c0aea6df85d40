import type { Db } from '#db/client.ts'
import type { Files } from './files.ts'
import type { Keep } from './kept-pages.ts'
import type { Limits } from './limits.ts'
import type { Log } from './log.ts'
import type { Library } from './scenarios.ts'

/** What the process gives to every request. Routes reach database, log, files and clock through it alone. */
export interface AppContext {
  db: Db
  log: Log
  requestId: string
  nonce: string
  /** true for a page, false for a `.data` or resource request. */
  document: boolean
  ip: string
  now(): Date
  files: Files
  limits: Limits
  library: Library
  appUrl: string
  /** Keys the cookies and the links; made once under the data folder. */
  secret: string
  /** Loopback, the sample team loaded, no owner yet: "enter as …" is open. */
  sampleMode(): Promise<boolean>
  readiness(): Promise<Readiness>
  /**
   * What the loaders of one page ask for once among them, by name. An act has none: it may change what its own page is
   * then told.
   */
  once?: Map<string, Promise<unknown>>
  /** Set where the page may be kept for everybody. */
  keep?: Keep
  /** Set when a query of this request failed for want of the database: the page is then 503, not 500. */
  databaseAway?: boolean
}

export interface Readiness {
  ready: boolean
  checks: {
    name: 'database' | 'migrations' | 'disk' | 'outbox' | 'stopping'
    ok: boolean
    detail: string
    /** The disk's free share, the outbox's oldest wait in seconds. */
    figure?: number
  }[]
}

declare module '@remix-run/node' {
  interface AppLoadContext extends AppContext {}
}
