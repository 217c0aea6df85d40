import type { Dimension, Level } from '#app/domain/dimensions.ts'
import { isLevel } from '#app/domain/dimensions.ts'
import { scoredCell } from '#app/domain/grading.ts'
import {
  attention,
  type DimensionScore,
  dimensionScore,
  type Lines,
  type Parameters,
} from '#app/domain/profile.ts'
import type { AssignmentContent } from '#app/domain/scenario/assignment.ts'
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

/** One dimension of the profile, from revealed grades only. */
export function dimensionProfile(input: {
  dimension: Dimension
  marked: readonly MarkedAnswer[]
  assignment: AssignmentContent
  lines: Lines
  parameters: Partial<Parameters>
  seen: (answer: MarkedAnswer) => boolean
}): DimensionProfile {
  const { dimension, marked, assignment, lines, parameters, seen } = input
  const cells = cellsOf(dimension, marked, assignment, (answer) => seen(answer))
  const score = dimensionScore(cells.map(scoredCell), parameters)
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

function evidenceOf(dimension: Dimension, answer: MarkedAnswer): Evidence[] {
  return answer.requests.flatMap(({ grades }) =>
    grades
      .filter((grade) => grade.dimension === dimension)
      .flatMap(({ id, level, quotes, incident }) =>
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
