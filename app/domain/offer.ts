import { z } from 'zod'
import { day, number } from './form-fields.ts'
import { line, optionalParagraph, paragraph } from './text.ts'
import type { Day } from './zones.ts'

/** Pay in whole units of the vacancy's currency, for the vacancy's period. */
export const offerForm = z.object({
  openingId: z.uuid({ error: 'unknown' }),
  pay: number(1, 1_000_000_000),
  payReason: optionalParagraph().default(''),
  startsOn: day,
  answerBy: day,
  note: optionalParagraph().default(''),
})
export type OfferForm = z.output<typeof offerForm>

export const acceptForm = z.object({ offerId: z.uuid({ error: 'unknown' }), name: line() })
export const withdrawOfferForm = z.object({ reason: paragraph() })

interface PayRange {
  payMin: number | null
  payMax: number | null
}

/** A range with one end is that one figure. */
export function payWithin(pay: number, { payMin, payMax }: PayRange): boolean {
  const low = payMin ?? payMax
  const high = payMax ?? payMin
  return (low === null || pay >= low) && (high === null || pay <= high)
}

export type OfferIssue = Partial<Record<'payReason' | 'startsOn' | 'answerBy', string>>

/** What is wrong between the fields. Pay outside the published range needs a reason; `today` is the day in the team's zone. */
export function offerIssues(form: OfferForm, range: PayRange, today: Day): OfferIssue {
  const issues: OfferIssue = {}
  if (!payWithin(form.pay, range) && form.payReason.trim() === '') issues.payReason = 'pay-reason'
  if (form.startsOn <= today) issues.startsOn = 'day-past'
  if (form.answerBy < today) issues.answerBy = 'day-past'
  else if (form.answerBy > form.startsOn) issues.answerBy = 'answer-after-start'
  return issues
}

export const offerStates = ['open', 'over', 'accepted', 'declined', 'withdrawn'] as const
export type OfferState = (typeof offerStates)[number]

/** `over`: the day for the answer has passed, and staff has neither withdrawn nor renewed it. Nothing ends by itself. */
export function offerState(
  moments: { acceptedAt: Date | null; declinedAt: Date | null; withdrawnAt: Date | null; answerBy: Date },
  now: Date,
): OfferState {
  if (moments.acceptedAt) return 'accepted'
  if (moments.declinedAt) return 'declined'
  if (moments.withdrawnAt) return 'withdrawn'
  return now <= moments.answerBy ? 'open' : 'over'
}
