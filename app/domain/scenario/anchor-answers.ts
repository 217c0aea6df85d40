import type { Locale } from '../locale.ts'
import type { SampleList } from './common.ts'
import { firstDraw, sampleSeed, values, writer } from './draw.ts'
import { graderView } from './grader-view.ts'
import type { ScenarioContent } from './kinds.ts'
import { type PlayedExample, playedExamples } from './played-examples.ts'
import { type Example, type ExampleGrades, samplesOf } from './samples.ts'

/** What was written, as somebody reads it who must give levels. */
export type AnchorBody =
  | {
      kind: 'words'
      words: { asked: string | null; text: string }[]
      /** The draw of the case that an answer of the installation's own was written for. */
      draw?: string
    }
  | { kind: 'played'; conversations: PlayedExample['conversations'] }

export interface SampleAnchor {
  grades: ExampleGrades
  body: AnchorBody
}

type Words = { asked: string | null; text: string }[]

function wordsOf(example: Example, asked: ReadonlyMap<string, string>): Words {
  switch (example.kind) {
    case 'page-review':
      return [
        ...example.findings.map(({ parts, text }) => ({
          asked: parts.map((part) => asked.get(part) ?? part).join(', '),
          text,
        })),
        { asked: null, text: example.test },
      ]
    case 'reply':
      return [{ asked: null, text: example.text }]
    case 'writing':
      return example.answers.map(({ question, text }) => ({ asked: question, text }))
    case 'lookup':
      return example.answers.map(({ id, text, cite }) => ({
        asked: asked.get(id) ?? null,
        text: cite === 'none' ? text : `${text} (${cite})`,
      }))
    case 'judgement':
      return example.reasons.map(({ id, text }) => ({ asked: asked.get(id) ?? null, text }))
    case 'inbox':
      return example.acts.map(({ at, text }) => ({ asked: at, text }))
  }
}

/** What a sample answers to, by its ids: questions, situations, or the parts of a page. */
function questionsOf(content: ScenarioContent, locale: Locale): Map<string, string> {
  const write = writer(locale, values(content, locale, firstDraw(content)))
  const { shown } = graderView(content, locale, sampleSeed)
  if (shown.kind === 'page-review') return new Map(shown.parts.map(({ id, label }) => [id, label]))
  if (shown.kind === 'lookup') return new Map(shown.questions.map(({ id, text }) => [id, text]))
  if (shown.kind === 'judgement')
    return new Map(shown.items.map(({ id, situation }) => [id, write(situation).join(' ')]))
  return new Map()
}

/** Where no draw was kept with an own answer, it was written for this one. */
const drawBefore = 'a'

/** The seed in which a case must be shown beside the answer: else its names and figures are not those that it speaks of. */
export const seedOf = (source: 'shipped' | 'own', body: AnchorBody): string =>
  source === 'shipped' ? sampleSeed : ((body.kind === 'words' ? body.draw : undefined) ?? drawBefore)

/** What an answer that the installation writes is asked for, text by text; one text for whatever is not questions. */
export function anchorQuestions(content: ScenarioContent, locale: Locale): (string | null)[] {
  const { shown } = graderView(content, locale, sampleSeed)
  return shown.kind === 'writing' ? shown.prompts.map(({ question }) => question) : [null]
}

/** The graded answers of one list of a case in one language, as they are read, with the authors' levels. */
export function sampleAnchors(
  content: ScenarioContent,
  locale: Locale,
  list: SampleList = 'examples',
): SampleAnchor[] {
  if (content.kind === 'inbox')
    return playedExamples(content, locale, list).map(({ grades, conversations }) => ({
      grades,
      body: { kind: 'played', conversations },
    }))
  const asked = questionsOf(content, locale)
  return samplesOf(content, locale, list).map((example) => ({
    grades: example.grades,
    body: { kind: 'words', words: wordsOf(example, asked).filter(({ text }) => text.trim() !== '') },
  }))
}
