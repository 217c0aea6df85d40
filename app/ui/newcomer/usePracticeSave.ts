import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { ReplyBody } from '#app/domain/scenario/body.ts'
import { Autosave, type Ports, type Reply } from '../attempt/autosave.ts'
import { endVisit, holdVisit, leftBehind, portsFor, read } from '../attempt/device.ts'
import type { ServerCopy } from '../attempt/queue.ts'

/** The assignment's autosave, with the practice's own address. */
function practicePorts(runId: string): Ports<ReplyBody> {
  return {
    ...portsFor<ReplyBody>(runId),
    async send({ saveId, baseRev, after, body }, { leaving }): Promise<Reply<ReplyBody>> {
      try {
        const response = await fetch('/start/practice/answer', {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'application/json' },
          body: JSON.stringify({ runId, saveId, baseRev, after, body }),
          keepalive: leaving,
          signal: AbortSignal.timeout(10_000),
        })
        return await read<ReplyBody>(response)
      } catch (error) {
        const slow = error instanceof DOMException && error.name === 'TimeoutError'
        return { kind: 'failed', trouble: slow ? 'unsaved' : 'offline' }
      }
    },
  }
}

function listen(autosave: Autosave<ReplyBody>): () => void {
  const hidden = () => document.visibilityState === 'hidden' && autosave.leave()
  const gone = () => {
    autosave.leave()
    endVisit()
  }
  const on = [
    [window, 'online', () => autosave.online()],
    [window, 'offline', () => autosave.cut()],
    [window, 'pagehide', gone],
    [window, 'pageshow', holdVisit],
    [document, 'visibilitychange', hidden],
    [document, 'focusout', () => autosave.hurry()],
  ] as const
  for (const [target, name, act] of on) target.addEventListener(name, act)
  return () => {
    for (const [target, name, act] of on) target.removeEventListener(name, act)
    autosave.leave()
  }
}

/** Keeps a practice reply while it is typed; what an earlier visit left on this device comes back first. */
export function usePracticeSave(runId: string, seen: ServerCopy<ReplyBody>) {
  const autosave = useMemo(() => new Autosave<ReplyBody>(seen, practicePorts(runId)), [runId, seen])
  const [ready, setReady] = useState(false)
  const now = () => autosave.queue
  const queue = useSyncExternalStore(autosave.subscribe, now, now)
  useEffect(() => {
    holdVisit()
    const quiet = listen(autosave)
    leftBehind<ReplyBody>([runId])
      .then(async (found) => {
        const newest = found.pop()
        if (!newest) return
        await autosave.restore(newest.kept.item)
        for (const { forget } of [...found, newest]) await forget()
      })
      .finally(() => setReady(true))
    return quiet
  }, [autosave, runId])
  return { autosave, queue, ready }
}
