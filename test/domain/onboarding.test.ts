import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  handbookOpen,
  type PlanFacts,
  planOf,
  planSteps,
  practiceFeedback,
  quizResult,
  signReadiness,
  welcomeUntil,
} from '#app/domain/onboarding.ts'

const fresh: PlanFacts = {
  currentAgreement: '4',
  signedAgreement: null,
  quizPassed: false,
  handbookRead: false,
  practiceDone: false,
  readinessSigned: false,
}
const states = (facts: PlanFacts) => Object.fromEntries(planOf(facts).map(({ key, state }) => [key, state]))

describe('the plan of a newcomer', () => {
  test('begins with the agreement and nothing else', () => {
    expect(states(fresh)).toEqual({
      agreement: 'open',
      'rules-quiz': 'waiting',
      handbook: 'waiting',
      practice: 'waiting',
      readiness: 'waiting',
    })
  })

  test('opens the handbook and practice after agreement and quiz', () => {
    const passed = { ...fresh, signedAgreement: '4', quizPassed: true }
    expect(states(passed)).toMatchObject({ handbook: 'open', practice: 'open', readiness: 'waiting' })
    expect(states({ ...passed, practiceDone: true })).toMatchObject({ practice: 'done', readiness: 'open' })
  })

  test('stays readable when it is finished', () => {
    const finished = {
      ...fresh,
      signedAgreement: '4',
      quizPassed: true,
      handbookRead: true,
      practiceDone: true,
      readinessSigned: true,
    }
    expect(planOf(finished)).toHaveLength(planSteps.length)
    expect(new Set(Object.values(states(finished)))).toEqual(new Set(['done']))
    expect(states({ ...finished, currentAgreement: '5' })).toMatchObject({
      agreement: 'open',
      practice: 'done',
    })
  })

  test('never asks for a step before those that it needs', () => {
    planSteps.forEach(({ after }, index) => {
      for (const key of after) expect(planSteps.findIndex((step) => step.key === key)).toBeLessThan(index)
    })
  })
})

describe('the handbook', () => {
  test('opens only after the current agreement and the quiz', () => {
    expect(handbookOpen({ currentAgreement: '4', signedAgreement: '4', quizPassed: true })).toBe(true)
    expect(handbookOpen({ currentAgreement: '4', signedAgreement: '4', quizPassed: false })).toBe(false)
    expect(handbookOpen({ currentAgreement: '4', signedAgreement: '3', quizPassed: true })).toBe(false)
    expect(handbookOpen({ currentAgreement: '4', signedAgreement: null, quizPassed: true })).toBe(false)
  })
})

describe('the rules quiz', () => {
  const questions = [
    { key: 'friend', right: 'no' },
    { key: 'forum', right: 'ticket' },
    { key: 'press', right: 'lead' },
  ]

  test('is passed when everything is right', () => {
    expect(quizResult(questions, [{ friend: 'no', forum: 'ticket', press: 'lead' }])).toEqual({
      passed: true,
      settled: ['friend', 'forum', 'press'],
      wrong: [],
      ask: [],
    })
  })

  test('explains what was wrong and asks only that again', () => {
    const first = { friend: 'no', forum: 'reply' }
    expect(quizResult(questions, [first])).toEqual({
      passed: false,
      settled: ['friend'],
      wrong: ['forum'],
      ask: ['forum', 'press'],
    })
    expect(quizResult(questions, [first, { forum: 'ticket', press: 'lead' }]).passed).toBe(true)
  })

  test('asks everything at first, and an empty quiz is never passed', () => {
    expect(quizResult(questions, []).ask).toEqual(['friend', 'forum', 'press'])
    expect(quizResult([], []).passed).toBe(false)
  })

  test('is passed exactly when nothing is left to ask, and another try takes nothing away', () => {
    const choice = fc.constantFrom('no', 'ticket', 'lead', 'other')
    const attempt = fc.dictionary(fc.constantFrom('friend', 'forum', 'press', 'unknown'), choice)
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 4 }), attempt, (tries, next) => {
        const before = quizResult(questions, tries)
        const after = quizResult(questions, [...tries, next])
        expect(before.passed).toBe(before.ask.length === 0)
        expect(before.settled.every((key) => after.settled.includes(key))).toBe(true)
        expect([...before.settled, ...before.ask].sort()).toEqual(questions.map(({ key }) => key).sort())
      }),
    )
  })
})

describe('practice feedback', () => {
  test('shows the level that was chosen and the one above', () => {
    expect(practiceFeedback(['A1', 'K3'], { A1: 3, K3: 5 })).toEqual({
      ok: true,
      feedback: [
        { dimension: 'A1', level: 3, next: 4 },
        { dimension: 'K3', level: 5, next: null },
      ],
    })
  })
  test('asks for every dimension', () => {
    expect(practiceFeedback(['A1', 'K3'], { K3: 2 })).toEqual({
      refused: 'levels-missing',
      dimensions: ['A1'],
    })
  })
})

describe('readiness', () => {
  const ready = { ...fresh, signedAgreement: '4', quizPassed: true, practiceDone: true }
  const lead = { isLead: true, isNewcomer: false }
  test('is signed by a lead after the practice case', () => {
    expect(signReadiness(ready, lead)).toEqual({ ok: true })
    expect(signReadiness({ ...ready, practiceDone: false }, lead)).toEqual({ refused: 'practice-not-done' })
    expect(signReadiness({ ...ready, signedAgreement: '3' }, lead)).toEqual({ refused: 'gate-not-passed' })
    expect(signReadiness({ ...ready, readinessSigned: true }, lead)).toEqual({ refused: 'already-signed' })
  })
  test('is not signed by anybody else, nor by a lead for themselves', () => {
    expect(signReadiness(ready, { isLead: false, isNewcomer: false })).toEqual({ refused: 'not-a-lead' })
    expect(signReadiness(ready, { isLead: true, isNewcomer: true })).toEqual({ refused: 'own-readiness' })
  })
})

describe('a welcome opens the account', () => {
  const until = (startsOn: string, now: string) =>
    welcomeUntil({ startsOn, zone: 'Europe/Tirane', now: new Date(now) }).toISOString()

  test('until a week after the first day, however early it was written', () => {
    expect(until('2026-12-01', '2026-10-05T09:00:00Z')).toBe('2026-12-08T22:59:59.000Z')
  })

  test('for a week at least, where the first day has come already', () => {
    expect(until('2026-10-01', '2026-10-05T09:00:00Z')).toBe('2026-10-12T21:59:59.000Z')
  })
})
