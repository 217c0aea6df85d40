import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { CandidateViewer } from '#app/domain/access.ts'
import { isActive } from '#app/domain/pipeline.ts'
import { mayReturn, returnDay } from '#app/domain/withdrawal.ts'
import type { Db } from './client.ts'
import { beforeRejection } from './decisions.ts'
import { gradingComplete } from './grading.ts'
import { aheadFor } from './interviews/rows.ts'
import {
  applications,
  attempts,
  decisions,
  offers,
  persons,
  teams,
  users,
  vacancies,
  withdrawals,
} from './schema/index.ts'
import { historyOf } from './status-history.ts'

const publisher = alias(users, 'publisher')

/** The application of the candidate's own link, with the vacancy and the person who answers for it. */
async function ownApplication(db: Db, viewer: CandidateViewer) {
  const [row] = await db
    .select({
      id: applications.id,
      name: persons.name,
      email: persons.email,
      stage: applications.stage,
      appliedAt: applications.createdAt,
      lastWordAt: applications.lastWordAt,
      texts: vacancies.texts,
      jobLocale: vacancies.jobLocale,
      answerBy: vacancies.answerBy,
      zone: teams.timeZone,
      contact: { name: publisher.name, email: publisher.email },
      attempt: {
        status: attempts.status,
        openUntil: attempts.openUntil,
        deadlineAt: attempts.deadlineAt,
      },
      withdrawal: { fromStage: withdrawals.fromStage, createdAt: withdrawals.createdAt },
    })
    .from(applications)
    .innerJoin(persons, eq(persons.id, applications.personId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .innerJoin(teams, eq(teams.id, vacancies.teamId))
    .innerJoin(publisher, eq(publisher.id, sql`coalesce(${vacancies.publishedBy}, ${vacancies.createdBy})`))
    .leftJoin(attempts, eq(attempts.applicationId, applications.id))
    .leftJoin(withdrawals, eq(withdrawals.applicationId, applications.id))
    .where(and(eq(applications.id, viewer.applicationId), eq(applications.quarantined, false)))
  return row
}
type Own = NonNullable<Awaited<ReturnType<typeof ownApplication>>>

export interface BookedInterview {
  startsAt: Date
  minutes: number
  zone: string
  place: string
}

/** What stands before the candidate at this stage. */
export type Ahead =
  | { at: 'reading' | 'grading' | 'graded' | 'references' | 'decision' | 'talent-pool' }
  | { at: 'assignment'; state: 'invited' | 'started' | 'over'; until: Date | null }
  | { at: 'interview'; interview: BookedInterview | null }
  | { at: 'offer'; answerBy: Date | null }
  | { at: 'hired'; startsOn: string | null }
  | { at: 'rejected'; feedback: string }
  | { at: 'withdrawn'; returnUntil: string | null }

async function aheadOf(db: Db, own: Own, now: Date): Promise<Ahead> {
  switch (own.stage) {
    case 'applied':
    case 'screening':
      return { at: 'reading' }
    case 'assignment':
      return assignmentAhead(own, now)
    case 'interview': {
      const row = await aheadFor(db, own.id, now)
      if (!row) return { at: 'interview', interview: null }
      const { startsAt, minutes, zone, place } = row
      return { at: 'interview', interview: { startsAt, minutes, zone, place } }
    }
    case 'offer':
    case 'hired': {
      const [offer] = await db
        .select({ answerBy: offers.answerBy, startsOn: offers.startsOn })
        .from(offers)
        .where(and(eq(offers.applicationId, own.id), isNull(offers.withdrawnAt), isNull(offers.declinedAt)))
        .orderBy(desc(offers.sentAt))
        .limit(1)
      if (own.stage === 'offer') return { at: 'offer', answerBy: offer?.answerBy ?? null }
      return { at: 'hired', startsOn: offer?.startsOn ?? null }
    }
    case 'rejected': {
      const [decision] = await db
        .select({ feedback: decisions.feedback })
        .from(decisions)
        .where(and(eq(decisions.applicationId, own.id), eq(decisions.kind, 'reject')))
        .orderBy(desc(decisions.id))
        .limit(1)
      return { at: 'rejected', feedback: decision?.feedback ?? '' }
    }
    case 'withdrawn':
      return { at: 'withdrawn', returnUntil: returnUntil(own, now) }
    case 'grading':
      return { at: (await gradingComplete(db, { applicationId: own.id, now })) ? 'graded' : 'grading' }
    case 'references':
    case 'decision':
    case 'talent-pool':
      return { at: own.stage }
  }
}

function assignmentAhead({ attempt }: Own, now: Date): Ahead {
  if (attempt?.status === 'invited' && now <= attempt.openUntil)
    return { at: 'assignment', state: 'invited', until: attempt.openUntil }
  if (attempt?.status === 'started') return { at: 'assignment', state: 'started', until: attempt.deadlineAt }
  return { at: 'assignment', state: 'over', until: null }
}

function returnUntil({ withdrawal, zone }: Own, now: Date): string | null {
  if (!withdrawal || !isActive(withdrawal.fromStage)) return null
  return mayReturn(withdrawal.createdAt, zone, now) ? returnDay(withdrawal.createdAt, zone) : null
}

/** Where the candidate stands, in what the status page shows. An application in quarantine is not there. */
export async function statusOf(db: Db, { viewer, now }: { viewer: CandidateViewer; now: Date }) {
  const row = await ownApplication(db, viewer)
  if (!row) return null
  const before =
    row.stage === 'rejected' ? await beforeRejection(db, { applicationId: row.id, now }) : undefined
  const own = before ? { ...row, stage: before.stage, lastWordAt: before.lastWordAt } : row
  const [ahead, history] = [await aheadOf(db, own, now), await historyOf(db, own.id, before?.until)]
  const { name, email, stage, appliedAt, lastWordAt, texts, jobLocale, answerBy, zone, contact } = own
  return {
    name,
    email,
    stage,
    appliedAt,
    lastWordAt,
    texts,
    jobLocale,
    answerBy,
    zone,
    contact,
    ahead,
    history,
  }
}
