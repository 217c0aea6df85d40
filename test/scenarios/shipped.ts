import type { Kind } from '#app/domain/scenario/common.ts'
import type { ScenarioContent } from '#app/domain/scenario/kinds.ts'
import { testLibrary } from '#test/support/context.ts'

export const library = testLibrary()

export function shipped<K extends Kind>(key: string, kind: K): Extract<ScenarioContent, { kind: K }> {
  const found = library.scenario(key)?.content
  if (found?.kind !== kind) throw new Error(`no ${kind} ‘${key}’`)
  return found as Extract<ScenarioContent, { kind: K }>
}

/** Enough seeds that every option of every parameter is drawn. */
export const seeds = Array.from({ length: 60 }, (_, index) => `attempt-${index}`)

/** Every text inside a value, with the path that leads to it. */
export function textsIn(value: unknown, path = ''): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, path ? `${path}.${key}` : key))
}
