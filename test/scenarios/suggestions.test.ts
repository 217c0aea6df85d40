import { describe, expect, test } from 'vitest'
import type { Locale } from '#app/domain/locale.ts'
import { draw } from '#app/domain/scenario/draw.ts'
import { graderView } from '#app/domain/scenario/grader-view.ts'
import { suggestMatches } from '#app/domain/scenario/review-match.ts'
import { seeds, shipped } from './shipped.ts'

const content = shipped('s01-sales-page', 'page-review')
const suggested = (locale: Locale, seed: string, part: string, wrong: string) =>
  suggestMatches({ part, wrong, why: '', fix: '' }, content, locale, seed).map(({ id }) => id)
const withDraw = (parameter: string, option: string) =>
  seeds.find((seed) => draw(content, seed)[parameter] === option) ?? ''

describe('a finding is offered to the grader as', () => {
  test('what stands in its part, all of it when the words do not decide', () => {
    expect(suggested('en', 'a', 'p02', 'this is annoying')).toEqual(['D08'])
    expect(suggested('en', 'a', 'p15', 'too small')).toEqual(['D07', 'D14'])
  })

  test('one of several when a word decides, in each language', () => {
    expect(suggested('en', 'a', 'p03', 'I see no button here')).toEqual(['D03'])
    expect(suggested('ru', 'a', 'p03', 'Картинка весит слишком много')).toEqual(['D11'])
    expect(suggested('sq', 'a', 'p14', 'Formulari është i gjatë')).toEqual(['D06'])
    expect(suggested('ru', 'a', 'p15', 'О доставке узнают от курьера')).toEqual(['D07'])
  })

  test('a decoy too: the grader is told, the candidate never', () => {
    expect(suggestMatches({ part: 'p07', wrong: 'Delete it', why: '', fix: '' }, content, 'en', 'a')).toEqual(
      [{ id: 'X1', kind: 'decoy', hinted: false }],
    )
  })

  test('nothing when it has no place, or when nothing is planted there', () => {
    expect(suggested('en', 'a', '', 'slow, colours, trust badges')).toEqual([])
    expect(suggested('en', withDraw('link', 'film'), 'p01', 'bigger logo')).toEqual([])
    expect(suggested('en', withDraw('link', 'nav'), 'p01', '“Delivery” is a dead link')).toEqual(['D04'])
  })
})

test('every planted finding of the sample answers is among the suggestions for one of its parts', () => {
  const seed =
    seeds.find((one) => draw(content, one).link === 'film' && draw(content, one).words === 'first') ?? ''
  for (const locale of ['en', 'ru', 'sq'] as const) {
    for (const example of graderView(content, locale, seed).examples) {
      if (example.kind !== 'page-review') continue
      for (const { match, parts, text } of example.findings) {
        if (match === 'valid' || match === 'wrong') continue
        expect(parts.flatMap((part) => suggested(locale, seed, part, text))).toContain(match)
      }
    }
  }
})
