import { useEffect, useRef, useState } from 'react'
import type { PageMarks } from '#app/domain/own-page.ts'

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'signed-out' | 'not-yours'

interface Kept {
  rev: number
  marks: PageMarks
}

const placeOf = (id: string) => `own-page:${id}`

/** What an earlier visit left on this device. A full or closed store only means that there is nothing. */
function keptOn(id: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(placeOf(id)) ?? 'null')
  } catch {
    return null
  }
}
function keep(id: string, kept: Kept | null): void {
  try {
    if (kept) localStorage.setItem(placeOf(id), JSON.stringify(kept))
    else localStorage.removeItem(placeOf(id))
  } catch {
    // Private windows may have no store: then the page itself is all there is.
  }
}

/** The marks of a brought page: typed here, kept on this device until the server has them, never written over silently. */
export function useOwnPage(start: {
  id: string
  rev: number
  contentRev: number | null
  marks: PageMarks
  problems: string[]
}) {
  const { id } = start
  const [marks, setMarks] = useState(start.marks)
  const [rev, setRev] = useState(start.rev)
  const [contentRev, setContentRev] = useState(start.contentRev)
  const [problems, setProblems] = useState(start.problems)
  const [state, setState] = useState<SaveState>('saved')
  /** The revision that somebody else has saved meanwhile. */
  const [stale, setStale] = useState<number | null>(null)
  const [restored, setRestored] = useState(false)
  const latest = useRef(marks)

  useEffect(() => {
    const kept = keptOn(id)
    if (!kept || JSON.stringify(kept.marks) === JSON.stringify(latest.current)) return
    latest.current = kept.marks
    setMarks(kept.marks)
    setRev(kept.rev)
    setState('unsaved')
    setRestored(true)
  }, [id])

  useEffect(() => {
    if (state === 'saved') return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [state])

  const edit = (change: (before: PageMarks) => PageMarks) => {
    latest.current = change(latest.current)
    setMarks(latest.current)
    setState('unsaved')
    keep(id, { rev, marks: latest.current })
  }

  const save = async (over = rev) => {
    const sent = latest.current
    setState('saving')
    try {
      const response = await fetch(`/team/scenarios/page/${id}/save`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ rev: over, marks: sent }),
      })
      if (response.status === 401) return setState('signed-out')
      if (response.status === 403 || response.status === 404) return setState('not-yours')
      const body = await response.json()
      if (response.status === 409 && typeof body.rev === 'number') {
        setStale(body.rev)
        return setState('unsaved')
      }
      if (!response.ok) return setState('failed')
      setRev(body.rev)
      setStale(null)
      setRestored(false)
      setProblems(body.problems)
      if (body.complete) setContentRev(body.rev)
      const current = latest.current === sent
      keep(id, current ? null : { rev: body.rev, marks: latest.current })
      setState(current ? 'saved' : 'unsaved')
    } catch {
      setState('failed')
    }
  }

  const drop = () => {
    keep(id, null)
    setState('saved')
    location.reload()
  }
  return { marks, edit, save, drop, rev, contentRev, problems, state, stale, restored }
}
