import { type AssignmentContent, inboxesOf, leastMinutes } from './assignment.ts'
import type { Problem } from './common.ts'
import type { ScenarioContent } from './kinds.ts'

/** Every section names a graded scenario and weighs only what is graded there; a warm-up stands before each kind. */
export function assignmentReferences(
  { sections, warmUps }: AssignmentContent,
  scenarios: readonly Pick<ScenarioContent, 'key' | 'kind' | 'use' | 'minutes' | 'dimensions'>[],
): Omit<Problem, 'file'>[] {
  const problems: Omit<Problem, 'file'>[] = []
  const report = (path: PropertyKey[], problem: string) => problems.push({ path, problem })
  const find = (key: string) => scenarios.find((scenario) => scenario.key === key)
  const kinds = new Set<string>()
  for (const [index, { scenario: key, weights, minutes, sitting }] of sections.entries()) {
    const before = sections[index - 1]?.sitting
    if (before === undefined ? sitting !== 1 : sitting !== before && sitting !== before + 1)
      report(['sections', index, 'sitting'], 'sittings are numbered 1, 2, 3 in their order')
    const scenario = find(key)
    if (scenario?.use !== 'graded') {
      report(['sections', index, 'scenario'], `no graded scenario ‘${key}’`)
      continue
    }
    kinds.add(scenario.kind)
    const twice = sections.some((other, at) => at < index && other.scenario === key)
    if (twice) report(['sections', index], `‘${key}’ comes twice`)
    if (minutes < leastMinutes(scenario.minutes)) {
      const least = leastMinutes(scenario.minutes)
      report(['sections', index, 'minutes'], `‘${key}’ is written for ${scenario.minutes}, ${least} at least`)
    }
    for (const dimension of Object.keys(weights)) {
      if (scenario.dimensions.some((shown) => shown === dimension)) continue
      report(['sections', index, 'weights', dimension], `‘${key}’ does not show it`)
    }
    for (const dimension of scenario.dimensions) {
      if (weights[dimension] === undefined)
        report(['sections', index, 'weights'], `no weight for ${dimension}`)
    }
  }
  const inboxes = inboxesOf(sections, (key) => find(key)?.kind)
  for (const [index, [first]] of inboxes.entries()) {
    if (first && inboxes.some(([other], at) => at < index && other?.sitting === first.sitting))
      report(['sections', sections.indexOf(first)], 'the inbox of a sitting stands together')
  }
  for (const [index, key] of warmUps.entries()) {
    const scenario = find(key)
    if (scenario?.use !== 'warm-up') report(['warmUps', index], `no warm-up ‘${key}’`)
    else kinds.delete(scenario.kind)
  }
  if (problems.length === 0) {
    for (const kind of kinds) report(['warmUps'], `no warm-up of the kind ${kind}`)
  }
  return problems
}
