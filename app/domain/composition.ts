import { type Dimension, dimensions } from './dimensions.ts'
import { assumed, dimensionScore } from './profile.ts'
import { type AssignmentContent, assignmentMinutes } from './scenario/assignment.ts'
import type { ScenarioContent } from './scenario/kinds.ts'
import { sittingsOf } from './scenario/sittings.ts'
import { assumedGrading, gradingMinutes } from './scoring-plan.ts'

export type Sections = AssignmentContent['sections']

/** What a composed test asks of people and what it will be able to say, before anybody has taken it. */
export interface Composition {
  /** Each sitting with its minutes, in their order. */
  sittings: { number: number; minutes: number }[]
  minutes: number
  /** Minutes in which one grader reads one candidate. */
  gradingMinutes: number
  dimensions: Evidence[]
}

export interface Evidence {
  dimension: Dimension
  /** The scenarios in which people grade it. */
  scenarios: string[]
  /** Half of the 90 % band with two graders, in levels; absent where nothing shows the dimension. */
  halfBand?: number
  /** At least two scenarios, so that the profile says more than "not enough evidence". */
  enough: boolean
}

/** Sittings of at most an hour: what a person can do with care, and what the assignment pages promise. */
export const longestSitting = 60

export function compose(sections: Sections): Composition {
  return {
    sittings: sittingsOf(sections).map((parts, index) => ({
      number: index + 1,
      minutes: assignmentMinutes({ sections: parts }),
    })),
    minutes: assignmentMinutes({ sections }),
    gradingMinutes: gradingMinutes(sections),
    dimensions: dimensions.map((dimension) => evidenceOf(sections, dimension)),
  }
}

function evidenceOf(sections: Sections, dimension: Dimension): Evidence {
  const showing = sections.filter(({ weights }) => (weights[dimension] ?? 0) > 0)
  // The width of a band depends on how many grades there are and how they weigh, not on what they are.
  const grades = Array.from({ length: assumedGrading.graders }, () => 3)
  const score = dimensionScore(showing.map(({ weights }) => ({ weight: weights[dimension] ?? 0, grades })))
  return {
    dimension,
    scenarios: showing.map(({ scenario }) => scenario),
    halfBand: score.standardError === undefined ? undefined : assumed.z * score.standardError,
    enough: score.enough,
  }
}

/** A section as it is first put into a composition: the time it is written for, every dimension at weight 1. */
export function sectionFor(
  { key, minutes, dimensions: shown }: Pick<ScenarioContent, 'key' | 'minutes' | 'dimensions'>,
  sitting: number,
): Sections[number] {
  return { scenario: key, minutes, sitting, weights: Object.fromEntries(shown.map((one) => [one, 1])) }
}

/** Every rule of the trade that some scenario covers, and by which: `W4` → keys. */
export function rulesCovered(
  scenarios: readonly Pick<ScenarioContent, 'key' | 'covers'>[],
): Map<string, string[]> {
  const covered = new Map<string, string[]>()
  for (const { key, covers } of scenarios)
    for (const rule of covers) covered.set(rule, [...(covered.get(rule) ?? []), key])
  return new Map([...covered].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })))
}
