import { same } from '#app/domain/same.ts'
import { isEmpty, pace, type Queue, type QueueEvent, type ServerCopy } from './queue.ts'

/** What an event makes of a queue. */
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
      // Kept here while it was typed; it left its page with more, and that has arrived: there is nothing to choose.
      if ((queue.yielding || event.superseded) && !waiting) return yielded(through, server)
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
