import autocannon, { type Shot } from 'autocannon'

/** What is measured: how the next request looks, and what is made of its answer. */
export interface Operation {
  name: string
  /** The status of every answer; another one ends the bench. */
  status: number
  /** CPU milliseconds that MEASURES.md allows. */
  limit?: number
  next(): Shot & { answered?: () => void }
}

/** CPU milliseconds of the app and of the database server. */
export interface Spent {
  app: number
  database: number
}
export const minus = (a: Spent, b: Spent): Spent => ({
  app: a.app - b.app,
  database: a.database - b.database,
})

export interface Figures {
  requests: number
  perSecond: number
  p50: number
  p95: number
  p99: number
  /** Server CPU milliseconds per request while requests were answered: app and database together, and each. */
  cpu: number
  app: number
  database: number
  /** What the jobs cost that were left to do when the last request was answered. */
  jobs: number
  bytes: number
}

/** The server's side of a measurement. */
export interface Server {
  url: string
  /** So far. */
  cpu(): Spent
  /** Waits until no job is left to do. */
  settle?(): Promise<void>
}

const none: Spent = { app: 0, database: 0 }

interface Fired {
  milliseconds: number[]
  bytes: number
  seconds: number
}

export function figures({ milliseconds, bytes, seconds }: Fired, spent: Spent, jobs: Spent = none): Figures {
  const requests = milliseconds.length
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const percentile = (share: number) => sorted[Math.min(requests - 1, Math.floor(requests * share))] ?? 0
  return {
    requests,
    perSecond: requests / seconds,
    p50: percentile(0.5),
    p95: percentile(0.95),
    p99: percentile(0.99),
    cpu: (spent.app + spent.database) / requests,
    app: spent.app / requests,
    database: spent.database / requests,
    jobs: (jobs.app + jobs.database) / requests,
    bytes: bytes / requests,
  }
}

function fire(url: string, operation: Operation, connections: number, duration: number): Promise<Fired> {
  return new Promise((done, fail) => {
    const fired: Fired = { milliseconds: [], bytes: 0, seconds: 0 }
    let wrong = ''
    const run = autocannon<{ answered?: () => void }>(
      {
        url,
        connections,
        duration,
        sampleInt: 50,
        requests: [
          {
            setupRequest(request, context) {
              try {
                const { answered, headers, ...shot } = operation.next()
                context.answered = answered
                return { ...request, ...shot, headers: { ...request.headers, ...headers } }
              } catch (error) {
                // Thrown on, it would end the process and leave the servers behind.
                wrong ||= String(error)
                return request
              }
            },
            onResponse(status, body, { answered }) {
              if (status === operation.status) answered?.()
              else wrong ||= `${operation.name} answered ${status}: ${body.slice(0, 200)}`
            },
          },
        ],
      },
      (error, { errors, timeouts, duration: seconds }) => {
        if (error || errors + timeouts > 0)
          wrong ||= `${operation.name}: ${errors} errors, ${timeouts} timeouts`
        if (wrong) fail(new Error(wrong))
        else done({ ...fired, seconds })
      },
    )
    run.on('response', (_client, _status, bytes, milliseconds) => {
      fired.milliseconds.push(milliseconds)
      fired.bytes += bytes
    })
  })
}

/** Fires for these seconds, and on for as many more as it takes to have enough answers: others may be busy here too. */
async function fireEnough(
  url: string,
  operation: Operation,
  { connections, seconds, least }: { connections: number; seconds: number; least: number },
): Promise<Fired> {
  const all: Fired = { milliseconds: [], bytes: 0, seconds: 0 }
  while (all.seconds === 0 || (all.milliseconds.length < least && all.seconds < mostSeconds)) {
    const fired = await fire(url, operation, connections, seconds)
    all.milliseconds.push(...fired.milliseconds)
    all.bytes += fired.bytes
    all.seconds += fired.seconds
  }
  return all
}

/** Fewer requests would measure code that is not compiled yet. */
const enough = { warm: 200, measured: 200 }
const mostSeconds = 60

/**
 * Warms up, measures, and waits for the jobs that were asked for. Jobs that run beside the requests count with them;
 * what was left over counts by itself.
 */
export async function measure(
  server: Server,
  operation: Operation,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Figures> {
  const { warm, measured } = enough
  await fireEnough(server.url, operation, { connections, seconds: seconds / 3, least: warm })
  await server.settle?.()
  const before = server.cpu()
  const fired = await fireEnough(server.url, operation, { connections, seconds, least: measured })
  const answered = server.cpu()
  await server.settle?.()
  return figures(fired, minus(answered, before), minus(server.cpu(), answered))
}
