import { and, asc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Dimension, Level } from '#app/domain/dimensions.ts'
import { isLevel } from '#app/domain/dimensions.ts'
import type { Mark, MarkedCell } from '#app/domain/grading.ts'
import { lockEffective, revealed } from '#app/domain/reveal.ts'
import type { AssignmentContent } from '#app/domain/scenario/assignment.ts'
import type { Db } from '../client.ts'
import { prepared } from '../prepared.ts'
import { answers, attempts, grades, gradingAssignments, moderations } from '../schema/index.ts'

/** What somebody locked of one criterion. */
export type Grade = Pick<
  typeof grades.$inferSelect,
  'dimension' | 'level' | 'noEvidence' | 'quotes' | 'comment' | 'incident'
>
export type Request = Omit<typeof gradingAssignments.$inferSelect, 'draft'> & { grades: Grade[] }
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

const { draft: _, ...request } = getTableColumns(gradingAssignments)
/** One row a grader, not one a grade: each row carries what was written. */
const gradesOfRequest = sql<Grade[]>`(
  select coalesce(json_agg(json_build_object('dimension', dimension, 'level', level, 'noEvidence', no_evidence,
    'quotes', quotes, 'comment', comment, 'incident', incident) order by dimension), '[]')
  from ${grades} where assignment_id = ${gradingAssignments.id})`

const rowsBy = (name: string, column: AnyPgColumn) =>
  prepared((db) =>
    db
      .select({
        answer: {
          id: answers.id,
          code: answers.code,
          position: answers.position,
          scenarioKey: answers.scenarioKey,
          scenarioHash: answers.scenarioHash,
          body: answers.body,
        },
        request,
        grades: gradesOfRequest,
        moderated: lastWords,
      })
      .from(answers)
      .innerJoin(attempts, eq(attempts.id, answers.attemptId))
      .leftJoin(
        gradingAssignments,
        and(eq(gradingAssignments.answerId, answers.id), isNull(gradingAssignments.voidedAt)),
      )
      .where(eq(column, sql.placeholder('id')))
      .orderBy(asc(answers.position), asc(gradingAssignments.ordinal))
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
  for (const { answer, request, grades, moderated } of rows) {
    const marked: MarkedAnswer = found.get(answer.id) ?? {
      ...answer,
      requests: [],
      moderated: moderated ?? {},
    }
    found.set(answer.id, marked)
    if (request) marked.requests.push({ ...request, grades })
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

export const markOf = (grade: Pick<Grade, 'level' | 'incident'>): Mark => ({
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
