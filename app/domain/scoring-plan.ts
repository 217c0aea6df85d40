import type { Dimension } from './dimensions.ts'
import { attentionLines, type Lines } from './profile.ts'

/** What the grades of a vacancy will mean. Fixed before the first candidate can apply; a later change is a new plan. */
export interface ScoringPlan {
  weights: Partial<Record<Dimension, number>>
  /** The share of attitude where both families are looked at together; 0 to 1. */
  attitudeShare: number
  lines: Lines
  severityAdjusted: boolean
  /** Whether a comparison shows one index over both families, with its spread. Absent: it does not. */
  index?: boolean
}

/** A start value, shown as assumed. */
export const assumedAttitudeShare = 0.5

/** Whether a comparison makes one figure of both families, with its spread. */
export const indexPolicies = ['none', 'shown'] as const
export type IndexPolicy = (typeof indexPolicies)[number]

export const scoringPlan = (
  weights: Partial<Record<Dimension, number>>,
  index: IndexPolicy = 'none',
): ScoringPlan => ({
  weights,
  attitudeShare: assumedAttitudeShare,
  lines: attentionLines,
  severityAdjusted: false,
  ...(index === 'shown' && { index: true }),
})

/** Start values for the cost of grading, each shown as assumed until the installation has figures of its own. */
export const assumedGrading = { candidates: 20, graders: 2, minutesPerCriterion: 2 }

interface Section {
  weights: Partial<Record<Dimension, number>>
}

/** Minutes that one grader needs for one candidate's answers: every criterion of every section is read for. */
export function gradingMinutes(sections: readonly Section[]): number {
  const criteria = sections.reduce((sum, { weights }) => sum + Object.keys(weights).length, 0)
  return criteria * assumedGrading.minutesPerCriterion
}

/** Candidates × minutes × graders, in hours. */
export function gradingHours(sections: readonly Section[]): number {
  return (assumedGrading.candidates * gradingMinutes(sections) * assumedGrading.graders) / 60
}
