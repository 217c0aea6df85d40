import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import { chooseGraders, gradingDays } from '#app/domain/assigning.ts'
import type { Dimension } from '#app/domain/dimensions.ts'
import { emptyDraft } from '#app/domain/grading-draft.ts'
import { isActive } from '#app/domain/pipeline.ts'
import type { Tx } from '../client.ts'
import { record } from '../events.ts'
import { pinnedScenario } from '../pinned.ts'
import { answers, applications, attempts, gradingAssignments, vacancies } from '../schema/index.ts'
import { askable, type Eligible, invitedGraders } from './graders.ts'
import { blank } from './text.ts'

type Reason = (typeof gradingAssignments.$inferSelect)['reason']
export const daysAfter = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000)

/** The attempt with whose it is, held so that two who ask at once ask one after the other. */
export async function holdGradedAttempt(tx: Tx, attemptId: string) {
  const [row] = await tx
    .select({
      attemptId: attempts.id,
      status: attempts.status,
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

/**
 * Asks for the grades of an attempt that was handed in: two graders for every answer in which something was written.
 * May be called again at any time: it takes back what lies unlocked on the desk of somebody who has opened the
 * person's identity meanwhile, and fills what is missing. Returns how many were asked.
 */
export async function askForGrades(
  tx: Tx,
  input: { attemptId: string; by?: StaffViewer; random?: () => number; now: Date },
): Promise<number> {
  const attempt = await holdGradedAttempt(tx, input.attemptId)
  if (!attempt || !isActive(attempt.stage) || attempt.quarantined) return 0
  if (attempt.status !== 'submitted' && attempt.status !== 'expired') return 0
  const graders = await invitedGraders(tx, attempt)
  const written = await writtenAnswers(tx, attempt.attemptId)
  const asked = await tx
    .select()
    .from(gradingAssignments)
    .where(
      inArray(
        gradingAssignments.answerId,
        written.map(({ id }) => id),
      ),
    )
  const standing = await takeBack(tx, asked, graders, input.now)
  const asks = chooseGraders({
    answers: written.map(({ id }) => {
      const own = standing.filter(({ answerId }) => answerId === id)
      const free = askable(graders, own)
      return {
        id,
        asked: own.filter(({ voidedAt }) => !voidedAt).map(({ graderId }) => graderId),
        barred: graders.filter((grader) => !free.includes(grader)).map((grader) => grader.id),
      }
    }),
    graders,
    random: input.random ?? Math.random,
  })
  for (const { answer, grader } of asks) {
    const taken = standing
      .filter(({ answerId, voidedAt }) => answerId === answer && !voidedAt)
      .map(({ ordinal }) => ordinal)
    const ordinal = [1, 2, 3, 4].find((free) => !taken.includes(free)) ?? 4
    const dueAt = daysAfter(input.now, gradingDays.initial)
    const request = { answerId: answer, graderId: grader, ordinal, reason: 'initial' as const }
    await ask(tx, attempt, { ...request, by: input.by, askedAt: input.now, dueAt, now: input.now })
    standing.push({ ...request, voidedAt: null })
  }
  return asks.length
}

type Standing = { answerId: string; graderId: string; ordinal: number; voidedAt: Date | null; reason: Reason }

async function takeBack(
  tx: Tx,
  asked: (typeof gradingAssignments.$inferSelect)[],
  graders: readonly Eligible[],
  now: Date,
): Promise<Standing[]> {
  const knowing = new Set(graders.filter(({ identityOpened }) => identityOpened).map(({ id }) => id))
  const lost = asked.filter(
    ({ graderId, lockedAt, voidedAt }) => !lockedAt && !voidedAt && knowing.has(graderId),
  )
  if (lost.length > 0)
    await tx
      .update(gradingAssignments)
      .set({ voidedAt: now })
      .where(
        and(
          inArray(
            gradingAssignments.id,
            lost.map(({ id }) => id),
          ),
          isNull(gradingAssignments.lockedAt),
        ),
      )
  return asked.map((request) => ({ ...request, voidedAt: lost.includes(request) ? now : request.voidedAt }))
}

async function writtenAnswers(tx: Tx, attemptId: string) {
  const rows = await tx
    .select({ id: answers.id, scenarioHash: answers.scenarioHash, body: answers.body })
    .from(answers)
    .where(eq(answers.attemptId, attemptId))
    .orderBy(answers.position)
  const kept: typeof rows = []
  for (const row of rows) {
    const content = await pinnedScenario(tx, row.scenarioHash)
    const graded: readonly Dimension[] = content.dimensions
    if (graded.length > 0 && !blank(content, row.body)) kept.push(row)
  }
  return kept
}
