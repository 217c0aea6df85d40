import { type Locale, locales } from '../locale.ts'
import type { AssignmentContent } from './assignment.ts'
import type { Problem } from './common.ts'
import { type Draw, fill, mapText, values } from './draw.ts'
import type { Article } from './handbook.ts'
import type { ScenarioContent } from './kinds.ts'

type Report = (file: string, path: PropertyKey[], problem: string) => void

/** Both lists hold the same names, or the language file is told which is missing and which nobody asked for. */
function inStep(wanted: readonly string[], given: object | undefined, report: (path: PropertyKey[], problem: string) => void) {
  const names = Object.keys(given ?? {})
  for (const name of wanted) if (!names.includes(name)) report([], `‘${name}’ is missing`)
  for (const name of names) if (!wanted.includes(name)) report([name], `scenario.yaml does not know ‘${name}’`)
}

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
      if (others.some((other) => other !== first)) report(file, path, 'the options do not hold the same values')
    }
  }
}

/** The draws between which every option of every parameter appears at least once. */
function everyOption(content: ScenarioContent): Draw[] {
  const parameters = Object.entries(content.parameters).map(([name, options]) => [name, Object.keys(options).sort()] as const)
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
  else if (Array.isArray(value)) value.forEach((item, index) => walk(item, [...path, index], visit))
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) walk(item, [...path, key], visit)
  }
}

function checkGrader(content: ScenarioContent, report: Report): void {
  for (const locale of locales) {
    const { grader, feedback } = content.texts[locale]
    const file = `${locale}.yaml`
    if (content.use !== 'warm-up' && !grader) report(file, [], 'the part ‘grader’ is missing')
    if (content.use === 'graded') inStep(content.dimensions, grader?.anchors, (path, problem) => report(file, ['grader', 'anchors', ...path], problem))
    if (content.use === 'practice') inStep(content.dimensions, feedback, (path, problem) => report(file, ['feedback', ...path], problem))
  }
  if (content.use !== 'warm-up' && content.dimensions.length === 0) report('scenario.yaml', ['dimensions'], 'nothing is graded here')
  if (content.use === 'warm-up' && content.dimensions.length > 0) report('scenario.yaml', ['dimensions'], 'a warm-up is never graded')
}

void mapText
/** Every name that must mean something elsewhere in the folder, and nothing that nobody reads. */
export function references(content: ScenarioContent, articles: readonly Article[]): Problem[] {
  const problems: Problem[] = []
  const report: Report = (file, path, problem) => problems.push({ file, path, problem })
  checkParameters(content, report)
  checkGrader(content, report)
  byKind(content, articles, report)
  if (problems.length === 0) checkPlaceholders(content, report)
  return problems
}

function byKind(content: ScenarioContent, articles: readonly Article[], report: Report): void {
  const each = (check: (locale: Locale, tell: (path: PropertyKey[], problem: string) => void) => void) => {
    for (const locale of locales) check(locale, (path, problem) => report(`${locale}.yaml`, path, problem))
  }
  switch (content.kind) {
    case 'writing':
      each((locale, tell) => {
        const { prompts, grader } = content.texts[locale]
        inStep(content.prompts, prompts, (path, problem) => tell(['prompts', ...path], problem))
        if (grader) inStep(content.prompts, grader.listenFor, (path, problem) => tell(['grader', 'listenFor', ...path], problem))
        grader?.examples.forEach(({ answers }, index) =>
          inStep(content.prompts, answers, (path, problem) => tell(['grader', 'examples', index, 'answers', ...path], problem)),
        )
      })
      return
    case 'reply':
      content.handbook.forEach((id, index) => {
        if (!articles.some((article) => article.id === id)) report('scenario.yaml', ['handbook', index], `the handbook has no article ‘${id}’`)
      })
      content.facts.forEach(({ paragraphs }, index) =>
        paragraphs.forEach((cited, at) => {
          const [id, number] = cited.split('.')
          const article = content.articles.find((item) => item.id === id)
          if (article?.texts.en.paragraphs[Number(number) - 1]) return
          report('scenario.yaml', ['facts', index, 'paragraphs', at], `no paragraph ${cited} among the articles of this scenario`)
        }),
      )
      each((locale, tell) => {
        const { record, grader } = content.texts[locale]
        inStep(content.record, record, (path, problem) => tell(['record', ...path], problem))
        if (!grader) return
        inStep(content.facts.map(({ id }) => id), grader.facts, (path, problem) => tell(['grader', 'facts', ...path], problem))
        inStep(content.traps, grader.traps, (path, problem) => tell(['grader', 'traps', ...path], problem))
      })
      return
    case 'page-review':
      return
  }
}

export function assignmentReferences(assignment: AssignmentContent, scenarios: readonly ScenarioContent[]): Omit<Problem, 'file'>[] {
  void assignment
  void scenarios
  return []
}
