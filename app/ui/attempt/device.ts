import { createStore, del, entries, set, type UseStore } from 'idb-keyval'
import type { Gap, Ports, Reply } from './autosave.ts'
import type { Item } from './queue.ts'

/** This device: the store of what has not arrived yet, the lock that says which tab lives, the way to the server. */
export interface Kept<Thing> {
  /** The answer that it belongs to, or another name for what is kept of it. */
  answer: string
  at: number
  item: Thing
}

let opened: UseStore | undefined
const store = () => {
  opened ??= createStore('firstline', 'unsent')
  return opened
}

/** `crypto.randomUUID` is there in secure contexts only; an installation in a house network may not be one. */
export function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte, index) => {
    const value = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte
    return value.toString(16).padStart(2, '0')
  })
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** One visit of one tab. It holds a lock for as long as it lives; what it leaves behind is then free to be taken up. */
const visit = typeof window === 'undefined' ? '' : newId()
let letGo: (() => void) | undefined
const lockName = (of: string) => `firstline/${of}`

export function holdVisit(): void {
  if (letGo || !navigator.locks) return
  const until = new Promise<void>((resolve) => {
    letGo = resolve
  })
  // Refused where storage is switched off; then every text that is found counts as left behind.
  navigator.locks.request(lockName(visit), () => until).catch(() => undefined)
}

export function endVisit(): void {
  letGo?.()
  letGo = undefined
}

/** A page that is read again may be there before the one that it replaces has quite gone, and its lock with it. */
const goingLasts = 1500

async function isOver(of: string): Promise<boolean> {
  if (of === visit) return false
  if (!navigator.locks) return true
  const signal = AbortSignal.timeout(goingLasts)
  return navigator.locks.request(lockName(of), { signal }, () => true).catch(() => !signal.aborted)
}

const keyOf = (answer: string, of: string) => `${answer}/${of}`

/** What earlier visits left here unsent, the oldest first, each with a way to forget it. */
export async function leftHere<Thing>(answers: readonly string[]) {
  const all = await entries<string, Kept<Thing>>(store()).catch(() => [])
  const found: { kept: Kept<Thing>; forget(): Promise<void> }[] = []
  for (const [key, kept] of all) {
    const [answer = '', of = ''] = key.split('/')
    if (answers.includes(answer) && (await isOver(of)))
      found.push({ kept, forget: () => del(key, store()).catch(() => undefined) })
  }
  return found.sort((a, b) => a.kept.at - b.kept.at)
}

/** The texts among it. */
export const leftBehind = <Body>(answers: readonly string[]) => leftHere<Item<Body>>(answers)

export async function keepHere<Thing>(answer: string, item: Thing | null): Promise<void> {
  const key = keyOf(answer, visit)
  // Without storage (a private window, a full disk) the text still goes out; the page says whether it arrived.
  if (item)
    await set(key, { answer, at: Date.now(), item } satisfies Kept<Thing>, store()).catch(() => undefined)
  else await del(key, store()).catch(() => undefined)
}

/** The most that a browser sends for a page that is already gone. */
const keepaliveLimit = 60_000

export async function send<Body>(
  answer: string,
  item: Item<Body>,
  how: { leaving: boolean; gap: Gap | null },
): Promise<Reply<Body>> {
  const body = JSON.stringify({
    ...item,
    ...(how.leaving && { leaving: true }),
    ...(how.gap && how.gap.away > 0 && { gap: how.gap }),
  })
  const keepalive = how.leaving && new Blob([body]).size < keepaliveLimit
  try {
    const response = await fetch(`/a/answers/${answer}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body,
      keepalive,
      signal: AbortSignal.timeout(10_000),
    })
    return await read(response)
  } catch (error) {
    const slow = error instanceof DOMException && error.name === 'TimeoutError'
    return { kind: 'failed', trouble: slow ? 'unsaved' : 'offline' }
  }
}

export async function read<Body>(response: Response): Promise<Reply<Body>> {
  const { status } = response
  if (status === 401 || status === 403) return { kind: 'failed', trouble: 'signed-out' }
  if (status === 429 || status >= 500) {
    const seconds = Number(response.headers.get('retry-after'))
    return { kind: 'failed', trouble: 'unsaved', ...(seconds > 0 ? { retryAfter: seconds * 1000 } : {}) }
  }
  const answer = await response.json()
  if (status === 200) return { kind: 'saved', ...answer }
  if (status === 409 && answer.code === 'stale')
    return { kind: 'stale', server: answer.server, superseded: answer.superseded === true }
  if (status === 409 || status === 410) return { kind: 'closed', why: answer.code }
  return { kind: 'failed', trouble: 'refused' }
}

export const portsFor = <Body>(answer: string): Ports<Body> => ({
  now: () => performance.now(),
  newId,
  keep: (item) => keepHere(answer, item),
  send: (item, how) => send(answer, item, how),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds)
    return () => clearTimeout(timer)
  },
})
