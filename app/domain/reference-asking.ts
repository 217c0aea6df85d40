import type { Stage } from './pipeline.ts'

/** Of an application's history, what may have asked the candidate to name people. */
export interface Asking {
  at: Date
  /** A move, or a person's press. */
  moved: { from: Stage; to: Stage } | null
}

/** A move that is taken back while its mail waits has told nobody anything. */
const heldMilliseconds = 10_000

/**
 * When the candidate was last asked to name people: by a person's press, or by the move to that stage, whose mail says
 * so. The newest comes first.
 */
export function lastAsked(history: readonly Asking[]): Date | null {
  for (const [index, { at, moved }] of history.entries()) {
    if (moved === null) return at
    if (moved.to !== 'references') continue
    const next = history[index - 1]
    const back = next?.moved?.from === 'references' && next.moved.to === moved.from
    if (!(next && back && next.at.getTime() - at.getTime() <= heldMilliseconds)) return at
  }
  return null
}
