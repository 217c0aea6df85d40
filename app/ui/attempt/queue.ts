import { same } from '#app/domain/same.ts'

/**
 * The autosave of one answer as a pure machine: what is typed, what is on its way, what is known of the server. It
 * decides, and does nothing itself; times are milliseconds of a clock that never goes back.
 */
export interface Item<Body> {
  /** Names this save: sent again it is the same one. */
  saveId: string
  /** The server's revision that the text was written on. */
  baseRev: number
  /** Earlier saves on that revision whose answer never came: whether they arrived or not, this one follows them. */
  after: readonly string[]
  body: Body
}

export interface ServerCopy<Body> {
  rev: number
  body: Body
  savedAt: string | null
}

export type Trouble = 'offline' | 'unsaved' | 'signed-out' | 'refused'
export type Closed = 'time-over' | 'already-submitted' | 'not-open'

export interface Queue<Body> {
  /** What the editor shows. */
  body: Body
  rev: number
  /** The server's text when the page was opened. */
  seen: ServerCopy<Body>
  savedAt: string | null
  /** Typed since the last send; named when the first letter of it was typed. */
  waiting: { saveId: string; since: number; last: number } | null
  /** The save that is on its way, or whose answer never came. */
  sent: { saveId: string; body: Body; underway: boolean } | null
  chain: readonly string[]
  urgent: boolean
  retryAt: number | null
  tries: number
  trouble: Trouble | null
  /** Since when nothing gets through, and how much of that was spent writing. */
  away: { since: number; typed: number } | null
  conflict: { server: ServerCopy<Body>; mine: Item<Body> } | null
  /** The other text was chosen while this one was not yet kept: once it is, the other one takes its place. */
  yielding: boolean
  closed: Closed | null
}

export type QueueEvent<Body> =
  | { type: 'edited'; body: Body; saveId: string; now: number }
  | { type: 'restored'; item: Item<Body> }
  | { type: 'hurried' }
  | { type: 'went'; now: number }
  | { type: 'saved'; saveId: string; rev: number; savedAt: string }
  | { type: 'stale'; saveId: string; server: ServerCopy<Body> }
  | { type: 'closed'; saveId: string; why: Closed }
  | { type: 'failed'; saveId: string; trouble: Trouble; now: number; retryAfter?: number }
  | { type: 'cut'; now: number }
  | { type: 'online'; saveId: string; now: number }
  | { type: 'chosen'; which: 'mine' | 'theirs'; saveId: string; now: number }

export const pace = {
  pause: 800,
  longest: 5000,
  retry: [1000, 2000, 4000, 8000, 15_000],
  chain: 50,
  shortGap: 15_000,
} as const

export const openQueue = <Body>(seen: ServerCopy<Body>): Queue<Body> => ({
  ...seen,
  seen,
  waiting: null,
  sent: null,
  chain: [],
  urgent: false,
  retryAt: null,
  tries: 0,
  trouble: null,
  away: null,
  conflict: null,
  yielding: false,
  closed: null,
})

/** Everything typed has reached the server, whatever became of it there. */
export const isEmpty = <Body>({ waiting, sent }: Queue<Body>) => waiting === null && sent === null

/** What stays on the device until the server has it: the newest text, and a text that lost until somebody has chosen. */
export function kept<Body>(queue: Queue<Body>): Item<Body> | null {
  const { waiting, sent, chain, rev, body } = queue
  if (waiting) {
    const after = sent ? [...chain, sent.saveId] : chain
    return { saveId: waiting.saveId, baseRev: rev, after, body }
  }
  if (sent) return { saveId: sent.saveId, baseRev: rev, after: chain, body: sent.body }
  return queue.conflict?.mine ?? null
}

/** When the next save is due; null when there is nothing to send, or something is on its way. */
export function dueAt<Body>(queue: Queue<Body>, now: number): number | null {
  const { waiting, sent, retryAt, urgent } = queue
  if (sent?.underway || (!waiting && !sent)) return null
  if (queue.trouble === 'refused' && !waiting) return null
  if (retryAt !== null) return Math.max(retryAt, now)
  if (urgent || !waiting) return now
  return Math.max(now, Math.min(waiting.last + pace.pause, waiting.since + pace.longest))
}

export type Shown = 'idle' | 'saved' | 'saving' | 'offline' | 'unsaved' | 'signed-out' | 'refused'

/** The one word for the state, as the page shows it. */
export function shownState<Body>(queue: Queue<Body>): Shown {
  if (queue.trouble && !isEmpty(queue)) return queue.trouble
  if (!isEmpty(queue)) return 'saving'
  return queue.savedAt === null ? 'idle' : 'saved'
}

export function reduce<Body>(queue: Queue<Body>, event: QueueEvent<Body>): Queue<Body> {
  switch (event.type) {
    case 'edited':
      return edited(queue, event)
    case 'restored':
      return {
        ...queue,
        rev: event.item.baseRev,
        chain: event.item.after,
        body: event.item.body,
        sent: { saveId: event.item.saveId, body: event.item.body, underway: false },
      }
    case 'hurried':
      return { ...queue, urgent: true, retryAt: queue.trouble === 'refused' ? queue.retryAt : null }
    case 'went':
      return went(queue)
    case 'cut':
      return queue.closed ? queue : { ...queue, away: queue.away ?? { since: event.now, typed: 0 } }
    case 'online':
      return online(queue, event)
    case 'chosen':
      return chosen(queue, event)
    default:
      // An answer to a save that another one has overtaken says nothing new.
      return event.saveId === queue.sent?.saveId ? answered(queue, event) : queue
  }
}

function edited<Body>(queue: Queue<Body>, { body, saveId, now }: QueueEvent<Body> & { type: 'edited' }) {
  const { waiting, away, trouble } = queue
  const before = waiting?.last ?? now
  return {
    ...queue,
    body,
    waiting: waiting ? { ...waiting, last: now } : { saveId, since: now, last: now },
    // A pause of more than five seconds is no writing.
    away: away && { ...away, typed: away.typed + Math.min(now - before, 5000) },
    trouble: trouble === 'refused' ? null : trouble,
    retryAt: trouble === 'refused' ? null : queue.retryAt,
  }
}

/** Back again. Where nothing was typed meanwhile the same text goes out once more, so that the server hears of the gap. */
function online<Body>(
  queue: Queue<Body>,
  { saveId, now }: QueueEvent<Body> & { type: 'online' },
): Queue<Body> {
  const back = { ...queue, retryAt: null, tries: 0 }
  if (!queue.away || queue.closed || !isEmpty(queue)) return back
  if (now - queue.away.since < pace.shortGap) return { ...back, away: null }
  return { ...back, waiting: { saveId, since: now, last: now }, urgent: true }
}

function went<Body>(queue: Queue<Body>): Queue<Body> {
  const { waiting, sent, chain, body } = queue
  if (!waiting) return sent ? { ...queue, sent: { ...sent, underway: true }, retryAt: null } : queue
  return {
    ...queue,
    waiting: null,
    sent: { saveId: waiting.saveId, body, underway: true },
    chain: (sent ? [...chain, sent.saveId] : chain).slice(-pace.chain),
    retryAt: null,
  }
}

type Answered<Body> = Extract<QueueEvent<Body>, { type: 'saved' | 'stale' | 'closed' | 'failed' }>

function answered<Body>(queue: Queue<Body>, event: Answered<Body>): Queue<Body> {
  const { sent, chain, waiting } = queue
  if (!sent) return queue
  const through = {
    ...queue,
    sent: null,
    trouble: null,
    tries: 0,
    retryAt: null,
    away: null,
    urgent: queue.urgent && waiting !== null,
  }
  switch (event.type) {
    case 'saved':
      // Kept on this device since before another one went on with it: that one has the newer text.
      if (queue.seen.rev > event.rev && !waiting) return yielded(through, queue.seen)
      return {
        ...through,
        rev: event.rev,
        chain: [],
        savedAt: event.savedAt,
        conflict: null,
        yielding: false,
      }
    case 'closed':
      return { ...through, closed: event.why }
    case 'failed': {
      const wait = event.retryAfter ?? pace.retry[Math.min(queue.tries, pace.retry.length - 1)] ?? 0
      const lost = event.trouble === 'offline' || event.trouble === 'unsaved'
      const off = lost ? (queue.away ?? { since: event.now, typed: 0 }) : queue.away
      return {
        ...queue,
        sent: { ...sent, underway: false },
        trouble: event.trouble,
        tries: queue.tries + 1,
        retryAt: event.now + wait,
        away: off,
        urgent: false,
      }
    }
    case 'stale': {
      const { server } = event
      // Two tabs that say the same have nothing to choose between.
      if (same(server.body, sent.body))
        return { ...through, rev: server.rev, chain: [], savedAt: server.savedAt, conflict: null }
      if (queue.yielding && !waiting) return yielded(through, server)
      const mine = { saveId: sent.saveId, baseRev: queue.rev, after: chain, body: sent.body }
      return { ...through, conflict: { server, mine } }
    }
  }
}

const yielded = <Body>(queue: Queue<Body>, server: ServerCopy<Body>): Queue<Body> => ({
  ...queue,
  rev: server.rev,
  body: server.body,
  savedAt: server.savedAt,
  chain: [],
  conflict: null,
  yielding: false,
})

function chosen<Body>(
  queue: Queue<Body>,
  { which, saveId, now }: QueueEvent<Body> & { type: 'chosen' },
): Queue<Body> {
  if (!queue.conflict) return queue
  const { server } = queue.conflict
  if (which === 'theirs')
    return isEmpty(queue) ? yielded(queue, server) : { ...queue, yielding: true, urgent: true }
  return {
    ...queue,
    rev: server.rev,
    chain: [],
    conflict: null,
    yielding: false,
    sent: null,
    waiting: { saveId, since: now, last: now },
    urgent: true,
  }
}
