import { type Dimension, dimensions } from './dimensions.ts'
import { letters } from './letters.ts'
import { plannedScore, type ScoreParts } from './planned-score.ts'
import { attention, type DimensionScore, type Lines } from './profile.ts'
import { type Index, type IndexCell, profileIndex } from './profile-index.ts'
import type { ScoringPlan } from './scoring-plan.ts'

export const comparisonRules = {
  /** More people than this nobody can keep apart. */
  most: 12,
}

/** One person's revealed grades, with the plan under which they were given. */
export interface Finalist {
  id: string
  name: string
  cells: Partial<Record<Dimension, readonly IndexCell[]>>
  sameGraders: number
  plan: ScoringPlan
  /** O of each dimension in which something was counted by rule; only where the plan gives it a share. */
  objective?: Partial<Record<Dimension, number>>
}

export interface ComparedCell {
  id: string
  score: DimensionScore
  /** Where the figure is not that of the grades alone. */
  parts: ScoreParts | null
  grades: number[]
  /** Of the compact letter display; none without enough evidence. */
  letters: string[]
  attention: boolean
  line: number | null
}
export interface ComparedRow {
  dimension: Dimension
  cells: ComparedCell[]
}

const scoreOf = ({ cells, sameGraders, plan, objective }: Finalist, dimension: Dimension) =>
  plannedScore({
    dimension,
    cells: cells[dimension] ?? [],
    omega: plan.omega,
    objective: objective?.[dimension],
    parameters: { sameGraders },
  })

/** Every dimension that any of them was graded on, one cell a person, in the order of the people. */
export function compare(people: readonly Finalist[]): ComparedRow[] {
  return dimensions
    .filter((dimension) => people.some(({ cells }) => cells[dimension] !== undefined))
    .map((dimension) => {
      const scores = people.map((person) => scoreOf(person, dimension))
      const shared = letters(scores.map(({ score }) => (score.enough ? score : {})))
      return {
        dimension,
        cells: people.map(({ id, cells, plan }, at): ComparedCell => {
          const { score, parts } = scores[at] ?? { score: { scenarios: 0, grades: 0, enough: false } }
          const lines: Lines = plan.lines
          return {
            id,
            score,
            parts: parts ?? null,
            grades: (cells[dimension] ?? []).flatMap(({ grades }) => [...grades]).sort((a, b) => a - b),
            letters: shared[at] ?? [],
            attention: attention(dimension, score, lines),
            line: lines[dimension] ?? null,
          }
        }),
      }
    })
}

export type CompareOrder = 'name' | Dimension

/** One order for all readers, in which Ë stands beside E. */
const byLetters = new Intl.Collator('en')

/** By name unless the viewer asks for one dimension: then the highest T first, those without evidence last. */
export function inOrder<Person extends Finalist>(people: readonly Person[], order: CompareOrder): Person[] {
  const named = [...people].sort((a, b) => byLetters.compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
  if (order === 'name') return named
  const at = new Map(
    named.map((person) => {
      const { t, enough } = scoreOf(person, order).score
      return [person.id, enough && t !== undefined ? t : 0]
    }),
  )
  return named.sort((a, b) => (at.get(b.id) ?? 0) - (at.get(a.id) ?? 0))
}

/** The index of each, only where every one of their plans asks for it. */
export function indices(people: readonly Finalist[]): Map<string, Index> | undefined {
  if (people.length === 0 || people.some(({ plan }) => plan.index !== true)) return undefined
  return new Map(
    people.map(({ id, cells, plan, objective }) => {
      const { weights, attitudeShare, omega } = plan
      return [id, profileIndex({ cells, weights, attitudeShare, omega, objective })]
    }),
  )
}
