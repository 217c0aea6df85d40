import { eq } from 'drizzle-orm'
import { can, type StaffViewer } from '#app/domain/access.ts'
import { gradingDays } from '#app/domain/assigning.ts'
import type { Dimension, Level } from '#app/domain/dimensions.ts'
import {
  lastWord,
  type ModerationKind,
  type ModerationRefusal,
  mayAskAgain,
  mayAskModeration,
} from '#app/domain/moderation.ts'
import { isActive } from '#app/domain/pipeline.ts'
import { askForAgreement, forgetAgreement } from '../agreement/work-out.ts'
import type { Db, Tx } from '../client.ts'
import { keepDisagreements } from '../disagreements/keep.ts'
import { record } from '../events.ts'
import { ask, daysAfter, holdGradedAttempt } from '../grading/ask.ts'
import { askable, invitedGraders, oneMore, sharedAnswers } from '../grading/graders.ts'
import { markedAnswers } from '../grading/marks.ts'
import { newId } from '../id.ts'
import { enqueue } from '../jobs.ts'
import { gradingAssignments, moderations } from '../schema/index.ts'
import {
  type DisputedAnswer,
  disputedAnswer,
  gradersIn,
  marksIn,
  moderationsIn,
  moderatorsFor,
} from './held.ts'

interface OfAnswer {
  viewer: StaffViewer
  vacancyId: string
  answerId: string
  now: Date
}
interface OfCell extends OfAnswer {
  dimension: Dimension
  reason: string
}
type Result = Promise<{ ok: true } | { refused: ModerationRefusal | 'role-too-low' } | null>

/** The answer with its attempt held, so that a grade, a request and a last word come one after the other. */
async function held(tx: Tx, input: OfAnswer) {
  const first = await disputedAnswer(tx, input)
  const attempt = first && (await holdGradedAttempt(tx, first.attemptId))
  if (!attempt) return null
  const answer = await disputedAnswer(tx, input)
  return answer && { attempt, answer }
}

const eventOf = (answer: DisputedAnswer, { viewer, now }: OfAnswer) => ({
  by: viewer,
  now,
  subject: 'answer',
  subjectId: answer.answerId,
  applicationId: answer.applicationId,
  teamId: answer.teamId,
})

async function standing(tx: Tx, answer: DisputedAnswer, dimension: Dimension) {
  const own = (await moderationsIn(tx, answer.answerId)).find((one) => one.dimension === dimension)
  return {
    row: own,
    visible: answer.visible,
    marks: marksIn(answer.marked, dimension),
    graders: gradersIn(answer.marked),
    moderation: own ? { moderatorId: own.moderatorId, given: own.moderatedAt !== null } : null,
  }
}

/** Names who is to give the last word on one answer and dimension. Asked again, it names somebody else. */
export async function askModeration(
  db: Db,
  input: OfCell & { kind: ModerationKind; moderatorId: string },
): Result {
  const { viewer, dimension, reason, kind, moderatorId, now } = input
  return db.transaction(async (tx) => {
    const found = await held(tx, input)
    if (!found?.answer.dimensions.includes(dimension)) return null
    const { answer } = found
    if (!can(viewer, 'see-agreement', answer)) return { refused: 'role-too-low' }
    const { row, ...stands } = await standing(tx, answer, dimension)
    const allowed = mayAskModeration({ ...stands, moderatorId, kind, reason })
    if ('refused' in allowed) return allowed
    const eligible = await moderatorsFor(tx, answer)
    if (!eligible.some(({ id }) => id === moderatorId)) return { refused: 'cannot-moderate' }
    const values = { kind, askedBy: viewer.userId, askedAt: now, asked: reason.trim(), moderatorId }
    if (row) await tx.update(moderations).set(values).where(eq(moderations.id, row.id))
    else
      await tx
        .insert(moderations)
        .values({ id: newId(now.getTime()), answerId: answer.answerId, dimension, ...values })
    await record(tx, {
      ...eventOf(answer, input),
      kind: 'moderation-asked',
      data: { dimension, userId: moderatorId },
    })
    if (moderatorId !== viewer.userId)
      await enqueue(tx, {
        kind: 'mail',
        payload: { template: 'agreement.moderate', answerId: answer.answerId, dimension },
        now,
      })
    await keepDisagreements(tx, { ...found.attempt, now })
    return { ok: true }
  })
}

/**
 * Gives the last word: a level with a written reason, by somebody who graded nothing of the answer. What the graders
 * gave stays as it is; the profile takes the moderator's level in place of their mean.
 */
export async function moderate(db: Db, input: OfCell & { value: Level }): Result {
  const { viewer, dimension, reason, value, now } = input
  return db.transaction(async (tx) => {
    const found = await held(tx, input)
    if (!found?.answer.dimensions.includes(dimension)) return null
    const { answer } = found
    const { row, ...stands } = await standing(tx, answer, dimension)
    const allowed = lastWord({ ...stands, viewerId: viewer.userId, reason })
    if ('refused' in allowed) return allowed
    const word = {
      value,
      reason: reason.trim(),
      seen: answer.marked.requests.map(({ id }) => id),
      moderatedAt: now,
    }
    if (row) await tx.update(moderations).set(word).where(eq(moderations.id, row.id))
    else
      await tx.insert(moderations).values({
        id: newId(now.getTime()),
        answerId: answer.answerId,
        dimension,
        kind: 'range',
        askedBy: viewer.userId,
        askedAt: now,
        moderatorId: viewer.userId,
        ...word,
      })
    await record(tx, { ...eventOf(answer, input), kind: 'moderated', data: { dimension } })
    await keepDisagreements(tx, { ...found.attempt, now })
    return { ok: true }
  })
}

/**
 * Asks one more grader, up to four: for a complaint, or because a manager has a question. Chosen among those invited
 * who have not been sent any grade of this person's. Until the new grade is locked nobody sees any of them.
 */
export async function askAgain(db: Db | Tx, input: OfAnswer & { kind: 'complaint' | 'request' }): Result {
  const { viewer, kind, now } = input
  return db.transaction(async (tx) => {
    const found = await held(tx, input)
    if (!found) return null
    const { answer, attempt } = found
    if (!can(viewer, 'see-agreement', answer)) return { refused: 'role-too-low' }
    const words = await moderationsIn(tx, answer.answerId)
    const allowed = mayAskAgain({
      visible: answer.visible,
      graders: answer.marked.requests.length,
      moderated: words.some(({ moderatedAt }) => moderatedAt !== null),
    })
    if ('refused' in allowed) return allowed
    const grader = isActive(attempt.stage) ? await blindGrader(tx, answer, viewer, now) : undefined
    if (!grader) return { refused: 'nobody-to-ask' }
    const taken = answer.marked.requests.map(({ ordinal }) => ordinal)
    await ask(tx, attempt, {
      answerId: answer.answerId,
      graderId: grader,
      ordinal: [1, 2, 3, 4].find((free) => !taken.includes(free)) ?? 4,
      reason: kind,
      by: viewer,
      askedAt: now,
      dueAt: daysAfter(now, gradingDays),
      now,
    })
    await keepDisagreements(tx, { ...attempt, now })
    await forgetAgreement(tx, attempt.vacancyId)
    await askForAgreement(tx, { vacancyId: attempt.vacancyId, now })
    return { ok: true }
  })
}

/** By the rules of every further grade; not whoever asks, who has a view of it already. */
async function blindGrader(
  tx: Tx,
  answer: DisputedAnswer,
  viewer: StaffViewer,
  now: Date,
): Promise<string | undefined> {
  const everAsked = await tx
    .select({ graderId: gradingAssignments.graderId, voidedAt: gradingAssignments.voidedAt })
    .from(gradingAssignments)
    .where(eq(gradingAssignments.answerId, answer.answerId))
  const graders = await invitedGraders(tx, answer, now)
  const others = await markedAnswers(tx, 'attempt', answer.attemptId)
  return oneMore({
    answer: { id: answer.answerId, asked: gradersIn(answer.marked) },
    others: others.map((one) => ({ id: one.id, asked: gradersIn(one) })),
    graders,
    free: askable(graders, answer.answerId, everAsked).filter(({ id }) => id !== viewer.userId),
    shared: await sharedAnswers(tx, answer.vacancyId),
  })
}
