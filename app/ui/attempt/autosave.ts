import {
  type Closed,
  dueAt,
  type Item,
  isEmpty,
  kept,
  openQueue,
  type Queue,
  type QueueEvent,
  type ServerCopy,
  type Trouble,
} from './queue.ts'
import { reduce } from './reduce.ts'

export type Reply<Body> =
  | { kind: 'saved'; rev: number; savedAt: string; deadlineAt: string | null; creditedSeconds: number }
  /** `superseded`: this very save arrived with later words, on which the server's text stands. */
  | { kind: 'stale'; server: ServerCopy<Body>; superseded: boolean }
  | { kind: 'closed'; why: Closed }
  | { kind: 'failed'; trouble: Trouble; retryAfter?: number }

/** A gap in the connection, in whole seconds: how long, and how much of it was spent writing. */
export interface Gap {
  away: number
  typed: number
}

/** What the autosave needs of a browser, or of a test. */
export interface Ports<Body> {
  /** Milliseconds that never go back. */
  now(): number
  newId(): string
  /** Writes the item to this device, or takes away what is there. */
  keep(item: Item<Body> | null): Promise<void>
  send(item: Item<Body>, how: { leaving: boolean; gap: Gap | null }): Promise<Reply<Body>>
  /** Calls back after some milliseconds; the result calls it off. */
  after(milliseconds: number, callback: () => void): () => void
}

export type Settled = 'clean' | 'waiting' | 'conflict'

/** Runs one answer's queue: every text is on this device before it is on its way, and sending goes on until nothing is left. */
export class Autosave<Body> {
  #queue: Queue<Body>
  #ports: Ports<Body>
  #listeners = new Set<() => void>()
  #writing: Promise<void> = Promise.resolve()
  #written: Item<Body> | null = null
  #callOff: (() => void) | null = null
  /** What the server last said of the clock. */
  clock: { deadlineAt: string | null; now: string; creditedSeconds: number } | null = null

  constructor(seen: ServerCopy<Body>, ports: Ports<Body>) {
    this.#queue = openQueue(seen)
    this.#ports = ports
  }

  get queue(): Queue<Body> {
    return this.#queue
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  edit(body: Body): void {
    this.#step({ type: 'edited', body, saveId: this.#ports.newId(), now: this.#ports.now() })
  }

  /** A text that an earlier visit left on this device; done when this visit has written it down as its own. */
  async restore(item: Item<Body>): Promise<void> {
    this.#step({ type: 'restored', item })
    await this.#writing
  }

  choose(which: 'mine' | 'theirs'): void {
    this.#step({ type: 'chosen', which, saveId: this.#ports.newId(), now: this.#ports.now() })
  }

  /** The connection is back: try at once. */
  online(): void {
    this.#step({ type: 'online', saveId: this.#ports.newId(), now: this.#ports.now() })
  }

  cut(): void {
    this.#step({ type: 'cut', now: this.#ports.now() })
  }

  /** Somebody looks away: no need to wait for a pause. */
  hurry(): void {
    if (!isEmpty(this.#queue)) this.#step({ type: 'hurried' })
  }

  /** The page may be gone in a moment: send the newest text without waiting for anything. */
  leave(): void {
    void this.#send(true)
  }

  /** Sends what there is and waits for it: until all is through, or it is known that it will not be now. */
  settle(longest = 8000): Promise<Settled> {
    this.hurry()
    return new Promise((resolve) => {
      const done = (result: Settled) => {
        callOff()
        unsubscribe()
        resolve(result)
      }
      const look = () => {
        const { conflict, trouble, sent } = this.#queue
        if (isEmpty(this.#queue)) done(conflict ? 'conflict' : 'clean')
        else if (trouble && !sent?.underway && this.#queue.retryAt !== null) done('waiting')
      }
      const callOff = this.#ports.after(longest, () => done('waiting'))
      const unsubscribe = this.subscribe(look)
      look()
    })
  }

  #step(event: QueueEvent<Body>): void {
    this.#queue = reduce(this.#queue, event)
    this.#keep()
    this.#schedule()
    for (const listener of this.#listeners) listener()
  }

  /** One write after the other, the newest text last; what is written already is not written again. */
  #keep(): void {
    this.#writing = this.#writing.then(async () => {
      const item = kept(this.#queue)
      if (item === this.#written || (item && this.#written && sameItem(item, this.#written))) return
      this.#written = item
      await this.#ports.keep(item)
    })
  }

  #schedule(): void {
    this.#callOff?.()
    this.#callOff = null
    const now = this.#ports.now()
    const due = dueAt(this.#queue, now)
    if (due === null) return
    this.#callOff = this.#ports.after(Math.max(0, due - now), () => {
      this.#callOff = null
      void this.#send(false)
    })
  }

  async #send(leaving: boolean): Promise<void> {
    const item = kept(this.#queue)
    if (!item || isEmpty(this.#queue)) return
    const now = this.#ports.now()
    const { away } = this.#queue
    const gap = away && { away: Math.floor((now - away.since) / 1000), typed: Math.round(away.typed / 1000) }
    this.#step({ type: 'went', now })
    // On the device first, then on its way; only a page that is about to vanish cannot wait.
    if (!leaving) await this.#writing
    const reply = await this.#ports.send(item, { leaving, gap })
    this.#hear(item.saveId, reply)
  }

  /** Only what is new: a clock that says the same need not be drawn again. */
  #setClock({ deadlineAt, creditedSeconds, savedAt }: Reply<Body> & { kind: 'saved' }): void {
    if (this.clock?.deadlineAt === deadlineAt && creditedSeconds === 0) return
    this.clock = { deadlineAt, creditedSeconds, now: savedAt }
  }

  #hear(saveId: string, reply: Reply<Body>): void {
    switch (reply.kind) {
      case 'saved':
        this.#setClock(reply)
        this.#step({ type: 'saved', saveId, rev: reply.rev, savedAt: reply.savedAt })
        break
      case 'stale':
        this.#step({ type: 'stale', saveId, server: reply.server, superseded: reply.superseded })
        break
      case 'closed':
        this.#step({ type: 'closed', saveId, why: reply.why })
        break
      case 'failed': {
        const { trouble, retryAfter } = reply
        this.#step({ type: 'failed', saveId, trouble, retryAfter, now: this.#ports.now() })
      }
    }
  }
}

const sameItem = <Body>(a: Item<Body>, b: Item<Body>) =>
  a.saveId === b.saveId && a.baseRev === b.baseRev && a.body === b.body && a.after.length === b.after.length
