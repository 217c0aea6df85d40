import type postgres from 'postgres'
import { connect } from './connect.ts'
import { ConnectionLost, type Parameters, Session } from './session.ts'

const WAIT_MS = 10_000
const END_MS = 5_000
/** Statements that each connection keeps ready. There are fewer queries, but some come in as many lengths as lists have. */
const MOST_PREPARED = 300

/**
 * What drizzle sees as a postgres.js client, with sessions of ours behind it. One that breaks is replaced, so the loss
 * of a connection, or of the whole server, fails the queries in hand and nothing after them.
 */
export function openClient(url: string, size: number): { client: postgres.Sql; end(): Promise<void> } {
  // Never connected: drizzle sets its types on it and calls the two functions that are replaced below.
  const face = connect(url)
  const idle: Session[] = []
  const waiting: ((session: Session) => void)[] = []
  let open = 0
  let ending = false
  let drained = () => {}
  const isRepeated = repetition()

  function take(): Promise<Session> {
    if (ending) return Promise.reject(new ConnectionLost('the connection to the database is closed'))
    for (let session = idle.pop(); session; session = idle.pop()) {
      if (!session.lost) return Promise.resolve(session)
      drop(session)
    }
    if (open < size) {
      open++
      return Promise.resolve(new Session(url, face.options))
    }
    return new Promise((done, fail) => {
      const late = setTimeout(() => {
        waiting.splice(waiting.indexOf(turn), 1)
        fail(new ConnectionLost('no connection to the database became free in time'))
      }, WAIT_MS)
      const turn = (session: Session) => {
        clearTimeout(late)
        done(session)
      }
      waiting.push(turn)
    })
  }

  function drop(session: Session) {
    open--
    session.end().catch(() => {})
  }

  function giveBack(session: Session) {
    const next = waiting.shift()
    if (session.lost) drop(session)
    if (next) {
      if (session.lost) open++
      next(session.lost ? new Session(url, face.options) : session)
    } else if (!session.lost) idle.push(session)
    if (idle.length === open) drained()
  }

  async function use<Answer>(work: (session: Session) => Promise<Answer>): Promise<Answer> {
    const session = await take()
    try {
      return await work(session)
    } finally {
      giveBack(session)
    }
  }

  async function begin<Answer>(work: (tx: postgres.Sql) => Promise<Answer>): Promise<Answer> {
    return use(async (session) => {
      let over = false
      // By itself: sent along with the first query, it would be lost with the session, and the query run on the next one.
      await session.ask('begin')
      try {
        const answer = await work(transaction(session, () => over))
        const { command } = await session.ask('commit')
        // A failed statement whose error was swallowed: Postgres answers a commit with a rollback, and says no more.
        if (command !== 'COMMIT') throw new Error('the transaction had failed before and was rolled back')
        return answer
      } catch (error) {
        if (!session.lost) await session.ask('rollback').catch(() => {})
        throw error
      } finally {
        over = true
      }
    })
  }

  function transaction(session: Session, isOver: () => boolean): postgres.Sql {
    let depth = 0
    const send: Send = async (query) => {
      if (isOver()) throw new Error('a query came after its transaction had ended')
      return session.send(query)
    }
    async function savepoint<Answer>(work: (tx: postgres.Sql) => Promise<Answer>): Promise<Answer> {
      const name = `s${depth++}`
      await session.ask(`savepoint ${name}`)
      try {
        const answer = await work(tx)
        await session.ask(`release savepoint ${name}`)
        return answer
      } catch (error) {
        if (!session.lost) await session.ask(`rollback to savepoint ${name}`).catch(() => {})
        throw error
      }
    }
    const unsafe = lazily(isRepeated, send)
    const tx: postgres.Sql = Object.assign(Object.create(face), { unsafe, savepoint })
    return tx
  }

  const alone: Send = (query) => use((session) => session.send(query))
  /** The queries of the call to `together` that runs at this moment. */
  let gathering: Send | undefined

  function together<Answers>(ask: () => Answers): Answers {
    // Inside of another one its queries go along with that.
    if (gathering) return ask()
    const gathered = gatherer((queries) => use((session) => session.sendAll(queries)))
    gathering = gathered.send
    try {
      return ask()
    } finally {
      gathering = undefined
      gathered.go()
    }
  }

  return {
    client: Object.assign(face, {
      unsafe: (...query: Unsafe) => lazily(isRepeated, gathering ?? alone)(...query),
      begin,
      together,
    }),
    async end() {
      ending = true
      if (idle.length < open) {
        await new Promise<void>((done) => {
          drained = done
          setTimeout(done, END_MS).unref()
        })
      }
      await Promise.all(idle.splice(0).map((session) => session.end()))
    },
  }
}

type Send = <Answer>(query: (client: postgres.Sql) => Promise<Answer>) => Promise<Answer>

type Query = (client: postgres.Sql) => Promise<unknown>

/** Holds queries back until `go`, and a tick longer, as `lazily` does; each then has its own answer. */
function gatherer(sendAll: (queries: readonly Query[]) => Promise<PromiseSettledResult<unknown>[]>) {
  const queries: Query[] = []
  let go = () => {}
  const answers = new Promise<void>((resolve) => {
    go = () => queueMicrotask(resolve)
  }).then(() => (queries.length === 0 ? [] : sendAll(queries)))
  const send: Send = async <Answer>(query: (client: postgres.Sql) => Promise<Answer>) => {
    const at = queries.push(query) - 1
    const answer = (await answers)[at]
    if (answer?.status !== 'fulfilled') throw answer?.reason
    return answer.value as Answer
  }
  return { send, go: () => go() }
}

/**
 * Has this text come before? Then it is prepared: it takes one way to the server and back instead of two, and Postgres
 * need not plan it again each time.
 */
function repetition(): (text: string) => boolean {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  return (text) => {
    if (repeated.has(text)) return true
    if (repeated.size >= MOST_PREPARED) return false
    if (seen.delete(text)) repeated.add(text)
    else if (seen.size < MOST_PREPARED) seen.add(text)
    else seen.clear()
    return repeated.has(text)
  }
}

/** postgres.js learns only after the call, by `.values()`, in which form the rows are wanted: so it is sent a tick later. */
type Unsafe = [text: string, parameters?: Parameters, options?: postgres.UnsafeQueryOptions]
const lazily =
  (isRepeated: (text: string) => boolean, send: Send) =>
  (...[text, parameters = [], options = {}]: Unsafe) => {
    let asValues = false
    const prepare = isRepeated(text)
    const answer = Promise.resolve().then(() =>
      send<unknown>((client) => {
        const query = client.unsafe(text, parameters, { ...options, prepare })
        return asValues ? query.values() : query
      }),
    )
    return Object.assign(answer, {
      values() {
        asValues = true
        return answer
      },
    })
  }
