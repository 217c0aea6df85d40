import { type ShareInterval, wilson } from '../interval.ts'
import type { Locale } from '../locale.ts'
import type { LookupBody } from './body.ts'
import { draw } from './draw.ts'
import { fold } from './fold.ts'
import { patternFiller, recogniser, sentencesOf } from './inbox/said.ts'
import type { LookupContent } from './lookup.ts'

/** What the candidate says where the handbook does not. */
export const notDocumented = 'none'

/** What rules can see in the answer to one question. A mark beside the grades; it never touches one. */
export type LookupMark = {
  id: string
  /** The handbook answers it. */
  documented: boolean
  /** Something was written or cited. */
  given: boolean
  /** `not-documented`: that the handbook does not say. */
  citation: 'right' | 'wrong' | 'not-documented' | 'missing'
  /** By its words; null where nothing was written or the key has no words for it. */
  answer: 'right' | 'not-recognised' | null
  /** Something is asserted although the handbook does not say. A suspicion, which a person reads. */
  invention: boolean
  /** Documented: the right place and the right answer. Not documented: said so, and nothing asserted. */
  right: boolean
}
export type LookupMarks = {
  questions: LookupMark[]
  right: number
  inventions: number
  share: ShareInterval
}

type Key = { accept: readonly string[]; asserts: readonly string[] }
type Question = LookupContent['questions'][number]
type Given = { text: string; cite: string }

const expressions = (groups: readonly string[], filled: (pattern: string) => string) =>
  groups.length === 0 ? [] : recogniser('', { hint: '', all: [...groups] }, filled).all

/** 7.2 and bank-holidays.2 are the same paragraph. */
function paragraphOf(cite: string, articles: LookupContent['articles']): string {
  const [, number, paragraph] = cite.trim().match(/^(\d+)\.(\d+)$/) ?? []
  const article = articles.find((item) => item.number === Number(number))
  return article ? `${article.id}.${paragraph}` : cite.trim()
}

/**
 * Marks one answer. The groups of `accept` may stand in different sentences, because an answer put together from two
 * paragraphs is seldom one sentence; those of `asserts` must stand in one that does not say “not documented” itself.
 */
function mark(
  { id, cite }: Question,
  given: Given,
  key: Key,
  filled: (pattern: string) => string,
  articles: LookupContent['articles'],
): LookupMark {
  const documented = cite.length > 0
  const paragraph = paragraphOf(given.cite, articles)
  const written = given.text.trim() !== ''
  const accept = expressions(key.accept, filled)
  const asserts = expressions(key.asserts, filled)
  const text = fold(given.text)
  const accepted = written && accept.length > 0 && accept.every((group) => group.test(text))
  const citation =
    paragraph === notDocumented
      ? 'not-documented'
      : paragraph === ''
        ? 'missing'
        : cite.includes(paragraph)
          ? 'right'
          : 'wrong'
  const answer = !written || accept.length === 0 ? null : accepted ? 'right' : 'not-recognised'
  const base = { id, documented, given: written || paragraph !== '', citation, answer } as const
  if (documented)
    return {
      ...base,
      invention: false,
      right: citation === 'right' && written && answer !== 'not-recognised',
    }
  const saysSo = citation === 'not-documented' || accepted
  const asserted =
    asserts.length > 0 &&
    sentencesOf(given.text).some(
      (sentence) =>
        asserts.every((group) => group.test(sentence)) &&
        !(accept.length > 0 && accept.every((group) => group.test(sentence))),
    )
  const invention = written && (!saysSo || asserted)
  return { ...base, invention, right: saysSo && !invention }
}

/** The marks of a look-up, with the key of this attempt's figures. */
export function lookupMarks(
  content: LookupContent,
  locale: Locale,
  seed: string,
  body: LookupBody,
): LookupMarks {
  return lookupMarksFor(content, locale, draw(content, seed), body)
}

export function lookupMarksFor(
  content: LookupContent,
  locale: Locale,
  drawn: Record<string, string>,
  body: LookupBody,
): LookupMarks {
  const filled = patternFiller(content, locale, drawn)
  const keys = content.texts[locale].grader?.answers ?? {}
  const questions = content.questions.map((question) =>
    mark(
      question,
      body.answers[question.id] ?? { text: '', cite: '' },
      keys[question.id] ?? { accept: [], asserts: [] },
      filled,
      content.articles,
    ),
  )
  const right = questions.filter((item) => item.right).length
  return {
    questions,
    right,
    inventions: questions.filter(({ invention }) => invention).length,
    share: wilson(right, questions.length),
  }
}
