import { expect, test } from 'vitest'
import { fieldIssues } from '#app/domain/issues.ts'
import { mayAnswerReview, mayAskReview, reviewAnswerForm, reviewDue, reviewForm } from '#app/domain/review.ts'

const [monday, tuesday, friday] = [2, 3, 6].map((day) => new Date(Date.UTC(2026, 10, day, 9)))

test('there must be something to look at again, once after each', () => {
  if (!monday || !tuesday || !friday) throw new Error('no days')
  expect(mayAskReview({ told: [], open: false, lastAskedAt: undefined })).toEqual({
    refused: 'nothing-to-review',
  })
  expect(mayAskReview({ told: [monday], open: false, lastAskedAt: undefined })).toEqual({ ok: true })
  expect(mayAskReview({ told: [monday], open: true, lastAskedAt: tuesday })).toEqual({
    refused: 'review-open',
  })
  expect(mayAskReview({ told: [monday], open: false, lastAskedAt: tuesday })).toEqual({
    refused: 'review-answered',
  })
  expect(mayAskReview({ told: [monday, friday], open: false, lastAskedAt: tuesday })).toEqual({ ok: true })
  expect(reviewDue(monday)).toEqual(new Date('2026-11-16T09:00:00Z'))
})

test('whoever decided does not answer, nor does the one whom it is about', () => {
  const facts = { answered: false, decided: false, own: false, outcome: 'stands', rejected: true } as const
  expect(mayAnswerReview(facts)).toEqual({ ok: true })
  expect(mayAnswerReview({ ...facts, decided: true })).toEqual({ refused: 'own-decision' })
  expect(mayAnswerReview({ ...facts, own: true })).toEqual({ refused: 'own-application' })
  expect(mayAnswerReview({ ...facts, answered: true })).toEqual({ refused: 'review-over' })
  expect(mayAnswerReview({ ...facts, rejected: false })).toEqual({ ok: true })
  expect(mayAnswerReview({ ...facts, outcome: 'reopened', rejected: false })).toEqual({
    refused: 'no-such-reopening',
  })
})

test('a request and an answer say something', () => {
  const issue = (text: string) => {
    const read = reviewForm.safeParse({ text })
    return read.success ? undefined : fieldIssues(read.error).text
  }
  expect([issue(''), issue(' why? '), issue('Look at the second answer.')]).toEqual([
    'required',
    'reason-short',
    undefined,
  ])
  const id = '0190a000-0000-7000-8000-00000000dddd'
  expect(reviewAnswerForm.parse({ outcome: 'stands', answer: 'I read all three.', further: [id] })).toEqual({
    outcome: 'stands',
    answer: 'I read all three.',
    further: [id],
  })
  expect(reviewAnswerForm.safeParse({ outcome: 'hire', answer: 'x'.repeat(20) }).success).toBe(false)
})
