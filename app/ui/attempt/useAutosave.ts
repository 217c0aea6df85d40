import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { Autosave, type Settled } from './autosave.ts'
import { endVisit, holdVisit, leftBehind, portsFor, send } from './device.ts'
import { isEmpty, openQueue, type Queue, type ServerCopy } from './queue.ts'

/** The open answers of this visit. They go on sending when their page has given way to another. */
const open = new Map<string, Autosave<unknown>>()
let listening = false

function listen(): void {
  holdVisit()
  if (listening) return
  listening = true
  const each = (act: (one: Autosave<unknown>) => void) => () => {
    for (const one of open.values()) act(one)
  }
  const leave = each((one) => one.leave())
  window.addEventListener(
    'online',
    each((one) => one.online()),
  )
  window.addEventListener(
    'offline',
    each((one) => one.cut()),
  )
  document.addEventListener(
    'focusout',
    each((one) => one.hurry()),
  )
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave())
  window.addEventListener('pagehide', () => {
    leave()
    endVisit()
  })
  window.addEventListener('pageshow', holdVisit)
}

/** The queue of an answer: the one that is open, unless the server has gone on without it. */
function autosaveOf<Body>(answer: string, seen: ServerCopy<Body>): Autosave<Body> {
  const known = open.get(answer) as Autosave<Body> | undefined
  if (known && !(isEmpty(known.queue) && !known.queue.conflict && known.queue.rev < seen.rev)) return known
  const fresh = new Autosave<Body>(seen, portsFor(answer))
  if (typeof window !== 'undefined') open.set(answer, fresh as Autosave<unknown>)
  return fresh
}

/**
 * Takes up what earlier visits left unsent. All but the newest are sent as they are: the server keeps every one of
 * them; the newest comes back into the editor.
 */
async function takeUp<Body>(answer: string, autosave: Autosave<Body>): Promise<void> {
  const found = await leftBehind<Body>([answer])
  const newest = isEmpty(autosave.queue) ? found.pop() : undefined
  for (const { kept, forget } of found) {
    const { kind } = await send(answer, kept.item, { leaving: false, gap: null })
    if (kind !== 'failed') await forget()
  }
  if (!newest) return
  await autosave.restore(newest.kept.item)
  await newest.forget()
}

export interface Editing<Body> {
  queue: Queue<Body>
  /** False until what was left on this device has been looked for: nothing may be typed over it. */
  ready: boolean
  edit(body: Body): void
  choose(which: 'mine' | 'theirs'): void
  clock: Autosave<Body>['clock']
}

export function useAutosave<Body>(answer: string, seen: ServerCopy<Body>): Editing<Body> {
  const autosave = useMemo(() => autosaveOf(answer, seen), [answer, seen])
  const [ready, setReady] = useState(false)
  const queue = useSyncExternalStore(
    autosave.subscribe,
    () => autosave.queue,
    () => serverQueue(seen),
  )
  useEffect(() => {
    listen()
    let here = true
    takeUp(answer, autosave).finally(() => here && setReady(true))
    return () => {
      here = false
    }
  }, [answer, autosave])
  return {
    queue,
    ready,
    edit: (body) => autosave.edit(body),
    choose: (which) => autosave.choose(which),
    clock: autosave.clock,
  }
}

/** Changes what is open of an answer, whether or not its page is shown; what changes nothing is no edit. */
export function editOpen<Body>(answer: string, change: (body: Body) => Body): void {
  const autosave = open.get(answer) as Autosave<Body> | undefined
  if (!autosave) return
  const { body } = autosave.queue
  const changed = change(body)
  if (changed !== body) autosave.edit(changed)
}

/** The server's snapshot must be the same object each time it is asked for. */
const snapshots = new WeakMap<object, Queue<unknown>>()
function serverQueue<Body>(seen: ServerCopy<Body>): Queue<Body> {
  const known = snapshots.get(seen) ?? openQueue<unknown>(seen)
  snapshots.set(seen, known)
  return known as Queue<Body>
}

/** Sends every text of these answers that is still on this device, open or left behind. */
export async function settleTexts(answers: readonly string[], longest?: number): Promise<Settled> {
  const results: Settled[] = await Promise.all(
    answers.flatMap((answer) => {
      const one = open.get(answer)
      return one ? [one.settle(longest)] : []
    }),
  )
  for (const { kept, forget } of await leftBehind(answers)) {
    const { kind } = await send(kept.answer, kept.item, { leaving: false, gap: null })
    if (kind === 'saved' || kind === 'closed') await forget()
    // It stays where it is: its own page will show both texts.
    else results.push(kind === 'stale' ? 'conflict' : 'waiting')
  }
  return results.includes('waiting') ? 'waiting' : results.includes('conflict') ? 'conflict' : 'clean'
}

/** Which of these answers has two texts to choose from. */
export const divided = (answers: readonly string[]) =>
  answers.filter((answer) => open.get(answer)?.queue.conflict)
