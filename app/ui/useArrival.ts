import { useLocation } from '@remix-run/react'
import { useEffect } from 'react'

let last: string | undefined

/** A page that takes the place of another without being loaded: who goes by keys, or hears it, begins at its content. */
export function useArrival(): void {
  const { pathname } = useLocation()
  useEffect(() => {
    const arrives = last !== undefined && last !== pathname
    last = pathname
    if (arrives && document.activeElement === document.body)
      document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname])
}
