import { useEffect, useRef, useState, useSyncExternalStore } from 'react'

const never = () => () => {}

/** False in the server's markup and in the first render over it, true ever after. */
export const useHydrated = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

/** When the server's answer began to arrive, in the document's own time. */
function answered(): number {
  const entry = performance.getEntriesByType('navigation')[0]
  return entry instanceof PerformanceNavigationTiming ? entry.responseStart : performance.now()
}

const spanOf = (deadline: string, now: string) => Math.max(0, Date.parse(deadline) - Date.parse(now))

/**
 * Whole seconds until `deadline`, counted from the server's `now`: this device's clock is never asked what time it is,
 * only how much of it has passed. Counts on through sleep, and starts afresh whenever the server says a new `now`.
 */
export function useSecondsLeft(deadline: string, now: string): number {
  const [left, setLeft] = useState(() => spanOf(deadline, now))
  const fromMarkup = useRef(!useHydrated())
  useEffect(() => {
    const span = spanOf(deadline, now)
    const began = fromMarkup.current ? answered() : performance.now()
    fromMarkup.current = false
    // Some devices stop the steady clock while asleep; the wall clock then says how long the sleep was.
    const wall = Date.now() - (performance.now() - began)
    const tick = () => setLeft(Math.max(0, span - Math.max(performance.now() - began, Date.now() - wall)))
    tick()
    const timer = setInterval(tick, 500)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [deadline, now])
  return Math.ceil(left / 1000)
}
