import { type Dimension, dimensions } from './dimensions.ts'
import type { AssignmentContent } from './scenario/assignment.ts'
import { evidence } from './scenario/assignment.ts'
import { assumedGrading, gradingHours, gradingMinutes } from './scoring-plan.ts'

export interface GradingCost {
  hours: number
  candidates: number
  graders: number
  minutesEach: number
  /** Graded, but in one scenario only: the profile will say "not enough evidence". */
  thin: Dimension[]
}

/** What a vacancy will cost its graders, and what they will not be able to say. */
export function gradingCost(sections: AssignmentContent['sections']): GradingCost {
  const { candidates, graders } = assumedGrading
  const graded = evidence({ sections })
  return {
    hours: Math.max(1, Math.round(gradingHours(sections))),
    candidates,
    graders,
    minutesEach: gradingMinutes(sections),
    thin: dimensions.filter((dimension) => graded[dimension] === 1),
  }
}
