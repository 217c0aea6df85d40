import { useEffect, useState, useSyncExternalStore } from 'react'
import type { CaseLine, CaseState } from './case-line.ts'
import { mayBeAnswered } from './order.ts'

const pace = { brisk: 5000, calm: 15_000 }

export interface Case {
  line: CaseLine
  state: CaseState
  /** False until what was left on this device has been looked for. */
  ready: boolean
}

/** A case that is on the screen: while it is looked at it looks for itself whether anything has come. */
export function useCase(line: CaseLine, takeUp: (line: CaseLine) => Promise<void>): Case {
  const state = useSyncExternalStore(
    line.subscribe,
    () => line.state,
    () => line.initial,
  )
  const [ready, setReady] = useState(false)
  useEffect(() => {
    let here = true
    takeUp(line)
      .catch(() => undefined)
      .finally(() => here && setReady(true))
    line.appear()
    const online = () => line.online()
    window.addEventListener('online', online)
    return () => {
      here = false
      window.removeEventListener('online', online)
    }
  }, [line, takeUp])

  const brisk = mayBeAnswered(state.seen?.desk ?? null)
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && line.look()
    const timer = setInterval(look, brisk ? pace.brisk : pace.calm)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [line, brisk])
  return { line, state, ready }
}
