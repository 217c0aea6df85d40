import { expect, test } from 'vitest'
import {
  assumedTerms,
  gradingHours,
  gradingMinutes,
  planTermsForm,
  scoringPlan,
} from '#app/domain/scoring-plan.ts'

const sections = [
  { weights: { K4: 1, K3: 1, A4: 1 } },
  { weights: { A1: 1, A3: 1, K3: 1 } },
  { weights: { A1: 1, A3: 1, A4: 1 } },
]

test('a plan keeps the weights and asks for words where respect or discretion lie low', () => {
  expect(scoringPlan({ A1: 2, K3: 1 })).toEqual({
    weights: { A1: 2, K3: 1 },
    attitudeShare: 0.5,
    lines: { A1: 2.5, A5: 2.5 },
    severityAdjusted: false,
  })
})

test('a plan makes one figure of both families only where it was asked to', () => {
  expect(scoringPlan({ A1: 2 })).not.toHaveProperty('index')
  expect(scoringPlan({ A1: 2 }, 'shown')).toMatchObject({ index: true })
})

test('a plan says what was chosen, and nothing of shares that are 0', () => {
  const terms = {
    attitudeShare: 0.65,
    lines: { A1: 3, A5: 2.2 },
    severity: 'adjusted' as const,
    omega: { attitude: 0, knowledge: 0.4 },
  }
  expect(scoringPlan({ A1: 2 }, 'none', terms)).toEqual({
    weights: { A1: 2 },
    attitudeShare: 0.65,
    lines: { A1: 3, A5: 2.2 },
    severityAdjusted: true,
    omega: { knowledge: 0.4 },
  })
})

test('terms are read as a form sends them, in the steps that it offers; without them the start values stand', () => {
  const sent = {
    attitudeShare: '0.55',
    lines: { A1: '2,5', A5: '3.1' },
    severity: 'adjusted',
    omega: { attitude: '0.2', knowledge: '0.35' },
  }
  expect(planTermsForm.parse(sent)).toEqual({
    attitudeShare: 0.55,
    lines: { A1: 2.5, A5: 3.1 },
    severity: 'adjusted',
    omega: { attitude: 0.2, knowledge: 0.35 },
  })
  expect(planTermsForm.parse(undefined)).toEqual(assumedTerms)
  const refused = (change: object) =>
    planTermsForm
      .safeParse({ ...sent, ...change })
      .error?.issues.map(({ path, message }) => [path.join('.'), message])
  expect(refused({ attitudeShare: '1.05' })).toEqual([['attitudeShare', 'too-large']])
  expect(refused({ attitudeShare: '0.51' })).toEqual([['attitudeShare', 'unknown']])
  expect(refused({ lines: { A1: '0.9', A5: '2.55' } })).toEqual([
    ['lines.A1', 'too-small'],
    ['lines.A5', 'unknown'],
  ])
  expect(refused({ omega: { attitude: '0.25', knowledge: '0.45' } })).toEqual([
    ['omega.attitude', 'too-large'],
    ['omega.knowledge', 'too-large'],
  ])
  expect(refused({ severity: 'none' })).toEqual([['severity', 'unknown']])
})

test('nine criteria cost a grader 18 minutes, twenty candidates with two graders 12 hours', () => {
  expect(gradingMinutes(sections)).toBe(18)
  expect(gradingHours(sections)).toBe(12)
})

test('an assignment without sections costs nothing', () => {
  expect(gradingHours([])).toBe(0)
})
