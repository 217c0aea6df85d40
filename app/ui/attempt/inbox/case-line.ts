import type { Act, DeskView } from '#app/domain/scenario/inbox.ts'
import type { Settled } from '../autosave.ts'
import { pace } from '../queue.ts'

export type CaseTrouble = 'offline' | 'unsaved' | 'signed-out'
export type CaseClosed = 'time-over' | 'already-submitted' | 'not-open' | 'sitting-over'

/** What the server showed last, and on how many acts it rests. */
export interface SeenDesk {
  acts: number
  desk: DeskView
}

/** An act whose answer has not come yet. `follows`: it goes only where the one before it was done. */
export interface Pending {
  actId: string
  after: number
  act: Act
  follows: boolean
}

export type Wish =
  | { want: 'open' }
  | { want: 'look' }
  | { want: 'act'; actId: string; after: number; act: Act }

export type CaseReply =
  | ({ kind: 'desk' } & SeenDesk)
  | { kind: 'refused'; code: string; seen: SeenDesk | null }
  | { kind: 'closed'; why: CaseClosed }
  | { kind: 'failed'; trouble: CaseTrouble; retryAfter?: number }

/** What a case needs of a browser, or of a test. */
export interface CasePorts {
  newId(): string
  /** Writes what has no answer yet to this device; nothing of it is lost with the page. */
  keep(pending: readonly Pending[]): Promise<void>
  send(wish: Wish, signal: AbortSignal): Promise<CaseReply>
  after(milliseconds: number, callback: () => void): () => void
  /** The server has taken this act down: its words are no draft any more. */
  done(act: Act): void
}

export interface CaseState {
  seen: SeenDesk | null
  pending: readonly Pending[]
  opening: boolean
  trouble: CaseTrouble | null
  /** The last act that could not be done, and why. Its words are still in the draft. */
  refused: { code: string; act: Act } | null
  closed: CaseClosed | null
}

const about = (act: Act) => ('thread' in act ? act.thread : act.do)

/**
 * One case and its way to the server: one thing at a time, acts before looking, each act until it is answered and under
 * the same name, so that nothing is done twice and nothing is lost.
 */
export class CaseLine {
  readonly initial: CaseState
  #state: CaseState
  #ports: CasePorts
  #listeners = new Set<() => void>()
  #writing: Promise<void> = Promise.resolve()
  #busy = false
  #shown = false
  #wantsLook = false
  #looking: AbortController | null = null
  #callOff: (() => void) | null = null
  #tries = 0

  constructor(seen: SeenDesk | null, ports: CasePorts) {
    this.initial = { seen, pending: [], opening: false, trouble: null, refused: null, closed: null }
    this.#state = this.initial
    this.#ports = ports
  }

  get state(): CaseState {
    return this.#state
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  open(): void {
    this.#set({ opening: true })
    this.#go()
  }

  look(): void {
    this.#wantsLook = true
    if (!this.#callOff) void this.#run()
  }

  /** The case comes onto the screen. What came with its page is of this moment: it is asked for only on coming back. */
  appear(): void {
    if (this.#shown) this.look()
    this.#shown = true
  }

  /** Does these one after the other; the second only where the first was done. */
  act(...acts: Act[]): void {
    if (this.#state.closed) return
    const after = this.#state.seen?.acts ?? 0
    const added = acts.map((act, index) => ({ actId: this.#ports.newId(), after, act, follows: index > 0 }))
    this.#set({ pending: [...this.#state.pending, ...added], refused: null })
    this.#keep()
    this.#go()
  }

  /** What an earlier visit left without an answer; done when this visit has written it down as its own. */
  async restore(left: readonly Pending[]): Promise<void> {
    this.#set({ pending: [...left, ...this.#state.pending] })
    this.#keep()
    await this.#writing
    this.#go()
  }

  /** The connection is back: try at once. */
  online(): void {
    this.#tries = 0
    this.#wantsLook = true
    this.#go()
  }

  /** Sends what there is and waits for it: until all is answered, or it is known that it will not be now. */
  settle(longest = 8000): Promise<Settled> {
    this.#go()
    return new Promise((resolve) => {
      const done = (result: Settled) => {
        callOff()
        unsubscribe()
        resolve(result)
      }
      const look = () => {
        if (this.#state.pending.length === 0) done('clean')
        else if (this.#callOff) done('waiting')
      }
      const callOff = this.#ports.after(longest, () => done('waiting'))
      const unsubscribe = this.subscribe(look)
      look()
    })
  }

  #set(change: Partial<CaseState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }

  #keep(): void {
    const { pending } = this.#state
    this.#writing = this.#writing.then(() => this.#ports.keep(pending))
  }

  #go(): void {
    this.#callOff?.()
    this.#callOff = null
    this.#looking?.abort()
    void this.#run()
  }

  #next(): Wish | null {
    const { pending, opening, seen, closed } = this.#state
    if (closed) return null
    if (opening) return { want: 'open' }
    const [first] = pending
    if (first) return { want: 'act', actId: first.actId, after: first.after, act: first.act }
    return this.#wantsLook && seen ? { want: 'look' } : null
  }

  async #run(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    let wish = this.#next()
    while (wish) {
      const goesOn = await this.#send(wish)
      wish = goesOn ? this.#next() : null
    }
    this.#busy = false
  }

  async #send(wish: Wish): Promise<boolean> {
    const control = new AbortController()
    if (wish.want === 'look') {
      this.#wantsLook = false
      this.#looking = control
    } else await this.#writing
    const reply = await this.#ports.send(wish, control.signal)
    this.#looking = null
    // Looking gave way to something that the candidate did.
    if (control.signal.aborted) return true
    if (reply.kind !== 'failed') this.#tries = 0
    return this.#hear(wish, reply)
  }

  #hear(wish: Wish, reply: CaseReply): boolean {
    switch (reply.kind) {
      case 'desk':
        this.#seen(wish, { acts: reply.acts, desk: reply.desk })
        return true
      case 'closed':
        this.#set({ closed: reply.why, pending: [], opening: false, trouble: null })
        this.#keep()
        return false
      case 'refused':
        return this.#refused(wish, reply)
      case 'failed': {
        if (wish.want !== 'look') {
          const wait = reply.retryAfter ?? pace.retry[Math.min(this.#tries, pace.retry.length - 1)] ?? 0
          this.#tries += 1
          this.#callOff = this.#ports.after(wait, () => this.#go())
        }
        this.#set({ trouble: reply.trouble })
        return false
      }
    }
  }

  #seen(wish: Wish, seen: SeenDesk): void {
    if (wish.want !== 'act') {
      this.#set({ seen, trouble: null, ...(wish.want === 'open' && { opening: false }) })
      return
    }
    const [, second, ...others] = this.#state.pending
    const rest = second ? [second.follows ? { ...second, after: seen.acts } : second, ...others] : []
    this.#ports.done(wish.act)
    this.#set({ seen, pending: rest, trouble: null })
    this.#keep()
  }

  #refused(wish: Wish, { code, seen }: CaseReply & { kind: 'refused' }): boolean {
    if (wish.want !== 'act') {
      this.#set({ opening: false, trouble: null })
      return wish.want === 'look'
    }
    if (code === 'not-opened') {
      this.#set({ opening: true })
      return true
    }
    // What was to follow in the same conversation was meant for another one than there is now.
    const pending = this.#state.pending.slice(1).filter(({ act }) => about(act) !== about(wish.act))
    this.#set({
      pending,
      seen: seen ?? this.#state.seen,
      refused: { code, act: wish.act },
      trouble: null,
    })
    this.#keep()
    return true
  }
}
