import { locales } from '../locale.ts'
import { samplesIn } from './common.ts'
import type { Article } from './handbook.ts'
import { inStep, type Report, type Tell, tellIn } from './in-step.ts'
import type { JudgementContent } from './judgement.ts'
import type { LookupContent } from './lookup.ts'
import type { ReplyContent } from './reply.ts'
import type { WritingContent } from './writing.ts'

export function writingReferences(content: WritingContent, report: Report): void {
  for (const locale of locales) {
    const { prompts, grader } = content.texts[locale]
    const file = `${locale}.yaml`
    inStep(content.prompts, prompts, tellIn(report, file, 'prompts'))
    if (!grader) continue
    inStep(content.prompts, grader.listenFor, tellIn(report, file, 'grader', 'listenFor'))
    for (const { sample, path } of samplesIn(grader))
      inStep(content.prompts, sample.answers, tellIn(report, file, ...path, 'answers'))
  }
}

/** Every article that a scenario shows is one of the handbook. */
export function handbookReferences(
  { handbook }: { handbook: readonly string[] },
  articles: readonly Article[],
  report: Report,
): void {
  for (const [index, id] of handbook.entries()) {
    if (articles.some((article) => article.id === id)) continue
    report('scenario.yaml', ['handbook', index], `the handbook has no article ‘${id}’`)
  }
}

function paragraphReferences(articles: readonly Article[], cited: readonly string[], tell: Tell): void {
  for (const paragraph of cited) {
    const [id, number] = paragraph.split('.')
    const article = articles.find((item) => item.id === id)
    if (article?.texts.en.paragraphs[Number(number) - 1]) continue
    tell([], `no paragraph ${paragraph} among the articles of this scenario`)
  }
}

export function lookupReferences(content: LookupContent, report: Report): void {
  const questions = content.questions.map(({ id }) => id)
  for (const [index, { cite }] of content.questions.entries())
    paragraphReferences(content.articles, cite, tellIn(report, 'scenario.yaml', 'questions', index))
  for (const locale of locales) {
    const { questions: texts, grader } = content.texts[locale]
    const file = `${locale}.yaml`
    inStep(questions, texts, tellIn(report, file, 'questions'))
    if (!grader) continue
    inStep(questions, grader.answers, tellIn(report, file, 'grader', 'answers'))
    for (const { id, cite } of content.questions)
      if (cite.length > 0 && grader.answers[id]?.asserts.length)
        report(file, ['grader', 'answers', id, 'asserts'], 'belongs where the handbook does not say')
    for (const { sample, path } of samplesIn(grader))
      inStep(questions, sample.answers, tellIn(report, file, ...path, 'answers'))
  }
}

export function judgementReferences(content: JudgementContent, report: Report): void {
  const items = content.items.map(({ id }) => id)
  for (const [index, item] of content.items.entries()) {
    const tell = tellIn(report, 'scenario.yaml', 'items', index)
    const named = item.ask === 'rate' ? Object.keys(item.key) : [item.most, item.least]
    for (const id of named) if (!item.options.includes(id)) tell([], `no option ‘${id}’`)
    if (item.ask === 'most-least' && item.most === item.least) tell([], 'one option is both')
  }
  for (const locale of locales) {
    const { items: texts, grader } = content.texts[locale]
    const file = `${locale}.yaml`
    inStep(items, texts, tellIn(report, file, 'items'))
    for (const { id, options, reason } of content.items) {
      const row = texts[id]
      if (!row) continue
      inStep(options, row.options, tellIn(report, file, 'items', id, 'options'))
      if (reason !== (row.reason !== undefined))
        report(
          file,
          ['items', id, 'reason'],
          reason ? 'a reason is wanted: what is asked?' : 'no reason is wanted',
        )
    }
    if (grader)
      for (const { id, options } of content.items)
        inStep(options, grader.why[id], tellIn(report, file, 'grader', 'why', id))
  }
}

export function replyReferences(content: ReplyContent, articles: readonly Article[], report: Report): void {
  handbookReferences(content, articles, report)
  for (const [index, { paragraphs }] of content.facts.entries())
    paragraphReferences(content.articles, paragraphs, tellIn(report, 'scenario.yaml', 'facts', index))
  const facts = content.facts.map(({ id }) => id)
  for (const locale of locales) {
    const { record, grader } = content.texts[locale]
    const file = `${locale}.yaml`
    inStep(content.record, record, tellIn(report, file, 'record'))
    if (!grader) continue
    inStep(facts, grader.facts, tellIn(report, file, 'grader', 'facts'))
    inStep(content.traps, grader.traps, tellIn(report, file, 'grader', 'traps'))
  }
}
