import type { Locale } from './locale.ts'
import type { JudgementBody, LookupBody, Passage } from './scenario/body.ts'
import type { GraderView } from './scenario/grader-view.ts'
import type { ArticleView } from './scenario/handbook.ts'
import type { JudgementContent } from './scenario/judgement.ts'
import { judgementMarks } from './scenario/judgement-marks.ts'
import type { LookupContent } from './scenario/lookup.ts'
import { type LookupMark, lookupMarks, notDocumented } from './scenario/lookup-marks.ts'

export type Cited = { number: string; title: string; text: string }
export interface LookupRow {
  id: string
  who: string
  question: string
  /** Where the answer stands in the text; null where nothing was written. */
  start: number | null
  /** The paragraph that was cited, `none` for "the handbook does not say", null for no citation. */
  cited: Cited | 'none' | null
  mark: Pick<LookupMark, 'documented' | 'given' | 'citation' | 'answer' | 'right'>
  key: { text: string; note: string | null; paragraphs: Cited[] }
}
export interface JudgementRow {
  id: string
  ask: 'most-least' | 'rate'
  situation: string[]
  /** `key`: most, least, or the experts' mean; `given` the same of the candidate, empty where nothing was. */
  options: { id: string; text: string; key: string; why: string; given: string }[]
  /** What is asked for in writing, and where it stands; only this is graded by people. */
  reason: string | null
  start: number | null
  /** −2 to 2, or 0 to 1 where all options are rated; null where there is none. */
  mark: number | null
}

const startOf = (passages: readonly Passage[], id: string) =>
  passages.find(({ of }) => of === id)?.start ?? null

function paragraph(articles: readonly ArticleView[], cite: string): Cited | null {
  const [, id, place] = cite.trim().match(/^(.+)\.(\d+)$/) ?? []
  const article = articles.find((one) => one.id === id || String(one.number) === id)
  const found = article?.paragraphs[Number(place) - 1]
  return article && found ? { number: found.number, title: article.title, text: found.text } : null
}

/** Question by question: what was asked, what was cited, what the rule says of it, and the key. */
export function lookupRows(
  content: LookupContent,
  view: GraderView,
  given: { locale: Locale; seed: string; body: LookupBody; passages: readonly Passage[] },
): LookupRow[] {
  const { shown } = view
  if (view.kind !== 'lookup' || shown.kind !== 'lookup') return []
  const marks = lookupMarks(content, given.locale, given.seed, given.body)
  return shown.questions.flatMap(({ id, who, text }) => {
    const mark = marks.questions.find((one) => one.id === id)
    if (!mark) return []
    const key = view.answers.find((one) => one.id === id)
    const cite = given.body.answers[id]?.cite ?? ''
    const { documented, citation, answer, right } = mark
    return [
      {
        id,
        who,
        question: text,
        start: startOf(given.passages, id),
        cited: cite === notDocumented ? 'none' : paragraph(shown.articles, cite),
        mark: { documented, given: mark.given, citation, answer, right },
        key: {
          text: key?.text ?? '',
          note: key?.note ?? null,
          paragraphs: (key?.paragraphs ?? []).flatMap((number) => paragraph(shown.articles, number) ?? []),
        },
      },
    ]
  })
}

/** Item by item: what was picked or rated beside the key and its reasons. */
export function judgementRows(
  content: JudgementContent,
  view: GraderView,
  { body, passages }: { body: JudgementBody; passages: readonly Passage[] },
): JudgementRow[] {
  const { shown } = view
  if (view.kind !== 'judgement' || shown.kind !== 'judgement') return []
  const { items } = judgementMarks(content, body)
  return shown.items.map(({ id, ask, situation, options, reason }) => {
    const why = view.why.find((one) => one.id === id)?.options ?? []
    const picked = body.picks[id]
    return {
      id,
      ask,
      situation,
      options: options.map(({ id: option, text }) => {
        const key = why.find((one) => one.id === option)
        const rated = body.ratings[id]?.[option]
        const pick = picked?.most === option ? 'most' : picked?.least === option ? 'least' : ''
        return {
          id: option,
          text,
          key: key?.key ?? '',
          why: key?.text ?? '',
          given: ask === 'rate' ? String(rated ?? '') : pick,
        }
      }),
      reason,
      start: startOf(passages, id),
      mark: items.find((one) => one.id === id)?.value ?? null,
    }
  })
}
