import { Autosave, type Reply } from '#app/ui/attempt/autosave.ts'
import { type Item, isEmpty, type ServerCopy } from '#app/ui/attempt/queue.ts'
import type { SaveInput, SaveResult } from '#db/answers.ts'

export interface Text {
  text: string
}

type Sent = Pick<SaveInput, 'saveId' | 'baseRev' | 'after' | 'body' | 'leaving'>

/** One thing that a tab sent and what it heard: for what must hold of all of them. */
export interface Heard {
  tab: string
  item: Item<Text>
  reply: Reply<Text>
}

/**
 * A candidate's device with the product's own autosave on the real server's verb: a clock that the test moves, a store that
 * outlives its tabs, a line that can be cut or held.
 */
export class Device {
  now = 0
  line: 'open' | 'cut' | 'held' = 'open'
  stored = new Map<string, Item<Text>>()
  heard: Heard[] = []
  #save: (sent: Sent, now: number) => Promise<SaveResult | null>
  #timers: { tab: string; at: number; callback: () => void }[] = []
  #underway = new Set<Promise<unknown>>()
  #held: (() => void)[] = []
  #ids = 0

  constructor(save: (sent: Sent, milliseconds: number) => Promise<SaveResult | null>) {
    this.#save = save
  }

  tab(name: string, seen: ServerCopy<Text>): Autosave<Text> {
    return new Autosave<Text>(seen, {
      now: () => this.now,
      newId: () => `00000000-0000-4000-8000-${String(++this.#ids).padStart(12, '0')}`,
      keep: async (item) => {
        if (item) this.stored.set(name, item)
        else this.stored.delete(name)
      },
      send: async (item, { leaving }) => {
        const reply = await this.#send(item, leaving)
        this.heard.push({ tab: name, item, reply })
        return reply
      },
      after: (milliseconds, callback) => {
        const timer = { tab: name, at: this.now + milliseconds, callback }
        this.#timers.push(timer)
        return () => {
          this.#timers = this.#timers.filter((one) => one !== timer)
        }
      },
    })
  }

  /** The tab is gone: nothing of it happens any more, but what was on its way is on its way. */
  close(name: string): void {
    this.#timers = this.#timers.filter(({ tab }) => tab !== name)
  }

  /** What was held goes on, in the order in which it came. */
  release(): void {
    this.line = 'open'
    for (const goOn of this.#held.splice(0)) goOn()
  }

  async #send(item: Item<Text>, leaving: boolean): Promise<Reply<Text>> {
    if (this.line === 'cut') return { kind: 'failed', trouble: 'offline' }
    // A page that closes opens a line of its own.
    if (this.line === 'held' && !leaving) await new Promise<void>((goOn) => this.#held.push(goOn))
    const saving = this.#save({ ...item, leaving }, this.now)
    this.#underway.add(saving)
    const saved = await saving.finally(() => this.#underway.delete(saving))
    return read(saved)
  }

  /** Lets everything that can go on do so. */
  async settled(): Promise<void> {
    do {
      await Promise.all(this.#underway)
      await new Promise((done) => setImmediate(done))
    } while (this.#underway.size > 0)
  }

  /** So much time goes by, with all that comes due in it. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.now + milliseconds
    await this.settled()
    for (;;) {
      const next = this.#timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      this.#timers = this.#timers.filter((one) => one !== next)
      this.now = Math.max(this.now, next.at)
      next.callback()
      await this.settled()
    }
    this.now = until
  }

  /** How long it takes until everything of this tab is through. */
  async through(tab: Autosave<Text>, most = 60_000): Promise<number> {
    const from = this.now
    while (!isEmpty(tab.queue) && this.now - from < most) await this.pass(100)
    return this.now - from
  }
}

/** As app/ui/attempt/device.ts reads what the address of the autosave answers. */
function read(saved: SaveResult | null): Reply<Text> {
  if (!saved) throw new Error('somebody else’s answer')
  if ('ok' in saved)
    return {
      kind: 'saved',
      rev: saved.rev,
      savedAt: saved.savedAt.toISOString(),
      deadlineAt: saved.deadlineAt?.toISOString() ?? null,
      creditedSeconds: 0,
    }
  if (saved.refused === 'stale') {
    const { rev, body, savedAt } = saved.server
    const server = { rev, body: body as Text, savedAt: savedAt?.toISOString() ?? null }
    return { kind: 'stale', server, superseded: saved.superseded ?? false }
  }
  if (saved.refused === 'answer-shape') return { kind: 'failed', trouble: 'refused' }
  return { kind: 'closed', why: saved.refused === 'sitting-over' ? 'not-open' : saved.refused }
}
