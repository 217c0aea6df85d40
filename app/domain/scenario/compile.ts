import { type Locale, locales } from '../locale.ts'
import type { Kind, Problem } from './common.ts'
import type { Article } from './handbook.ts'
import { type ScenarioContent, type Structure, scenarioContent, structure, textsOf } from './kinds.ts'
import { references } from './references.ts'

export type Compiled<T> = { content: T; problems: [] } | { content: null; problems: Problem[] }

/** A folder as it was read: YAML already parsed, other files as text. */
export type RawScenario = {
  structure: unknown
  texts: Partial<Record<Locale, unknown>>
  files: Record<string, string>
}

type Issue = { path: PropertyKey[]; message: string; code?: string; keys?: string[] }
export function issuesOf(file: string, issues: readonly Issue[]): Problem[] {
  return issues.flatMap(({ path, message, code, keys }) =>
    code === 'unrecognized_keys' && keys
      ? keys.map((key) => ({ file, path: [...path, key], problem: `unknown key ‘${key}’` }))
      : [{ file, path: [...path], problem: message }],
  )
}

function parseTexts(kind: Kind, raw: RawScenario): { texts: Record<string, unknown>; problems: Problem[] } {
  const texts: Record<string, unknown> = {}
  const problems: Problem[] = []
  for (const locale of locales) {
    const file = `${locale}.yaml`
    if (raw.texts[locale] === undefined) {
      problems.push({ file, path: [], problem: 'missing file' })
      continue
    }
    const read = textsOf[kind].safeParse(raw.texts[locale])
    if (read.success) texts[locale] = read.data
    else problems.push(...issuesOf(file, read.error.issues))
  }
  return { texts, problems }
}

function assemble(
  read: Structure,
  texts: Record<string, unknown>,
  raw: RawScenario,
  articles: Article[],
): unknown {
  switch (read.kind) {
    case 'page-review':
      return { ...read, texts, files: raw.files }
    case 'reply':
    case 'inbox':
    case 'lookup':
      return { ...read, texts, articles: articles.filter(({ id }) => read.handbook.includes(id)) }
    case 'writing':
    case 'judgement':
      return { ...read, texts }
  }
}

/** A folder → the content that an attempt pins, or everything that is wrong with it. Pure: the linter, the loader and the tests share it. */
export function compileScenario(raw: RawScenario, articles: Article[]): Compiled<ScenarioContent> {
  const read = structure.safeParse(raw.structure)
  if (!read.success) return { content: null, problems: issuesOf('scenario.yaml', read.error.issues) }
  const { texts, problems } = parseTexts(read.data.kind, raw)
  if (problems.length > 0) return { content: null, problems }
  const whole = scenarioContent.safeParse(assemble(read.data, texts, raw, articles))
  if (!whole.success) return { content: null, problems: issuesOf('scenario.yaml', whole.error.issues) }
  const dangling = references(whole.data, articles)
  return dangling.length > 0 ? { content: null, problems: dangling } : { content: whole.data, problems: [] }
}
