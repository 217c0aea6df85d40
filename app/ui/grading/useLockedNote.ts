import { useLocation, useSubmit } from '@remix-run/react'
import { useCallback, useEffect, useState } from 'react'
import type { LockedNote } from './types.ts'

/** The answer that was locked a moment ago, while it can still be taken back. It travels with the address. */
export function useLockedNote(): LockedNote | null {
  const { state } = useLocation()
  const [note, setNote] = useState<LockedNote | null>(null)
  useEffect(() => {
    const found: LockedNote | undefined = state?.locked
    const left = found ? found.until - Date.now() : 0
    setNote(found && left > 0 ? found : null)
    if (left <= 0) return
    const timer = setTimeout(() => setNote(null), left)
    return () => clearTimeout(timer)
  }, [state])
  return note
}

/** Takes that lock back, from wherever one is by now; false when there is none. */
export function useUndoLock(note: LockedNote | null): () => boolean {
  const submit = useSubmit()
  return useCallback(() => {
    if (!note) return false
    submit(null, { method: 'post', action: `/team/grading/${note.id}/undo` })
    return true
  }, [note, submit])
}
