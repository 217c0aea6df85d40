import { describe, expect, test } from 'vitest'
import type { InboxBody } from '#app/domain/scenario/body.ts'
import { behind, inFront, withDraft, withoutSaid } from '#app/domain/scenario/inbox/drafts.ts'
import type { Act, DeskView } from '#app/domain/scenario/inbox.ts'
import { CaseLine, type CaseReply, type Pending, type Wish } from '#app/ui/attempt/inbox/case-line.ts'
import { neighbours } from '#app/ui/attempt/inbox/neighbours.ts'
import { picked } from '#app/ui/attempt/Judgement.tsx'

const desk: DeskView = { clock: '09:00', day: 'Monday', record: [], threads: [], reported: [] }
const seen = (acts: number) => ({ acts, desk })
const reply = (text: string, thread = 'ann'): Act => ({ do: 'reply', thread, text })

/** A case whose server answers when the test says so, and whose time stands until the test moves it. */
function line(acts: number | null = 0) {
  const wishes: { wish: Wish; signal: AbortSignal; answer: (reply: CaseReply) => Promise<void> }[] = []
  const kept: (readonly Pending[])[] = []
  const done: Act[] = []
  let wait: { after: number; call: () => void } | null = null
  let ids = 0
  const settled = () => new Promise<void>((resolve) => setTimeout(resolve))
  const made = new CaseLine(acts === null ? null : seen(acts), {
    newId: () => {
      ids += 1
      return `act-${ids}`
    },
    keep: async (pending) => void kept.push(pending),
    send: (wish, signal) =>
      new Promise((resolve) => {
        const answer = (reply: CaseReply) => {
          resolve(reply)
          return settled()
        }
        signal.addEventListener('abort', () => resolve({ kind: 'failed', trouble: 'offline' }))
        wishes.push({ wish, signal, answer })
      }),
    after: (after, call) => {
      const own = { after, call }
      wait = own
      return () => {
        if (wait === own) wait = null
      }
    },
    done: (act) => void done.push(act),
  })
  const last = () => {
    const found = wishes.at(-1)
    if (!found) throw new Error('nothing was sent')
    return found
  }
  return { made, wishes, kept, done, last, settled, waiting: () => wait }
}

test('a case asks for nothing that came with its page, and looks when it is come back to', async () => {
  const { made, wishes, settled } = line()
  made.appear()
  await settled()
  expect(wishes).toEqual([])
  made.appear()
  await settled()
  expect(wishes.map(({ wish }) => wish)).toEqual([{ want: 'look' }])
})

describe('an act', () => {
  test('is on the device before it is on its way, and off it when it is answered', async () => {
    const { made, wishes, kept, done, last, settled } = line()
    made.act(reply('Hello'))
    expect([wishes.length, kept.length]).toEqual([0, 0])
    await settled()
    expect(kept.at(-1)).toHaveLength(1)
    expect(last().wish).toMatchObject({ want: 'act', actId: 'act-1', after: 0, act: reply('Hello') })
    await last().answer({ kind: 'desk', ...seen(1) })
    expect(kept.at(-1)).toHaveLength(0)
    expect(done).toEqual([reply('Hello')])
    expect(made.state).toMatchObject({ pending: [], seen: { acts: 1 }, trouble: null })
  })

  test('that got no answer goes again under the same name and with the same knowledge', async () => {
    const { made, wishes, last, settled, waiting } = line(3)
    made.act(reply('Hello'))
    await settled()
    await last().answer({ kind: 'failed', trouble: 'offline' })
    expect(made.state).toMatchObject({ trouble: 'offline', pending: [{ actId: 'act-1' }] })
    waiting()?.call()
    await settled()
    expect(wishes.map(({ wish }) => wish)).toEqual([wishes[0]?.wish, wishes[0]?.wish])
    await last().answer({ kind: 'desk', ...seen(4) })
    expect(made.state).toMatchObject({ trouble: null, pending: [] })
  })

  test('that follows another knows of it, and is not done where the first was refused', async () => {
    const { made, wishes, last, settled } = line(2)
    const close: Act = { do: 'close', thread: 'ann', outcome: 'solved' }
    made.act(reply('Hello'), close)
    await settled()
    await last().answer({ kind: 'desk', ...seen(5) })
    expect(last().wish).toMatchObject({ act: close, after: 5 })
    await last().answer({ kind: 'desk', ...seen(6) })
    made.act(reply('Again'), close)
    await settled()
    await last().answer({ kind: 'refused', code: 'stale', seen: seen(9) })
    expect(wishes).toHaveLength(3)
    expect(made.state).toMatchObject({
      pending: [],
      seen: { acts: 9 },
      refused: { code: 'stale', act: reply('Again') },
    })
  })

  test('that is refused leaves what waits for another conversation', async () => {
    const { made, last, settled } = line()
    made.act(reply('Hello'))
    await settled()
    made.act(reply('Hello', 'bob'))
    await last().answer({ kind: 'refused', code: 'conversation-over', seen: null })
    expect(last().wish).toMatchObject({ act: { thread: 'bob' } })
  })

  test('goes before looking, which gives way to it', async () => {
    const { made, wishes, last, settled } = line()
    made.look()
    await settled()
    expect(last().wish).toEqual({ want: 'look' })
    made.act(reply('Hello'))
    await settled()
    expect(wishes[0]?.signal.aborted).toBe(true)
    expect(last().wish).toMatchObject({ want: 'act' })
    expect(made.state.trouble).toBeNull()
  })

  test('after the end of the time is not sent again', async () => {
    const { made, wishes, last, settled } = line()
    made.act(reply('Hello'))
    await settled()
    await last().answer({ kind: 'closed', why: 'time-over' })
    made.act(reply('Hello?'))
    made.look()
    await settled()
    expect(wishes).toHaveLength(1)
    expect(made.state).toMatchObject({ closed: 'time-over' })
  })

  test('in a case that was never opened opens it first', async () => {
    const { made, wishes, last, settled } = line()
    made.act(reply('Hello'))
    await settled()
    await last().answer({ kind: 'refused', code: 'not-opened', seen: null })
    expect(last().wish).toEqual({ want: 'open' })
    await last().answer({ kind: 'desk', ...seen(0) })
    expect(last().wish).toMatchObject({ want: 'act', actId: 'act-1' })
    expect(wishes).toHaveLength(3)
  })

  test('left by an earlier visit is done by this one', async () => {
    const { made, kept, last, settled } = line(null)
    const left = { actId: 'earlier', after: 4, act: reply('Hello'), follows: false }
    await made.restore([left])
    expect(kept.at(-1)).toEqual([left])
    await settled()
    expect(last().wish).toMatchObject({ want: 'act', actId: 'earlier', after: 4 })
  })
})

describe('settling', () => {
  test('waits for the answer, or for knowing that there is none', async () => {
    const { made, last, settled } = line()
    expect(await made.settle()).toBe('clean')
    made.act(reply('Hello'))
    const first = made.settle()
    await settled()
    await last().answer({ kind: 'failed', trouble: 'offline' })
    expect(await first).toBe('waiting')
    const second = made.settle()
    await settled()
    await last().answer({ kind: 'desk', ...seen(1) })
    expect(await second).toBe('clean')
  })
})

test('an inbox that is not opened is not looked at', async () => {
  const { made, wishes, settled } = line(null)
  made.look()
  await settled()
  expect(wishes).toHaveLength(0)
  made.open()
  await settled()
  expect(wishes.map(({ wish }) => wish)).toEqual([{ want: 'open' }])
})

describe('a draft', () => {
  const body = (drafts: InboxBody['drafts']): InboxBody => ({ acts: [], until: 0, drafts })

  test('keeps what is on its way at its head until it has arrived', () => {
    const whole = inFront(['Hello'], 'and more')
    expect(behind(whole, ['Hello'])).toBe('and more')
    expect(behind('Hello', ['Hello'])).toBe('')
    expect(withoutSaid(body({ ann: whole }), reply('Hello'))).toEqual(body({ ann: 'and more' }))
    expect(withoutSaid(body({ ann: 'Hello' }), reply('Hello'))).toEqual(body({}))
  })

  test('that says something else by now is left alone', () => {
    const other = body({ ann: 'Hello there' })
    expect(withoutSaid(other, reply('Hello'))).toBe(other)
    expect(withoutSaid(other, { do: 'tag', thread: 'ann', tag: 'x' })).toBe(other)
  })

  test('never says what the server alone may say', () => {
    const forged: InboxBody = { acts: [{ at: 1, act: reply('x') }], until: 9, drafts: {} }
    expect(withDraft(forged, 'ann', 'Hello')).toEqual(body({ ann: 'Hello' }))
  })
})

test('parts around an inbox that are cases too read as one inbox; others end it', () => {
  const parts = (['writing', 'inbox', 'reply', 'inbox', 'lookup', 'inbox'] as const).map((kind, place) => ({
    kind,
    place,
  }))
  const places = (here: number) => neighbours(parts, here).map(({ place }) => place)
  expect([places(0), places(2), places(3), places(5)]).toEqual([[], [1, 3], [1, 2], []])
})

test('an option is never the most and the least effective: the other mark moves', () => {
  expect(picked({ most: 'a', least: 'b' }, 'most', 'b')).toEqual({ most: 'b', least: 'a' })
  expect(picked({ most: '', least: 'b' }, 'most', 'b')).toEqual({ most: 'b', least: '' })
  expect(picked({ most: 'a', least: 'b' }, 'least', 'c')).toEqual({ most: 'a', least: 'c' })
})
