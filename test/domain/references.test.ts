import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  behaviourCodes,
  behaviours,
  closenesses,
  type ReceivedReference,
  ratingOf,
  refereeForm,
  refereeWeight,
  referenceForm,
  referencePanel,
  referenceScore,
  relations,
  shortForm,
  sufficiency,
} from '#app/domain/references.ts'
import { expectDigits, golden } from './golden.ts'

const scoreCase = z.strictObject({
  name: z.string(),
  referees: z.array(
    z.strictObject({
      relation: z.enum(relations),
      months: z.number(),
      closeness: z.enum(closenesses),
      verified: z.boolean(),
      rating: z.number().nullable(),
      weight: z.number(),
    }),
  ),
  value: z.union([z.number(), z.literal('none')]),
  nEff: z.number().optional(),
})

describe('the level that references give', () => {
  test.each(golden('references', scoreCase))('$name', ({ referees, value, nEff }) => {
    for (const referee of referees) expect(refereeWeight(referee)).toBeCloseTo(referee.weight, 9)
    const score = referenceScore(referees)
    if (value === 'none')
      return expect(score).toEqual({ value: undefined, reason: 'nothing-observed', referees: 0 })
    if (score.value === undefined) throw new Error('somebody observed it')
    expectDigits(score.value, value)
    expectDigits(score.nEff, nEff ?? 0)
  })

  const referee = fc.record({
    relation: fc.constantFrom(...relations),
    months: fc.integer({ min: 0, max: 200 }),
    closeness: fc.constantFrom(...closenesses),
    verified: fc.boolean(),
    rating: fc.option(fc.integer({ min: 1, max: 7 })),
  })
  test('lies on the scale, and no more referees count than there are', () => {
    fc.assert(
      fc.property(fc.array(referee, { maxLength: 6 }), (referees) => {
        const score = referenceScore(referees)
        if (score.value === undefined) return
        expect(score.value).toBeGreaterThanOrEqual(1 - 1e-9)
        expect(score.value).toBeLessThanOrEqual(5 + 1e-9)
        expect(score.nEff).toBeGreaterThanOrEqual(1 - 1e-9)
        expect(score.nEff).toBeLessThanOrEqual(score.referees + 1e-9)
      }),
    )
  })
})

describe('the short form', () => {
  test('asks for the six behaviours whose dimensions weigh most, in the order of the questionnaire', () => {
    expect(shortForm({ K5: 3, K3: 3, A5: 2, A1: 1, A2: 1 })).toEqual([
      'stays-polite',
      'keeps-calm',
      'keeps-confidence',
      'never-argues-in-public',
      'writes-clearly',
      'knows-when-to-hand-over',
    ])
  })
  test('asks for the first six when nothing weighs more', () => {
    expect(shortForm({})).toEqual(behaviourCodes.slice(0, 6))
  })
  test('maps twelve behaviours to their dimensions', () => {
    expect(behaviours.map(({ dimension }) => dimension).join(' ')).toBe('A1 A2 A3 A3 A4 A5 A5 A6 K1 K2 K3 K5')
  })

  const filled = {
    relation: 'manager',
    role: 'Team lead',
    months: '18',
    closeness: 'weekly',
    observed: 'yes',
    ratings: { 'stays-polite': '6', 'keeps-calm': 'not-observed', 'finds-cause': '' },
    most: 'explains-patiently',
    least: 'thinks-ahead',
    again: 'gladly',
  }
  const issues = (change: object) => {
    const result = referenceForm.safeParse({ ...filled, ...change })
    return result.success ? [] : result.error.issues.map(({ path, message }) => [path.join('.'), message])
  }

  test('reads what a plain form sends', () => {
    const form = referenceForm.parse(filled)
    expect(form.months).toBe(18)
    expect(form.ratings).toEqual({ 'stays-polite': 6, 'keeps-calm': null, 'finds-cause': null })
    expect(referenceForm.parse(form)).toEqual(form)
  })

  test('drops ratings of who observed nothing, and asks no triad of them', () => {
    const form = referenceForm.parse({ ...filled, observed: 'no', most: '', least: '' })
    expect(form.ratings).toEqual({})
    expect(ratingOf(form, 'A1')).toBeNull()
  })

  test('says what is wrong', () => {
    expect(issues({ ratings: { 'stays-polite': '8' } })).toEqual([['ratings.stays-polite', 'too-large']])
    expect(issues({ most: '' })).toEqual([['most', 'required']])
    expect(issues({ least: 'explains-patiently' })).toEqual([['least', 'most-is-least']])
    expect(issues({ observed: 'perhaps' })).toEqual([['observed', 'required']])
    expect(issues({ relation: 'aunt' })).toEqual([['relation', 'unknown']])
    expect(issues({ months: '' })).toEqual([['months', 'required']])
  })

  test('names a referee only with their permission', () => {
    const referee = {
      name: 'Ilir Basha',
      email: ' Ilir@Example.com',
      relation: 'peer',
      company: '',
      locale: 'sq',
      permission: 'on',
    }
    expect(refereeForm.parse(referee).email).toBe('ilir@example.com')
    expect(refereeForm.safeParse({ ...referee, permission: undefined }).success).toBe(false)
  })

  test('takes somebody at the present employer only when they know', () => {
    const referee = {
      name: 'Ilir Basha',
      email: 'ilir@example.com',
      relation: 'manager',
      company: 'Nordweb',
      locale: 'sq',
      currentEmployer: 'on',
      permission: 'on',
    }
    const refused = refereeForm.safeParse(referee)
    expect(refused.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['employerKnows', 'current-employer'],
    ])
    expect(refereeForm.safeParse({ ...referee, employerKnows: 'on' }).success).toBe(true)
  })
})

describe('the panel', () => {
  const received: ReceivedReference = {
    relation: 'manager',
    months: 12,
    closeness: 'weekly',
    verified: true,
    observed: true,
    ratings: { 'answers-everyone': 7, 'keeps-promises': 4, 'stays-polite': null },
  }
  test('takes the mean of two behaviours of one dimension', () => {
    expect(ratingOf(received, 'A3')).toBe(5.5)
    const scores = new Map(referencePanel([received]).map(({ dimension, score }) => [dimension, score.value]))
    expect(scores.get('A3')).toBeCloseTo(4, 9)
  })
  test('shows nothing observed as nothing, and no dimension that references cannot speak to', () => {
    const panel = referencePanel([received])
    expect(panel.find(({ dimension }) => dimension === 'A1')?.score.value).toBeUndefined()
    expect(panel.some(({ dimension }) => dimension === 'K4')).toBe(false)
    expect(panel).toHaveLength(10)
  })
})

describe('references are enough', () => {
  const manager = { relation: 'manager' as const }
  const peer = { relation: 'peer' as const }
  test('when three are there and a manager is among them', () => {
    expect(sufficiency([manager, peer, peer]).sufficient).toBe(true)
    expect(sufficiency([peer, peer, peer])).toMatchObject({
      sufficient: false,
      stillWanted: 0,
      managerMissing: true,
    })
    expect(sufficiency([manager, peer])).toMatchObject({
      sufficient: false,
      stillWanted: 1,
      managerMissing: false,
    })
  })
  test('when two are there in a career of under a year', () => {
    expect(sufficiency([peer, peer], true).sufficient).toBe(true)
    expect(sufficiency([manager], true).sufficient).toBe(false)
  })
})
