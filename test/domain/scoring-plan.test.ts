import { expect, test } from 'vitest'
import { gradingHours, gradingMinutes, scoringPlan } from '#app/domain/scoring-plan.ts'

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

test('nine criteria cost a grader 18 minutes, twenty candidates with two graders 12 hours', () => {
  expect(gradingMinutes(sections)).toBe(18)
  expect(gradingHours(sections)).toBe(12)
})

test('an assignment without sections costs nothing', () => {
  expect(gradingHours([])).toBe(0)
})
