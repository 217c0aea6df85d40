import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { weightedKappa } from '#app/domain/agreement.ts'
import { average, close, crossTable, pairs, turned } from './ratings.ts'

describe('weighted kappa', () => {
  test('with quadratic costs is the concordance of the two series (Fleiss and Cohen 1973, Lin 1989)', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const [xs, ys] = [given.map(([x]) => x), given.map(([, y]) => y)]
        const [x, y] = [average(xs), average(ys)]
        const spread =
          average(xs.map((v) => (v - x) ** 2)) + average(ys.map((v) => (v - y) ** 2)) + (x - y) ** 2
        const together = average(given.map(([a, b]) => (a - x) * (b - y)))
        const value = weightedKappa(crossTable(given), 'quadratic').value
        close(value, spread < 1e-9 ? undefined : (2 * together) / spread)
      }),
    )
  })

  test('with linear costs adds up the tables cut in two at each level (Vanbelle and Albert 2009)', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        let [observed, expected] = [0, 0]
        for (const cut of [1, 2, 3, 4]) {
          const [x, y] = [0, 1].map((at) => average(given.map((pair) => ((pair[at] ?? 0) > cut ? 1 : 0))))
          observed += average(given.map(([a, b]) => (a > cut === b > cut ? 0 : 1)))
          expected += (x ?? 0) * (1 - (y ?? 0)) + (y ?? 0) * (1 - (x ?? 0))
        }
        close(
          weightedKappa(crossTable(given), 'linear').value,
          expected < 1e-9 ? undefined : 1 - observed / expected,
        )
      }),
    )
  })

  test('does not change when the raters swap places, with shares for numbers, or with dearer costs', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom('linear' as const, 'quadratic' as const), (given, weights) => {
        const table = crossTable(given)
        const { value } = weightedKappa(table, weights)
        close(weightedKappa(turned(table), weights).value, value)
        close(
          weightedKappa(
            table.map((row) => row.map((count) => count / given.length)),
            weights,
          ).value,
          value,
        )
        const dearer = table.map((row, i) =>
          row.map((_, j) => 3 * Math.abs(i - j) ** (weights === 'linear' ? 1 : 2)),
        )
        close(weightedKappa(table, dearer).value, value)
      }),
    )
  })

  test('is 1 when both always agree', () => {
    expect(
      weightedKappa(
        [
          [3, 0],
          [0, 2],
        ],
        'linear',
      ).value,
    ).toBe(1)
  })
})
