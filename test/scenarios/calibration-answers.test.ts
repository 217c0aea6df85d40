import { describe, expect, test } from 'vitest'
import { type Locale, locales } from '#app/domain/locale.ts'
import { sampleAnchors } from '#app/domain/scenario/anchor-answers.ts'
import { draw, firstDraw, sampleSeed } from '#app/domain/scenario/draw.ts'
import { graderView } from '#app/domain/scenario/grader-view.ts'
import { seenOf } from '#app/domain/scenario/seen.ts'
import { caseOf } from '#app/server/calibration-data.ts'
import { testLibrary } from '#test/support/context.ts'
import { library, shipped, textsIn } from './shipped.ts'

const graded = library.scenarios.map(({ content }) => content).filter(({ use }) => use === 'graded')
const cases = graded.filter((content) => locales.some((locale) => content.texts[locale].grader?.calibration))

const quotes: Record<Locale, RegExp> = { en: /“([^”]*)”/g, ru: /«([^»]*)»/g, sq: /„([^“]*)“/g }
/** Without what is no word: a quote inside a quote has other marks, and the product sets the spaces. */
const plain = (text: string) =>
  text
    .replace(/[“”‘’«»„"']/g, '')
    .replace(/\s+/g, ' ')
    .trim()

describe('an answer for calibration', () => {
  test('says for every level on which words of it the level rests', () => {
    const unfounded = cases.flatMap((content) =>
      locales.flatMap((locale) =>
        sampleAnchors(content, locale, 'calibration').flatMap(({ body, grades }, index) => {
          const written = plain(
            textsIn(body)
              .map(({ text }) => text)
              .join(' '),
          )
          return Object.entries(grades).flatMap(([dimension, { why }]) => {
            const quoted = [...why.matchAll(quotes[locale])].flatMap(([, quote = '']) => quote.split('…'))
            const founded = quoted.length > 0 && quoted.every((piece) => written.includes(plain(piece)))
            return founded ? [] : [`${content.key} ${locale} ${index} ${dimension}: ${why}`]
          })
        }),
      ),
    )
    expect(unfounded).toEqual([])
  })

  test('has every criterion of its case, and not the same level in all of them', () => {
    for (const content of cases) {
      for (const locale of locales) {
        for (const { grades } of sampleAnchors(content, locale, 'calibration')) {
          expect(Object.keys(grades).sort()).toEqual([...content.dimensions].sort())
          expect(new Set(Object.values(grades).map(({ level }) => level)).size).toBeGreaterThan(1)
        }
      }
    }
  })

  test('stands neither beside an answer nor among the examples', () => {
    expect(cases.length).toBeGreaterThan(0)
    for (const content of cases) {
      for (const locale of locales) {
        const shown = JSON.stringify([graderView(content, locale, 'a'), sampleAnchors(content, locale)])
        const secret = sampleAnchors(content, locale, 'calibration')
          .flatMap(({ grades }) => Object.values(grades))
          .map(({ why }) => JSON.stringify(why).slice(1, -1))
        expect(secret.filter((why) => shown.includes(why))).toEqual([])
      }
    }
  })
})

test('what the candidate had in view stands beside a sample in the figures of the samples, and nothing of the key', () => {
  const page = seenOf(shipped('s01-sales-page', 'page-review'), 'en', sampleSeed)
  const under = (id: string) => page.find(({ label }) => label.startsWith(`${id} · `))?.paragraphs.join()
  expect(under('p04')).toBe('€79')
  expect(under('m6')).toContain('292 began the form')
  expect(seenOf(shipped('s09-where-is-it', 'lookup'), 'en', sampleSeed).length).toBeGreaterThan(3)
  for (const content of graded) {
    for (const locale of locales) {
      const seen = JSON.stringify(seenOf(content, locale, sampleSeed))
      const key = textsIn(content.texts[locale].grader).filter(
        ({ path, text }) => !path.includes('hints') && text.length > 24,
      )
      expect(key.filter(({ text }) => seen.includes(JSON.stringify(text).slice(1, -1)))).toEqual([])
    }
  }
})

test('a case stands beside its samples in their own names and figures', () => {
  for (const content of graded) expect(draw(content, sampleSeed)).toEqual(firstDraw(content))
  const content = shipped('s03-first-fifty', 'reply')
  const [sample] = sampleAnchors(content, 'en')
  const { words } = caseOf(testLibrary(), content, 'en', sampleSeed)
  for (const word of ['Holly', '€50.40']) {
    expect(JSON.stringify(sample?.body)).toContain(word)
    expect(words.brief.join(' ')).toContain(word)
  }
})
