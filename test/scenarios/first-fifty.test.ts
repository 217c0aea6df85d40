import { expect, test } from 'vitest'
import { locales } from '#app/domain/locale.ts'
import { articleView } from '#app/domain/scenario/handbook.ts'
import { shipped } from './shipped.ts'

const content = shipped('s03-first-fifty', 'reply')

/** Article 7: each closed working day after the 10th moves the 14th by one working day. */
function lastDay(closed: number[]): number {
  const works = (day: number) => !closed.includes(day) && (day - 10) % 7 < 5
  let left = 4
  let day = 10
  while (left > 0) if (works(++day)) left--
  return day
}

test('the date in the key is the one that the handbook gives, on every route and in every language', () => {
  for (const locale of locales) {
    const routes = content.texts[locale].parameters.route ?? {}
    expect(Object.keys(routes).sort()).toEqual(['coast', 'hills', 'lakes'])
    for (const { closed = '', expected = '' } of Object.values(routes)) {
      expect(`${lastDay(closed.match(/\d+/g)?.map(Number) ?? [])}`).toBe(expected.match(/\d+/)?.[0])
    }
  }
})

test('the closed days of the key are those that the handbook lists for the route', () => {
  const calendar = content.articles.find(({ id }) => id === 'bank-holidays')
  for (const locale of locales) {
    const listed = calendar ? (articleView(calendar, locale).paragraphs[1]?.text ?? '') : ''
    for (const { route = '', closed = '' } of Object.values(content.texts[locale].parameters.route ?? {})) {
      const clause = listed.slice(listed.indexOf(route)).split(/;|\.|, [„«]/)[0]
      expect(clause?.match(/\d+/g)).toEqual(closed.match(/\d+/g))
    }
  }
})

test('every sum is above the minimum and small enough to be taken lightly', () => {
  for (const locale of locales) {
    for (const { amount = '' } of Object.values(content.texts[locale].parameters.amount ?? {})) {
      const euros = Number(amount.replace(',', '.').replace(/[^\d.]/g, ''))
      expect(euros).toBeGreaterThanOrEqual(50)
      expect(euros).toBeLessThan(55)
    }
  }
})
