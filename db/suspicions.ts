import { and, eq, exists, type SQL, sql } from 'drizzle-orm'
import { type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import type { SuspicionCode } from '#app/domain/scenario/inbox.ts'
import { decidable, type SuspicionRefusal, type SuspicionStatus } from '#app/domain/suspicion.ts'
import type { Db } from './client.ts'
import { record } from './events.ts'
import { onDesk } from './grading/desk.ts'
import { markedAnswers, visible } from './grading/marks.ts'
import { prepared } from './prepared.ts'
import {
  answers,
  applications,
  attempts,
  gradingAssignments,
  suspicions,
  users,
  vacancies,
} from './schema/index.ts'

export interface Suspicion {
  id: string
  answerId: string
  code: SuspicionCode
  start: number
  end: number
  /** The words with names hidden. */
  quote: string
  status: SuspicionStatus
  reviewer: string | null
  reason: string | null
  decidedAt: Date | null
}

const found = (name: string, where: SQL) =>
  prepared((db) =>
    db
      .select({
        id: suspicions.id,
        answerId: suspicions.answerId,
        code: suspicions.code,
        start: suspicions.start,
        end: suspicions.end,
        quote: suspicions.quote,
        status: suspicions.status,
        reviewer: users.name,
        reason: suspicions.reason,
        decidedAt: suspicions.decidedAt,
      })
      .from(suspicions)
      .innerJoin(answers, eq(answers.id, suspicions.answerId))
      .leftJoin(users, eq(users.id, suspicions.reviewerId))
      .where(where)
      .orderBy(answers.position, suspicions.start)
      .prepare(`suspicions_${name}`),
  )
const onAnswer = found('on_answer', eq(suspicions.answerId, sql.placeholder('id')))
const onAttempt = found('on_attempt', eq(answers.attemptId, sql.placeholder('id')))
const onRequest = found(
  'on_request',
  sql`${suspicions.answerId} = (
    select ${gradingAssignments.answerId} from ${gradingAssignments} where ${gradingAssignments.id} = ${sql.placeholder('id')})`,
)

/** The suspicions about this answer, in the order of the words. The caller has checked that the viewer may see them. */
export async function suspicionsOnAnswer(db: Db, id: string): Promise<Suspicion[]> {
  return onAnswer(db).execute({ id })
}

/** Those about all answers of an attempt, open or not; the caller shows what may be seen. */
export async function suspicionsOfAttempt(db: Db, id: string): Promise<Suspicion[]> {
  return onAttempt(db).execute({ id })
}

/** Those about the answer of one grading request; the caller checks that it is the viewer's. */
export async function suspicionsOnRequest(db: Db, id: string): Promise<Suspicion[]> {
  return onRequest(db).execute({ id })
}

export interface DecideSuspicion {
  viewer: StaffViewer
  suspicionId: string
  /** What it was on the page. */
  from: SuspicionStatus
  to: Exclude<SuspicionStatus, 'suspected'>
  reason: string
  now: Date
}

/**
 * A person says what a suspicion was: a manager of the team, or somebody on whose desk the answer lies. With a reason,
 * and only when the answer's grades are open (decision 011). No grade is touched.
 */
export async function decideSuspicion(
  db: Db,
  { viewer, suspicionId, from, to, reason, now }: DecideSuspicion,
): Promise<{ ok: true } | { refused: SuspicionRefusal } | null> {
  return db.transaction(async (tx) => {
    const grading = tx
      .select({ one: sql`1` })
      .from(gradingAssignments)
      .where(and(eq(gradingAssignments.answerId, answers.id), onDesk(tx, viewer)))
    const [row] = await tx
      .select({
        suspicion: suspicions,
        applicationId: applications.id,
        teamId: vacancies.teamId,
        quarantined: applications.quarantined,
        graded: exists(grading).mapWith(Boolean),
      })
      .from(suspicions)
      .innerJoin(answers, eq(answers.id, suspicions.answerId))
      .innerJoin(attempts, eq(attempts.id, answers.attemptId))
      .innerJoin(applications, eq(applications.id, attempts.applicationId))
      .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
      .where(eq(suspicions.id, suspicionId))
      .for('update', { of: suspicions })
    if (!row || row.quarantined) return null
    const { suspicion, applicationId, teamId } = row
    if (!row.graded && !teamsWhere(viewer, 'see-profile').includes(teamId)) return null
    const [answer] = await markedAnswers(tx, 'answer', suspicion.answerId)
    const revealed = answer !== undefined && visible(answer.requests, now)
    const allowed = decidable({ revealed, status: suspicion.status, from, reason })
    if ('refused' in allowed) return allowed
    await tx
      .update(suspicions)
      .set({ status: to, reviewerId: viewer.userId, reason: reason.trim(), decidedAt: now })
      .where(eq(suspicions.id, suspicionId))
    await record(tx, {
      by: viewer,
      now,
      subject: 'suspicion',
      subjectId: suspicionId,
      applicationId,
      teamId,
      kind: to === 'confirmed' ? 'suspicion-confirmed' : 'suspicion-dismissed',
      data: { code: suspicion.code, from, reason: reason.trim() },
    })
    return { ok: true }
  })
}
