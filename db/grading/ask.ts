import { eq, inArray } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import { chooseGraders, gradingDays } from '#app/domain/assigning.ts'
import type { Dimension } from '#app/domain/dimensions.ts'
import { isActive } from '#app/domain/pipeline.ts'
import type { Tx } from '../client.ts'
import { pinnedScenario } from '../pinned.ts'
import { answers, gradingAssignments } from '../schema/index.ts'
import { askable, invitedGraders, mustNotGrade, sharedAnswers } from './graders.ts'
import { handOver } from './hand-over.ts'
import { placeAnchors } from './hidden/place.ts'
import { ask, daysAfter, holdGradedAttempt } from './request.ts'
import { blank } from './text.ts'

export { ask, daysAfter, type GradedAttempt, holdGradedAttempt } from './request.ts'

/**
 * Asks for the grades of an attempt that was handed in: two graders for every answer in which something was written.
 * May be called again at any time: it takes back what lies unlocked on the desk of somebody who must not grade it any
 * more, gives it to others, and fills what is missing. Returns how many were asked.
 */
export async function askForGrades(
  tx: Tx,
  input: { attemptId: string; by?: StaffViewer; random?: () => number; now: Date },
): Promise<number> {
  const attempt = await holdGradedAttempt(tx, input.attemptId)
  if (!attempt || !isActive(attempt.stage) || attempt.quarantined) return 0
  if (attempt.status !== 'submitted' && attempt.status !== 'expired') return 0
  const { by, random = Math.random, now } = input
  const written = await writtenAnswers(tx, attempt.attemptId)
  const ids = written.map(({ id }) => id)
  const lost = await lostRequests(tx, attempt, ids, now)
  const { given } = await handOver(tx, { attempt, requests: lost, by, random, now })
  const graders = await invitedGraders(tx, attempt, now)
  const standing: Standing[] = await tx
    .select()
    .from(gradingAssignments)
    .where(inArray(gradingAssignments.answerId, ids))
  const asks = chooseGraders({
    answers: written.map(({ id }) => {
      const own = standing.filter(({ answerId }) => answerId === id)
      const free = askable(graders, id, own)
      return {
        id,
        asked: own.filter(({ voidedAt }) => !voidedAt).map(({ graderId }) => graderId),
        barred: graders.filter((grader) => !free.includes(grader)).map((grader) => grader.id),
      }
    }),
    graders,
    shared: await sharedAnswers(tx, attempt.vacancyId),
    random,
  })
  for (const { answer, grader } of asks) {
    const taken = standing
      .filter(({ answerId, voidedAt }) => answerId === answer && !voidedAt)
      .map(({ ordinal }) => ordinal)
    const ordinal = [1, 2, 3, 4].find((free) => !taken.includes(free)) ?? 4
    const dueAt = daysAfter(now, gradingDays)
    const request = { answerId: answer, graderId: grader, ordinal, reason: 'initial' as const }
    await ask(tx, attempt, { ...request, by, askedAt: now, dueAt, now })
    standing.push({ ...request, voidedAt: null })
  }
  const { vacancyId, locale } = attempt
  await placeAnchors(tx, { graders: asks.map(({ grader }) => grader), vacancyId, locale, now })
  return given + asks.length
}

type Request = typeof gradingAssignments.$inferSelect
type Standing = Pick<Request, 'answerId' | 'graderId' | 'ordinal' | 'voidedAt'>

/** Open requests to people who know by now whose it is or what others gave, or have a conflict. */
async function lostRequests(
  tx: Tx,
  attempt: Parameters<typeof invitedGraders>[1],
  answerIds: readonly string[],
  now: Date,
): Promise<Request[]> {
  const graders = await invitedGraders(tx, attempt, now)
  const barred = new Set(graders.filter(mustNotGrade).map(({ id }) => id))
  if (barred.size === 0) return []
  const asked = await tx
    .select()
    .from(gradingAssignments)
    .where(inArray(gradingAssignments.answerId, [...answerIds]))
  return asked.filter(({ graderId, lockedAt, voidedAt }) => !lockedAt && !voidedAt && barred.has(graderId))
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
