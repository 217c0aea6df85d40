import { expect, test } from 'vitest'
import { agreement, agreementWord } from '#app/domain/agreement.ts'
import { emptyDraft, type GradingDraft, lockable } from '#app/domain/grading-draft.ts'
import { gradingDraft } from '#app/domain/grading-schema.ts'

const quote = { start: 0, end: 5 }
const draft: GradingDraft = {
  grades: [
    { dimension: 'A1', level: 5, noEvidence: false, quotes: [quote], comment: '', incident: null },
    { dimension: 'K3', level: null, noEvidence: true, quotes: [], comment: '', incident: null },
  ],
  verdicts: [{ finding: 'f1', verdict: 'planted', defect: 'D01' }],
}
const asked = { draft, dimensions: ['A1', 'K3'] as const, findings: ['f1'], textLength: 20 }

test('a full draft can be locked', () => {
  expect(lockable(asked)).toEqual({ ok: true })
})

test('the lock says which dimension is missing', () => {
  expect(lockable({ ...asked, dimensions: ['A1', 'A3', 'K3'] })).toMatchObject({
    refused: 'grade-missing',
    dimensions: ['A3'],
  })
})

test('the lock says which findings nobody has judged', () => {
  expect(lockable({ ...asked, findings: ['f1', 'f2'] })).toMatchObject({
    refused: 'verdict-missing',
    findings: ['f2'],
  })
})

test('a quote must lie inside the text', () => {
  expect(lockable({ ...asked, textLength: 4 })).toMatchObject({
    refused: 'quote-outside',
    dimensions: ['A1'],
  })
})

test('a critical incident needs its words', () => {
  const told = draft.grades.map((grade) => ({
    ...grade,
    quotes: [],
    level: 3 as const,
    noEvidence: false,
    incident: 'abuse' as const,
  }))
  expect(lockable({ ...asked, draft: { ...draft, grades: told } })).toMatchObject({
    refused: 'quote-missing',
    dimensions: ['A1', 'K3'],
  })
})

test.each([
  ['a level beside "no evidence"', { ...emptyDraft, grades: [{ ...draft.grades[0], noEvidence: true }] }],
  ['level 6', { ...emptyDraft, grades: [{ ...draft.grades[0], level: 6 }] }],
  ['one dimension twice', { ...emptyDraft, grades: [draft.grades[0], draft.grades[0]] }],
  [
    'a planted finding without its defect',
    { ...emptyDraft, verdicts: [{ finding: 'f1', verdict: 'planted', defect: null }] },
  ],
  ['a field nobody asked for', { ...emptyDraft, graderId: 'x' }],
  ['an empty quote', { ...emptyDraft, grades: [{ ...draft.grades[0], quotes: [{ start: 3, end: 3 }] }] }],
])('a draft with %s is refused', (_, wrong) => {
  expect(gradingDraft.safeParse(wrong).success).toBe(false)
})

test('agreement counts every pair of every answer', () => {
  expect(agreement([[5, 4], [3, 3], [2, 4, 5], [4]])).toEqual({ pairs: 5, withinOne: 3, exact: 1 })
})

test.each([
  [9, 9, 9, 'few'],
  [34, 33, 17, 'good'],
  [34, 33, 16, 'partial'],
  [10, 8, 8, 'partial'],
  [10, 7, 7, 'poor'],
])('of %i pairs %i within one and %i the same: %s', (pairs, withinOne, exact, word) => {
  expect(agreementWord({ pairs, withinOne, exact })).toBe(word)
})
