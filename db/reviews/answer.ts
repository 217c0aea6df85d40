import { eq } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import { normaliseEmail } from '#app/domain/characters.ts'
import { decisionForm } from '#app/domain/decision.ts'
import { type AnswerRefusal, mayAnswerReview, type ReviewAnswerForm } from '#app/domain/review.ts'
import type { Db } from '../client.ts'
import { decide } from '../decisions/decide.ts'
import { record } from '../events.ts'
import { holdForStaff, tellCandidate } from '../held-application.ts'
import { askAgain } from '../moderations.ts'
import { reviewRequests } from '../schema/index.ts'
import { settledBy } from './told.ts'

type Refusal = AnswerRefusal | 'role-too-low'
export type Answered = { ok: true; further: number } | { refused: Refusal } | null

/**
 * Another person than the one who decided answers, in words that the candidate gets. Where the decision is to be made
 * anew the application goes back to it by a decision of that person's own, and chosen answers get one more grader.
 */
export async function answerReview(
  db: Db,
  input: { viewer: StaffViewer; requestId: string; form: ReviewAnswerForm; now: Date },
): Promise<Answered> {
  const { viewer, requestId, form, now } = input
  return db.transaction(async (tx) => {
    const [first] = await tx
      .select({ applicationId: reviewRequests.applicationId })
      .from(reviewRequests)
      .where(eq(reviewRequests.id, requestId))
    if (!first) return null
    const { applicationId } = first
    const held = await holdForStaff(tx, { viewer, applicationId, act: 'decide' })
    if (!held || 'refused' in held) return held
    const [request] = await tx.select().from(reviewRequests).where(eq(reviewRequests.id, requestId))
    if (!request) return null
    const allowed = mayAnswerReview({
      answered: request.answeredAt !== null,
      decided: (await settledBy(tx, applicationId)).some(({ by }) => by === viewer.userId),
      own: held.emailNormal === normaliseEmail(viewer.email),
      outcome: form.outcome,
      rejected: held.stage === 'rejected',
    })
    if ('refused' in allowed) return allowed
    const answer = form.answer.trim()
    if (form.outcome === 'reopened') {
      const reopening = decisionForm.parse({ kind: 'reopen', reasonCode: 'review', reason: answer })
      const decided = await decide(tx, { viewer, applicationId, form: reopening, toldElsewhere: true, now })
      if (!decided || 'refused' in decided)
        throw new Error(`reviewed, but not reopened: ${JSON.stringify(decided)}`)
    }
    await tx
      .update(reviewRequests)
      .set({ answeredBy: viewer.userId, answeredAt: now, outcome: form.outcome, answer })
      .where(eq(reviewRequests.id, requestId))
    await record(tx, {
      by: viewer,
      now,
      subject: 'review-request',
      subjectId: requestId,
      applicationId,
      teamId: held.teamId,
      kind: 'review-answered',
      data: { outcome: form.outcome },
    })
    await tellCandidate(tx, {
      applicationId,
      template: 'reports.review-answered',
      payload: { requestId },
      now,
    })
    const further = form.outcome === 'reopened' ? form.further : []
    let asked = 0
    for (const answerId of further) {
      const again = await askAgain(tx, {
        viewer,
        vacancyId: held.vacancy.id,
        answerId,
        kind: 'complaint',
        now,
      })
      if (again && 'ok' in again) asked += 1
    }
    return { ok: true, further: asked }
  })
}
