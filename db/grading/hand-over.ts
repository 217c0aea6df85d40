import { and, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import { gradingDays } from '#app/domain/assigning.ts'
import { isActive } from '#app/domain/pipeline.ts'
import type { Tx } from '../client.ts'
import { record } from '../events.ts'
import { answers, applications, attempts, gradingAssignments, vacancies } from '../schema/index.ts'
import { askable, invitedGraders, oneMore, sharedAnswers } from './graders.ts'
import { ask, daysAfter, type GradedAttempt, holdGradedAttempt } from './request.ts'

type Request = typeof gradingAssignments.$inferSelect
/** Given to somebody else, and left without anybody who could take it. */
export interface HandedOver {
  given: number
  waiting: number
}

/**
 * Takes open requests back and gives each to somebody else in its place: the same ordinal, the same reason and moment,
 * so that nothing that was hidden counts as seen in between. `keep`: where nobody can take it, it stays.
 */
export async function handOver(
  tx: Tx,
  input: {
    attempt: GradedAttempt
    requests: readonly Request[]
    by?: StaffViewer
    keep?: boolean
    random?: () => number
    now: Date
  },
): Promise<HandedOver> {
  const { attempt, requests, by, keep = false, random = Math.random, now } = input
  const done = { given: 0, waiting: 0 }
  if (requests.length === 0) return done
  const graders = await invitedGraders(tx, attempt, now)
  const standing = await tx
    .select()
    .from(gradingAssignments)
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .where(eq(answers.attemptId, attempt.attemptId))
    .then((rows) => rows.map((row) => row.grading_assignments))
  const shared = await sharedAnswers(tx, attempt.vacancyId)
  const askedFor = (answerId: string) =>
    standing.filter((one) => one.answerId === answerId && !one.voidedAt).map(({ graderId }) => graderId)
  for (const request of requests) {
    const { answerId } = request
    const others = askedFor(answerId).filter((grader) => grader !== request.graderId)
    const ever = standing.filter((one) => one.answerId === answerId)
    const without = ever.map((one) => (one.id === request.id ? { ...one, voidedAt: now } : one))
    const free = isActive(attempt.stage) ? askable(graders, answerId, without) : []
    const next = oneMore({
      answer: { id: answerId, asked: others },
      others: [...new Set(standing.map((one) => one.answerId))].map((id) => ({ id, asked: askedFor(id) })),
      graders,
      free,
      shared,
      random,
    })
    if (!next) done.waiting += 1
    if (!next && keep) continue
    if (!(await takeBack(tx, attempt, request, { by, now }))) continue
    standing.splice(standing.indexOf(ever.find(({ id }) => id === request.id) ?? request), 1, {
      ...request,
      voidedAt: now,
    })
    if (!next) continue
    const { ordinal, reason, askedAt } = request
    const dueAt = daysAfter(now, gradingDays)
    const given = { answerId, graderId: next, ordinal, reason, by, askedAt, dueAt, now }
    standing.push({ ...request, ...given, id: await ask(tx, attempt, given), voidedAt: null })
    done.given += 1
  }
  return done
}

async function takeBack(
  tx: Tx,
  { applicationId, teamId }: GradedAttempt,
  { id, graderId, ordinal }: Request,
  { by, now }: { by?: StaffViewer; now: Date },
): Promise<boolean> {
  const taken = await tx
    .update(gradingAssignments)
    .set({ voidedAt: now })
    .where(and(eq(gradingAssignments.id, id), isNull(gradingAssignments.lockedAt)))
    .returning({ id: gradingAssignments.id })
  if (taken.length === 0) return false
  await record(tx, {
    by: by ?? 'system',
    now,
    subject: 'grading-assignment',
    subjectId: id,
    applicationId,
    teamId,
    kind: 'grade-taken-back',
    data: { graderId, ordinal },
  })
  return true
}

/** All that lies open on a grader's desk and fits, attempt by attempt in one order, so that nobody waits in a ring. */
export async function handOverAll(
  tx: Tx,
  input: {
    graderId: string
    where?: SQL
    by?: StaffViewer
    keep?: boolean
    random?: () => number
    now: Date
  },
): Promise<HandedOver> {
  const { graderId, where, ...rest } = input
  const open = and(
    eq(gradingAssignments.graderId, graderId),
    isNull(gradingAssignments.lockedAt),
    isNull(gradingAssignments.voidedAt),
  )
  const rows = await tx
    .selectDistinct({ attemptId: attempts.id })
    .from(gradingAssignments)
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .where(and(open, where))
    .orderBy(attempts.id)
  const done = { given: 0, waiting: 0 }
  for (const { attemptId } of rows) {
    const attempt = await holdGradedAttempt(tx, attemptId)
    if (!attempt) continue
    const ids = tx.select({ id: answers.id }).from(answers).where(eq(answers.attemptId, attemptId))
    const requests = await tx
      .select()
      .from(gradingAssignments)
      .where(and(open, inArray(gradingAssignments.answerId, ids)))
      .for('update')
    const { given, waiting } = await handOver(tx, { attempt, requests, ...rest })
    done.given += given
    done.waiting += waiting
  }
  return done
}
