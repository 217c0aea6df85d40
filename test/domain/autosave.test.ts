import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Autosave, type Ports, type Reply } from '#app/ui/attempt/autosave.ts'
import { type Item, shownState } from '#app/ui/attempt/queue.ts'

/** The server's side of the bargain, as db/answers.ts keeps it on Postgres. */
class Server {
  rev = 0
  body = ''
  revisions: { saveId: string; rev: number; body: string; branch: boolean }[] = []
  closed: 'time-over' | 'already-submitted' | null = null

  save({ saveId, baseRev, after, body }: Item<string>, leaving: boolean): Reply<string> {
    const known = this.revisions.find((one) => one.saveId === saveId)
    const server = { rev: this.rev, body: this.body, savedAt: '12:00' }
    if (known && !known.branch && known.body !== body && leaving && known.rev === this.rev)
      return this.save({ saveId: `${saveId} at the end`, baseRev: known.rev, after: [], body }, false)
    if (known && (known.branch || known.body !== body))
      return { kind: 'stale', server, superseded: !known.branch }
    if (known)
      return { kind: 'saved', rev: known.rev, savedAt: '12:00', deadlineAt: null, creditedSeconds: 0 }
    const since = this.revisions.filter((one) => !one.branch && one.rev > baseRev)
    const mine = baseRev <= this.rev && since.every((one) => after.includes(one.saveId))
    const counts = !this.closed && mine
    if (counts) Object.assign(this, { rev: this.rev + 1, body })
    this.revisions.push({ saveId, rev: this.rev, body, branch: !counts })
    if (this.closed) return { kind: 'closed', why: this.closed }
    if (!counts) return { kind: 'stale', server, superseded: false }
    return { kind: 'saved', rev: this.rev, savedAt: '12:00', deadlineAt: null, creditedSeconds: 0 }
  }
}

/** A clock that the test moves, a device whose store outlives its tabs, and a line that can be held or cut. */
class World {
  server = new Server()
  now = 0
  timers: { at: number; callback: () => void }[] = []
  stored = new Map<string, Item<string>>()
  requests: { item: Item<string>; leaving: boolean; reach(): void; answer(): void; lose(): void }[] = []
  log: string[] = []
  ids = 0

  tab(name: string): Autosave<string> {
    const ports: Ports<string> = {
      now: () => this.now,
      newId: () => `save-${++this.ids}`,
      keep: async (item) => {
        if (item) this.stored.set(name, item)
        else this.stored.delete(name)
        this.log.push(item ? `kept ${item.body}` : 'dropped')
      },
      send: (item, { leaving }) =>
        new Promise((resolve) => {
          this.log.push(`sent ${item.body}`)
          let reply: Reply<string> | undefined
          const reach = () => {
            reply ??= this.server.save(item, leaving)
          }
          const over = (given: Reply<string>) => {
            this.requests = this.requests.filter((one) => one.item !== item || one.leaving !== leaving)
            resolve(given)
          }
          this.requests.push({
            item,
            leaving,
            reach,
            answer: () => {
              reach()
              if (reply) over(reply)
            },
            lose: () => over({ kind: 'failed', trouble: 'offline' }),
          })
        }),
      after: (milliseconds, callback) => {
        const timer = { at: this.now + milliseconds, callback }
        this.timers.push(timer)
        return () => {
          this.timers = this.timers.filter((one) => one !== timer)
        }
      },
    }
    const { rev, body } = this.server
    return new Autosave<string>({ rev, body, savedAt: null }, ports)
  }

  /** Lets promises run out, then goes on with the timers that have come due. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.now + milliseconds
    await settled()
    for (;;) {
      const next = this.timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      this.timers = this.timers.filter((one) => one !== next)
      this.now = Math.max(this.now, next.at)
      next.callback()
      await settled()
    }
    this.now = until
  }

  async answerAll(): Promise<void> {
    for (let rounds = 0; rounds < 200; rounds++) {
      for (const request of [...this.requests]) request.answer()
      await this.pass(20_000)
      if (this.requests.length === 0) return
    }
  }
}

/** Lets every promise that can go on do so. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('saving', () => {
  test('a pause of 0.8 s sends, and the text is on the device before it is on its way', async () => {
    const world = new World()
    const tab = world.tab('a')
    tab.edit('Hello')
    await world.pass(799)
    expect(world.requests).toHaveLength(0)
    await world.pass(1)
    expect(world.log).toEqual(['kept Hello', 'sent Hello'])
    expect(shownState(tab.queue)).toBe('saving')
    await world.answerAll()
    expect(shownState(tab.queue)).toBe('saved')
    expect(world.log.at(-1)).toBe('dropped')
  })

  test('whoever types on without a pause is saved every five seconds', async () => {
    const world = new World()
    const tab = world.tab('a')
    for (let n = 0; n < 10; n++) {
      tab.edit(`text ${n}`)
      await world.pass(500)
    }
    expect(world.requests).toHaveLength(1)
  })

  test('the first save held, typing on: the last text arrives without another key', async () => {
    const world = new World()
    const tab = world.tab('a')
    tab.edit('first')
    await world.pass(800)
    tab.edit('first and last')
    await world.pass(5000)
    expect(world.requests).toHaveLength(1)
    await world.answerAll()
    expect(world.server.body).toBe('first and last')
    expect(world.server.revisions).toHaveLength(2)
    expect(shownState(tab.queue)).toBe('saved')
  })

  test.each(['held first', 'held last'])(
    'the page closed while a save is %s: the last text counts',
    async (order) => {
      const world = new World()
      const tab = world.tab('a')
      tab.edit('first')
      await world.pass(800)
      tab.edit('first and last')
      tab.leave()
      await settled()
      const [held, leaving] = world.requests
      expect(leaving?.leaving).toBe(true)
      for (const request of order === 'held first' ? [leaving, held] : [held, leaving]) request?.reach()
      expect(world.server.body).toBe('first and last')
    },
  )

  /** The device was a letter behind when the page went; the next tab finds what it has. */
  const closedBehind = async () => {
    const world = new World()
    const tab = world.tab('a')
    tab.edit('E lash')
    await settled()
    const behind = world.stored.get('a')
    tab.edit('E lashë')
    tab.leave()
    await settled()
    if (!behind) throw new Error('nothing was kept')
    return { world, behind, last: world.requests[0] }
  }

  test('a device that was a letter behind gives way to what left with the page, without a question', async () => {
    const { world, behind, last } = await closedBehind()
    last?.reach()
    const next = world.tab('b')
    await next.restore(behind)
    await world.answerAll()
    expect(next.queue).toMatchObject({ body: 'E lashë', conflict: null, rev: 1 })
    expect(world.server.body).toBe('E lashë')
  })

  test('what left with the page counts also where the device’s copy came first; who typed on is asked', async () => {
    const { world, behind, last } = await closedBehind()
    const next = world.tab('b')
    await next.restore(behind)
    await world.pass(0)
    const copy = world.requests.find(({ item }) => item.body === 'E lash')
    copy?.answer()
    last?.reach()
    expect(world.server.body).toBe('E lashë')
    next.edit('E lash prapë')
    await world.answerAll()
    expect(next.queue.conflict?.server.body).toBe('E lashë')
  })

  test('whoever typed on before the answer came is asked as well', async () => {
    const { world, behind, last } = await closedBehind()
    last?.reach()
    const next = world.tab('b')
    await next.restore(behind)
    await world.pass(0)
    next.edit('E lash, dhe tjetër')
    await world.answerAll()
    expect(next.queue.conflict?.server.body).toBe('E lashë')
    expect(next.queue.body).toBe('E lash, dhe tjetër')
  })

  test('a save whose answer got lost is sent again and kept once', async () => {
    const world = new World()
    const tab = world.tab('a')
    tab.edit('once')
    await world.pass(800)
    world.requests[0]?.reach()
    world.requests[0]?.lose()
    await world.pass(100)
    expect(shownState(tab.queue)).toBe('offline')
    await world.answerAll()
    expect(world.server.revisions).toHaveLength(1)
    expect(shownState(tab.queue)).toBe('saved')
  })

  test('ten minutes without a line lose nothing and make no conflict', async () => {
    const world = new World()
    const tab = world.tab('a')
    let text = ''
    for (let n = 0; n < 600; n++) {
      text += `word${n} `
      tab.edit(text)
      await world.pass(1000)
      for (const request of [...world.requests]) request.lose()
    }
    tab.online()
    await world.answerAll()
    expect(world.server.body).toBe(text)
    expect(tab.queue.conflict).toBeNull()
  })
})

describe('after a reload', () => {
  test('what had not arrived is still unsynced, is shown and goes out', async () => {
    const world = new World()
    world.tab('a').edit('unsent')
    await settled()
    const item = world.stored.get('a')
    if (!item) throw new Error('nothing was kept')
    const again = world.tab('b')
    again.restore(item)
    expect(again.queue.body).toBe('unsent')
    expect(shownState(again.queue)).toBe('saving')
    await world.answerAll()
    expect(world.server.body).toBe('unsent')
    expect(world.stored.get('b')).toBeUndefined()
  })

  test('a text that had arrived without an answer is no conflict', async () => {
    const world = new World()
    const tab = world.tab('a')
    tab.edit('arrived')
    await world.pass(800)
    world.requests[0]?.reach()
    const item = world.stored.get('a')
    const again = world.tab('b')
    if (item) again.restore(item)
    again.edit('arrived, and more')
    await world.answerAll()
    expect(again.queue.conflict).toBeNull()
    expect(world.server.body).toBe('arrived, and more')
  })

  test('where another device has gone on meanwhile, its newer text is shown', async () => {
    const world = new World()
    world.tab('a').edit('mine')
    await settled()
    const item = world.stored.get('a')
    if (!item) throw new Error('nothing was kept')
    world.server.save(item, false)
    world.server.save({ saveId: 'phone', baseRev: 1, after: [], body: 'mine, finished on the phone' }, false)
    const again = world.tab('b')
    again.restore(item)
    await world.answerAll()
    expect(again.queue.body).toBe('mine, finished on the phone')
    expect(world.server.rev).toBe(2)
  })
})

describe('two tabs', () => {
  async function divided() {
    const world = new World()
    const [here, there] = [world.tab('here'), world.tab('there')]
    there.edit('theirs')
    await world.pass(800)
    await world.answerAll()
    here.edit('mine')
    await world.pass(800)
    await world.answerAll()
    return { world, here }
  }

  test('the stale one hears of it, shows both texts and keeps its own in the editor', async () => {
    const { world, here } = await divided()
    expect(here.queue.body).toBe('mine')
    expect(here.queue.conflict?.server.body).toBe('theirs')
    expect(world.server.body).toBe('theirs')
    expect(world.server.revisions.map(({ body, branch }) => [body, branch])).toEqual([
      ['theirs', false],
      ['mine', true],
    ])
    // Until somebody has chosen it survives a reload.
    expect(world.stored.get('here')?.body).toBe('mine')
  })

  test('choosing mine puts it on top', async () => {
    const { world, here } = await divided()
    here.choose('mine')
    await world.answerAll()
    expect(world.server.body).toBe('mine')
    expect(here.queue.conflict).toBeNull()
    expect(world.stored.size).toBe(0)
  })

  test('choosing the other keeps first what was typed since', async () => {
    const { world, here } = await divided()
    here.edit('mine, and a thought more')
    here.choose('theirs')
    await world.answerAll()
    expect(here.queue.body).toBe('theirs')
    expect(world.server.revisions.at(-1)).toMatchObject({ body: 'mine, and a thought more', branch: true })
    expect(world.stored.size).toBe(0)
  })

  test('two tabs with the same text have nothing to choose', async () => {
    const world = new World()
    const [here, there] = [world.tab('here'), world.tab('there')]
    for (const tab of [there, here]) {
      tab.edit('the same')
      await world.pass(800)
      await world.answerAll()
    }
    expect(here.queue.conflict).toBeNull()
    expect(shownState(here.queue)).toBe('saved')
  })

  test('handed in over there: the text here is kept as late and the editor closes', async () => {
    const world = new World()
    const tab = world.tab('here')
    world.server.closed = 'already-submitted'
    tab.edit('too late')
    await world.pass(800)
    await world.answerAll()
    expect(tab.queue.closed).toBe('already-submitted')
    expect(world.server.revisions).toMatchObject([{ body: 'too late', branch: true }])
  })
})

test('settling waits for the last text, and says so when it cannot', async () => {
  const world = new World()
  const tab = world.tab('a')
  tab.edit('first')
  await world.pass(800)
  tab.edit('last')
  const clean = tab.settle()
  world.requests[0]?.answer()
  await world.pass(0)
  world.requests[0]?.answer()
  expect(await clean).toBe('clean')
  expect(world.server.body).toBe('last')

  tab.edit('cut off')
  const waiting = tab.settle()
  await world.pass(0)
  world.requests[0]?.lose()
  expect(await waiting).toBe('waiting')
})

test('a gap of more than a quarter of a minute is told even when nothing was typed in it', async () => {
  const world = new World()
  const tab = world.tab('a')
  tab.cut()
  await world.pass(60_000)
  tab.online()
  await world.pass(0)
  expect(world.requests).toHaveLength(1)
  expect(tab.queue.away).toMatchObject({ since: 0, typed: 0 })
})

/** One tab, one reload after another, a line that holds, loses and answers as it likes. */
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('type' as const), wait: fc.integer({ min: 0, max: 6000 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('answer' as const), which: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reach' as const), which: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('lose' as const), which: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reload' as const) }) },
)

test('whatever the line does to one tab, the last text typed is the answer in the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const world = new World()
      let visit = 0
      let tab = world.tab('0')
      let last = ''
      for (const [n, one] of steps.entries()) {
        if (one.do === 'type') {
          last = `${last}${n} `
          tab.edit(last)
          await world.pass(one.wait)
        } else if (one.do === 'leave') tab.leave()
        else if (one.do === 'reload') {
          await settled()
          const item = world.stored.get(String(visit))
          world.stored.delete(String(visit))
          world.timers = []
          tab = world.tab(String(++visit))
          if (item) tab.restore(item)
        } else {
          const request = world.requests[one.which]
          if (one.do === 'answer') request?.answer()
          else if (one.do === 'reach') request?.reach()
          else request?.lose()
        }
        await settled()
      }
      await world.answerAll()
      expect(tab.queue.conflict).toBeNull()
      expect(world.server.body).toBe(last)
      expect(tab.queue.body).toBe(last)
    }),
    { numRuns: 300 },
  )
})
