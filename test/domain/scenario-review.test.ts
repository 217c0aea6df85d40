import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hintPattern } from '#app/domain/scenario/review-match.ts'
import { orderOf, reviewSignals } from '#app/domain/scenario/review-signals.ts'

const weights = {
  D01: 3,
  D02: 2,
  D03: 3,
  D04: 1,
  D05: 2,
  D06: 2,
  D07: 3,
  D08: 3,
  D09: 2,
  D10: 1,
  D11: 2,
  D12: 1,
  D13: 1,
  D14: 2,
}

describe('a page review by count', () => {
  test('gives R′ .918367, precision .818182 and O 4.573284 for 18 of 28 and 9 of 11', () => {
    const found = ['D07', 'D01', 'D08', 'D03', 'D06', 'D11', 'D04', 'D13']
    const counted = reviewSignals({ found, rightClaims: 9, claims: 11, weights })
    expect(counted.foundWeight).toBe(18)
    expect(counted.recall).toBeCloseTo(0.918367, 6)
    expect(counted.precision).toBeCloseTo(0.818182, 6)
    expect(counted.objective).toBeCloseTo(4.573284, 6)
  })

  test('is 1 when nothing was claimed, and nothing at all when nothing was planted', () => {
    expect(reviewSignals({ found: [], rightClaims: 0, claims: 0, weights }).objective).toBe(1)
    expect(reviewSignals({ found: [], rightClaims: 0, claims: 3, weights: {} }).objective).toBeNull()
  })

  test('counts a defect once, however often it was named, and nothing that is not in the key', () => {
    const once = reviewSignals({ found: ['D01', 'D01', 'X2', 'valid'], rightClaims: 3, claims: 4, weights })
    expect(once.foundWeight).toBe(3)
  })

  test('is full at 20 of 28 and stops at 4.47 for thirty claims with all fourteen found', () => {
    const all = Object.keys(weights)
    expect(reviewSignals({ found: all, rightClaims: 14, claims: 30, weights }).objective).toBeCloseTo(
      4.466667,
      6,
    )
  })
})

describe('the order of the findings', () => {
  test('is τ-b over the pairs that can be ordered', () => {
    expect(orderOf([3, 3, 3, 3, 2, 2, 2, 2, 1])).toEqual({
      concordant: 24,
      discordant: 0,
      tied: 12,
      pairs: 36,
      tau: expect.closeTo(0.816, 3),
    })
    expect(orderOf([1, 3]).tau).toBe(-1)
    expect(orderOf([2]).tau).toBeNull()
    expect(orderOf([2, 2]).tau).toBeNull()
  })

  test('turned round changes the sign and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 14 }), (list) => {
        const there = orderOf(list)
        const back = orderOf([...list].reverse())
        expect(back.pairs).toBe(there.pairs)
        if (there.tau === null) expect(back.tau).toBeNull()
        else expect(back.tau).toBeCloseTo(-there.tau, 12)
      }),
    )
  })
})

describe('a hint word', () => {
  const cases: [string, string, boolean][] = [
    ['button', 'the button is at the bottom', true],
    ['button', 'unbuttoned', false],
    ['кнопк~', 'единственная кнопка внизу', true],
    ['пол(е|я|ей)', 'четырнадцать полей', true],
    ['пол(е|я|ей)', 'поляна', false],
    ['peshon', 'fotoja peshon shumë', true],
    ['kthe~', 'kthehet', true],
    ['€84', 'the total says 84 euros', true],
    ['€84', 'of 1,840 visits', false],
    ['6 990 ₽', 'в итоге 6990', true],
    ['€6.90', 'delivery 6,90', true],
    ['tërheq', 'TËRHEQ', true],
  ]
  test.each(cases)('%s in “%s”: %s', (hint, said, found) => {
    const folded = said
      .normalize('NFKC')
      .toLowerCase()
      .replace(/ё/g, 'е')
      .replace(/ë/g, 'e')
      .replace(/(\d)[\s,](?=\d{3}(?!\d))/g, '$1')
    expect(hintPattern(hint).test(folded)).toBe(found)
  })
})
