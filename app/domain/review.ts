import { z } from 'zod'
import { code, oneOf, several } from './form-fields.ts'
import { idForm } from './id.ts'
import { paragraph } from './text.ts'

export const reviewRules = {
  /** Days within which another person answers: a promise to the candidate. Nothing happens by itself when it is over. */
  days: 14,
  /** Fewer characters give no reason. */
  least: 10,
}

export const reviewOutcomes = ['stands', 'reopened'] as const
export type ReviewOutcome = (typeof reviewOutcomes)[number]

const reasoned = (limit: number) =>
  paragraph(limit).refine(
    (text) => text.trim() === '' || [...text.trim()].length >= reviewRules.least,
    'reason-short',
  )

export const reviewForm = z.object({ text: reasoned(4000) })
export const reviewAnswerForm = z.object({
  outcome: oneOf(reviewOutcomes),
  answer: reasoned(4000),
  /** The answers for which one more grader is asked. */
  further: several(code(idForm), 20),
})
export type ReviewAnswerForm = z.output<typeof reviewAnswerForm>

/** The moment by which the answer is promised. */
export const reviewDue = (askedAt: Date): Date => new Date(askedAt.getTime() + reviewRules.days * 86_400_000)

export type AskRefusal = 'nothing-to-review' | 'review-open' | 'review-answered'

/**
 * May the candidate ask? There is a decision or a report to look at again, no request is open, and none was made since
 * the last of them.
 */
export function mayAskReview(facts: {
  /** The last decision that the candidate knows of, and the last report. */
  told: readonly Date[]
  open: boolean
  lastAskedAt: Date | undefined
}): { ok: true } | { refused: AskRefusal } {
  if (facts.told.length === 0) return { refused: 'nothing-to-review' }
  if (facts.open) return { refused: 'review-open' }
  const latest = Math.max(...facts.told.map((at) => at.getTime()))
  if (facts.lastAskedAt && facts.lastAskedAt.getTime() >= latest) return { refused: 'review-answered' }
  return { ok: true }
}

export type AnswerRefusal = 'own-decision' | 'own-application' | 'review-over' | 'no-such-reopening'

/** May this person answer? Never who decided, nor whose application it is. */
export function mayAnswerReview(facts: {
  answered: boolean
  decided: boolean
  own: boolean
  outcome: ReviewOutcome
  rejected: boolean
}): { ok: true } | { refused: AnswerRefusal } {
  if (facts.own) return { refused: 'own-application' }
  if (facts.decided) return { refused: 'own-decision' }
  if (facts.answered) return { refused: 'review-over' }
  if (facts.outcome === 'reopened' && !facts.rejected) return { refused: 'no-such-reopening' }
  return { ok: true }
}
