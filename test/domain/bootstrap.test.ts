import { describe, expect, test } from 'vitest'
import { gwetAC, krippendorffAlpha, weightedKappa } from '#app/domain/agreement.ts'
import { bootstrapInterval, seeded } from '#app/domain/bootstrap.ts'

const share = ([yes = 0, no = 0]: readonly number[]) => yes / (yes + no)

describe('a seed', () => {
  test('gives the same numbers every time, another one others', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, seeded(seed))
    expect(draw(1)).toEqual(draw(1))
    expect(draw(1)).not.toEqual(draw(2))
  })
  test('gives numbers spread evenly from 0 up to 1', () => {
    const random = seeded(2026)
    const tenths = Array.from({ length: 10 }, () => 0)
    for (let draw = 0; draw < 100_000; draw++) {
      const tenth = Math.floor(random() * 10)
      tenths[tenth] = (tenths[tenth] ?? 0) + 1
    }
    expect(tenths).toHaveLength(10)
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(400)
  })
})

describe('a bootstrap interval', () => {
  test('of a share is the binomial one: 50 of 100 gives 0.40 to 0.60', () => {
    const { low, high } = bootstrapInterval([50, 50], share, { samples: 4000, seed: 1 })
    expect(Math.abs((low ?? 0) - 0.4)).toBeLessThanOrEqual(0.011)
    expect(Math.abs((high ?? 0) - 0.6)).toBeLessThanOrEqual(0.011)
  })
  test('is left out when the figure is missing in more than 5 % of the resamples', () => {
    const statistic = (drawn: readonly number[]) => (drawn[0] === 0 ? undefined : share(drawn))
    expect(bootstrapInterval([1, 3], statistic, { samples: 500, seed: 1 })).toEqual({})
    expect(bootstrapInterval([8, 3], statistic, { samples: 500, seed: 1 }).low).toBeGreaterThan(0)
  })
  test('needs whole units and a number of resamples', () => {
    expect(() => bootstrapInterval([0.5, 0.5], share, { samples: 10, seed: 1 })).toThrow(RangeError)
    expect(() => bootstrapInterval([1, 1], share, { samples: 0, seed: 1 })).toThrow(RangeError)
    expect(() =>
      weightedKappa(
        [
          [0.5, 0.1],
          [0.1, 0.3],
        ],
        'linear',
        { bootstrap: { samples: 9, seed: 1 } },
      ),
    ).toThrow(RangeError)
  })
})

describe('coefficients with an interval', () => {
  const subjects = Array.from({ length: 60 }, (_, unit) => {
    const level = 1 + (unit % 5)
    return [level, Math.min(5, level + (unit % 3 === 0 ? 1 : 0))]
  })
  const raters = [0, 1].map((rater) => subjects.map((levels) => levels[rater] ?? null))
  const table = [1, 2, 3, 4, 5].map((i) =>
    [1, 2, 3, 4, 5].map((j) => subjects.filter(([a, b]) => a === i && b === j).length),
  )
  const calculate = (seed: number) => {
    const bootstrap = { samples: 300, seed }
    return [
      krippendorffAlpha(raters, 'ordinal', { bootstrap }),
      weightedKappa(table, 'quadratic', { bootstrap }),
      gwetAC(subjects, { categories: 5, weights: 'quadratic', bootstrap }),
    ]
  }
  test('hold their value, and are the same for the same seed to the last digit', () => {
    for (const { value, low, high } of calculate(11)) {
      expect(low).toBeLessThan(value ?? Number.NaN)
      expect(high).toBeGreaterThan(value ?? Number.NaN)
    }
    expect(JSON.stringify(calculate(11))).toBe(JSON.stringify(calculate(11)))
    expect(JSON.stringify(calculate(11))).not.toBe(JSON.stringify(calculate(12)))
  })
  test('have none unless asked', () => {
    expect(Object.keys(krippendorffAlpha(raters, 'ordinal'))).toEqual(['value'])
  })
})
