import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gwetAC } from '#app/domain/agreement.ts'
import { average, close, gapped, turned } from './ratings.ts'

const closenesses = ['identity', 'linear', 'quadratic', 'ordinal'] as const

describe('Gwet’s coefficient', () => {
  test('with identity weights is AC1: pairs that agree, and chance as Gwet (2008) has it', () => {
    fc.assert(
      fc.property(gapped, (ratings) => {
        const subjects = turned(ratings).map((subject) => subject.filter((value) => value !== null))
        const twice = subjects.filter((subject) => subject.length >= 2)
        const agreed = average(
          twice.map((subject) =>
            average(
              subject.flatMap((a, i) => subject.filter((_, j) => i !== j).map((b) => (a === b ? 1 : 0))),
            ),
          ),
        )
        const rated = subjects.filter((subject) => subject.length > 0)
        const chance = [1, 2, 3, 4, 5].reduce((sum, category) => {
          const share = average(
            rated.map((subject) => average(subject.map((value) => (value === category ? 1 : 0)))),
          )
          return sum + (share * (1 - share)) / 4
        }, 0)
        const { value } = gwetAC(turned(ratings), { categories: 5, weights: 'identity' })
        close(value, twice.length === 0 ? undefined : (agreed - chance) / (1 - chance))
      }),
    )
  })

  test('does not change with the order of subjects or raters, nor does its interval', () => {
    fc.assert(
      fc.property(gapped, fc.constantFrom(...closenesses), (ratings, weights) => {
        const options = { categories: 5, weights, bootstrap: { samples: 40, seed: 7 } }
        const mirrored = ratings.map((row) => [...row].reverse()).reverse()
        expect(gwetAC(mirrored, options)).toEqual(gwetAC(ratings, options))
      }),
    )
  })

  test('does not change with the names of the categories, forwards or backwards', () => {
    fc.assert(
      fc.property(gapped, fc.constantFrom(...closenesses), (ratings, weights) => {
        const { value } = gwetAC(ratings, { categories: 5, weights })
        close(gwetAC(ratings, { categories: [5, 4, 3, 2, 1], weights }).value, value)
        const tens = ratings.map((row) => row.map((level) => (level === null ? null : level * 10)))
        close(gwetAC(tens, { categories: [10, 20, 30, 40, 50], weights }).value, value)
      }),
    )
  })

  test('is 1 when all agree, and never above', () => {
    fc.assert(
      fc.property(gapped, fc.constantFrom(...closenesses), (ratings, weights) => {
        expect(gwetAC(ratings, { categories: 5, weights }).value ?? 0).toBeLessThanOrEqual(1)
        const same = ratings.map((row, subject) => row.map(() => 1 + (subject % 5)))
        close(gwetAC(same, { categories: 5, weights }).value, 1)
      }),
    )
  })
})
