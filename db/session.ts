import postgres from 'postgres'
import { addArrays } from './arrays.ts'
import { connect } from './connect.ts'
import { errorCode, reason } from './refusal.ts'

/** The connection to the server broke or never came about; the caller may try again later. */
export class ConnectionLost extends Error {
  override name = 'ConnectionLost'
  code = 'CONNECTION_LOST'
}

/** Is this the database's trouble (away, starting, full), which may pass? The page says so, with 503. */
export function databaseIsAway(error: unknown): boolean {
  const codes = [errorCode(error), error instanceof Error ? errorCode(error.cause) : undefined]
  return codes.some((code) => code === 'CONNECTION_LOST' || /^(53|57P)/.test(code ?? ''))
}

/** The server refused one statement; the session goes on. */
const isRefusal = (error: unknown) => error instanceof postgres.PostgresError && error.severity === 'ERROR'

type Settled = PromiseSettledResult<unknown>
export type Parameters = postgres.ParameterOrJSON<never>[]

/**
 * One session of the server, from its first query until it breaks: it never comes back as another one. postgres.js
 * reconnects a client by itself, and inside a transaction that ends the process (a write to a closed socket) or, worse,
 * runs the rest of the transaction outside of it. So queries go out one at a time, and none after the loss.
 */
export class Session {
  readonly #client: postgres.Sql
  #lost = false
  #tail: Promise<unknown> = Promise.resolve()

  /** @param types parsers and serialisers to use instead of the driver's own */
  constructor(url: string, types?: Pick<postgres.ParsedOptions, 'parsers' | 'serializers'>) {
    this.#client = connect(url, () => {
      this.#lost = true
    })
    addArrays(this.#client.options)
    Object.assign(this.#client.options.parsers, types?.parsers)
    Object.assign(this.#client.options.serializers, types?.serializers)
  }

  get lost() {
    return this.#lost
  }

  /** Sends one query after those before it; refused when the session is lost. */
  send<Answer>(query: (client: postgres.Sql) => Promise<Answer>): Promise<Answer> {
    const answer = this.#tail.then(async () => {
      if (this.#lost) throw new ConnectionLost('the connection to the database is lost')
      try {
        return await query(this.#client)
      } catch (error) {
        if (isRefusal(error)) throw error
        this.#lost = true
        throw new ConnectionLost(reason(error) || errorCode(error) || 'unknown', { cause: error })
      }
    })
    this.#tail = answer.catch(() => {})
    return answer
  }

  /** Sends queries of which none needs another's answer, in one message; each fails or succeeds by itself. */
  sendAll(queries: readonly ((client: postgres.Sql) => Promise<unknown>)[]): Promise<Settled[]> {
    return this.send(async (client) => {
      const answers = await Promise.allSettled(queries.map((query) => query(client)))
      const lost = answers.find((one) => one.status === 'rejected' && !isRefusal(one.reason))
      if (lost?.status === 'rejected') throw lost.reason
      return answers
    })
  }

  ask<Row extends object>(text: string, parameters: Parameters = []): Promise<postgres.RowList<Row[]>> {
    return this.send((client) => client.unsafe<Row[]>(text, parameters))
  }

  /** Lets the query in hand finish; a broken session is thrown away at once. */
  async end(): Promise<void> {
    await this.#client.end({ timeout: this.#lost ? 0 : 5 })
    this.#lost = true
  }
}

/** For names of roles, databases and extensions, which cannot be parameters. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
