import { connectedGraders, type GraderFigures, reportRules } from './grader-report.ts'

/** A grader's figures as they were worked out last. */
export interface WorkedOut {
  grader: string
  figures: Pick<GraderFigures, 'ratings' | 'group' | 'severity'>
}

export type SeverityInForce =
  | { applies: true; deltas: ReadonlyMap<string, number> }
  | { applies: false; reason: 'not-connected' | 'few-ratings' }

/**
 * What is taken off each grader's levels where a plan says so (assessment model, "Pipeline" 3): the shrunk δ̂, only when
 * shared answers lead from every grader of the vacancy to every other and each has at least 20 shared ratings. `graders`
 * gave the levels that are to be adjusted: one who is not in the table yet has no ratings in it.
 */
export function severityInForce(table: readonly WorkedOut[], graders: Iterable<string>): SeverityInForce {
  const rating = table.filter(({ figures }) => figures.ratings > 0)
  if (!connectedGraders(rating.map(({ figures }) => figures)))
    return { applies: false, reason: 'not-connected' }
  const deltas = new Map<string, number>()
  for (const { grader, figures } of rating) {
    const { shrunk, n } = figures.severity
    if (shrunk === undefined || n < reportRules.fewestRatings)
      return { applies: false, reason: 'few-ratings' }
    deltas.set(grader, shrunk)
  }
  for (const grader of graders) if (!deltas.has(grader)) return { applies: false, reason: 'few-ratings' }
  return { applies: true, deltas }
}

/** How much more than others these graders of one answer give on average; undefined where nothing is taken off. */
export function severityOf(
  graders: readonly string[],
  inForce: SeverityInForce | undefined,
): number | undefined {
  if (!inForce?.applies || graders.length === 0) return undefined
  return graders.reduce((sum, grader) => sum + (inForce.deltas.get(grader) ?? 0), 0) / graders.length
}
