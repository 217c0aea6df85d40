import { locales } from '../locale.ts'
import type { Article } from './handbook.ts'
import { inStep, type Report, tellIn } from './in-step.ts'
import type { ReplyContent } from './reply.ts'
import type { WritingContent } from './writing.ts'

export function writingReferences(content: WritingContent, report: Report): void {
  for (const locale of locales) {
    const { prompts, grader } = content.texts[locale]
    const file = `${locale}.yaml`
    inStep(content.prompts, prompts, tellIn(report, file, 'prompts'))
    if (!grader) continue
    inStep(content.prompts, grader.listenFor, tellIn(report, file, 'grader', 'listenFor'))
    for (const [index, { answers }] of grader.examples.entries()) {
      inStep(content.prompts, answers, tellIn(report, file, 'grader', 'examples', index, 'answers'))
    }
  }
}

export function replyReferences(content: ReplyContent, articles: readonly Article[], report: Report): void {
  for (const [index, id] of content.handbook.entries()) {
    if (articles.some((article) => article.id === id)) continue
    report('scenario.yaml', ['handbook', index], `the handbook has no article ‘${id}’`)
  }
  for (const [index, { paragraphs }] of content.facts.entries()) {
    for (const cited of paragraphs) {
      const [id, number] = cited.split('.')
      const article = content.articles.find((item) => item.id === id)
      if (article?.texts.en.paragraphs[Number(number) - 1]) continue
      report('scenario.yaml', ['facts', index], `no paragraph ${cited} among the articles of this scenario`)
    }
  }
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
