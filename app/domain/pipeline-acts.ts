import type { MoveRefusal, Stage } from './pipeline.ts'

export type ActName = 'move' | 'invite' | 'word' | 'undo-moves' | 'undo-words'
export type ActRefusal =
  | MoveRefusal
  | 'role-too-low'
  | 'not-considered'
  | 'word-today'
  | 'undo-over'
  | 'no-scoring-plan'

/** As many people as an act takes at once: one page of the list. */
export const mostAtOnce = 50

/** What an act on one or several applications answers to the browser. */
export interface ActAnswer {
  act: ActName
  /** Tells one answer from the next. */
  key: string
  to: Stage | null
  done: { id: string; from: Stage | null; undo: boolean }[]
  refused: { id: string; code: ActRefusal }[]
}
