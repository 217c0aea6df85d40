import { and, asc, eq, isNull, lt } from 'drizzle-orm'
import type { CandidateViewer } from '#app/domain/access.ts'
import { normaliseEmail } from '#app/domain/characters.ts'
import type { Db } from './client.ts'
import { beforeRejection } from './decisions.ts'
import { signsOf } from './integrity/signs.ts'
import {
  accommodations,
  answers,
  applications,
  attempts,
  candidateReports,
  decisions,
  files,
  integrityCases,
  interviews,
  messages,
  offers,
  persons,
  referenceRequests,
  reviewRequests,
  vacancies,
} from './schema/index.ts'

/** In a kept mail the links are marks; their tokens are nobody's data. */
const withoutLinks = (text: string) => text.replace(/\{link:[^}]*\}/g, '…')

/**
 * All that is held about one application: what the candidate gave, and what was said to them. No key, no code, no
 * grade, nobody's name but those that the candidate named.
 */
export async function dataOf(db: Db, { viewer, now }: { viewer: CandidateViewer; now: Date }) {
  const id = viewer.applicationId
  const [own] = await db
    .select({
      name: persons.name,
      email: persons.email,
      vacancy: { texts: vacancies.texts, jobLocale: vacancies.jobLocale },
      appliedAt: applications.createdAt,
      stage: applications.stage,
      stageSince: applications.stageSince,
      locale: applications.locale,
      languages: applications.languages,
      hours: applications.hours,
      why: applications.why,
      noticeVersion: applications.noticeVersion,
      emailNormal: applications.emailNormal,
    })
    .from(applications)
    .innerJoin(persons, eq(persons.id, applications.personId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .where(and(eq(applications.id, id), eq(applications.quarantined, false)))
  if (!own) return null
  const { emailNormal, ...row } = own
  const before = row.stage === 'rejected' ? await beforeRejection(db, { applicationId: id, now }) : undefined
  const application = before ? { ...row, stage: before.stage, stageSince: before.stageSince } : row
  return {
    application,
    files: await db
      .select({ name: files.name, type: files.type, bytes: files.bytes, sentAt: files.createdAt })
      .from(files)
      .where(eq(files.applicationId, id)),
    attempt: await attemptOf(db, id),
    referees: await db
      .select({
        name: referenceRequests.name,
        email: referenceRequests.email,
        relation: referenceRequests.relation,
        company: referenceRequests.company,
        namedAt: referenceRequests.createdAt,
        releasedAt: referenceRequests.releasedAt,
      })
      .from(referenceRequests)
      .where(eq(referenceRequests.applicationId, id)),
    interviews: await db
      .select({
        startsAt: interviews.startsAt,
        minutes: interviews.minutes,
        zone: interviews.zone,
        place: interviews.place,
        cancelledAt: interviews.cancelledAt,
      })
      .from(interviews)
      .where(eq(interviews.applicationId, id)),
    offers: await db
      .select({
        pay: offers.pay,
        currency: offers.currency,
        payPeriod: offers.payPeriod,
        startsOn: offers.startsOn,
        note: offers.note,
        sentAt: offers.sentAt,
        acceptedAt: offers.acceptedAt,
        acceptedName: offers.acceptedName,
        declinedAt: offers.declinedAt,
        withdrawnAt: offers.withdrawnAt,
      })
      .from(offers)
      .where(eq(offers.applicationId, id)),
    feedback: await feedbackOf(db, id, before?.until),
    reports: await db
      .select({ report: candidateReports.content, releasedAt: candidateReports.releasedAt })
      .from(candidateReports)
      .where(eq(candidateReports.applicationId, id))
      .orderBy(asc(candidateReports.id)),
    reviews: await db
      .select({
        text: reviewRequests.text,
        askedAt: reviewRequests.askedAt,
        dueAt: reviewRequests.dueAt,
        answeredAt: reviewRequests.answeredAt,
        outcome: reviewRequests.outcome,
        answer: reviewRequests.answer,
      })
      .from(reviewRequests)
      .where(eq(reviewRequests.applicationId, id))
      .orderBy(asc(reviewRequests.id)),
    messages: await messagesTo(db, id, emailNormal),
  }
}

/** What was said with a rejection. One that was taken back before its mail left has not happened for the candidate. */
async function feedbackOf(db: Db, applicationId: string, until?: Date) {
  const rows = await db
    .select({
      id: decisions.id,
      kind: decisions.kind,
      text: decisions.feedback,
      at: decisions.createdAt,
      reason: decisions.reasonCode,
      supersedes: decisions.supersedesId,
    })
    .from(decisions)
    .where(and(eq(decisions.applicationId, applicationId), until && lt(decisions.createdAt, until)))
    .orderBy(asc(decisions.id))
  const undone = rows.flatMap(({ reason, supersedes }) => (reason === 'undone' ? [supersedes] : []))
  return rows
    .filter(({ id, kind }) => kind === 'reject' && !undone.includes(id))
    .map(({ text, at }) => ({ text, at }))
}

async function attemptOf(db: Db, applicationId: string) {
  const [attempt] = await db
    .select({
      id: attempts.id,
      status: attempts.status,
      invitedAt: attempts.invitedAt,
      startedAt: attempts.startedAt,
      finishedAt: attempts.finishedAt,
      aids: attempts.aiDeclaration,
      statement: integrityCases.statement,
      extra: accommodations.extra,
      secondLanguage: accommodations.secondLanguage,
    })
    .from(attempts)
    .leftJoin(accommodations, eq(accommodations.applicationId, attempts.applicationId))
    .leftJoin(integrityCases, eq(integrityCases.attemptId, attempts.id))
    .where(eq(attempts.applicationId, applicationId))
  if (!attempt) return null
  const { id, ...rest } = attempt
  const own = await db
    .select({
      scenario: answers.scenarioKey,
      position: answers.position,
      answer: answers.body,
      words: answers.wordCount,
      savedAt: answers.savedAt,
    })
    .from(answers)
    .where(eq(answers.attemptId, id))
    .orderBy(asc(answers.position))
  const noted = (await signsOf(db, id)).map(({ kind, data, at }) => ({ kind, ...data, at }))
  return { ...rest, answers: own, noted }
}

/** Mails about the application also go to referees and staff: only those to the candidate's own address are theirs. */
async function messagesTo(db: Db, applicationId: string, emailNormal: string) {
  const rows = await db
    .select({
      to: messages.toAddress,
      subject: messages.subject,
      text: messages.text,
      sentAt: messages.sentAt,
    })
    .from(messages)
    .where(and(eq(messages.applicationId, applicationId), isNull(messages.userId)))
    .orderBy(asc(messages.id))
  return rows
    .filter(({ to }) => normaliseEmail(to) === emailNormal)
    .map(({ subject, text, sentAt }) => ({ subject, text: withoutLinks(text), sentAt }))
}
