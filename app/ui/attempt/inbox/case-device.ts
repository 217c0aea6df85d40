import type { InboxBody } from '#app/domain/scenario/body.ts'
import { withoutSaid } from '#app/domain/scenario/inbox/drafts.ts'
import type { Act } from '#app/domain/scenario/inbox.ts'
import type { Settled } from '../autosave.ts'
import { keepHere, leftHere, newId } from '../device.ts'
import { openCases } from '../open-cases.ts'
import { editOpen } from '../useAutosave.ts'
import {
  type CaseClosed,
  CaseLine,
  type CasePorts,
  type CaseReply,
  type Pending,
  type SeenDesk,
  type Wish,
} from './case-line.ts'

/** This device and the way from it to the server: the acts that have no answer yet, and the cases that are open. */
const closing: readonly string[] = [
  'time-over',
  'already-submitted',
  'not-open',
  'sitting-over',
] satisfies CaseClosed[]
const isClosing = (code: string): code is CaseClosed => closing.includes(code)

export async function ask(address: string, body: object, signal: AbortSignal): Promise<CaseReply> {
  const control = new AbortController()
  const late = setTimeout(() => control.abort(new DOMException('no answer', 'TimeoutError')), 10_000)
  signal.addEventListener('abort', () => control.abort())
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      signal: control.signal,
    })
    return await read(response)
  } catch (error) {
    const slow = error instanceof DOMException && error.name === 'TimeoutError'
    return { kind: 'failed', trouble: slow ? 'unsaved' : 'offline' }
  } finally {
    clearTimeout(late)
  }
}

async function read(response: Response): Promise<CaseReply> {
  const { status } = response
  if (status === 401 || status === 403) return { kind: 'failed', trouble: 'signed-out' }
  if (status === 429 || status >= 500) {
    const seconds = Number(response.headers.get('retry-after'))
    return { kind: 'failed', trouble: 'unsaved', ...(seconds > 0 && { retryAfter: seconds * 1000 }) }
  }
  const answer: Partial<SeenDesk> & { code?: string } = await response.json()
  const { acts, desk, code = '' } = answer
  const seen = acts !== undefined && desk ? { acts, desk } : null
  if (status === 200 && seen) return { kind: 'desk', ...seen }
  return isClosing(code) ? { kind: 'closed', why: code } : { kind: 'refused', code, seen }
}

const after = (milliseconds: number, callback: () => void) => {
  const timer = setTimeout(callback, milliseconds)
  return () => clearTimeout(timer)
}

export const caseName = (answer: string) => `acts-${answer}`
const addressOf = (answer: string) => `/a/answers/${answer}/desk`

const portsFor = (answer: string): CasePorts => ({
  newId,
  after,
  keep: (pending) => keepHere(caseName(answer), pending.length > 0 ? pending : null),
  send: (wish, signal) => ask(addressOf(answer), wish, signal),
  done: (act) => editOpen<InboxBody>(answer, (body) => withoutSaid(body, act)),
})

export function lineOf(answer: string, seen: SeenDesk | null): CaseLine {
  const known = openCases.get(answer)
  if (known) return known
  const fresh = new CaseLine(seen, portsFor(answer))
  if (typeof window !== 'undefined') openCases.set(answer, fresh)
  return fresh
}

/** Takes up the acts that earlier visits left without an answer. */
export async function takeUpActs(answer: string, line: CaseLine): Promise<void> {
  for (const { kept, forget } of await leftHere<readonly Pending[]>([caseName(answer)])) {
    await line.restore(kept.item)
    await forget()
  }
}

/** Does everything of these answers that has no answer yet, in open cases or left behind. */
export async function settleActs(answers: readonly string[], longest?: number): Promise<Settled> {
  const open = answers.flatMap((answer) => openCases.get(answer) ?? [])
  const results = await Promise.all(open.map((line) => line.settle(longest)))
  for (const { kept, forget } of await leftHere<readonly Pending[]>(answers.map(caseName))) {
    const answer = kept.answer.slice(caseName('').length)
    const line = new CaseLine(null, { ...portsFor(answer), keep: async () => undefined })
    await line.restore(kept.item)
    const result = await line.settle(longest)
    if (result === 'clean') await forget()
    results.push(result)
  }
  return results.includes('waiting') ? 'waiting' : 'clean'
}

/** The same case played without being kept: every request carries all of it. */
export function practiceLine(address: string, done: (act: Act) => void): CaseLine {
  const began = performance.now()
  const own = () => Math.round(performance.now() - began)
  let acts: { at: number; act: Act }[] = []
  const send = async (wish: Wish, signal: AbortSignal) => {
    const until = own()
    const more = wish.want === 'act' ? [...acts, { at: until, act: wish.act }] : acts
    const reply = await ask(address, { acts: more, until }, signal)
    if (reply.kind === 'desk') acts = more
    return reply
  }
  return new CaseLine(null, { newId, after, keep: async () => undefined, send, done })
}
