import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Level, levels } from '#app/domain/dimensions.ts'
import { answerAgreement, givenOn, spreadOf } from '#app/domain/spread.ts'

const given = fc.array(fc.option(fc.constantFrom(...levels), { nil: null }), { maxLength: 4 })

describe('the levels of one criterion', () => {
  test.each<[(Level | null)[], Partial<ReturnType<typeof spreadOf>>]>([
    [[], { levels: [], gap: null, apart: false, pairs: 0 }],
    [[3], { levels: [3], gap: null, apart: false, pairs: 0 }],
    [[3, 3], { levels: [3, 3], gap: 0, apart: false, pairs: 1, withinOne: 1 }],
    [[4, 3], { levels: [3, 4], gap: 1, apart: false, pairs: 1, withinOne: 1 }],
    [[2, 4], { levels: [2, 4], gap: 2, apart: true, pairs: 1, withinOne: 0 }],
    [[2, 4, 3], { gap: 2, apart: true, pairs: 3, withinOne: 2 }],
    [[1, 4, 4], { gap: 3, apart: true, pairs: 3, withinOne: 1 }],
    [[5, null, 3, 4], { levels: [3, 4, 5], notShown: 1, pairs: 3, withinOne: 2, apart: true }],
    // Not shown against an extreme asks for a third grade, and is no distance between levels.
    [[5, null], { levels: [5], notShown: 1, gap: null, apart: false }],
  ])('%j', (cell, expected) => {
    expect(spreadOf(cell)).toMatchObject(expected)
  })

  test('do not depend on who gave which, and lie apart exactly where a pair is more than one apart', () => {
    fc.assert(
      fc.property(given, (cell) => {
        const spread = spreadOf(cell)
        expect(spreadOf([...cell].reverse())).toEqual(spread)
        expect(spread.apart).toBe(spread.withinOne < spread.pairs)
      }),
    )
  })
})

describe('the criteria of one answer', () => {
  test('are counted where there is something to compare', () => {
    const cells: (Level | null)[][] = [[3, 4], [2, 2], [1, 3], [5, null], [null, null], [4]]
    const { n, close, share, few } = answerAgreement(cells)
    expect([n, close, few]).toEqual([3, 2, true])
    // Two of three: Wilson's interval by hand.
    expect(share.value).toBeCloseTo(0.667, 3)
    expect(share.low).toBeCloseTo(0.208, 3)
    expect(share.high).toBeCloseTo(0.939, 3)
  })

  test('are no longer too few from ten pairs on, whatever the graders', () => {
    expect(answerAgreement(Array.from({ length: 3 }, () => [3, 3, 4])).few).toBe(true)
    expect(answerAgreement(Array.from({ length: 4 }, () => [3, 3, 4]))).toMatchObject({
      n: 4,
      close: 4,
      few: false,
    })
  })

  test('without anything to compare there is no share', () => {
    expect(answerAgreement([[3], [null, 2]])).toMatchObject({ n: 0, share: { value: undefined } })
  })
})

test('who gave nothing on a criterion is left out, who gave “not shown” is not', () => {
  const graders = [
    [{ dimension: 'A1' as const, level: 4 as const }],
    [{ dimension: 'A1' as const, level: null }],
    [{ dimension: 'K3' as const, level: 2 as const }],
  ]
  expect(givenOn(graders, 'A1')).toEqual([4, null])
})
