import { useEffect, useRef } from 'react'
import { type DeskKey, isControl, isFree, isWriting, meaning } from './keys.ts'

/** What a key does; false when it has nothing to do here, so that the browser may have it. */
export type DeskKeyHandler = (act: DeskKey, level: number | undefined) => boolean

/** Out of a field, back to the answer, or on a narrow screen to what is in view: the next key is the desk's again. */
function leave(field: HTMLElement): void {
  const places = [document.getElementById('main'), field.closest<HTMLElement>('.pane')]
  for (const place of places) if (document.activeElement === field) place?.focus({ preventScroll: true })
  if (document.activeElement === field) field.blur()
}

/** Hears the desk's keys. Never while somebody writes; Enter and Space only where no control wants them; Tab only where nothing holds the focus. */
export function useDeskKeys(on: boolean, handler: DeskKeyHandler): void {
  const latest = useRef(handler)
  latest.current = handler
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      if (isWriting(event.target)) return event.key === 'Escape' ? leave(event.target) : undefined
      const found = meaning(event)
      if (!found) return
      // The map can always be opened: it holds the switch.
      if (!on && found.act !== 'map') return
      if (document.querySelector('dialog[open]')) return
      if ((found.act === 'go' || found.act === 'mark') && isControl(event.target)) return
      const tab = found.act === 'nextCriterion' || found.act === 'previousCriterion'
      if (tab && !isFree(event.target)) return
      if (latest.current(found.act, found.level)) event.preventDefault()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [on])
}
