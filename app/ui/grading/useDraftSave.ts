import { del, get, set } from 'idb-keyval'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { GradingDraft } from '#app/domain/grading-draft.ts'
import { same } from '#app/domain/same.ts'
import type { SaveState } from '../Saved.tsx'

/** What stays on this device until the server has it. */
interface Kept {
  baseRev: number
  draft: GradingDraft
}
export interface Conflict {
  rev: number
  draft: GradingDraft
}
type Answer =
  | { kind: 'saved'; rev: number }
  | { kind: 'stale'; server: Conflict }
  | { kind: 'locked' | 'kept' | 'gone' | 'signed-out' | 'offline' | 'failed' }

export interface DraftSave {
  state: SaveState
  savedAt: Date | null
  signedOut: boolean
  /** Nothing counts here any more: locked meanwhile, or no longer on the desk, and then kept by the server or not. */
  over: 'locked' | 'kept' | 'gone' | null
  conflict: Conflict | null
  /** What an earlier visit left on this device: to be put on the desk. */
  found: GradingDraft | null
  /** Somebody has chosen between two tabs: what is on the desk goes on from the newer revision. */
  settle(): void
  /** Nothing goes out while an answer is being locked: the lock carries the draft itself. */
  hold(held: boolean): void
  /** Waits for what is on its way, and gives the revision to lock on; null while nothing gets through. */
  ready(): Promise<number | null>
  forget(): Promise<void>
}

const pause = 800
const longest = 5000
const retryAfter = 4000
const keyOf = (assignmentId: string) => `grading:${assignmentId}`

async function send(assignmentId: string, saveId: string, kept: Kept): Promise<Answer> {
  try {
    const response = await fetch(`/team/grading/${assignmentId}/save`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ saveId, ...kept }),
      keepalive: true,
    })
    if (response.status === 401) return { kind: 'signed-out' }
    if (response.status === 410) return { kind: 'kept' }
    if (response.status === 404 || response.status === 403) return { kind: 'gone' }
    const body = await response.json()
    if (response.ok) return { kind: 'saved', rev: body.rev }
    if (response.status === 409 && body.server) return { kind: 'stale', server: body.server }
    return { kind: response.status === 409 ? 'locked' : 'failed' }
  } catch {
    return { kind: navigator.onLine ? 'failed' : 'offline' }
  }
}

const overs = ['locked', 'kept', 'gone'] as const
const states: Record<Answer['kind'], SaveState> = {
  saved: 'saved',
  stale: 'unsaved',
  locked: 'unsaved',
  kept: 'saved',
  gone: 'unsaved',
  'signed-out': 'unsaved',
  offline: 'offline',
  failed: 'unsaved',
}

/**
 * Autosaves the desk: first on this device, then on the server, 0.8 s after the last change and at the latest after
 * five. A save whose answer was lost goes out again under its own name before a newer one does.
 */
export function useDraftSave(assignmentId: string, start: Kept, draft: GradingDraft, on: boolean): DraftSave {
  const [state, show] = useState<SaveState>('idle')
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [signedOut, setSignedOut] = useState(false)
  const [over, setOver] = useState<DraftSave['over']>(null)
  const [found, setFound] = useState<GradingDraft | null>(null)
  const rev = useRef(start.baseRev)
  const saved = useRef(start.draft)
  const latest = useRef(draft)
  const underway = useRef<{ saveId: string; kept: Kept } | null>(null)
  const flight = useRef<Promise<boolean> | null>(null)
  const since = useRef<number | null>(null)
  const held = useRef(false)
  latest.current = draft

  const once = useCallback(async (): Promise<boolean> => {
    const going = underway.current ?? {
      saveId: crypto.randomUUID(),
      kept: { baseRev: rev.current, draft: latest.current },
    }
    underway.current = going
    show('saving')
    const answer = await send(assignmentId, going.saveId, going.kept)
    show(states[answer.kind])
    setSignedOut(answer.kind === 'signed-out')
    setOver(overs.find((one) => one === answer.kind) ?? null)
    if (answer.kind === 'saved') {
      underway.current = null
      rev.current = answer.rev
      saved.current = going.kept.draft
      since.current = null
      setSavedAt(new Date())
      if (same(latest.current, saved.current)) await del(keyOf(assignmentId)).catch(() => undefined)
      return true
    }
    if (answer.kind === 'kept') {
      underway.current = null
      saved.current = going.kept.draft
      since.current = null
      setSavedAt(new Date())
      await del(keyOf(assignmentId)).catch(() => undefined)
    }
    if (answer.kind === 'stale') {
      underway.current = null
      if (same(answer.server.draft, latest.current)) {
        rev.current = answer.server.rev
        saved.current = answer.server.draft
        show('saved')
        return true
      }
      setConflict(answer.server)
    }
    return false
  }, [assignmentId])

  const save = useCallback(async (): Promise<boolean> => {
    if (flight.current) await flight.current
    if (held.current) return false
    if (same(latest.current, saved.current) && !underway.current) return true
    flight.current = once().finally(() => {
      flight.current = null
    })
    return flight.current
  }, [once])

  // What an earlier visit could not send: on top of the same revision it is simply the newer draft.
  useEffect(() => {
    if (!on) return
    let alive = true
    void get<Kept>(keyOf(assignmentId))
      .catch(() => undefined)
      .then((kept) => {
        if (!alive || !kept || !Array.isArray(kept.draft?.grades) || same(kept.draft, saved.current)) return
        setFound(kept.draft)
        if (kept.baseRev !== rev.current) setConflict({ rev: rev.current, draft: saved.current })
      })
    return () => {
      alive = false
    }
  }, [assignmentId, on])

  useEffect(() => {
    if (!on || conflict || same(draft, saved.current)) return
    void set(keyOf(assignmentId), { baseRev: rev.current, draft }).catch(() => undefined)
    since.current ??= Date.now()
    show((now) => (now === 'offline' ? now : 'saving'))
    const wait = Math.max(0, Math.min(pause, since.current + longest - Date.now()))
    const timer = setTimeout(save, wait)
    return () => clearTimeout(timer)
  }, [draft, on, conflict, save, assignmentId])

  useEffect(() => {
    if (!on) return
    const again = () => !conflict && void save()
    const hide = () => document.visibilityState === 'hidden' && again()
    const waiting = (state === 'offline' || state === 'unsaved') && !over
    const timer = waiting ? setTimeout(again, retryAfter) : undefined
    window.addEventListener('online', again)
    document.addEventListener('visibilitychange', hide)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', again)
      document.removeEventListener('visibilitychange', hide)
    }
  }, [on, conflict, over, save, state])

  // Going on to another answer leaves nothing behind.
  useEffect(() => {
    if (!on) return
    return () => void save()
  }, [on, save])

  return {
    state,
    savedAt,
    signedOut,
    over,
    conflict,
    found,
    settle() {
      if (!conflict) return
      rev.current = conflict.rev
      saved.current = conflict.draft
      setConflict(null)
    },
    hold(wanted) {
      held.current = wanted
      if (!wanted) void save()
    },
    async ready() {
      if (flight.current) await flight.current
      if (underway.current && !(await save())) return null
      return conflict ? null : rev.current
    },
    forget: () => del(keyOf(assignmentId)).catch(() => undefined),
  }
}
