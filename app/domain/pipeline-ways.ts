import { type Fact, type Facts, type MoveRefusal, move, movesFrom, type Stage } from './pipeline.ts'

/** How staff makes a move: at once, by inviting to the assignment, by a decision with a reason, or on the offer's page once it was decided on. */
export type Way = 'move' | 'invite' | 'decide' | 'offer'
export interface WayOut {
  to: Stage
  way: Way
  refused?: MoveRefusal
}

function wayOf(needs: readonly Fact[], known: Facts): Way {
  if (needs.includes('assignment-invited')) return 'invite'
  if (needs.includes('offer-withdrawn')) return 'offer'
  if (needs.includes('offer-decided') && known['offer-decided']) return 'offer'
  return needs.some((fact) => fact.endsWith('-decided')) ? 'decide' : 'move'
}

/**
 * The moves that staff may make from here, in the table's order, each with how it is made. Only a plain move can be
 * refused beforehand: the others make their facts true themselves.
 */
export function waysFrom(stage: Stage, known: Facts): WayOut[] {
  return movesFrom(stage, 'staff').map(({ to, needs = [] }) => {
    const way = wayOf(needs, known)
    const allowed = move(stage, to, known)
    return way === 'move' && 'refused' in allowed ? { to, way, refused: allowed.refused } : { to, way }
  })
}

/**
 * The one that is offered first: the decision where it is due, or the offer that was decided on, else the way on.
 * Nobody is rejected, and no offer withdrawn, by the biggest button.
 */
export function wayForward(ways: readonly WayOut[]): WayOut | undefined {
  const open = ways.filter(({ refused }) => !refused)
  return (
    open.find(({ to }) => to === 'offer') ??
    open.find(({ to, way }) => to !== 'rejected' && to !== 'applied' && way !== 'offer')
  )
}

/** Can staff take the move back at once, by the table of moves? */
export const canUndo = (from: Stage, to: Stage): boolean =>
  movesFrom(to, 'staff').some((row) => row.to === from && !row.needs)
