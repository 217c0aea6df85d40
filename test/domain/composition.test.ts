import { describe, expect, test } from 'vitest'
import { compose, rulesCovered, sectionFor } from '#app/domain/composition.ts'

const one = { scenario: 'one', minutes: 25, sitting: 1, weights: { K4: 1, A1: 1.5 } }
const two = { scenario: 'two', minutes: 15, sitting: 1, weights: { A1: 1.5 } }
const three = { scenario: 'three', minutes: 40, sitting: 2, weights: { A1: 1.5, K3: 1 } }
const of = (sections: Parameters<typeof compose>[0], dimension: string) =>
  compose(sections).dimensions.find((row) => row.dimension === dimension)

describe('a composition', () => {
  test('adds up minutes by sitting, and what graders have to read', () => {
    expect(compose([one, two, three])).toMatchObject({
      sittings: [
        { number: 1, minutes: 40 },
        { number: 2, minutes: 40 },
      ],
      minutes: 80,
      gradingMinutes: 10,
    })
  })

  // The table of standard errors in the assessment model: two graders, 1 to 3 scenarios: .77 .55 .45.
  test.each([
    [[one], 0.77],
    [[one, two], 0.55],
    [[one, two, three], 0.45],
  ])('of %# scenarios more says how wide the band will be', (sections, standardError) => {
    expect((of(sections, 'A1')?.halfBand ?? 0) / 1.645).toBeCloseTo(standardError, 2)
  })

  test('says where the profile will have too little', () => {
    expect(of([one, two], 'A1')).toMatchObject({ enough: true, scenarios: ['one', 'two'] })
    expect(of([one, two], 'K4')).toMatchObject({ enough: false, scenarios: ['one'] })
    expect(of([one, two], 'A6')).toEqual({
      dimension: 'A6',
      scenarios: [],
      halfBand: undefined,
      enough: false,
    })
  })

  test('takes a scenario in with the time it is written for and equal weights', () => {
    expect(sectionFor({ key: 'one', minutes: 25, dimensions: ['K4', 'A1'] }, 2)).toEqual({
      scenario: 'one',
      minutes: 25,
      sitting: 2,
      weights: { K4: 1, A1: 1 },
    })
  })
})

test('rules stand in the order of their numbers', () => {
  const covered = rulesCovered([
    { key: 'one', covers: ['W10', 'W4'] },
    { key: 'two', covers: ['W4'] },
  ])
  expect([...covered]).toEqual([
    ['W4', ['one', 'two']],
    ['W10', ['one']],
  ])
})
