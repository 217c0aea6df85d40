import type { Dimension } from './dimensions.ts'
import { type Locale, locales } from './locale.ts'
import {
  isBlankText,
  measuredRows,
  type OwnPageDraft,
  type PagePart,
  type SavedPage,
  sumOfWeights,
} from './own-page.ts'
import type { LevelTexts } from './scenario/common.ts'
import type { RawScenario } from './scenario/compile.ts'
import { escapeHtml } from './scenario/page.ts'

/** What the product says in a brought page's scenario, in one language. */
export interface PageWords {
  label(part: Pick<PagePart, 'kind' | 'number'>): string
  tests: string
  /** Told to the candidate where the task was not written in the job's language, and to graders where the key was not. */
  notTranslated: { candidate: string; grader: string }
  anchors: Partial<Record<Dimension, LevelTexts>>
}

/** In a scenario two braces name a value; here they are only braces. */
const literal = (text: string) => text.replace(/\{(?=\{)/g, '{\u2060')

/** A draft as the files of an author's folder would say it: from here it goes through the same checks as any of them. */
export function ownPageFolder(
  key: string,
  { page, marks }: OwnPageDraft,
  words: Record<Locale, PageWords>,
): RawScenario {
  const measured = measuredRows(marks.measured) ?? []
  return {
    structure: {
      key,
      kind: 'page-review',
      use: 'graded',
      status: 'draft',
      minutes: marks.minutes,
      dimensions: marks.dimensions,
      template: 'page.html',
      parts: page.parts.map(({ id }) => id),
      measured: measured.map((_, index) => `m${index + 1}`),
      total: sumOfWeights(marks),
      defects: marks.defects.map(({ id, weight, parts }) => ({ id, weight, parts })),
      decoys: marks.decoys.map(({ id, part }) => ({ id, part })),
    },
    texts: Object.fromEntries(
      locales.map((locale) => [locale, textsIn(locale, { page, marks }, words[locale])]),
    ),
    files: { 'page.html': page.template },
  }
}

function textsIn(locale: Locale, { page, marks }: OwnPageDraft, words: PageWords): unknown {
  const copied = isBlankText(marks.texts[locale])
  const { title, question, brief } = marks.texts[copied ? marks.writtenIn : locale]
  const paragraphs = brief.split(/\n\s*\n/).filter((one) => one.trim() !== '')
  const foreign = locale !== marks.writtenIn
  return {
    title: literal(title),
    question: literal(question),
    brief: [...paragraphs.map(literal), ...(copied && foreign ? [words.notTranslated.candidate] : [])],
    parts: Object.fromEntries(
      page.parts.map((part) => [
        part.id,
        {
          label: words.label(part),
          words: Object.fromEntries(Object.entries(part.words).map(([name, word]) => [name, literal(word)])),
        },
      ]),
    ),
    measured: Object.fromEntries(
      (measuredRows(marks.measured) ?? []).map(({ label, text }, index) => [
        `m${index + 1}`,
        { label: literal(label), text: literal(text) },
      ]),
    ),
    grader: {
      tests: words.tests,
      notes: foreign ? [words.notTranslated.grader] : [],
      anchors: Object.fromEntries(marks.dimensions.map((one) => [one, words.anchors[one]])),
      defects: Object.fromEntries(
        marks.defects.map(({ id, wrong, costs, good, partly }) => [
          id,
          { wrong: literal(wrong), costs: literal(costs), good: literal(good), partly: literal(partly) },
        ]),
      ),
      decoys: Object.fromEntries(
        marks.decoys.map(({ id, looks, right, claim }) => [
          id,
          { looks: literal(looks), right: literal(right), claim: literal(claim) },
        ]),
      ),
    },
  }
}

/** The page of a draft as its frame shows it. */
export function draftPage({ template, parts }: SavedPage): string {
  const words = new Map(parts.map((part) => [part.id, part.words]))
  return template.replace(/\{\{(p\d\d)\.(w\d+)\}\}/g, (_, part: string, word: string) =>
    escapeHtml(words.get(part)?.[word] ?? ''),
  )
}
