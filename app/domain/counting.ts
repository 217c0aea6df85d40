import type { ScoringPlan } from './scoring-plan.ts'

type NotInForce = { applies: false; reason: 'not-connected' | 'few-ratings' }

/**
 * What a plan lets count besides the grades as they are. null: it does not. `hash` names the grades from which severity
 * was worked out.
 */
export interface Counting {
  severity: { applies: true; hash: string; at: Date } | NotInForce | null
  omega: ScoringPlan['omega'] | null
}

/** The same as a page is sent it. */
export interface CountingData {
  severity: { applies: true; at: string } | NotInForce | null
  omega: ScoringPlan['omega'] | null
}

export const countingData = ({ severity, omega }: Counting): CountingData => ({
  severity: severity?.applies ? { applies: true, at: severity.at.toISOString() } : severity,
  omega,
})
