import { expect, test } from 'vitest'
import { type FrozenPlan, planChanges } from '#app/domain/plan-changes.ts'
import { scoringPlan } from '#app/domain/scoring-plan.ts'

const first: FrozenPlan = {
  plan: scoringPlan({ A1: 2, K1: 1 }),
  assignmentHash: 'a',
  rubricHash: 'r',
  handbookHash: 'h',
  scenarioHashes: { s1: '1', s2: '2' },
}

test('a plan frozen again as it was changes nothing', () => {
  expect(planChanges(first, structuredClone(first))).toEqual([])
})

test('every change is told: weights, share, lines, switches, texts', () => {
  const plan = {
    ...first.plan,
    weights: { A1: 1, K2: 1 },
    attitudeShare: 0.6,
    lines: { A1: 2.5, A3: 2 },
    severityAdjusted: true,
    index: true,
    omega: { knowledge: 0.4 },
  }
  const after = { ...first, plan, rubricHash: 'r2', scenarioHashes: { s1: '1', s2: '3', s4: '4' } }
  expect(planChanges(first, after)).toEqual([
    { what: 'weight', dimension: 'A1', from: 2, to: 1 },
    { what: 'weight', dimension: 'K1', from: 1, to: null },
    { what: 'weight', dimension: 'K2', from: null, to: 1 },
    { what: 'attitude-share', from: 0.5, to: 0.6 },
    { what: 'line', dimension: 'A3', from: null, to: 2 },
    { what: 'line', dimension: 'A5', from: 2.5, to: null },
    { what: 'severity', to: true },
    { what: 'index', to: true },
    { what: 'omega', family: 'knowledge', from: 0, to: 0.4 },
    { what: 'rubric' },
    { what: 'scenarios', keys: ['s2', 's4'] },
  ])
})
