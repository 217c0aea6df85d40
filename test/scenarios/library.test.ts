import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dimensions } from '#app/domain/dimensions.ts'
import { locales } from '#app/domain/locale.ts'
import { assignmentMinutes, evidence } from '#app/domain/scenario/assignment.ts'
import { articleView } from '#app/domain/scenario/handbook.ts'
import { scenarioContent } from '#app/domain/scenario/kinds.ts'
import { dimensionView } from '#app/domain/scenario/rubric.ts'
import { candidateView } from '#app/domain/scenario/views.ts'
import { contentHash, readLibrary } from '#app/server/scenarios.ts'
import { library, seeds, textsIn } from './shipped.ts'

describe('the shipped scenarios', () => {
  test('have nothing that npm run scenarios would complain of', () => {
    expect(readLibrary([resolve('scenarios')]).found).toEqual([])
  })

  test.each(library.scenarios.map(({ key, content }) => [key, content] as const))(
    '%s can be shown in every language and every draw, with no place left unfilled',
    (_, content) => {
      for (const locale of locales) {
        for (const seed of seeds) {
          const view = candidateView(content, locale, seed)
          const unfilled = textsIn(view).filter(
            ({ text }) => /\{\{|\}\}|undefined|NaN/.test(text) || text === '',
          )
          expect(unfilled).toEqual([])
        }
      }
    },
  )

  test.each(library.scenarios.map(({ key, hash, content }) => [key, hash, content] as const))(
    '%s is plain JSON, and its hash does not depend on the order in which a database keeps the keys',
    (_, hash, content) => {
      const shuffled = JSON.parse(JSON.stringify(content), (_key, value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).reverse())
          : value,
      )
      expect(contentHash(shuffled)).toBe(hash)
      expect(contentHash(scenarioContent.parse(shuffled))).toBe(hash)
      for (const locale of locales) {
        expect(candidateView(scenarioContent.parse(shuffled), locale, 'a')).toEqual(
          candidateView(content, locale, 'a'),
        )
      }
    },
  )

  test('have another hash as soon as a word changes', () => {
    const [first] = library.scenarios
    expect(contentHash({ ...first?.content, minutes: 59 })).not.toBe(first?.hash)
  })
})

describe('the first assignment', () => {
  const content = library.assignment('first-hire')?.content

  test('takes 52 minutes', () => {
    expect(content && assignmentMinutes(content)).toBe(52)
  })

  test('shows A1, A3, A4 and K3 in two scenarios and honestly nothing else', () => {
    const count = content ? evidence(content) : {}
    const enough = dimensions.filter((dimension) => (count[dimension] ?? 0) >= 2)
    expect(enough).toEqual(['A1', 'A3', 'A4', 'K3'])
    expect(count).toEqual({ A1: 2, A3: 2, A4: 2, K1: 1, K2: 1, K3: 2, K4: 1 })
  })
})

test('the rubric has a name and five anchors for all eleven dimensions in three languages', () => {
  for (const locale of locales) {
    for (const dimension of dimensions) {
      const { anchors, name, long } = dimensionView(library.rubric.content, dimension, locale)
      expect([name, long, ...Object.values(anchors)].filter(Boolean)).toHaveLength(7)
    }
  }
  expect(library.rubric.content.status).toBe('draft')
})

test('the handbook has twelve articles or more, numbered for ever, with the same paragraphs in every language', () => {
  const { articles } = library.handbook.content
  expect(articles.length).toBeGreaterThanOrEqual(12)
  expect(articles.map(({ number }) => number)).toEqual(articles.map((_, index) => index + 1))
  for (const article of articles) {
    const numbers = locales.map((locale) =>
      articleView(article, locale).paragraphs.map(({ number }) => number),
    )
    expect(numbers[1]).toEqual(numbers[0])
    expect(numbers[2]).toEqual(numbers[0])
  }
})
