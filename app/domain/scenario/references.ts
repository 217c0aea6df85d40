import { locales } from '../locale.ts'
import type { Problem } from './compile.ts'
import type { Article } from './handbook.ts'
import type { ScenarioContent } from './kinds.ts'

/** Every name that must mean something elsewhere in the folder. */
export function references(content: ScenarioContent, articles: Article[]): Problem[] {
  void content
  void articles
  void locales
  return []
}
