import { type Dimension, dimensions, isDimension } from '#app/domain/dimensions.ts'
import { isLocale, type Locale } from '#app/domain/locale.ts'
import { graderView } from '#app/domain/scenario/grader-view.ts'
import type { ScenarioContent } from '#app/domain/scenario/kinds.ts'
import { dimensionView } from '#app/domain/scenario/rubric.ts'
import { seenOf } from '#app/domain/scenario/seen.ts'
import type { SentForm } from './form.ts'
import type { Library } from './scenarios.ts'

/** What stands beside an anchor: the case's words in its draw and the anchors of every level, and nothing of the key. */
export function caseOf(library: Library, content: ScenarioContent, locale: Locale, seed: string) {
  const { shown, anchors } = graderView(content, locale, seed)
  return {
    words: {
      code: content.code ?? null,
      title: shown.title,
      question: shown.question,
      brief: shown.kind === 'reply' ? [...shown.brief, ...shown.message.paragraphs] : shown.brief,
      seen: seenOf(content, locale, seed),
    },
    criteriaOf: (of: readonly Dimension[]) =>
      [...of].sort().map((dimension) => ({
        dimension,
        anchors: anchors[dimension] ?? dimensionView(library.rubric.content, dimension, locale).anchors,
      })),
  }
}

/** The levels of a form, `level-A1` and so on; what is no level is left out. */
export function levelsIn(form: SentForm): Partial<Record<Dimension, number>> {
  const levels: Partial<Record<Dimension, number>> = {}
  for (const dimension of dimensions) {
    const level = Number(form.text(`level-${dimension}`))
    if (Number.isInteger(level) && level >= 1 && level <= 5) levels[dimension] = level
  }
  return levels
}

/** The language asked for in the address, else one of the grader's, else that of the page. */
export function languageOf(request: Request, gradesIn: readonly Locale[] | null, locale: Locale): Locale {
  const asked = new URL(request.url).searchParams.get('in')
  if (isLocale(asked)) return asked
  return gradesIn === null || gradesIn.includes(locale) ? locale : (gradesIn[0] ?? locale)
}

export const keptDimensions = (of: readonly string[]): Dimension[] => of.filter(isDimension)
