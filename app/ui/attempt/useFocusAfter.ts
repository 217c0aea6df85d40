import { useEffect, useRef } from 'react'

type Find = () => HTMLElement | null | undefined

/** For acts that take away the very thing that had the focus: once they are drawn, it goes to what is found. */
export function useFocusAfter(): (find: Find) => void {
  const next = useRef<Find>()
  useEffect(() => {
    const find = next.current
    next.current = undefined
    find?.()?.focus()
  })
  return (find) => {
    next.current = find
  }
}
