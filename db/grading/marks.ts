import { asc, eq, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Dimension, Level } from '#app/domain/dimensions.ts'
import { isLevel } from '#app/domain/dimensions.ts'
import type { Mark, MarkedCell } from '#app/domain/grading.ts'
import { lockEffective, revealed } from '#app/domain/reveal.ts'
import type { AssignmentContent } from '#app/domain/scenario/assignment.ts'
import type { Db } from '../client.ts'
import { prepared } from '../prepared.ts'
import { answers, attempts, grades, gradingAssignments, moderations } from '../schema/index.ts'

export type Request = typeof gradingAssignments.$inferSelect & { grades: (typeof grades.$inferSelect)[] }
export interface MarkedAnswer {
  id: string
  code: string
  position: number
  scenarioKey: string
  scenarioHash: string
  body: unknown
  /** Everybody asked, in order; voided requests are left out. */
  requests: Request[]
  /** The last word where a moderator gave it. */
  moderated: Partial<Record<Dimension, Level>>
}

const lastWords = sql<MarkedAnswer['moderated'] | null>`(
  select jsonb_object_agg(${moderations.dimension}, ${moderations.value}) from ${moderations}
  where ${moderations.answerId} = ${answers.id} and ${moderations.value} is not null)`

const rowsBy = (name: string, column: AnyPgColumn) =>
  prepared((db) =>
    db
      .select({ answer: answers, request: gradingAssignments, grade: grades, moderated: lastWords })
      .from(answers)
      .innerJoin(attempts, eq(attempts.id, answers.attemptId))
      .leftJoin(gradingAssignments, eq(gradingAssignments.answerId, answers.id))
      .leftJoin(grades, eq(grades.assignmentId, gradingAssignments.id))
      .where(eq(column, sql.placeholder('id')))
      .orderBy(asc(answers.position), asc(gradingAssignments.ordinal), asc(grades.dimension))
      .prepare(`marked_by_${name}`),
  )
const rowsOf = {
  attempt: rowsBy('attempt', attempts.id),
  application: rowsBy('application', attempts.applicationId),
  answer: rowsBy('answer', answers.id),
}

/** Every answer of one attempt, or that one, with everybody asked and what they locked: the one query behind rule, reveal and profile. */
export async function markedAnswers(db: Db, of: keyof typeof rowsOf, id: string): Promise<MarkedAnswer[]> {
  const rows = await rowsOf[of](db).execute({ id })
  const found = new Map<string, MarkedAnswer>()
  for (const { answer, request, grade, moderated } of rows) {
    const { code, position, scenarioKey, scenarioHash, body } = answer
    const fresh = {
      id: answer.id,
      code,
      position,
      scenarioKey,
      scenarioHash,
      body,
      requests: [],
      moderated: moderated ?? {},
    }
    const marked: MarkedAnswer = found.get(answer.id) ?? fresh
    found.set(answer.id, marked)
    if (!request || request.voidedAt) continue
    const known = marked.requests.find((other) => other.id === request.id)
    const entry = known ?? { ...request, grades: [] }
    if (!known) marked.requests.push(entry)
    if (grade) entry.grades.push(grade)
  }
  return [...found.values()]
}

/** Its graders have all locked, the locks hold, and nobody else must be asked: only now may anybody see the grades. */
export function visible(
  requests: readonly Pick<Request, 'lockedAt' | 'voidedAt' | 'settledAt'>[],
  now: Date,
): boolean {
  return revealed(requests, now) && requests.every(({ settledAt }) => settledAt !== null)
}

/**
 * As much of an answer as somebody may know: whoever grades it themselves sees until the reveal no more than two
 * graders, themselves and one other, with one of the two still to lock. So no count tells them that a further grader is
 * asked, and that the first two did not agree.
 */
export function asKnownTo(userId: string, now: Date): (answer: MarkedAnswer) => MarkedAnswer {
  return (answer) => {
    const { requests } = answer
    const own = requests.find(({ graderId }) => graderId === userId)
    if (!own || visible(requests, now)) return answer
    const rest = requests.filter((request) => request !== own)
    const other = rest.find(({ lockedAt }) => lockedAt) ?? rest[0]
    const waits = own.lockedAt ? { lockedAt: null, settledAt: null, grades: [] } : {}
    const known = other ? [own, { ...other, ...waits }] : [own]
    return { ...answer, requests: known.map((request, index) => ({ ...request, ordinal: index + 1 })) }
  }
}

export const markOf = (grade: typeof grades.$inferSelect): Mark => ({
  level: isLevel(grade.level) ? grade.level : null,
  incident: grade.incident !== null,
})

/** Which dimensions are graded in the attempt, from the assignment's weights. */
export function weightsOf(
  assignment: AssignmentContent,
  scenarioKey: string,
): Partial<Record<Dimension, number>> {
  return assignment.sections.find(({ scenario }) => scenario === scenarioKey)?.weights ?? {}
}

/** The dimension's answers with the marks of those requests that count. */
export function cellsOf(
  dimension: Dimension,
  marked: readonly MarkedAnswer[],
  assignment: AssignmentContent,
  counts: (answer: MarkedAnswer, request: Request) => boolean,
): MarkedCell[] {
  return marked.flatMap((answer) => {
    const weight = weightsOf(assignment, answer.scenarioKey)[dimension]
    if (weight === undefined || answer.requests.length === 0) return []
    const marks = answer.requests
      .filter((request) => counts(answer, request))
      .flatMap((request) => request.grades.filter((grade) => grade.dimension === dimension).map(markOf))
    const moderated = answer.moderated[dimension]
    return [{ answer: answer.id, weight, marks, ...(moderated !== undefined && { moderated }) }]
  })
}

export const locked = (now: Date) => (_: MarkedAnswer, request: Request) => lockEffective(request, now)
