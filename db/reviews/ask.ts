import { and, eq, isNull } from 'drizzle-orm'
import { acts, type CandidateViewer } from '#app/domain/access.ts'
import { type AskRefusal, mayAskReview, reviewDue } from '#app/domain/review.ts'
import type { Db, Tx } from '../client.ts'
import { record } from '../events.ts'
import { holdApplication, tellCandidate } from '../held-application.ts'
import { newId } from '../id.ts'
import { enqueue } from '../jobs.ts'
import { applications, memberships, reviewRequests, users } from '../schema/index.ts'
import { requestsOf, toldOf } from './told.ts'

async function allowed(db: Db | Tx, applicationId: string, now: Date) {
  const before = await requestsOf(db, applicationId)
  return mayAskReview({
    told: await toldOf(db, applicationId, now),
    open: before.some(({ answeredAt }) => answeredAt === null),
    lastAskedAt: before[0]?.askedAt,
  })
}

/** A candidate asks for another person to look, with reasons. The managers of the team hear of it. */
export async function askReview(
  db: Db,
  input: { viewer: CandidateViewer; text: string; now: Date },
): Promise<{ ok: true } | { refused: AskRefusal } | null> {
  const { viewer, text, now } = input
  return db.transaction(async (tx) => {
    const held = await holdApplication(tx, viewer.applicationId)
    if (!held || held.quarantined) return null
    const may = await allowed(tx, held.id, now)
    if ('refused' in may) return may
    const id = newId(now.getTime())
    await tx.insert(reviewRequests).values({
      id,
      applicationId: held.id,
      text: text.trim(),
      askedAt: now,
      dueAt: reviewDue(now),
    })
    await record(tx, {
      by: viewer,
      now,
      subject: 'review-request',
      subjectId: id,
      applicationId: held.id,
      teamId: held.teamId,
      kind: 'review-asked',
    })
    await tellCandidate(tx, {
      applicationId: held.id,
      template: 'reports.review-received',
      payload: { requestId: id },
      now,
    })
    for (const userId of await managersOf(tx, held.teamId))
      await enqueue(tx, {
        kind: 'mail',
        payload: { template: 'reports.review-asked', requestId: id, userId },
        now,
      })
    return { ok: true }
  })
}

async function managersOf(tx: Tx, teamId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: users.id, role: memberships.role })
    .from(memberships)
    .innerJoin(users, and(eq(users.id, memberships.userId), isNull(users.disabledAt)))
    .where(eq(memberships.teamId, teamId))
  const deciding: readonly string[] = acts.decide
  return [...new Set(rows.filter(({ role }) => deciding.includes(role)).map(({ id }) => id))]
}

/** The candidate's own requests, the newest first, and whether they may ask now. Nobody's name. */
export async function ownReviews(db: Db, { viewer, now }: { viewer: CandidateViewer; now: Date }) {
  const [own] = await db
    .select({ id: applications.id })
    .from(applications)
    .where(and(eq(applications.id, viewer.applicationId), eq(applications.quarantined, false)))
  if (!own) return null
  const may = await allowed(db, own.id, now)
  const requests = await requestsOf(db, own.id)
  return {
    may: 'ok' in may,
    refused: 'refused' in may ? may.refused : null,
    requests: requests.map(({ text, askedAt, dueAt, answeredAt, outcome, answer }) => ({
      text,
      askedAt,
      dueAt,
      answeredAt,
      outcome,
      answer,
    })),
  }
}

/** In a word, for the pages that lead there. */
export async function reviewState(
  db: Db,
  { viewer, now }: { viewer: CandidateViewer; now: Date },
): Promise<'may' | 'open' | 'none'> {
  const may = await allowed(db, viewer.applicationId, now)
  if ('ok' in may) return 'may'
  return may.refused === 'nothing-to-review' ? 'none' : 'open'
}
