import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { StaffViewer } from '#app/domain/access.ts'
import { emptyDraft } from '#app/domain/grading-draft.ts'
import type { Tx } from '../client.ts'
import { record } from '../events.ts'
import { answers, applications, attempts, gradingAssignments, vacancies } from '../schema/index.ts'

export type Reason = (typeof gradingAssignments.$inferSelect)['reason']
export const daysAfter = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000)

/** The attempt with whose it is, held so that two who ask at once ask one after the other. */
export async function holdGradedAttempt(tx: Tx, attemptId: string) {
  const [row] = await tx
    .select({
      attemptId: attempts.id,
      status: attempts.status,
      locale: attempts.locale,
      assignmentHash: attempts.assignmentHash,
      applicationId: applications.id,
      stage: applications.stage,
      quarantined: applications.quarantined,
      vacancyId: vacancies.id,
      teamId: vacancies.teamId,
    })
    .from(attempts)
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .where(eq(attempts.id, attemptId))
    .for('update', { of: attempts })
  return row
}
export type GradedAttempt = NonNullable<Awaited<ReturnType<typeof holdGradedAttempt>>>

const ofAnswer = (column: AnyPgColumn, answerId: string) =>
  sql`(select ${column} from ${answers} where ${answers.id} = ${answerId})`

/** Puts one answer on one desk. */
export async function ask(
  tx: Tx,
  attempt: GradedAttempt,
  input: {
    answerId: string
    graderId: string
    ordinal: number
    reason: Reason
    by?: StaffViewer
    askedAt: Date
    dueAt: Date
    now: Date
  },
): Promise<string> {
  // A random id: one that tells its moment would show which answers were handed in together, and so are one person's.
  const id = randomUUID()
  const { answerId, graderId, ordinal, reason, by, askedAt, dueAt, now } = input
  await tx.insert(gradingAssignments).values({
    id,
    answerId,
    graderId,
    applicationId: attempt.applicationId,
    scenarioKey: ofAnswer(answers.scenarioKey, answerId),
    code: ofAnswer(answers.code, answerId),
    ordinal,
    reason,
    askedBy: by?.userId ?? null,
    askedAt,
    dueAt,
    draft: emptyDraft,
  })
  await record(tx, {
    by: by ?? 'system',
    now,
    subject: 'grading-assignment',
    subjectId: id,
    applicationId: attempt.applicationId,
    teamId: attempt.teamId,
    kind: ordinal > 2 ? 'further-grade-asked' : 'grade-asked',
    data: { graderId, ordinal },
  })
  return id
}
