import type { AssignmentContent } from '#app/domain/scenario/assignment.ts'

export const nightFormId = '0190a000-0000-7000-8000-0000000000f1'

/** What Mirela composed for the nights: the first form, and on another day a partner who shouts. */
export const nightForm: AssignmentContent = {
  key: `own-${nightFormId}`,
  status: 'draft',
  titles: { en: 'Night shift', ru: 'Ночная смена', sq: 'Turni i natës' },
  warmUps: ['practice-inbox', 'practice-page-review', 'practice-reply', 'practice-writing'],
  sections: [
    {
      scenario: 's01-sales-page',
      sitting: 1,
      minutes: 25,
      weights: { K4: 1.5, K1: 1, K2: 1, K3: 1, A4: 1 },
    },
    { scenario: 's03-first-fifty', sitting: 1, minutes: 15, weights: { A1: 1.5, A3: 1.5, K3: 1 } },
    { scenario: 's17-why-support', sitting: 1, minutes: 12, weights: { A1: 1, A3: 1, A4: 1 } },
    {
      scenario: 's02-the-insult',
      sitting: 2,
      minutes: 12,
      weights: { A1: 1.5, A2: 1.5, A6: 1, K3: 1 },
    },
  ],
}
