import { describe, expect, test } from 'vitest'
import { composed } from '#app/domain/composer-form.ts'

const scenarios = [
  { key: 'one', kind: 'writing' as const, minutes: 12, dimensions: ['A1', 'A3'] as ('A1' | 'A3')[] },
  { key: 'two', kind: 'reply' as const, minutes: 15, dimensions: ['K3'] as 'K3'[] },
]
const titles = { 'title.en': 'Ours', 'title.ru': 'Наше', 'title.sq': 'Yni' }
const two = { 'in.two': 'on', 'sitting.two': '1', 'order.two': '1', 'minutes.two': '15' }
const one = { 'in.one': 'on', 'sitting.one': '2', 'order.one': '2', 'minutes.one': '12' }
const read = (fields: Record<string, string>) => composed((name) => fields[name] ?? '', scenarios)

describe('the composer’s form', () => {
  test('gives sections in the order of sittings and numbers, with their weights', () => {
    const { sections, issues } = read({
      ...titles,
      ...one,
      ...two,
      'weight.one.A3': '1.5',
      'weight.one.A1': '9',
    })
    expect(issues).toEqual([])
    expect(sections).toEqual([
      { scenario: 'two', sitting: 1, minutes: 15, weights: { K3: 1 } },
      { scenario: 'one', sitting: 2, minutes: 12, weights: { A1: 1, A3: 1.5 } },
    ])
  })

  test.each([
    ['no name in one language', { ...titles, ...two, 'title.sq': ' ' }, { code: 'name' }],
    ['nothing taken', titles, { code: 'no-scenario' }],
    ['half a minute', { ...titles, ...two, 'minutes.two': '15.5' }, { code: 'shape' }],
    ['a gap between sittings', { ...titles, ...one }, { code: 'sittings' }],
    [
      'much less time than it is written for',
      { ...titles, ...two, 'minutes.two': '10' },
      { code: 'minutes', scenario: 'two', minutes: 12 },
    ],
  ])('tells of %s', (_, fields, issue) => {
    expect(read(fields as Record<string, string>).issues).toContainEqual(issue)
  })
})
