import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useActs } from './acts.ts'
import { Floating } from './Floating.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { DeskContext, type DeskState } from './useDesk.ts'
import type { RowView } from './view.ts'

/** Keys belong to the place where they are typed. */
const typing = (target: EventTarget) =>
  target instanceof HTMLElement &&
  target.closest('input:not([type="checkbox"]), textarea, select, dialog') !== null

function walk(from: HTMLElement, step: 1 | -1): void {
  const desk = from.closest('[data-desk]')
  const stops = [...(desk?.querySelectorAll<HTMLElement>('[data-row] [data-stop]') ?? [])]
  const here = stops.findIndex((stop) => stop.closest('[data-row]') === from.closest('[data-row]'))
  stops[here + step]?.focus()
}

interface DeskProps {
  rows: readonly RowView[]
  /** What else floats beside what was done here. */
  said?: ReactNode
  children: ReactNode
}

/**
 * Where applications are moved, written to and picked: the keys work while the focus is inside, so that they are
 * nobody else's (WCAG 2.1.4). What was done floats below, with the way back.
 */
export function Desk({ rows, said, children }: DeskProps) {
  const acts = useActs()
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const [moving, move] = useState<readonly string[]>([])
  // Those who have left the list meanwhile are no longer picked.
  const picked = new Set(rows.filter(({ id }) => chosen.has(id)).map(({ id }) => id))
  const pick = (id: string) => {
    const next = new Set(picked)
    if (!next.delete(id)) next.add(id)
    choose(next)
  }
  const clear = () => choose(new Set())
  const desk: DeskState = { acts, picked, pick, clear, move }

  const place = useRef<HTMLDivElement>(null)
  const onKey = useRef<(event: KeyboardEvent) => void>(() => undefined)
  onKey.current = (event) => {
    const { target, key } = event
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      !target ||
      typing(target) ||
      !(target instanceof HTMLElement)
    )
      return
    const id = target.closest<HTMLElement>('[data-row]')?.dataset.row
    if (key === 'z') acts.undo()
    else if (!id) return
    else if (key === 'j' || key === 'k') walk(target, key === 'j' ? 1 : -1)
    else if (key === 'x') pick(id)
    else if (key === 'm') move(picked.has(id) ? [...picked] : [id])
    else return
    event.preventDefault()
  }
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey.current(event)
    const { current } = place
    current?.addEventListener('keydown', listen)
    return () => current?.removeEventListener('keydown', listen)
  }, [])

  return (
    <DeskContext.Provider value={desk}>
      <div data-desk="" ref={place}>
        {children}
      </div>
      <MoveDialog rows={rows.filter(({ id }) => moving.includes(id))} onClose={() => move([])} />
      <Floating rows={rows}>{said}</Floating>
    </DeskContext.Provider>
  )
}
