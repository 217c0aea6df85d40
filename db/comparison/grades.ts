import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { type Dimension, dimensions } from '#app/domain/dimensions.ts'
import { sameGraders } from '#app/domain/reveal.ts'
import type { Db } from '../client.ts'
import { visible, weightsOf } from '../grading/marks.ts'
import { pinnedAssignment } from '../pinned.ts'
import { prepared } from '../prepared.ts'
import { answers, grades, gradingAssignments, moderations } from '../schema/index.ts'
import { together } from '../together.ts'

interface Request {
  graderId: string
  lockedAt: Date | null
  settledAt: Date | null
  voidedAt: Date | null
  levels: Partial<Record<Dimension, number>>
}
interface GradedAnswer {
  scenario: string
  requests: Request[]
}

/** One row a grader, not one a level: a table of twelve people has a thousand levels. */
const levelsOf = (request: AnyPgColumn) => sql<Partial<Record<Dimension, number>>>`coalesce(
  (select json_object_agg(dimension, level) from ${grades} where assignment_id = ${request} and level is not null), '{}')`
const ofAttempts = sql`${answers.attemptId} = any(${sql.placeholder('attempts')})`
const given = prepared((db) =>
  db
    .select({
      attemptId: answers.attemptId,
      answerId: answers.id,
      scenario: answers.scenarioKey,
      graderId: gradingAssignments.graderId,
      lockedAt: gradingAssignments.lockedAt,
      settledAt: gradingAssignments.settledAt,
      levels: levelsOf(gradingAssignments.id),
    })
    .from(answers)
    .innerJoin(
      gradingAssignments,
      and(eq(gradingAssignments.answerId, answers.id), isNull(gradingAssignments.voidedAt)),
    )
    .where(ofAttempts)
    .orderBy(asc(answers.position), asc(gradingAssignments.ordinal))
    .prepare('grades_of_attempts'),
)
const lastWords = prepared((db) =>
  db
    .select({ answerId: moderations.answerId, dimension: moderations.dimension, value: moderations.value })
    .from(moderations)
    .innerJoin(answers, eq(answers.id, moderations.answerId))
    .where(and(ofAttempts, isNotNull(moderations.value)))
    .prepare('last_words_of_attempts'),
)

/** All grades of these attempts, no text and no quote among them, and the moderators' last words. */
export async function gradesOf(
  db: Db,
  input: { attempts: readonly { id: string; assignmentHash: string }[]; now: Date },
) {
  const ids = input.attempts.map(({ id }) => id)
  if (ids.length === 0) return new Map<string, ReturnType<typeof cellsOfAttempt>>()
  const [rows, words] = await together(db, () => [
    given(db).execute({ attempts: ids }),
    lastWords(db).execute({ attempts: ids }),
  ])
  const moderated = new Map(
    words.map(({ answerId, dimension, value }) => [`${answerId} ${dimension}`, value]),
  )

  const byAttempt = new Map<string, Map<string, GradedAnswer>>()
  for (const row of rows) {
    const own = byAttempt.get(row.attemptId) ?? new Map<string, GradedAnswer>()
    byAttempt.set(row.attemptId, own)
    const answer = own.get(row.answerId) ?? { scenario: row.scenario, requests: [] }
    own.set(row.answerId, answer)
    const { graderId, lockedAt, settledAt, levels } = row
    answer.requests.push({ graderId, lockedAt, settledAt, voidedAt: null, levels })
  }
  const found = new Map<string, ReturnType<typeof cellsOfAttempt>>()
  for (const { id, assignmentHash } of input.attempts) {
    const assignment = await pinnedAssignment(db, assignmentHash)
    const weights = (scenario: string) => weightsOf(assignment, scenario)
    found.set(id, cellsOfAttempt(byAttempt.get(id) ?? new Map(), { weights, moderated, now: input.now }))
  }
  return found
}

/** One attempt's cells, if every answer that somebody was asked for has its grades revealed; else they stay unseen. */
function cellsOfAttempt(
  graded: ReadonlyMap<string, GradedAnswer>,
  by: {
    weights: (scenario: string) => Partial<Record<Dimension, number>>
    moderated: ReadonlyMap<string, number | null>
    now: Date
  },
) {
  const all = [...graded].map(([id, answer]) => ({ id, ...answer }))
  if (all.length === 0 || !all.every(({ requests }) => visible(requests, by.now))) return null
  const cells = Object.fromEntries(
    dimensions.flatMap((dimension) => {
      const own = all.flatMap(({ id, scenario, requests }) => {
        const weight = by.weights(scenario)[dimension]
        if (weight === undefined) return []
        const given = requests.flatMap(({ levels }) => levels[dimension] ?? [])
        const graders = requests.flatMap(({ graderId, levels }) => (levels[dimension] ? [graderId] : []))
        const value = by.moderated.get(`${id} ${dimension}`)
        return [{ scenario, weight, grades: given, graders, ...(value != null && { moderated: value }) }]
      })
      return own.length > 0 ? [[dimension, own]] : []
    }),
  )
  return {
    cells,
    sameGraders: sameGraders(all.map(({ requests }) => requests.map(({ graderId }) => graderId))),
  }
}
