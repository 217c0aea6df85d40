import type { Server } from 'node:http'
import { CannotStart, errorCode } from '#db/refusal.ts'
import { SettingError } from './env.ts'
import type { Log } from './log.ts'

/** Requests may take this long to finish, the whole stop a little longer; a supervisor's usual patience is 30 s. */
const DRAIN_MS = 20_000
const STOP_MS = 25_000
/** Ctrl-C reaches the app twice at once: from the terminal and, forwarded, from npm. */
const SAME_SIGNAL_MS = 1_000

export interface Part {
  name: string
  stop(): Promise<void>
  /** For an end in a hurry: must not wait. */
  abandon?(): void
}

export interface Lifecycle {
  /** True from the first signal on; /readyz answers 503 then. */
  readonly stopping: boolean
  /** Aborted by the first signal, so that a long start gives up early. */
  readonly signal: AbortSignal
  /** Parts stop in the reverse order of their registration: database, worker, then server. */
  onStop(part: Part): void
  /** Runs the start. A refusal ends the process with its one line and code 1. */
  start(run: () => Promise<void>): Promise<void>
}

/** Installs the signal handlers: call it before anything else happens. */
export function openLifecycle(log: Log): Lifecycle {
  const controller = new AbortController()
  const parts: Part[] = []
  let started: Promise<void> = Promise.resolve()
  let stoppedAt = 0

  const exitNow = (code: number): never => {
    for (const part of parts.reverse()) part.abandon?.()
    process.exit(code)
  }

  const stopParts = async () => {
    for (const part of parts.splice(0).reverse()) {
      try {
        await part.stop()
      } catch (error) {
        log.error({ part: part.name, ...withoutWords(error) }, 'a part did not stop cleanly')
      }
    }
  }

  const onSignal = (name: NodeJS.Signals) => {
    if (stoppedAt > 0) {
      if (Date.now() - stoppedAt > SAME_SIGNAL_MS) exitNow(1)
      return
    }
    stoppedAt = Date.now()
    log.info({ signal: name }, 'stopping')
    controller.abort()
    setTimeout(() => {
      log.error({ seconds: STOP_MS / 1000 }, 'stopping took too long')
      exitNow(1)
    }, STOP_MS).unref()
    started.then(stopParts).then(() => {
      log.info({ ms: Date.now() - stoppedAt }, 'stopped')
      process.exit(0)
    })
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)

  const onUnexpected = (error: unknown) => {
    log.error(withoutWords(error), 'an error that nobody handled')
    exitNow(1)
  }
  process.on('unhandledRejection', onUnexpected)
  process.on('uncaughtException', onUnexpected)

  return {
    get stopping() {
      return controller.signal.aborted
    },
    signal: controller.signal,
    onStop: (part) => {
      parts.push(part)
    },
    start(run) {
      started = run().catch(async (error: unknown) => {
        if (controller.signal.aborted) return
        if (!(error instanceof CannotStart || error instanceof SettingError)) {
          // Nobody has written anything yet, unless it is a query's error, which carries stored values.
          if (error instanceof Error && !('query' in error)) process.stderr.write(`${error.stack}\n`)
          return onUnexpected(error)
        }
        process.stderr.write(`${error.message}\n`)
        await stopParts()
        process.exit(1)
      })
      return started
    },
  }
}

/** Gives the port, which the system chooses for port 0. */
export function listen(server: Server, { port, host }: { port: number; host: string }): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', (error) => {
      const code = errorCode(error)
      if (code === 'EADDRINUSE')
        fail(
          new CannotStart(
            `Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start`,
          ),
        )
      else if (code === 'EACCES')
        fail(
          new CannotStart(
            `Port ${port} is not open to this user. Choose one above 1023: PORT=3000 npm start`,
          ),
        )
      else if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
        fail(
          new CannotStart(
            `${host} is no address of this machine. Give --host one that is, for example 127.0.0.1.`,
          ),
        )
      else fail(error)
    })
    server.listen(port, host, () => {
      const address = server.address()
      done(typeof address === 'object' && address ? address.port : port)
    })
  })
}

/** Stops accepting and lets what has begun finish; what takes longer than the grace is cut off. */
export async function drain(server: Server, graceMs = DRAIN_MS): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()))
  // A kept-alive connection is idle only once its response is out.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const late = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearInterval(idle)
  clearTimeout(late)
}

/** What may be logged of an error: its kind and place. A query's error carries the values, which are people's words. */
export function withoutWords(error: unknown): { error: string; code?: string; at: string[] } {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const frames =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : []
  return {
    error: error instanceof Error ? error.name : typeof error,
    code: errorCode(cause),
    at: frames.slice(0, 8).map((line) => line.trim()),
  }
}
