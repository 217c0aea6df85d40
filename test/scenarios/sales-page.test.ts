import { describe, expect, test } from 'vitest'
import { type Locale, locales } from '#app/domain/locale.ts'
import { draw, firstDraw, values } from '#app/domain/scenario/draw.ts'
import { graderView, placesOf } from '#app/domain/scenario/grader-view.ts'
import { reviewSignals, weightsOf } from '#app/domain/scenario/review-signals.ts'
import { type CandidateViewOf, candidateView } from '#app/domain/scenario/views.ts'
import { seeds, shipped } from './shipped.ts'

const content = shipped('s01-sales-page', 'page-review')
const weights = weightsOf(content)
const shown = (locale: Locale, seed: string) =>
  candidateView(content, locale, seed) as CandidateViewOf<'page-review'>
const plain = (text: string) => text.replace(/\u00a0/g, ' ')
const partText = (view: CandidateViewOf<'page-review'>, id: string) =>
  plain(view.parts.find((part) => part.id === id)?.text ?? '')

describe('the key of the sales page', () => {
  test('plants 14 defects of together 28 and three decoys', () => {
    expect(Object.keys(weights)).toHaveLength(14)
    expect(Object.values(weights).sort().join('')).toBe('11112222223333')
    expect(content.decoys.map(({ id }) => id)).toEqual(['X1', 'X2', 'X3'])
  })

  test('has its two prices, its missing currency and its fee on the page in every draw', () => {
    for (const locale of locales) {
      for (const seed of seeds) {
        const view = shown(locale, seed)
        const found = values(content, locale, draw(content, seed))
        expect(partText(view, 'p04')).toBe(found.price)
        expect(partText(view, 'p14')).toContain(found.total)
        expect(found.price).not.toBe(found.total)
        expect(partText(view, 'p11').endsWith(`· ${found.two}`)).toBe(true)
        expect(partText(view, 'p15')).toContain(found.fee)
        expect(partText(view, 'p15')).toContain(found.delivery)
      }
    }
  })

  test('saves what the key says when two lamps are bought', () => {
    const amount = (text = '') => Number(text.replace(/[^\d]/g, ''))
    for (const locale of locales) {
      for (const option of Object.values(content.texts[locale].parameters.prices ?? {})) {
        expect(2 * amount(option.price) - amount(option.two)).toBe(amount(option.saving))
      }
    }
  })

  test('plants the misspelt words where it says, and only those of the draw', () => {
    for (const locale of locales) {
      for (const seed of seeds) {
        const view = shown(locale, seed)
        const drawn = draw(content, seed)
        const slips = (option: string) =>
          [
            ...(content.texts[locale].parameters.words?.[option]?.slips ?? '').matchAll(
              /([^\s,„“«»][^,„“«»]*?)[“»]? \((p\d\d)\)/g,
            ),
          ].map(([, word = '', part = '']) => ({ word: word.toLowerCase(), part }))
        const planted = slips(drawn.words ?? '')
        expect(planted.map(({ part }) => part)).toEqual(placesOf(content, locale, drawn, 'D13'))
        for (const { word, part } of planted) expect(partText(view, part).toLowerCase()).toContain(word)
        const others = slips(drawn.words === 'first' ? 'second' : 'first')
        for (const { word } of others) {
          const standing = new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u')
          expect(view.parts.filter(({ text }) => standing.test(plain(text).toLowerCase()))).toEqual([])
        }
      }
    }
  })

  test('names the dead link in the panel and in the key alike', () => {
    for (const seed of seeds) {
      const drawn = draw(content, seed)
      const places = placesOf(content, 'en', drawn, 'D04')
      const links = shown('en', seed).measured.find(({ id }) => id === 'm1')?.text
      expect(places).toEqual(drawn.link === 'film' ? ['p05'] : ['p01'])
      expect(links).toContain(
        drawn.link === 'film' ? 'Watch the 40-second film' : '“Delivery” in the top bar',
      )
    }
  })

  test('counts with the figures of the draw', () => {
    const first = values(content, 'en', firstDraw(content))
    expect(first).toMatchObject({
      visits: '4,180',
      gaveUp: '246',
      phoneShare: '68',
      sawShare: '31',
      unseenShare: '69',
      beganShare: '7.0',
      boughtShare: '1.1',
      finishedShare: '15.8',
      finishedRound: '16',
    })
    const defects = seeds.map((seed) => {
      const view = graderView(content, 'en', seed)
      return view.kind === 'page-review' ? view.defects.find(({ id }) => id === 'D06')?.costs : ''
    })
    expect([...new Set(defects)].sort()).toEqual([
      '213 of 251 who begin give up',
      '246 of 292 who begin give up',
      '317 of 377 who begin give up',
    ])
  })
})

/** What section 4 of the authors' example computes for its six sample answers: Σw, right of claims, R′, precision, O, C, D, equal, pairs, τ-b. */
const computed: [Locale, number, number[]][] = [
  ['en', 0, [21, 10, 10, 1, 1, 5, 24, 0, 12, 36, 0.816]],
  ['en', 1, [4, 2, 5, 0.204082, 0.4, 2.012245, 0, 1, 0, 1, -1]],
  ['ru', 0, [18, 9, 11, 0.918367, 0.818182, 4.573284, 20, 0, 8, 28, 0.845]],
  ['ru', 1, [5, 2, 4, 0.255102, 0.5, 2.265306, 0, 1, 0, 1, -1]],
  ['sq', 0, [20, 9, 10, 1, 0.9, 4.9, 16, 0, 12, 28, 0.756]],
  ['sq', 1, [2, 1, 4, 0.102041, 0.25, 1.556122, 0, 0, 0, 0, Number.NaN]],
]

test.each(computed)(
  'the %s sample answer %i is counted as its authors counted it',
  (locale, index, expected) => {
    const view = graderView(content, locale, 'any')
    const example = view.examples[index]
    if (example?.kind !== 'page-review') throw new Error('no such sample')
    const claims = example.findings.length
    const rightClaims = example.findings.filter(({ match }) => match === 'valid' || match in weights).length
    const found = example.findings.map(({ match }) => match)
    const counted = reviewSignals({ found, rightClaims, claims, weights })
    const { concordant, discordant, tied, pairs, tau } = counted.order
    expect([counted.foundWeight, rightClaims, claims, concordant, discordant, tied, pairs]).toEqual(
      [0, 1, 2, 6, 7, 8, 9].map((at) => expected[at]),
    )
    expect(counted.recall).toBeCloseTo(expected[3] ?? 0, 6)
    expect(counted.precision).toBeCloseTo(expected[4] ?? 0, 6)
    expect(counted.objective).toBeCloseTo(expected[5] ?? 0, 6)
    if (Number.isNaN(expected[10])) expect(tau).toBeNull()
    else expect(tau).toBeCloseTo(expected[10] ?? 0, 3)
  },
)

test('the page runs nothing, asks for nothing and leads nowhere, and fits no narrow screen', () => {
  for (const locale of locales) {
    const { html } = shown(locale, 'a')
    expect(html).toContain(`<html lang="${locale}">`)
    expect(html).not.toMatch(
      /<(?:script|form|a|link|meta|base|iframe)\b|\son\w+=|\shref|\sstyle=|@import|https?:(?!\/\/www\.w3\.org)/,
    )
    expect(html).toMatch(/\.compare table \{ width: 640px/)
  }
})
