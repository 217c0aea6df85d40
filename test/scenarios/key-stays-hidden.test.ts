import { describe, expect, test } from 'vitest'
import { locales } from '#app/domain/locale.ts'
import { draw, values, writer } from '#app/domain/scenario/draw.ts'
import { graderView } from '#app/domain/scenario/grader-view.ts'
import { candidateView } from '#app/domain/scenario/views.ts'
import { library, seeds, shipped, textsIn } from './shipped.ts'

const graded = library.scenarios.filter(({ content }) => content.use !== 'warm-up')

/** A hint may be a word that stands on the page, and a sample answer is no longer one when it is that short. */
const telling = ({ path, text }: { path: string; text: string }) =>
  !path.includes('.hints.') && text.length > 24

describe('what a candidate is shown', () => {
  test.each(graded.map(({ key, content }) => [key, content] as const))(
    '%s holds not one sentence of the key, the anchors, the notes, the samples or the feedback',
    (_, content) => {
      for (const locale of locales) {
        for (const seed of seeds.slice(0, 12)) {
          const write = writer(locale, values(content, locale, draw(content, seed)))
          const shown = JSON.stringify(candidateView(content, locale, seed))
          const { grader, feedback } = content.texts[locale]
          const secrets = textsIn({ grader, feedback }).filter(telling)
          expect(secrets.length).toBeGreaterThan(10)
          const leaked = secrets.filter(({ text }) =>
            shown.includes(JSON.stringify(write(text)).slice(1, -1)),
          )
          expect(leaked).toEqual([])
        }
      }
    },
  )

  test.each(library.scenarios.map(({ key, content }) => [key, content] as const))(
    '%s has no field that belongs to graders and no planted id',
    (_, content) => {
      const secretFields =
        /"(?:grader|defects|decoys|weight|hints|anchors|facts|traps|listenFor|reference|examples|drawn|dimensions|feedback)"/
      const shown = JSON.stringify(candidateView(content, 'en', 'a'))
      expect(shown).not.toMatch(secretFields)
      expect(shown).not.toMatch(/\b(?:D\d\d|X\d)\b/)
    },
  )

  test('is the same page whether a part is planted or not: one data-part each, no other mark', () => {
    const content = shipped('s01-sales-page', 'page-review')
    const view = candidateView(content, 'en', 'a')
    const html = view.kind === 'page-review' ? view.html : ''
    expect([...html.matchAll(/data-[a-z-]+="[^"]*"/g)].map(([mark]) => mark)).toEqual(
      content.parts.map((part) => `data-part="${part}"`),
    )
    expect(html).not.toMatch(/ id="(?!d"|g")|<!--/)
  })
})

test('a grader is shown all that the candidate saw, and the key with the figures of this draw', () => {
  const content = shipped('s01-sales-page', 'page-review')
  for (const locale of locales) {
    for (const seed of seeds.slice(0, 12)) {
      const view = graderView(content, locale, seed)
      expect(view.shown).toEqual(candidateView(content, locale, seed))
      if (view.kind !== 'page-review') throw new Error('not a page review')
      expect(view.defects).toHaveLength(14)
      expect(view.decoys.map(({ id }) => id)).toEqual(['X1', 'X2', 'X3'])
      expect(textsIn(view).filter(({ text }) => text.includes('{{'))).toEqual([])
    }
  }
})
