import { describe, expect, test } from 'vitest'
import { agreementInForce, clauseState, clausesToSign, rulesQuiz } from '#app/domain/house-rules.ts'
import { dayNumber, gateView } from '#app/domain/newcomer-plan.ts'
import {
  delayReadiness,
  dueOn,
  late,
  type PlanFacts,
  planOf,
  planSteps,
  type StepKey,
  standingOf,
} from '#app/domain/onboarding.ts'

const fresh: PlanFacts = {
  currentAgreement: agreementInForce.version,
  signedAgreement: null,
  quizPassed: false,
  handbookRead: false,
  practiceDone: false,
  readinessSigned: false,
}
const clauses = agreementInForce.clauses

describe('the agreement by version', () => {
  const versions = [
    { version: '1', clauses: ['secret', 'inside', 'friends'] },
    { version: '2', clauses: ['secret', 'inside-2', 'friends', 'slip'] },
  ]
  test('who signed none reads all of it', () => {
    expect(clausesToSign(versions, null)).toEqual(['secret', 'inside-2', 'friends', 'slip'])
  })
  test('who signed an earlier one reads only what is worded anew or new', () => {
    expect(clausesToSign(versions, '1')).toEqual(['inside-2', 'slip'])
  })
  test('who signed the one in force has nothing left to read', () => {
    expect(clausesToSign(versions, '2')).toEqual([])
  })
  test('asks one question on each clause, and each right answer is among those offered', () => {
    expect(rulesQuiz.questions.map(({ key }) => key)).toEqual(clauses)
    for (const { right, options } of rulesQuiz.questions) expect(options).toContain(right)
  })
})

describe('the gate', () => {
  const gate = (change: Partial<PlanFacts>, clausesRead: string[] = [], questionsRight: string[] = []) =>
    gateView({ facts: { ...fresh, ...change }, clausesRead, questionsRight })
  const states = (view: ReturnType<typeof gate>) => view.bar.map(({ state }) => state)

  test('opens clause by clause', () => {
    const two = gate({}, ['secret', 'inside'])
    expect(states(two)).toEqual(['read', 'read', 'shut', 'shut', 'shut'])
    expect(two).toMatchObject({
      open: false,
      read: 2,
      right: 0,
      next: { kind: 'clause', clause: 'friends', place: 3 },
    })
  })
  test('asks for the name when every clause is read, then for the answers', () => {
    expect(gate({}, [...clauses]).next).toEqual({ kind: 'sign' })
    const signed = { signedAgreement: agreementInForce.version }
    expect(gate(signed, [...clauses], ['secret']).next).toEqual({ kind: 'questions', left: 4 })
  })
  test('is open when signed and answered, and asks for nothing more', () => {
    const open = gate({ signedAgreement: agreementInForce.version, quizPassed: true })
    expect(states(open)).toEqual(clauses.map(() => 'open'))
    expect(open).toMatchObject({ open: true, next: null, read: 5, right: 5 })
  })
  test('a right answer opens nothing before the signature', () => {
    expect(clauseState({ read: true, signed: false, right: true })).toBe('read')
    expect(clauseState({ read: false, signed: false, right: true })).toBe('shut')
  })
})

describe('days', () => {
  test('a step is due so many days after the first one, over a change of clocks and of the year', () => {
    expect(dueOn('2026-10-24', { dueDay: 4 })).toBe('2026-10-28')
    expect(dueOn('2026-12-28', { dueDay: 14 })).toBe('2027-01-11')
  })
  test('the first day is day 1', () => {
    expect(dayNumber('2026-10-24', '2026-10-24')).toBe(1)
    expect(dayNumber('2026-10-24', '2026-10-26')).toBe(3)
    expect(dayNumber('2026-10-24', '2026-10-23')).toBe(0)
  })
  test('what is done is never late, what is due today not yet', () => {
    const due = { state: 'open', dueOn: '2026-11-02' } as const
    expect(late(due, '2026-11-02')).toBe(false)
    expect(late(due, '2026-11-03')).toBe(true)
    expect(late({ ...due, state: 'done' }, '2026-11-03')).toBe(false)
  })
})

describe('where a newcomer stands', () => {
  const startsOn = '2026-11-02'
  const stands = (change: Partial<PlanFacts>, today: string) => {
    const due = new Map(planSteps.map((step): [StepKey, string] => [step.key, dueOn(startsOn, step)]))
    const steps = planOf({ ...fresh, ...change }).map(({ key, state }) => ({
      key,
      state,
      dueOn: due.get(key) ?? '',
    }))
    return standingOf(steps, { startsOn, today })
  }
  const gatePassed = { signedAgreement: agreementInForce.version, quizPassed: true }
  const practised = { ...gatePassed, handbookRead: true, practiceDone: true }

  test('before the first day, under way, stuck', () => {
    expect(stands({}, '2026-10-30')).toBe('before')
    expect(stands({}, '2026-11-02')).toBe('under-way')
    expect(stands({}, '2026-11-03')).toBe('stuck')
    expect(stands({ ...gatePassed, handbookRead: true }, '2026-11-03')).toBe('under-way')
  })
  test('ready when only the signature is left, stuck when that is late too, live when it is there', () => {
    expect(stands(practised, '2026-11-10')).toBe('ready')
    expect(stands(practised, '2026-11-20')).toBe('stuck')
    expect(stands({ ...practised, readinessSigned: true }, '2026-12-20')).toBe('live')
  })
})

describe('“not yet”', () => {
  const lead = { isLead: true, isNewcomer: false }
  const delay = { dimensions: ['A1'] as const, lookAgainOn: '2026-11-06', today: '2026-11-05' }
  const open = { readinessSigned: false }
  test('is said by a shift lead, with something to practise and a day ahead', () => {
    expect(delayReadiness(open, lead, delay)).toEqual({ ok: true })
  })
  test.each([
    ['not-a-lead', open, { ...lead, isLead: false }, delay],
    ['own-readiness', open, { ...lead, isNewcomer: true }, delay],
    ['already-signed', { readinessSigned: true }, lead, delay],
    ['practise-nothing', open, lead, { ...delay, dimensions: [] }],
    ['look-again-past', open, lead, { ...delay, lookAgainOn: delay.today }],
  ] as const)('otherwise is refused: %s', (refused, facts, signer, said) => {
    expect(delayReadiness(facts, signer, said)).toEqual({ refused })
  })
})
