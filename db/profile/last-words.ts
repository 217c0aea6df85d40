import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import { type Dimension, isLevel, type Level } from '#app/domain/dimensions.ts'
import type { Db } from '../client.ts'
import { prepared } from '../prepared.ts'
import { answers, moderations, users } from '../schema/index.ts'

/** A disputed grade that was settled: what counts in place of the graders' levels, by whom, when and why. */
export interface LastWord {
  answerId: string
  scenarioKey: string
  dimension: Dimension
  value: Level
  moderator: string
  at: Date
  reason: string
}

const settled = prepared((db) =>
  db
    .select({
      answerId: answers.id,
      scenarioKey: answers.scenarioKey,
      dimension: moderations.dimension,
      value: moderations.value,
      moderator: users.name,
      at: moderations.moderatedAt,
      reason: moderations.reason,
    })
    .from(moderations)
    .innerJoin(answers, eq(answers.id, moderations.answerId))
    .innerJoin(users, eq(users.id, moderations.moderatorId))
    .where(and(eq(answers.attemptId, sql.placeholder('attempt')), isNotNull(moderations.moderatedAt)))
    .orderBy(asc(answers.position), asc(moderations.dimension))
    .prepare('last_words'),
)

export async function lastWordsOf(db: Db, attemptId: string): Promise<LastWord[]> {
  const rows = await settled(db).execute({ attempt: attemptId })
  return rows.flatMap(({ value, at, reason, ...row }) =>
    isLevel(value) && at ? [{ ...row, value, at, reason: reason ?? '' }] : [],
  )
}
