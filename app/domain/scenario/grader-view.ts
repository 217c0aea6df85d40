import type { Dimension } from '../dimensions.ts'
import type { Locale } from '../locale.ts'
import type { LevelTexts } from './common.ts'
import { type Draw, draw, values, writer } from './draw.ts'
import type { JudgementItem } from './judgement.ts'
import type { ScenarioContent } from './kinds.ts'
import { type Example, paragraphNumber, samplesOf } from './samples.ts'
import { type CandidateView, candidateView } from './views.ts'

export type Planted = {
  id: string
  parts: string[]
  weight: number
  wrong: string
  costs: string
  good: string
  partly: string
}
export type Decoy = { id: string; parts: string[]; looks: string; right: string; claim: string }
/** What a grader has beside the answer: all that the candidate saw, and the key. Never sent to a candidate. */
export type GraderView = {
  shown: CandidateView
  drawn: Draw
  status: ScenarioContent['status']
  tests: string
  notes: string[]
  reference: string | null
  anchors: Partial<Record<Dimension, LevelTexts>>
  mistakes: string[]
  /** The sample answers stand in the first draw; their figures may differ from those of the answer. */
  examplesNote: string | null
  examples: Example[]
} & (
  | { kind: 'page-review'; defects: Planted[]; decoys: Decoy[]; valid: string[]; notCredited: string[] }
  | {
      kind: 'reply'
      facts: { id: string; text: string; paragraphs: string[] }[]
      traps: { id: string; text: string }[]
    }
  | { kind: 'writing'; listenFor: { id: string; text: string }[] }
  | { kind: 'inbox'; facts: { id: string; text: string }[]; wrongArticle: string | null }
  | { kind: 'lookup'; answers: { id: string; text: string; note: string | null; paragraphs: string[] }[] }
  | { kind: 'judgement'; why: { id: string; options: { id: string; text: string; key: string }[] }[] }
)

/** The parts in which a planted defect stands in this draw and language. */
export function placesOf(content: ScenarioContent, locale: Locale, drawn: Draw, id: string): string[] {
  if (content.kind !== 'page-review') return []
  const decoy = content.decoys.find((item) => item.id === id)
  if (decoy) return [decoy.part]
  const defect = content.defects.find((item) => item.id === id)
  if (!defect) return []
  if (defect.by === undefined) return defect.parts ?? []
  return content.texts[locale].grader?.defects[id]?.parts?.[drawn[defect.by] ?? ''] ?? []
}

export function graderView(content: ScenarioContent, locale: Locale, seed: string): GraderView {
  const drawn = draw(content, seed)
  const write = writer(locale, values(content, locale, drawn))
  const texts = content.texts[locale].grader
  const common = {
    shown: candidateView(content, locale, seed),
    drawn,
    status: content.status,
    tests: write(texts?.tests ?? ''),
    notes: write(texts?.notes ?? []),
    reference: texts?.reference === undefined ? null : write(texts.reference),
    anchors: write(texts?.anchors ?? {}),
    mistakes: write(texts?.mistakes ?? []),
    examplesNote: texts?.examplesNote === undefined ? null : write(texts.examplesNote),
    examples: samplesOf(content, locale, 'examples'),
  }
  switch (content.kind) {
    case 'page-review': {
      const key = content.texts[locale].grader
      return {
        ...common,
        kind: 'page-review',
        defects: content.defects.flatMap(({ id, weight }) => {
          const row = key?.defects[id]
          if (!row) return []
          const { wrong, costs, good, partly } = row
          return [
            {
              id,
              weight,
              parts: placesOf(content, locale, drawn, id),
              ...write({ wrong, costs, good, partly }),
            },
          ]
        }),
        decoys: content.decoys.flatMap(({ id, part }) => {
          const row = key?.decoys[id]
          return row
            ? [{ id, parts: [part], ...write({ looks: row.looks, right: row.right, claim: row.claim }) }]
            : []
        }),
        valid: write(key?.valid ?? []),
        notCredited: write(key?.notCredited ?? []),
      }
    }
    case 'reply': {
      const key = content.texts[locale].grader
      return {
        ...common,
        kind: 'reply',
        facts: content.facts.map(({ id, paragraphs }) => ({
          id,
          text: write(key?.facts[id] ?? ''),
          paragraphs: paragraphs.map((cited) => paragraphNumber(content.articles, cited)),
        })),
        traps: content.traps.map((id) => ({ id, text: write(key?.traps[id] ?? '') })),
      }
    }
    case 'writing': {
      const key = content.texts[locale].grader
      return {
        ...common,
        kind: 'writing',
        listenFor: content.prompts.map((id) => ({ id, text: write(key?.listenFor[id] ?? '') })),
      }
    }
    case 'inbox': {
      const key = content.texts[locale].grader
      return {
        ...common,
        kind: 'inbox',
        facts: content.facts.flatMap(({ id, suspect }) =>
          suspect ? [] : [{ id, text: write(key?.facts[id]?.hint ?? '') }],
        ),
        wrongArticle: content.wrongArticle ?? null,
      }
    }
    case 'lookup': {
      const key = content.texts[locale].grader
      return {
        ...common,
        kind: 'lookup',
        answers: content.questions.map(({ id, cite }) => {
          const row = key?.answers[id]
          return {
            id,
            text: write(row?.answer ?? ''),
            note: row?.note === undefined ? null : write(row.note),
            paragraphs: cite.map((cited) => paragraphNumber(content.articles, cited)),
          }
        }),
      }
    }
    case 'judgement': {
      const key = content.texts[locale].grader
      return {
        ...common,
        kind: 'judgement',
        why: content.items.map((item) => ({
          id: item.id,
          options: item.options.map((id) => ({
            id,
            text: write(key?.why[item.id]?.[id] ?? ''),
            key: keyOf(item, id),
          })),
        })),
      }
    }
  }
}

/** What the authors' key says of an option: `most`, `least`, the experts' mean, or nothing. */
function keyOf(item: JudgementItem, option: string): string {
  if (item.ask === 'rate') return item.key[option]?.mean.toFixed(1) ?? ''
  return option === item.most ? 'most' : option === item.least ? 'least' : ''
}

/** What a newcomer reads after a practice case: the reference answer, the facts behind it, and feedback by level reached. */
export type PracticeView = {
  reference: string
  facts: string[]
  traps: string[]
  feedback: Partial<Record<Dimension, LevelTexts>>
}
export function practiceView(content: ScenarioContent, locale: Locale, seed: string): PracticeView {
  const write = writer(locale, values(content, locale, draw(content, seed)))
  const { grader, feedback } = content.texts[locale]
  const key = content.kind === 'reply' ? content.texts[locale].grader : undefined
  const told = content.kind === 'reply' ? content : { facts: [], traps: [] }
  return {
    reference: write(grader?.reference ?? ''),
    facts: told.facts.map(({ id }) => write(key?.facts[id] ?? '')),
    traps: told.traps.map((id) => write(key?.traps[id] ?? '')),
    feedback: write(feedback),
  }
}
