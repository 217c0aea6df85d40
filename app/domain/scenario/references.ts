import { locales } from '../locale.ts'
import type { Problem } from './common.ts'
import { type Draw, fill, values } from './draw.ts'
import type { Article } from './handbook.ts'
import { inStep, type Report } from './in-step.ts'
import { inboxExamples, inboxReferences } from './inbox/references.ts'
import type { ScenarioContent } from './kinds.ts'
import {
  handbookReferences,
  judgementReferences,
  lookupReferences,
  replyReferences,
  writingReferences,
} from './references-kinds.ts'
import { reviewReferences } from './references-review.ts'

/** Every parameter has the same options in scenario.yaml and in each language, and every option the same values. */
function checkParameters(content: ScenarioContent, report: Report): void {
  for (const locale of locales) {
    const file = `${locale}.yaml`
    for (const [parameter, options] of Object.entries(content.texts[locale].parameters)) {
      const path = ['parameters', parameter]
      const known = content.parameters[parameter]
      if (!known) {
        report(file, path, `scenario.yaml has no parameter ‘${parameter}’`)
        continue
      }
      inStep(Object.keys(known), options, (inside, problem) => report(file, [...path, ...inside], problem))
      const [first, ...others] = Object.values(options).map((option) => Object.keys(option).sort().join())
      if (others.some((other) => other !== first))
        report(file, path, 'the options do not hold the same values')
    }
  }
}

/** A value that no text uses is a slip of the pen or a leftover. Only texts count that are read, not the value's own line. */
function checkUnused(content: ScenarioContent, report: Report): void {
  for (const locale of locales) {
    const { parameters } = content.texts[locale]
    const everything = JSON.stringify(content.texts[locale])
    for (const [parameter, options] of Object.entries(parameters)) {
      for (const name of Object.keys(Object.values(options)[0] ?? {})) {
        if (everything.includes(`{{${name}}}`)) continue
        report(`${locale}.yaml`, ['parameters', parameter], `no text uses ‘${name}’`)
      }
    }
  }
}

/** The draws between which every option of every parameter appears at least once. */
function everyOption(content: ScenarioContent): Draw[] {
  const parameters = Object.entries(content.parameters).map(
    ([name, options]) => [name, Object.keys(options).sort()] as const,
  )
  const most = Math.max(1, ...parameters.map(([, options]) => options.length))
  return Array.from({ length: most }, (_, index) =>
    Object.fromEntries(parameters.map(([name, options]) => [name, options[index % options.length] ?? ''])),
  )
}

/** Fills every text of every language with every option: a name without a value shows here and not before a candidate. */
function checkPlaceholders(content: ScenarioContent, report: Report): void {
  for (const locale of locales) {
    const tried = everyOption(content).map((drawn) => values(content, locale, drawn))
    walk(content.texts[locale], [], (text, path) => {
      if (path[0] === 'parameters') return
      for (const found of tried) {
        try {
          fill(text, found)
        } catch (error) {
          report(`${locale}.yaml`, path, error instanceof Error ? error.message : String(error))
          return
        }
      }
    })
  }
}
function walk(value: unknown, path: PropertyKey[], visit: (text: string, path: PropertyKey[]) => void): void {
  if (typeof value === 'string') visit(value, path)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) walk(item, [...path, key], visit)
  }
}

function checkGrader(content: ScenarioContent, report: Report): void {
  for (const locale of locales) {
    const { grader, feedback } = content.texts[locale]
    const file = `${locale}.yaml`
    if (content.use !== 'warm-up' && !grader) report(file, [], 'the part ‘grader’ is missing')
    if (content.use === 'graded')
      inStep(content.dimensions, grader?.anchors, (path, problem) =>
        report(file, ['grader', 'anchors', ...path], problem),
      )
    if (content.use === 'practice')
      inStep(content.dimensions, feedback, (path, problem) => report(file, ['feedback', ...path], problem))
  }
  if (content.use !== 'warm-up' && content.dimensions.length === 0)
    report('scenario.yaml', ['dimensions'], 'nothing is graded here')
  if (content.use === 'warm-up' && content.dimensions.length > 0)
    report('scenario.yaml', ['dimensions'], 'a warm-up is never graded')
}

/** Every name that must mean something elsewhere in the folder, and nothing that nobody reads. */
export function references(content: ScenarioContent, articles: readonly Article[]): Problem[] {
  const problems: Problem[] = []
  const report: Report = (file, path, problem) => problems.push({ file, path, problem })
  checkParameters(content, report)
  checkGrader(content, report)
  if (content.kind === 'reply') replyReferences(content, articles, report)
  if (content.kind === 'writing') writingReferences(content, report)
  if (content.kind === 'page-review') reviewReferences(content, report)
  if (content.kind === 'inbox' || content.kind === 'lookup') handbookReferences(content, articles, report)
  if (content.kind === 'inbox') inboxReferences(content, report)
  if (content.kind === 'lookup') lookupReferences(content, report)
  if (content.kind === 'judgement') judgementReferences(content, report)
  if (problems.length === 0) checkPlaceholders(content, report)
  if (content.kind === 'inbox' && problems.length === 0) inboxExamples(content, report)
  checkUnused(content, report)
  return problems
}
