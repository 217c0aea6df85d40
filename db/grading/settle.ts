import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import { gradingDays } from '#app/domain/assigning.ts'
import { dimensions } from '#app/domain/dimensions.ts'
import { type FurtherReason, furtherGrade, furtherReasons, gradingRules } from '#app/domain/grading.ts'
import { isActive } from '#app/domain/pipeline.ts'
import type { Lines } from '#app/domain/profile.ts'
import { effectiveAt, lockEffective, undoSeconds } from '#app/domain/reveal.ts'
import { askForAgreement, forgetAgreement } from '../agreement/work-out.ts'
import { lapsedLocks } from '../calibration.ts'
import type { Db, Tx } from '../client.ts'
import { keepDisagreements } from '../disagreements/keep.ts'
import { record } from '../events.ts'
import { enqueue } from '../jobs.ts'
import { pinnedAssignment } from '../pinned.ts'
import { answers, attempts, gradingAssignments, scoringPlans } from '../schema/index.ts'
import { ask, askForGrades, daysAfter, type GradedAttempt, holdGradedAttempt } from './ask.ts'
import { askable, invitedGraders, oneMore, sharedAnswers } from './graders.ts'
import { settleHidden, tellHidden } from './hidden/settle.ts'
import { cellsOf, locked, type MarkedAnswer, markedAnswers, visible } from './marks.ts'

/** Asks for the lock to be settled at the moment at which it takes effect. */
export async function settleLater(
  tx: Tx,
  input: { assignmentId: string; lockedAt: Date; now: Date },
): Promise<void> {
  const effective = new Date(input.lockedAt.getTime() + undoSeconds * 1000)
  await enqueue(tx, {
    kind: 'settle-answer',
    payload: { assignmentId: input.assignmentId },
    runAt: effective > input.now ? effective : input.now,
    dedupe: `settle-answer:${input.assignmentId}:${input.now.getTime()}`,
    now: input.now,
  })
}

/** The job behind a lock. Reads only the database: it may come late, twice, or for a lock that was taken back. */
export async function settleAnswer(db: Db, input: { assignmentId: string; now: Date }): Promise<void> {
  await db.transaction(async (tx) => {
    const [row] = await tx
      .select({ attemptId: answers.attemptId, graderId: gradingAssignments.graderId })
      .from(gradingAssignments)
      .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
      .where(eq(gradingAssignments.id, input.assignmentId))
    if (!row) return settleHidden(tx, { id: input.assignmentId, now: input.now })
    const attempt = await holdGradedAttempt(tx, row.attemptId)
    if (!attempt) return
    await settle(tx, attempt, input.now)
    const { vacancyId } = attempt
    await tellHidden(tx, { graderId: row.graderId, vacancyId, now: input.now })
  })
}

/** Fills what is missing: the first two grades of every answer, and every further one that the rule asks for. */
export async function fillGrades(
  tx: Tx,
  input: { attemptId: string; by?: StaffViewer; random?: () => number; now: Date },
): Promise<number> {
  const asked = await askForGrades(tx, input)
  const attempt = await holdGradedAttempt(tx, input.attemptId)
  return attempt ? asked + (await settle(tx, attempt, input.now)) : asked
}

/**
 * What lies unlocked on the desk of somebody who now knows whose it is, or what others gave, goes to somebody else, if
 * there is one.
 */
export async function passOn(
  tx: Tx,
  { applicationIds, userId, now }: { applicationIds: readonly string[]; userId: string; now: Date },
): Promise<void> {
  const open = await tx
    .selectDistinct({ attemptId: answers.attemptId })
    .from(gradingAssignments)
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .where(
      and(
        inArray(gradingAssignments.applicationId, [...applicationIds]),
        eq(gradingAssignments.graderId, userId),
        isNull(gradingAssignments.lockedAt),
        isNull(gradingAssignments.voidedAt),
      ),
    )
    .orderBy(asc(answers.attemptId))
  for (const { attemptId } of open) await fillGrades(tx, { attemptId, now })
}

/**
 * Applies the rule of the further grade to every lock that holds, and marks those locks as settled: from then on the
 * grades of an answer with nobody else to ask may be seen. Returns how many were asked.
 */
export async function settle(tx: Tx, attempt: GradedAttempt, now: Date): Promise<number> {
  const marked = await markedAnswers(tx, 'attempt', attempt.attemptId)
  const fresh = marked.flatMap(({ requests }) =>
    requests.filter((request) => !request.settledAt && lockEffective(request, now)),
  )
  const asked = isActive(attempt.stage) ? await askFurther(tx, attempt, marked, now) : []
  if (fresh.length > 0)
    await tx
      .update(gradingAssignments)
      .set({ settledAt: now })
      .where(
        inArray(
          gradingAssignments.id,
          fresh.map(({ id }) => id),
        ),
      )
  const hidden = marked.some(({ id, requests }) => asked.includes(id) && visible(requests, now))
  await keepNumbers(tx, attempt, { changed: fresh.length + asked.length > 0, hidden, now })
  return asked.length
}

/** The vacancy's honest numbers follow. Who is asked once more hides what was to be seen: then they go at once. */
async function keepNumbers(
  tx: Tx,
  { attemptId, vacancyId }: GradedAttempt,
  { changed, hidden, now }: { changed: boolean; hidden: boolean; now: Date },
): Promise<void> {
  await keepDisagreements(tx, { attemptId, vacancyId, now })
  if (hidden) await forgetAgreement(tx, vacancyId)
  if (changed) await askForAgreement(tx, { vacancyId, now })
}

/** Which answers need one more grade, and why: the reasons of all dimensions together. */
async function needed(tx: Tx, attempt: GradedAttempt, marked: MarkedAnswer[], now: Date) {
  const assignment = await pinnedAssignment(tx, attempt.assignmentHash)
  const lines = await linesOf(tx, attempt.attemptId)
  const reasons = new Map<string, Set<FurtherReason>>()
  for (const dimension of dimensions) {
    const cells = cellsOf(dimension, marked, assignment, locked(now))
    const further = furtherGrade({ dimension, cells, lines })
    if (!further.needed) continue
    for (const { answer, reasons: own } of further.answers)
      reasons.set(answer, new Set([...(reasons.get(answer) ?? []), ...own]))
  }
  const lapsed = await lapsedLocks(
    tx,
    marked.flatMap(({ requests }) => requests.filter((request) => lockEffective(request, now))),
  )
  for (const { id, requests } of marked)
    if (requests.length === gradingRules.initialGrades && requests.some((request) => lapsed.has(request.id)))
      reasons.set(id, new Set([...(reasons.get(id) ?? []), 'calibration']))
  return marked.flatMap((answer) => {
    const own = reasons.get(answer.id)
    const moderated = Object.keys(answer.moderated).length > 0
    const waiting = answer.requests.length > gradingRules.initialGrades || moderated
    const [reason] = furtherReasons.filter((one) => own?.has(one))
    return reason && !waiting ? [{ answer, reason }] : []
  })
}

async function linesOf(tx: Tx, attemptId: string): Promise<Lines> {
  const [row] = await tx
    .select({ plan: scoringPlans.plan })
    .from(attempts)
    .innerJoin(scoringPlans, eq(scoringPlans.id, attempts.scoringPlanId))
    .where(and(eq(attempts.id, attemptId)))
  return row?.plan.lines ?? {}
}

async function askFurther(
  tx: Tx,
  attempt: GradedAttempt,
  marked: MarkedAnswer[],
  now: Date,
): Promise<string[]> {
  const wanted = await needed(tx, attempt, marked, now)
  if (wanted.length === 0) return []
  const graders = await invitedGraders(tx, attempt, now)
  const everAsked = await tx
    .select({
      answerId: gradingAssignments.answerId,
      graderId: gradingAssignments.graderId,
      voidedAt: gradingAssignments.voidedAt,
    })
    .from(gradingAssignments)
    .where(
      inArray(
        gradingAssignments.answerId,
        wanted.map(({ answer }) => answer.id),
      ),
    )
  const shared = await sharedAnswers(tx, attempt.vacancyId)
  const asked: string[] = []
  const given = new Map<string, string[]>()
  for (const { answer, reason } of wanted) {
    const free = askable(
      graders,
      answer.id,
      everAsked.filter(({ answerId }) => answerId === answer.id),
    )
    const graderId = oneMore({
      answer: { id: answer.id, asked: graderIds(answer) },
      others: marked.map((other) => ({
        id: other.id,
        asked: [...graderIds(other), ...(given.get(other.id) ?? [])],
      })),
      graders,
      free,
      shared,
    })
    if (!graderId) {
      await lacking(tx, attempt, answer, now)
      continue
    }
    given.set(answer.id, [graderId])
    asked.push(answer.id)
    // A moment before the last lock takes effect: at no time could the first grades be seen.
    const last = Math.max(...answer.requests.map((request) => effectiveAt(request)?.getTime() ?? 0))
    const settledBefore = answer.requests.every(({ settledAt }) => settledAt !== null)
    await ask(tx, attempt, {
      answerId: answer.id,
      graderId,
      ordinal: answer.requests.length + 1,
      reason,
      askedAt: settledBefore ? now : new Date(last - 1),
      dueAt: daysAfter(now, gradingDays),
      now,
    })
  }
  return asked
}

const graderIds = ({ requests }: MarkedAnswer) => requests.map(({ graderId }) => graderId)

/** Said once per lock: the history shows that a further grade was due and that nobody was there to give it. */
async function lacking(tx: Tx, attempt: GradedAttempt, answer: MarkedAnswer, now: Date): Promise<void> {
  if (answer.requests.every(({ settledAt }) => settledAt !== null)) return
  await record(tx, {
    by: 'system',
    now,
    subject: 'answer',
    subjectId: answer.id,
    applicationId: attempt.applicationId,
    teamId: attempt.teamId,
    kind: 'further-grade-lacking',
  })
}
