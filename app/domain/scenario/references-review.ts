import { locales } from '../locale.ts'
import { samplesIn } from './common.ts'
import { inStep, type Report, tellIn } from './in-step.ts'
import type { ReviewContent } from './page-review.ts'

/** What a page under review must not hold: it is shown in a frame that runs nothing and leads nowhere. */
const forbidden: [RegExp, string][] = [
  [/<script/i, 'a script'],
  [/<(?:meta|link|base|iframe|object|embed|form)\b/i, 'a meta, link, base, frame or form element'],
  [/\son[a-z]+\s*=/i, 'an event handler'],
  [/\s(?:href|action|formaction|srcset)\s*=/i, 'an address to go to'],
  [/\ssrc\s*=\s*["'](?!data:image\/)/i, 'a source that is not a data: picture'],
  [/\sstyle\s*=/i, 'a style attribute'],
  [/@import|url\((?!%23)/i, 'an address in the style sheet'],
  [/<!--/, 'a comment'],
  [/\sautofocus/i, 'autofocus'],
]

/** The parts stand in the template once each, in the order of scenario.yaml, and nothing else does. */
function checkTemplate(content: ReviewContent, report: Report): void {
  const template = content.files[content.template]
  if (template === undefined) {
    report('scenario.yaml', ['template'], `missing file ${content.template}`)
    return
  }
  const lineAt = (index: number) => template.slice(0, index).split('\n').length
  for (const [pattern, what] of forbidden) {
    const at = template.search(pattern)
    if (at >= 0) report(content.template, [lineAt(at)], `holds ${what}`)
  }
  const marked = [...template.matchAll(/data-part="([^"]*)"/g)].map((match) => match[1])
  if (marked.join() !== content.parts.join()) {
    report(
      content.template,
      [1],
      `its data-part are ${marked.join(', ')}; scenario.yaml has ${content.parts.join(', ')}`,
    )
  }
  for (const { 1: part = '', 2: word = '', index } of template.matchAll(
    /\{\{([A-Za-z0-9-]+)\.([A-Za-z0-9-]+)\}\}/g,
  )) {
    for (const locale of locales) {
      if (content.texts[locale].parts[part]?.words[word] !== undefined) continue
      report(content.template, [lineAt(index)], `${locale}.yaml has no words ${part}.${word}`)
    }
  }
  for (const locale of locales) {
    for (const [part, { words }] of Object.entries(content.texts[locale].parts)) {
      for (const word of Object.keys(words)) {
        if (template.includes(`{{${part}.${word}}}`)) continue
        report(`${locale}.yaml`, ['parts', part, 'words', word], `${content.template} does not show it`)
      }
    }
  }
}

/** Parts of defects and decoys exist; a place that depends on the draw is named for every option, in every language. */
function checkPlaces(content: ReviewContent, report: Report): void {
  const unknown = (parts: readonly string[]) => parts.filter((part) => !content.parts.includes(part))
  for (const [index, { id, parts, by }] of content.defects.entries()) {
    const path = ['defects', index]
    if ((parts === undefined) === (by === undefined))
      report('scenario.yaml', path, `${id} needs either parts or by`)
    for (const part of unknown(parts ?? [])) report('scenario.yaml', [...path, 'parts'], `no part ‘${part}’`)
    if (by === undefined) continue
    const options = Object.keys(content.parameters[by] ?? {}).sort()
    if (options.length === 0) report('scenario.yaml', [...path, 'by'], `no parameter ‘${by}’`)
    for (const locale of locales) {
      const places = content.texts[locale].grader?.defects[id]?.parts ?? {}
      const at = ['grader', 'defects', id, 'parts']
      if (Object.keys(places).sort().join() !== options.join())
        report(`${locale}.yaml`, at, `needs ${options.join(', ')}`)
      for (const part of unknown(Object.values(places).flat()))
        report(`${locale}.yaml`, at, `no part ‘${part}’`)
    }
  }
  for (const [index, { part }] of content.decoys.entries()) {
    if (!content.parts.includes(part)) report('scenario.yaml', ['decoys', index, 'part'], `no part ‘${part}’`)
  }
}

export function reviewReferences(content: ReviewContent, report: Report): void {
  checkTemplate(content, report)
  checkPlaces(content, report)
  const total = content.defects.reduce((sum, { weight }) => sum + weight, 0)
  if (total !== content.total) report('scenario.yaml', ['total'], `the weights add up to ${total}`)
  const defects = content.defects.map(({ id }) => id)
  const decoys = content.decoys.map(({ id }) => id)
  for (const [index, id] of [...defects, ...decoys].entries())
    if ([...defects, ...decoys].indexOf(id) < index)
      report('scenario.yaml', ['defects'], `‘${id}’ is there twice`)
  const matches = ['valid', 'wrong', ...defects, ...decoys]
  for (const locale of locales) {
    const { parts, measured, grader } = content.texts[locale]
    const file = `${locale}.yaml`
    inStep(content.parts, parts, tellIn(report, file, 'parts'))
    inStep(content.measured, measured, tellIn(report, file, 'measured'))
    if (!grader) continue
    inStep(defects, grader.defects, tellIn(report, file, 'grader', 'defects'))
    inStep(decoys, grader.decoys, tellIn(report, file, 'grader', 'decoys'))
    for (const { sample, path } of samplesIn(grader)) {
      for (const [index, finding] of sample.findings.entries()) {
        const tell = tellIn(report, file, ...path, 'findings', index)
        if (!matches.includes(finding.match)) tell(['match'], `nothing is planted as ‘${finding.match}’`)
        if (finding.parts.some((part) => !content.parts.includes(part))) tell(['parts'], 'no such part')
      }
    }
  }
}
