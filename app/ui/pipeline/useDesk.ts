import { createContext, useContext } from 'react'
import type { Acts } from './acts.ts'

export interface DeskState {
  acts: Acts
  picked: ReadonlySet<string>
  pick(id: string): void
  clear(): void
  /** Asks where these should go. */
  move(ids: readonly string[]): void
}

export const DeskContext = createContext<DeskState | undefined>(undefined)

export function useDesk(): DeskState {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('useDesk needs a Desk above it')
  return desk
}
