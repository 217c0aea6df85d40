import { type Dimension, dimensions, type Family, families } from './dimensions.ts'
import type { ScoringPlan } from './scoring-plan.ts'

/** A plan with what it is about, as it was frozen. */
export interface FrozenPlan {
  plan: ScoringPlan
  assignmentHash: string
  rubricHash: string
  handbookHash: string
  scenarioHashes: Record<string, string>
}

/** What a plan changed in the one before it; figures are null where there was none. */
export type PlanChange =
  | { what: 'weight' | 'line'; dimension: Dimension; from: number | null; to: number | null }
  | { what: 'attitude-share'; from: number; to: number }
  | { what: 'severity' | 'index'; to: boolean }
  | { what: 'omega'; family: Family; from: number; to: number }
  | { what: 'assignment' | 'rubric' | 'handbook' }
  | { what: 'scenarios'; keys: string[] }

export function planChanges(before: FrozenPlan, after: FrozenPlan): PlanChange[] {
  const figures = (what: 'weight' | 'line', from: Figures, to: Figures): PlanChange[] =>
    dimensions.flatMap((dimension) => {
      const [was, is] = [from[dimension] ?? null, to[dimension] ?? null]
      return was === is ? [] : [{ what, dimension, from: was, to: is }]
    })
  const keys = [...new Set([...Object.keys(before.scenarioHashes), ...Object.keys(after.scenarioHashes)])]
    .filter((key) => before.scenarioHashes[key] !== after.scenarioHashes[key])
    .sort()
  const [was, is] = [before.plan, after.plan]
  const changes: (PlanChange | false)[] = [
    ...figures('weight', was.weights, is.weights),
    was.attitudeShare !== is.attitudeShare && {
      what: 'attitude-share',
      from: was.attitudeShare,
      to: is.attitudeShare,
    },
    ...figures('line', was.lines, is.lines),
    was.severityAdjusted !== is.severityAdjusted && { what: 'severity', to: is.severityAdjusted },
    (was.index ?? false) !== (is.index ?? false) && { what: 'index', to: is.index ?? false },
    ...families.map((family): PlanChange | false => {
      const [from, to] = [was.omega?.[family] ?? 0, is.omega?.[family] ?? 0]
      return from !== to && { what: 'omega', family, from, to }
    }),
    before.assignmentHash !== after.assignmentHash && { what: 'assignment' },
    before.rubricHash !== after.rubricHash && { what: 'rubric' },
    before.handbookHash !== after.handbookHash && { what: 'handbook' },
    keys.length > 0 && { what: 'scenarios', keys },
  ]
  return changes.filter((change) => change !== false)
}
type Figures = Partial<Record<Dimension, number>>
