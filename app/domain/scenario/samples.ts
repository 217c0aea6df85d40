import type { Dimension } from '../dimensions.ts'
import type { Locale } from '../locale.ts'
import type { SampleList } from './common.ts'
import { firstDraw, values, writer } from './draw.ts'
import type { ScenarioContent } from './kinds.ts'

export type ExampleGrades = Partial<Record<Dimension, { level: number; why: string }>>
export type Example = { name: string; grades: ExampleGrades } & (
  | { kind: 'page-review'; findings: { parts: string[]; text: string; match: string }[]; test: string }
  | { kind: 'reply'; text: string }
  | { kind: 'writing'; answers: { id: string; question: string; text: string }[] }
  | { kind: 'inbox'; acts: { at: string; text: string }[] }
  | { kind: 'lookup'; answers: { id: string; text: string; cite: string }[] }
  | { kind: 'judgement'; reasons: { id: string; text: string }[] }
)

/** The graded answers of one list, as they are read: in the first draw. */
export function samplesOf(content: ScenarioContent, locale: Locale, list: SampleList): Example[] {
  const sample = writer(locale, values(content, locale, firstDraw(content)))
  switch (content.kind) {
    case 'page-review':
      return (content.texts[locale].grader?.[list] ?? []).map((example) => ({
        kind: 'page-review',
        ...sample(example),
      }))
    case 'reply':
      return (content.texts[locale].grader?.[list] ?? []).map((example) => ({
        kind: 'reply',
        ...sample(example),
      }))
    case 'writing': {
      const { grader, prompts } = content.texts[locale]
      return (grader?.[list] ?? []).map(({ answers, ...example }) => ({
        kind: 'writing',
        ...sample(example),
        answers: content.prompts.map((id) => ({
          id,
          question: sample(prompts[id]?.question ?? ''),
          text: sample(answers[id] ?? ''),
        })),
      }))
    }
    case 'inbox':
      return (content.texts[locale].grader?.[list] ?? []).map(({ name, grades, acts }) => ({
        kind: 'inbox',
        ...sample({ name, grades }),
        acts: acts.flatMap(({ at, reply, note, text }) => {
          const written = reply ?? note ?? text
          return written ? [{ at, text: written }] : []
        }),
      }))
    case 'lookup':
      return (content.texts[locale].grader?.[list] ?? []).map(({ name, grades, answers }) => ({
        kind: 'lookup',
        ...sample({ name, grades }),
        answers: content.questions.map(({ id }) => ({
          id,
          text: sample(answers[id]?.text ?? ''),
          cite: paragraphNumber(content.articles, answers[id]?.cite ?? 'none'),
        })),
      }))
    case 'judgement':
      return (content.texts[locale].grader?.[list] ?? []).map(({ name, grades, reasons }) => ({
        kind: 'judgement',
        ...sample({ name, grades }),
        reasons: Object.entries(reasons).map(([id, text]) => ({ id, text: sample(text) })),
      }))
  }
}

/** returned-payouts.3 → 2.3; what is no paragraph stays as it is */
export function paragraphNumber(articles: { id: string; number: number }[], cited: string): string {
  const [id, paragraph] = cited.split('.')
  const article = articles.find((item) => item.id === id)
  return article ? `${article.number}.${paragraph}` : cited
}
