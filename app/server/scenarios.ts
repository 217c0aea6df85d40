import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { locales } from '#app/domain/locale.ts'
import { type AssignmentContent, assignmentContent } from '#app/domain/scenario/assignment.ts'
import type { Problem } from '#app/domain/scenario/common.ts'
import { compileScenario, issuesOf } from '#app/domain/scenario/compile.ts'
import { assembleHandbook, assembleRubric } from '#app/domain/scenario/compile-shared.ts'
import type { HandbookContent } from '#app/domain/scenario/handbook.ts'
import type { ScenarioContent } from '#app/domain/scenario/kinds.ts'
import { assignmentReferences } from '#app/domain/scenario/references-assignment.ts'
import type { RubricContent } from '#app/domain/scenario/rubric.ts'
import { CannotStart } from '#db/refusal.ts'
import { readYaml, type YamlFile } from './yaml.ts'

/** A piece of content and the hash that names this version of it. */
export type Entry<T> = { readonly key: string; readonly hash: string; readonly content: T }
export type Library = {
  readonly scenarios: readonly Entry<ScenarioContent>[]
  readonly assignments: readonly Entry<AssignmentContent>[]
  readonly rubric: Entry<RubricContent>
  /** What newcomers read: the company's own handbook where it has one. */
  readonly handbook: Entry<HandbookContent>
  /** What is wrong with the folders that were left out. */
  readonly found: readonly Found[]
  scenario(key: string): Entry<ScenarioContent> | null
  assignment(key: string): Entry<AssignmentContent> | null
}
export type Found = { file: string; line: number; problem: string }

/** The same JSON for the same content, whatever the order of its keys: storing and reading back changes no hash. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  return `{${fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`)
    .join(',')}}`
}
export const contentHash = (content: unknown) => createHash('sha256').update(canonical(content)).digest('hex')
const entry = <T extends { key: string }>(content: T): Entry<T> =>
  Object.freeze({ key: content.key, hash: contentHash(content), content })

/** One folder of YAML files and whatever lies beside them. */
class Folder {
  readonly files = new Map<string, YamlFile>()
  constructor(
    readonly path: string,
    readonly found: Found[],
  ) {}
  yaml(name: string): unknown {
    const file = readYaml(join(this.path, name))
    if (!file) return undefined
    this.files.set(name, file)
    for (const { line, problem } of file.faults) this.found.push({ file: this.shown(name), line, problem })
    return file.value
  }
  texts() {
    return Object.fromEntries(locales.map((locale) => [locale, this.yaml(`${locale}.yaml`)]))
  }
  others(): Record<string, string> {
    const names = readdirSync(this.path).filter((name) => !name.endsWith('.yaml') && !name.endsWith('.md'))
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(this.path, name), 'utf8')]))
  }
  report(problems: readonly Problem[]): void {
    for (const { file, path, problem } of problems) {
      const yaml = this.files.get(file)
      if (yaml && yaml.value === undefined && yaml.faults.length > 0) continue
      const where = path.length > 0 ? `${path.map(String).join('.')}: ` : ''
      const line = yaml ? yaml.lineOf(path) : Number(path[0] ?? 1)
      this.found.push({ file: this.shown(file), line, problem: (yaml ? where : '') + problem })
    }
  }
  private shown(name: string): string {
    return relative(process.cwd(), join(this.path, name))
  }
}

const subfolders = (dir: string) =>
  existsSync(dir)
    ? readdirSync(dir, { withFileTypes: true })
        .filter((item) => item.isDirectory() && !item.name.startsWith('.'))
        .map((item) => item.name)
        .sort()
    : []
const shared = new Set(['handbook', 'rubrics', 'assignments'])

function readShared<T>(
  dir: string,
  structureFile: string,
  found: Found[],
  assemble: (raw: { structure: unknown; texts: Record<string, unknown> }) => {
    content: T | null
    problems: Problem[]
  },
): T | null {
  if (!existsSync(dir)) return null
  const folder = new Folder(dir, found)
  const { content, problems } = assemble({ structure: folder.yaml(structureFile), texts: folder.texts() })
  folder.report(problems)
  return content
}

type Parts = {
  scenarios: ScenarioContent[]
  assignments: AssignmentContent[]
  rubric: RubricContent | null
  handbook: HandbookContent | null
}

function readScenarios(dir: string, handbook: HandbookContent | null, parts: Parts, found: Found[]): void {
  for (const name of subfolders(dir).filter((item) => !shared.has(item))) {
    const folder = new Folder(join(dir, name), found)
    const raw = { structure: folder.yaml('scenario.yaml'), texts: folder.texts(), files: folder.others() }
    const { content, problems } = compileScenario(raw, handbook?.articles ?? [])
    folder.report(problems)
    if (!content) continue
    const slip =
      content.key !== name
        ? `the key ‘${content.key}’ is not the name of the folder, ‘${name}’`
        : parts.scenarios.some(({ key }) => key === content.key)
          ? `there is another scenario ‘${content.key}’`
          : null
    if (slip) folder.report([{ file: 'scenario.yaml', path: ['key'], problem: slip }])
    else parts.scenarios.push(content)
  }
}

function readAssignments(dir: string, parts: Parts, found: Found[]): void {
  if (!existsSync(join(dir, 'assignments'))) return
  const folder = new Folder(join(dir, 'assignments'), found)
  const sound = new Set(parts.scenarios.map(({ key }) => key))
  const troubled = subfolders(dir).filter((name) => !shared.has(name) && !sound.has(name))
  for (const name of readdirSync(folder.path)
    .filter((item) => item.endsWith('.yaml'))
    .sort()) {
    const read = assignmentContent.safeParse(folder.yaml(name))
    if (!read.success) {
      folder.report(issuesOf(name, read.error.issues))
      continue
    }
    const dangling = assignmentReferences(read.data, parts.scenarios)
    const problems = dangling.map((problem) => ({ ...problem, file: name }))
    if (`${read.data.key}.yaml` !== name)
      problems.push({ file: name, path: ['key'], problem: `the file is ${name}` })
    // What misses a scenario in trouble is left out with it; that scenario has said so already.
    folder.report(problems.filter(({ problem }) => !troubled.some((key) => problem.includes(`‘${key}’`))))
    if (problems.length === 0) parts.assignments.push(read.data)
  }
}

/** Everything in these folders, and everything that is wrong with it. Plain JSON. */
export interface ReadLibrary {
  parts: Parts
  found: Found[]
}

export function readLibrary(dirs: readonly string[]): ReadLibrary {
  const found: Found[] = []
  const parts: Parts = { scenarios: [], assignments: [], rubric: null, handbook: null }
  for (const dir of dirs) {
    if (!existsSync(dir)) found.push({ file: dir, line: 1, problem: 'no such folder' })
    parts.handbook =
      readShared(join(dir, 'handbook'), 'articles.yaml', found, assembleHandbook) ?? parts.handbook
    parts.rubric = readShared(join(dir, 'rubrics'), 'rubric.yaml', found, assembleRubric) ?? parts.rubric
    readScenarios(dir, parts.handbook, parts, found)
    readAssignments(dir, parts, found)
  }
  return { parts, found }
}

export const foundLine = ({ file, line, problem }: Found) => `${file}:${line}: ${problem}`

/**
 * Reads the data files once, at start. A folder with a problem is left out whole, and so is every assignment that needs
 * it: better none than half a key. The others stay in use. Throws where nothing is left to work with.
 */
export function loadLibrary(dirs: readonly string[]): Library {
  return libraryOf(readLibrary(dirs), dirs)
}

/** The library made of folders that have been read. */
export function libraryOf({ parts, found }: ReadLibrary, dirs: readonly string[]): Library {
  if (!parts.rubric || !parts.handbook || parts.assignments.length === 0)
    throw new CannotStart(
      [
        `No rubric, no handbook or no assignment can be used in ${dirs.join(', ')}`,
        ...found.map(foundLine),
      ].join('\n'),
    )
  const scenarios = Object.freeze(parts.scenarios.map(entry))
  const assignments = Object.freeze(parts.assignments.map(entry))
  return Object.freeze({
    scenarios,
    assignments,
    rubric: entry(parts.rubric),
    handbook: entry(parts.handbook),
    found: Object.freeze(found),
    scenario: (key: string) => scenarios.find((item) => item.key === key) ?? null,
    assignment: (key: string) => assignments.find((item) => item.key === key) ?? null,
  })
}
