import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draw, figure, fill, firstDraw } from '#app/domain/scenario/draw.ts'
import { typeset } from '#app/domain/scenario/typeset.ts'

const scenario = {
  key: 's01',
  parameters: { prices: { a: null, b: null, c: null }, link: { film: null, nav: null } },
}

describe('a draw', () => {
  test('is the same for the same seed and depends on nothing else', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(draw(scenario, seed)).toEqual(draw(structuredClone(scenario), seed))
      }),
    )
    expect(draw(scenario, 'attempt-1')).toEqual({ prices: 'a', link: 'nav' })
  })

  test('does not change when a parameter is added or a database turns the keys round', () => {
    const turned = {
      key: 's01',
      parameters: {
        link: { nav: null, film: null },
        more: { x: null, y: null },
        prices: { c: null, a: null, b: null },
      },
    }
    for (const seed of ['a', 'b', 'c', 'd', 'e'])
      expect(draw(turned, seed)).toMatchObject(draw(scenario, seed))
  })

  test('reaches every option, about equally often', () => {
    const counts: Record<string, number> = {}
    for (let index = 0; index < 3000; index++) {
      const { prices = '' } = draw(scenario, `attempt-${index}`)
      counts[prices] = (counts[prices] ?? 0) + 1
    }
    for (const option of ['a', 'b', 'c']) expect(Math.abs((counts[option] ?? 0) - 1000)).toBeLessThan(120)
  })

  test('of the sample answers takes the alphabetically first options', () => {
    expect(firstDraw(scenario)).toEqual({ prices: 'a', link: 'film' })
  })
})

describe('a text', () => {
  test('is filled through values that name other values', () => {
    expect(fill('{{greeting}}!', { greeting: 'Hello, {{name}}', name: 'Nell' })).toBe('Hello, Nell!')
  })

  test('with a name that has no value, or that goes in a circle, is an author’s slip', () => {
    expect(() => fill('{{nobody}}', {})).toThrow('no value for {{nobody}}')
    expect(() => fill('{{a}}', { a: '{{b}}', b: '{{a}}' })).toThrow()
    expect(() => fill('{{constructor}}', {})).toThrow()
  })

  test('shows figures as its language writes them', () => {
    expect(figure(4180, 'en')).toBe('4,180')
    expect(figure(4180, 'ru')).toBe('4\u00a0180')
    expect(figure(4180.5, 'sq')).toBe('4\u00a0180,5')
    expect(figure(1234567, 'en')).toBe('1,234,567')
    expect(figure(6.98, 'ru', 1)).toBe('7,0')
  })

  test('gets the no-break spaces of its language, and keeps its length', () => {
    const cases = [
      ['ru', 'В отчёте 6 490 ₽ — и всё, 30 ночей', 'В_отчёте 6_490_₽_— и_всё, 30_ночей'],
      ['sq', 'Dërgesa 7 900 lekë – për 2–4 ditë', 'Dërgesa 7_900_lekë_– për 2–4_ditë'],
      ['en', 'Page 7.1 MB, 640 g, 3 reviews', 'Page 7.1_MB, 640_g, 3 reviews'],
    ] as const
    for (const [locale, plain, set] of cases) expect(typeset(plain, locale).replace(/\u00a0/g, '_')).toBe(set)
    fc.assert(fc.property(fc.string(), (text) => typeset(text, 'ru').length === text.length))
  })
})
