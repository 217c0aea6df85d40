import { and, eq, sql } from 'drizzle-orm'
import { panelVersion } from '#app/domain/agreement-panel.ts'
import type { Counting } from '#app/domain/counting.ts'
import { type Dimension, dimensions } from '#app/domain/dimensions.ts'
import { type Counted, objectiveMark } from '#app/domain/objective-mark.ts'
import type { ScoringPlan } from '#app/domain/scoring-plan.ts'
import { type SeverityInForce, severityInForce } from '#app/domain/severity-in-force.ts'
import type { Db } from '../client.ts'
import { prepared } from '../prepared.ts'
import { graderStats } from '../schema/index.ts'

const table = prepared((db) =>
  db
    .select({
      grader: graderStats.graderId,
      figures: graderStats.figures,
      hash: graderStats.inputsHash,
      at: graderStats.computedAt,
    })
    .from(graderStats)
    .where(and(eq(graderStats.vacancyId, sql.placeholder('vacancy')), eq(graderStats.version, panelVersion)))
    .orderBy(graderStats.graderId)
    .prepare('severity_table'),
)
type SeverityTable = Awaited<ReturnType<typeof severityTable>>

/** The graders' severity as the panel of the vacancy worked it out last; asked only where a plan takes it off. */
export const severityTable = (db: Db, vacancyId: string) => table(db).execute({ vacancy: vacancyId })

/** Severity as it is in force for these graders' levels, and what is told of it. */
export function countingBy(
  plan: ScoringPlan,
  rows: SeverityTable,
  graders: Iterable<string>,
): { severity: SeverityInForce | undefined; counting: Counting } {
  const omega = plan.omega ?? null
  if (!plan.severityAdjusted) return { severity: undefined, counting: { severity: null, omega } }
  const severity = severityInForce(rows, graders)
  const [first] = rows
  return {
    severity,
    counting: {
      severity:
        severity.applies && first ? { applies: true, hash: first.hash, at: first.at } : notInForce(severity),
      omega,
    },
  }
}

const notInForce = (severity: SeverityInForce) => ({
  applies: false as const,
  reason: severity.applies ? ('few-ratings' as const) : severity.reason,
})

/** O of every dimension in which something was counted, where the plan lets it count. */
export function objectiveBy(
  plan: ScoringPlan,
  counted: Counted,
): Partial<Record<Dimension, number>> | undefined {
  if (!plan.omega) return undefined
  return Object.fromEntries(
    dimensions.flatMap((dimension) => {
      const mark = objectiveMark(dimension, counted)
      return mark === undefined ? [] : [[dimension, mark]]
    }),
  )
}

/** O of one page review: the mean over those who graded it; undefined where nothing was planted. */
export function reviewMark(objectives: readonly (number | null)[]): number | undefined {
  const marks = objectives.flatMap((objective) => objective ?? [])
  return marks.length === 0 ? undefined : marks.reduce((sum, mark) => sum + mark, 0) / marks.length
}
