import { grouped, type PanelRow } from './agreement-panel.ts'
import { type Dimension, levels } from './dimensions.ts'
import { median } from './middle.ts'
import { type GraderSeverity, severity } from './severity.ts'

/** What the report's words rest on. Assumed values. */
export const reportRules = {
  /** Ratings of answers that somebody else rated too; below it nothing is said about severity. */
  fewestRatings: 20,
  /** From this many levels on, drawn towards 0, a grader is called stricter or more lenient … */
  telling: 0.3,
  /** … if δ also lies further than this many standard errors from 0. */
  z: 1.96,
  /** An answer that lay open for longer was left lying; minutes are not counted then. */
  longestMinutes: 60,
  /** Below this many timed answers no minutes are shown. */
  fewestTimed: 3,
}

/** One request to grade an answer. Minutes from opening to locking, undefined where they are not known. */
export interface ReportRequest {
  grader: string
  locked: boolean
  minutes?: number
}
export type ReportRow = PanelRow & { dimension: Dimension }

export interface GraderFigures {
  asked: number
  locked: number
  /** The median over locked answers. */
  minutes?: number
  /** Revealed answers, and levels given in them. */
  answers: number
  ratings: number
  /** Levels 1 to 5, and "not shown". */
  counts: number[]
  notShown: number
  mean?: number
  /** Standard deviation of the levels over that of all graders' levels: below 1 keeps closer to the middle. */
  spread?: number
  /** Mean standard deviation of the levels inside one answer: small where one impression colours all criteria. */
  within?: number
  severity: GraderSeverity
  /** Which group of graders who share answers; comparisons hold within a group only. */
  group: number
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Of a whole population; undefined for fewer than two values. */
function deviation(values: readonly number[]): number | undefined {
  if (values.length < 2) return undefined
  const middle = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))
}

/**
 * The report of every grader of a vacancy, from revealed grades and from how their requests stand. The order of rows
 * changes nothing. Severity takes each answer and dimension as a thing of its own (assessment model, "Rater severity").
 */
export function graderFigures(
  rows: readonly ReportRow[],
  requests: readonly ReportRequest[],
): Record<string, GraderFigures> {
  const given = rows.flatMap(({ level, ...row }) => (level === null ? [] : [{ ...row, level }]))
  const { graders, components } = severity(
    given.map(({ answer, dimension, grader, level }) => ({
      answer: `${answer} ${dimension}`,
      grader,
      level,
    })),
  )
  const all = deviation(given.map(({ level }) => level).sort())
  const byGrader = grouped(rows, ({ grader }) => grader)
  const people = grouped(requests, ({ grader }) => grader)
  return Object.fromEntries(
    [...new Set([...people.keys(), ...byGrader.keys()])].sort().map((grader): [string, GraderFigures] => {
      const own = byGrader.get(grader) ?? []
      const values = own.flatMap(({ level }) => (level === null ? [] : [level])).sort()
      const asked = people.get(grader) ?? []
      const timed = asked.flatMap(({ minutes }) =>
        minutes !== undefined && minutes > 0 && minutes <= reportRules.longestMinutes ? [minutes] : [],
      )
      const inside = [...grouped(own, ({ answer }) => answer).values()].flatMap(
        (answer) => deviation(answer.flatMap(({ level }) => (level === null ? [] : [level])).sort()) ?? [],
      )
      const ownDeviation = deviation(values)
      return [
        grader,
        {
          asked: asked.length,
          locked: asked.filter(({ locked }) => locked).length,
          ...(timed.length >= reportRules.fewestTimed && { minutes: median(timed) }),
          answers: new Set(own.map(({ answer }) => answer)).size,
          ratings: values.length,
          counts: levels.map((level) => values.filter((value) => value === level).length),
          notShown: own.filter(({ level }) => level === null).length,
          ...(values.length > 0 && { mean: mean(values) }),
          ...(ownDeviation !== undefined && all ? { spread: ownDeviation / all } : {}),
          ...(inside.length > 0 && { within: mean(inside) }),
          severity: graders[grader] ?? nobody,
          group: Math.max(
            0,
            components.findIndex((people) => people.includes(grader)),
          ),
        },
      ]
    }),
  )
}

const nobody: GraderSeverity = { delta: undefined, shrunk: undefined, n: 0, reason: 'not-connected' }

export type SeverityWord = 'stricter' | 'milder' | 'alike' | 'few' | 'apart'

/** A grader's severity in one word. `connected`: shared answers lead from every grader of the vacancy to every other. */
export function severityWord(estimate: GraderSeverity, connected: boolean): SeverityWord {
  const { delta, shrunk, se, n } = estimate
  if (delta === undefined || !connected) return 'apart'
  if (n < reportRules.fewestRatings || se === undefined) return 'few'
  if (Math.abs(shrunk) < reportRules.telling || Math.abs(delta) <= reportRules.z * se) return 'alike'
  return delta < 0 ? 'stricter' : 'milder'
}

/** Do shared answers lead from every grader who gave a level to every other? */
export function connectedGraders(figures: readonly Pick<GraderFigures, 'ratings' | 'group'>[]): boolean {
  return new Set(figures.filter(({ ratings }) => ratings > 0).map(({ group }) => group)).size <= 1
}
