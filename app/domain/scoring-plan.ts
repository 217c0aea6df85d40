import { z } from 'zod'
import { type Dimension, type Family, families } from './dimensions.ts'
import { number, oneOf } from './form-fields.ts'
import { attentionLines, type Lines } from './profile.ts'
import { signalRules } from './signals.ts'

/** What the grades of a vacancy will mean. Fixed before the first candidate can apply; a later change is a new plan. */
export interface ScoringPlan {
  weights: Partial<Record<Dimension, number>>
  /** The share of attitude where both families are looked at together; 0 to 1. */
  attitudeShare: number
  lines: Lines
  severityAdjusted: boolean
  /** Whether a comparison shows one index over both families, with its spread. Absent: it does not. */
  index?: boolean
  /** ω: the share that what was counted by rule has in a score of the family. Absent: none. */
  omega?: Partial<Record<Family, number>>
}

/** A start value, shown as assumed. */
export const assumedAttitudeShare = 0.5

/** Whether a comparison makes one figure of both families, with its spread. */
export const indexPolicies = ['none', 'shown'] as const
export type IndexPolicy = (typeof indexPolicies)[number]

/** Whether graders' severity is only shown, or taken off their levels where enough is known of it. */
export const severityPolicies = ['raw', 'adjusted'] as const

/** The criteria that have an attention line. */
export const attentionDimensions = ['A1', 'A5'] as const

/** Shares go in twentieths and lines in tenths: finer than that nobody means. */
const steps = (from: number, to: number, inOne: number): number[] =>
  Array.from({ length: Math.round((to - from) * inOne) + 1 }, (_, at) => (from * inOne + at) / inOne)
export const termSteps = {
  attitudeShare: steps(0, 1, 20),
  lines: steps(1, 5, 10),
  omega: {
    attitude: steps(0, signalRules.omegaLimit.attitude, 20),
    knowledge: steps(0, signalRules.omegaLimit.knowledge, 20),
  },
}
function stepOf(allowed: readonly number[]) {
  const [first = 0, last = first] = [allowed[0], allowed.at(-1)]
  const beyond = (value: number) => value < first || value > last
  return number(first, last, 'any').refine((value) => beyond(value) || allowed.includes(value), {
    error: 'unknown',
  })
}

const fields = z.object({
  attitudeShare: stepOf(termSteps.attitudeShare),
  lines: z.object({ A1: stepOf(termSteps.lines), A5: stepOf(termSteps.lines) }),
  severity: oneOf(severityPolicies),
  omega: z.object({
    attitude: stepOf(termSteps.omega.attitude),
    knowledge: stepOf(termSteps.omega.knowledge),
  }),
})
/** What a plan says besides weights and index. */
export type PlanTerms = z.output<typeof fields>

/** Start values of the assessment model. */
export const assumedTerms: PlanTerms = {
  attitudeShare: assumedAttitudeShare,
  lines: { A1: attentionLines.A1, A5: attentionLines.A5 },
  severity: 'raw',
  omega: { attitude: 0, knowledge: 0 },
}
export const planTermsForm = fields.default(assumedTerms)

/** The shares that are above 0; undefined where there is none. */
export function omegaOf({ omega }: Pick<PlanTerms, 'omega'>): ScoringPlan['omega'] {
  const shares = families.flatMap((family) => (omega[family] > 0 ? [[family, omega[family]]] : []))
  return shares.length > 0 ? Object.fromEntries(shares) : undefined
}

export function scoringPlan(
  weights: Partial<Record<Dimension, number>>,
  index: IndexPolicy = 'none',
  terms: PlanTerms = assumedTerms,
): ScoringPlan {
  const omega = omegaOf(terms)
  return {
    weights,
    attitudeShare: terms.attitudeShare,
    lines: terms.lines,
    severityAdjusted: terms.severity === 'adjusted',
    ...(index === 'shown' && { index: true }),
    ...(omega && { omega }),
  }
}

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
