import { type Locale, locales } from '#app/domain/locale.ts'
import { type Lacking, lacking, type OwnPageDraft, type PagePart } from '#app/domain/own-page.ts'
import { ownPageFolder, type PageWords } from '#app/domain/own-page-content.ts'
import { compileScenario } from '#app/domain/scenario/compile.ts'
import type { ReviewContent } from '#app/domain/scenario/page-review.ts'
import { openFormats } from '#app/i18n/formats.ts'
import { translator } from '#app/i18n/i18n.ts'
import type { Library } from '../scenarios.ts'

type Rubric = Pick<Library, 'rubric'>

/** "Paragraph 3": what a part is called, in one language. */
export const partLabel = (locale: Locale, { kind, number }: Pick<PagePart, 'kind' | 'number'>) =>
  translator(locale)(`scenarios.ownPage.parts.${kind}`, { number })

function wordsIn(locale: Locale, writtenIn: Locale, { rubric }: Rubric): PageWords {
  const t = translator(locale)
  const language = openFormats(locale).language(writtenIn)
  const { dimensions } = rubric.content.texts[locale]
  return {
    label: (part) => partLabel(locale, part),
    tests: t('scenarios.ownPage.tests'),
    notTranslated: {
      candidate: t('scenarios.ownPage.notTranslated', { language }),
      grader: t('scenarios.ownPage.keyNotTranslated', { language }),
    },
    anchors: Object.fromEntries(Object.entries(dimensions).map(([name, { anchors }]) => [name, anchors])),
  }
}

export interface CompiledPage {
  content: ReviewContent | null
  lacking: Lacking[]
  /** What the checks of shipped scenarios say against it. */
  problems: string[]
}

/** A draft through the checks that every scenario passes; nothing weaker gets to candidates. */
export function compilePage(key: string, draft: OwnPageDraft, library: Rubric): CompiledPage {
  const missing = lacking(draft.marks, draft.page)
  if (missing.length > 0) return { content: null, lacking: missing, problems: [] }
  const words = Object.fromEntries(
    locales.map((locale) => [locale, wordsIn(locale, draft.marks.writtenIn, library)]),
  ) as Record<Locale, PageWords>
  const { content, problems } = compileScenario(ownPageFolder(key, draft, words), [])
  return {
    content: content?.kind === 'page-review' ? content : null,
    lacking: [],
    problems: problems.map(
      ({ file, path, problem }) => `${[file, ...path.map(String)].join(' · ')}: ${problem}`,
    ),
  }
}
