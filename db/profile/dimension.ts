import type { Dimension, Level } from '#app/domain/dimensions.ts'
import { isLevel } from '#app/domain/dimensions.ts'
import { scoredCell } from '#app/domain/grading.ts'
import { plannedScore, type ScoreParts } from '#app/domain/planned-score.ts'
import { attention, type DimensionScore, type Parameters } from '#app/domain/profile.ts'
import type { AssignmentContent } from '#app/domain/scenario/assignment.ts'
import type { ScoringPlan } from '#app/domain/scoring-plan.ts'
import { type SeverityInForce, severityOf } from '#app/domain/severity-in-force.ts'
import { cellsOf, type MarkedAnswer, weightsOf } from '../grading/marks.ts'

export interface SeenIn {
  answerId: string
  scenarioKey: string
  levels: Level[]
  /** A moderator's last word, which counts in place of the levels. */
  moderated: Level | null
  /** Graders who found nothing of it in this answer. */
  notShown: number
  /** Grades of this answer that nobody may see yet. */
  awaited: number
}
export interface Evidence {
  /** Of the quote, so that two alike are told apart. */
  id: string
  answerId: string
  scenarioKey: string
  level: Level | null
  text: string
  /** The quoted words are a critical incident. */
  incident: string | null
}
export interface DimensionProfile {
  dimension: Dimension
  /** Graded anywhere in this assignment. */
  tested: boolean
  score: DimensionScore
  /** Where the score is not that of the grades alone: the grades' own figure, and what the plan made of it. */
  parts: ScoreParts | null
  grades: Level[]
  awaited: number
  line: number | null
  /** The whole band lies below the line: the decision asks for a written comment. */
  attention: boolean
  /** The band lies across the line: worth a look, asks for nothing. */
  acrossLine: boolean
  seenIn: SeenIn[]
  evidence: Evidence[]
}

/** One dimension of the profile as its plan counts it, from revealed grades only. */
export function dimensionProfile(input: {
  dimension: Dimension
  marked: readonly MarkedAnswer[]
  assignment: AssignmentContent
  plan: ScoringPlan
  severity: SeverityInForce | undefined
  /** O, where something of the dimension was counted by rule. */
  objective: number | undefined
  parameters: Partial<Parameters>
  seen: (answer: MarkedAnswer) => boolean
}): DimensionProfile {
  const { dimension, marked, assignment, plan, severity, objective, parameters, seen } = input
  const cells = cellsOf(dimension, marked, assignment, (answer) => seen(answer)).map((cell) => {
    const answer = marked.find(({ id }) => id === cell.answer)
    const taken = severityOf(answer ? gradersOf(dimension, answer) : [], severity)
    return { ...scoredCell(cell), ...(taken !== undefined && { severity: taken }) }
  })
  const { omega, lines } = plan
  const { score, parts } = plannedScore({ dimension, cells, omega, objective, parameters })
  const own = marked.filter(({ scenarioKey }) => weightsOf(assignment, scenarioKey)[dimension] !== undefined)
  const seenIn = own.map((answer): SeenIn => {
    const given = seen(answer)
      ? answer.requests.flatMap(({ grades }) => grades.filter((grade) => grade.dimension === dimension))
      : []
    return {
      answerId: answer.id,
      scenarioKey: answer.scenarioKey,
      levels: given.flatMap(({ level }) => (isLevel(level) ? [level] : [])),
      moderated: seen(answer) ? (answer.moderated[dimension] ?? null) : null,
      notShown: given.filter(({ noEvidence }) => noEvidence).length,
      awaited: seen(answer) ? 0 : answer.requests.length,
    }
  })
  const line = lines[dimension] ?? null
  const { low, high, enough } = score
  return {
    dimension,
    tested: own.length > 0,
    score,
    parts: parts ?? null,
    grades: seenIn.flatMap(({ levels }) => levels),
    awaited: seenIn.reduce((sum, { awaited }) => sum + awaited, 0),
    line,
    attention: attention(dimension, score, lines),
    acrossLine:
      enough && line !== null && low !== undefined && high !== undefined && low < line && line <= high,
    seenIn,
    evidence: own.filter(seen).flatMap((answer) => evidenceOf(dimension, answer)),
  }
}

/** Who gave this answer a level on the dimension. */
const gradersOf = (dimension: Dimension, { requests }: MarkedAnswer) =>
  requests.flatMap(({ graderId, grades }) =>
    grades.some((grade) => grade.dimension === dimension && isLevel(grade.level)) ? [graderId] : [],
  )

function evidenceOf(dimension: Dimension, answer: MarkedAnswer): Evidence[] {
  return answer.requests.flatMap(({ id, grades }) =>
    grades
      .filter((grade) => grade.dimension === dimension)
      .flatMap(({ level, quotes, incident }) =>
        quotes.map(({ start, end, text }) => ({
          id: `${id} ${start} ${end}`,
          answerId: answer.id,
          scenarioKey: answer.scenarioKey,
          level: isLevel(level) ? level : null,
          text,
          incident,
        })),
      ),
  )
}
