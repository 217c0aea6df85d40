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
  | { type: 'stale'; saveId: string; server: ServerCopy<Body>; superseded: boolean }
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
