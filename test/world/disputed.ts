import { and, asc, eq } from 'drizzle-orm'
import type { Dimension, Level } from '#app/domain/dimensions.ts'
import type { Db } from '#db/client.ts'
import { answers, attempts, gradingAssignments } from '#db/schema/index.ts'
import { graded, type Levels } from './grading.ts'
import { type Lumo, later } from './lumo.ts'

const scenario = 's03-first-fifty'

/** The answer to the first fifty dollars, with everybody asked for it in the order of asking. */
export async function replyOf(db: Db, applicationId: string) {
  const rows = await db
    .select({
      answerId: answers.id,
      code: answers.code,
      id: gradingAssignments.id,
      graderId: gradingAssignments.graderId,
      lockedAt: gradingAssignments.lockedAt,
    })
    .from(answers)
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .innerJoin(gradingAssignments, eq(gradingAssignments.answerId, answers.id))
    .where(and(eq(attempts.applicationId, applicationId), eq(answers.scenarioKey, scenario)))
    .orderBy(asc(gradingAssignments.ordinal))
  const [first] = rows
  if (!first) throw new Error('nobody is asked to grade the reply')
  return { answerId: first.answerId, code: first.code, requests: rows }
}

/** The graders of the reply lock these levels one after the other, whoever they are; the last may stay open. */
export async function disputedReply(
  db: Db,
  world: Lumo,
  input: { applicationId: string; dimension: Dimension; levels: readonly Level[]; now: Date },
): Promise<Awaited<ReturnType<typeof replyOf>>> {
  const { applicationId, dimension, levels, now } = input
  for (const [index, level] of levels.entries()) {
    const { requests } = await replyOf(db, applicationId)
    const next = requests.find(({ lockedAt }) => !lockedAt)
    const grader = Object.values(world).find(
      (one) => typeof one === 'object' && one.userId === next?.graderId,
    )
    if (!next || typeof grader !== 'object') throw new Error(`nobody is left for level ${level}`)
    const given: Levels = { [dimension]: level }
    await graded(db, { grader, assignmentId: next.id, levels: given, now: later(now, { minutes: index }) })
  }
  return replyOf(db, applicationId)
}
