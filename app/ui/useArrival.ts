import { useLocation } from '@remix-run/react'
import { useEffect } from 'react'

let loaded = false

/** A page that takes the place of another without being loaded: who goes by keys, or hears it, begins at its content. */
export function useArrival(): void {
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each address is an arrival.
  useEffect(() => {
    if (loaded && document.activeElement === document.body)
      document.getElementById('main')?.focus({ preventScroll: true })
    loaded = true
  }, [pathname])
}
