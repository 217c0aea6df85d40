import type { Dimension } from './dimensions.ts'
import { isDimension } from './dimensions.ts'
import type { GraderView } from './scenario/grader-view.ts'
import type { ArticleView } from './scenario/handbook.ts'
import type { Example } from './scenario/samples.ts'

type Titled = { label: string; text: string }
export type SampleAnswer = {
  name: string
  paragraphs: string[]
  grades: { dimension: Dimension; level: number; why: string }[]
}
type Common = {
  title: string
  question: string
  brief: string[]
  /** Authors' draft: neither anchors nor key have been rated by experts. */
  draft: boolean
  tests: string
  notes: string[]
  mistakes: string[]
  reference: string | null
  examplesNote: string | null
  examples: SampleAnswer[]
}
export type DeskDefect = {
  id: string
  weight: number
  parts: string[]
  wrong: string
  good: string
  partly: string
}
export type ReplyCase = Common & {
  kind: 'reply'
  customer: string
  message: { subject: string; at: string; paragraphs: string[] }
  recordTitle: string
  record: Titled[]
  rule: { paragraphs: string[]; text: string }[]
  traps: string[]
}
export type ReviewCase = Common & {
  kind: 'page-review'
  measured: Titled[]
  parts: { id: string; label: string; text: string }[]
  defects: DeskDefect[]
  decoys: { id: string; parts: string[]; looks: string; right: string }[]
  valid: string[]
  notCredited: string[]
}
export type WritingCase = Common & {
  kind: 'writing'
  prompts: { id: string; question: string; listenFor: string }[]
}
export type InboxCase = Common & {
  kind: 'inbox'
  recordTitle: string
  articles: ArticleView[]
  /** What the patterns look for; a suspicion is not among it. */
  facts: { id: string; text: string }[]
  /** The article that is wrong here and may be noticed. */
  wrongArticle: string | null
}
/** The keys of a look-up and of a judgement stand beside each answer, not with the case. */
export type MarkedCase = Common & { kind: 'lookup' | 'judgement' }
/** What the desk shows of the case beside the answer, and nothing else: the page itself stays behind its own address. */
export type DeskCase = ReplyCase | ReviewCase | WritingCase | InboxCase | MarkedCase

function wordsOf(example: Example): string[] {
  switch (example.kind) {
    case 'page-review':
      return [
        ...example.findings.map(
          ({ parts, text, match }, index) => `${index + 1}. ${parts.join(', ')}: ${text} → ${match}`,
        ),
        example.test,
      ]
    case 'reply':
      return example.text.split('\n').filter((line) => line.trim() !== '')
    case 'writing':
      return example.answers.map(({ text }) => text)
    case 'inbox':
      return example.acts.map(({ at, text }) => `${at} · ${text}`)
    case 'lookup':
      return example.answers.map(({ text, cite }) => (cite === '' ? text : `${text} (${cite})`))
    case 'judgement':
      return example.reasons.map(({ text }) => text)
  }
}

function commonOf(view: GraderView): Common {
  const { title, question, brief } = view.shown
  const { tests, notes, mistakes, reference, examplesNote } = view
  return {
    title,
    question,
    brief,
    draft: view.status === 'draft',
    tests,
    notes,
    mistakes,
    reference,
    examplesNote,
    examples: view.examples.map((example) => ({
      name: example.name,
      paragraphs: wordsOf(example),
      grades: Object.entries(example.grades).flatMap(([dimension, grade]) =>
        isDimension(dimension) && grade ? [{ dimension, level: grade.level, why: grade.why }] : [],
      ),
    })),
  }
}

export function deskCase(view: GraderView): DeskCase {
  const common = commonOf(view)
  const { shown } = view
  if (view.kind === 'reply' && shown.kind === 'reply') {
    const { customer, message, recordTitle } = shown
    return {
      ...common,
      kind: 'reply',
      customer,
      message: { subject: message.subject, at: message.at, paragraphs: message.paragraphs },
      recordTitle,
      record: shown.record.map(({ label, value }) => ({ label, text: value })),
      rule: view.facts.map(({ paragraphs, text }) => ({ paragraphs, text })),
      traps: view.traps.map(({ text }) => text),
    }
  }
  if (view.kind === 'page-review' && shown.kind === 'page-review') {
    return {
      ...common,
      kind: 'page-review',
      measured: shown.measured.map(({ label, text }) => ({ label, text })),
      parts: shown.parts.map(({ id, label, text }) => ({ id, label, text })),
      defects: view.defects.map(({ id, weight, parts, wrong, good, partly }) => ({
        id,
        weight,
        parts,
        wrong,
        good,
        partly,
      })),
      decoys: view.decoys.map(({ id, parts, looks, right }) => ({ id, parts, looks, right })),
      valid: view.valid,
      notCredited: view.notCredited,
    }
  }
  if (view.kind === 'writing' && shown.kind === 'writing') {
    const listenFor = new Map(view.listenFor.map(({ id, text }) => [id, text]))
    return {
      ...common,
      kind: 'writing',
      prompts: shown.prompts.map(({ id, question }) => ({
        id,
        question,
        listenFor: listenFor.get(id) ?? '',
      })),
    }
  }
  if (view.kind === 'inbox' && shown.kind === 'inbox') {
    const { recordTitle, articles } = shown
    return {
      ...common,
      kind: 'inbox',
      recordTitle,
      articles,
      facts: view.facts.map(({ id, text }) => ({ id, text })),
      wrongArticle: view.wrongArticle,
    }
  }
  if (view.kind === 'lookup' || view.kind === 'judgement') return { ...common, kind: view.kind }
  throw new Error(`a ${view.kind} case that shows a ${shown.kind}`)
}
