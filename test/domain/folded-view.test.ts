import { expect, test } from 'vitest'
import { locales } from '#app/domain/locale.ts'
import { folded, foldedView, unfolded, unfoldedView } from '#app/domain/scenario/folded.ts'
import { candidateView, shownView } from '#app/domain/scenario/views.ts'
import { library } from '../scenarios/shipped.ts'

test.each(library.scenarios.map(({ key, content }) => [key, content] as const))(
  'a browser that unfolds the view of %s has the view',
  (_, content) => {
    for (const locale of locales) {
      const view = shownView(candidateView(content, locale, 'a'))
      expect(unfoldedView(unfolded(folded(foldedView(view))))).toEqual(view)
    }
  },
)

test('whatever quotes a text has, it comes through', () => {
  const shape = { text: 'He said "no", `yes` and \\"both\\`', 'a "key"': ['`', '"', '\\', '\n'] }
  expect(unfolded(folded(shape))).toEqual(shape)
})
