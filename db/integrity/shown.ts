import type { Locale } from '#app/domain/locale.ts'
import { draw, mapText, values, writer } from '#app/domain/scenario/draw.ts'
import type { ScenarioContent } from '#app/domain/scenario/kinds.ts'
import { candidateView, shownView } from '#app/domain/scenario/views.ts'
import { type Shown, shownShingles } from '#app/domain/similarity.ts'

/** Everything that this scenario puts before everybody: brief, page, handbook, canned replies, what customers may say. */
function shownTexts(content: ScenarioContent, locale: Locale, seed: number): string[] {
  const found: string[] = []
  const collect = (value: unknown) =>
    mapText(value, (text) => {
      found.push(text)
      return text
    })
  collect(shownView(candidateView(content, locale, String(seed))))
  if (content.kind === 'inbox') {
    const { record, threads, lines, prompts, choices, outcomes } = content.texts[locale]
    collect(
      writer(
        locale,
        values(content, locale, draw(content, String(seed))),
      )({ record, threads, lines, prompts, choices, outcomes }),
    )
  }
  return found
}

export const shownTo = (
  content: ScenarioContent,
  { locale, seed }: { locale: Locale; seed: number },
): Shown => shownShingles(shownTexts(content, locale, seed))
