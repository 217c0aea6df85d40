import { type RefObject, useEffect } from 'react'

/** A long answer is found where it was left: in this tab, per answer. */
export function useKeptScroll(pane: RefObject<HTMLElement>, id: string): void {
  useEffect(() => {
    const element = pane.current
    if (!element) return
    const kept = `desk-scroll-${id}`
    element.scrollTop = Number(sessionStorage.getItem(kept) ?? 0)
    const keep = () => sessionStorage.setItem(kept, String(Math.round(element.scrollTop)))
    element.addEventListener('scrollend', keep)
    return () => {
      keep()
      element.removeEventListener('scrollend', keep)
    }
  }, [pane, id])
}
