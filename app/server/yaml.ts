import { existsSync, readFileSync } from 'node:fs'
import { isNode, LineCounter, parseDocument } from 'yaml'

/** A YAML file with its lines, so that a problem can be shown where the author sees it. */
export type YamlFile = {
  path: string
  value: unknown
  /** Faults of the YAML itself, as line and message. */
  faults: { line: number; problem: string }[]
  /** The line of the deepest node on this path that the file has. */
  lineOf(path: PropertyKey[]): number
}

/** null when there is no such file. */
export function readYaml(path: string): YamlFile | null {
  if (!existsSync(path)) return null
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, uniqueKeys: true })
  const faults = [...document.errors, ...document.warnings].map((fault) => ({
    line: fault.linePos?.[0].line ?? 1,
    problem: fault.message.split('\n')[0] ?? fault.message,
  }))
  return {
    path,
    value: document.errors.length > 0 ? undefined : document.toJS(),
    faults,
    lineOf(searched) {
      for (let length = searched.length; length >= 0; length--) {
        const found = document.getIn(searched.slice(0, length), true)
        if (isNode(found) && found.range) return lines.linePos(found.range[0]).line
      }
      return 1
    },
  }
}
