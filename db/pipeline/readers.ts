import { and, asc, count, eq, inArray, isNull, min } from 'drizzle-orm'
import { type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { Db } from '../client.ts'
import { visible } from '../grading/marks.ts'
import { pinnedScenario } from '../pinned.ts'
import {
  answers,
  applications,
  attempts,
  events,
  files,
  gradeViews,
  gradingAssignments,
  identityViews,
  users,
  vacancies,
} from '../schema/index.ts'
import { together } from '../together.ts'

export interface Reader {
  userId: string
  name: string
  /** Since when they know who it is. */
  named: Date | null
  /** When each file was opened first, and how often; its name only where the person's is shown. */
  files: { name: string | null; first: Date; times: number }[]
  /** Since when they have been sent grades. */
  grades: Date | null
  /** Answers that they graded and whose grades are open. */
  graded: { scenario: string; openedAt: Date | null; lockedAt: Date | null }[]
  /** Answers that they are asked for and whose grades are not open: a count, and no moment. */
  waiting: number
}

/**
 * Who saw what of one person, and when: one line for each colleague. What somebody did on an answer whose grades are not
 * open is not told; nor who else is asked for it to those who grade it themselves. null: not the viewer's.
 */
export async function readersOf(
  db: Db,
  input: { viewer: StaffViewer; applicationId: string; hidden: boolean; locale: Locale; now: Date },
): Promise<Reader[] | null> {
  const { viewer, applicationId, hidden, locale, now } = input
  const [own, named, seen, opened, requests] = await together(db, () => [
    applicationIn(db, { viewer, applicationId }).execute(),
    identitiesOf(db, applicationId).execute(),
    gradesOf(db, applicationId).execute(),
    openedFiles(db, applicationId).execute(),
    requestsOf(db, applicationId).execute(),
  ])
  if (own.length === 0) return null
  const readers = new Map<string, Reader>()
  const reader = ({ userId, name }: { userId: string; name: string }): Reader => {
    const blank = { userId, name, named: null, files: [], grades: null, graded: [], waiting: 0 }
    const known = readers.get(userId) ?? blank
    readers.set(userId, known)
    return known
  }
  for (const { at, ...who } of named) reader(who).named = at
  for (const { at, ...who } of seen) reader(who).grades = at
  for (const { file, first, times, ...who } of opened)
    if (first) reader(who).files.push({ name: hidden ? null : file, first, times })
  for (const { request, scenarioHash, ...who } of requests) {
    const all = requests.map((one) => one.request).filter(({ answerId }) => answerId === request.answerId)
    const { openedAt, lockedAt } = request
    if (visible(all, now)) {
      const { code, texts } = await pinnedScenario(db, scenarioHash)
      const scenario = [code, texts[locale].title].filter(Boolean).join(' ')
      reader(who).graded.push({ scenario, openedAt, lockedAt })
    } else if (who.userId === viewer.userId || !all.some(({ graderId }) => graderId === viewer.userId))
      reader(who).waiting += 1
  }
  return [...readers.values()].sort((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1))
}

const applicationIn = (db: Db, { viewer, applicationId }: { viewer: StaffViewer; applicationId: string }) =>
  db
    .select({ id: applications.id })
    .from(applications)
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .where(
      and(eq(applications.id, applicationId), inArray(vacancies.teamId, teamsWhere(viewer, 'see-history'))),
    )

const who = { userId: users.id, name: users.name }

const identitiesOf = (db: Db, applicationId: string) =>
  db
    .select({ ...who, at: identityViews.at })
    .from(identityViews)
    .innerJoin(users, eq(users.id, identityViews.userId))
    .where(eq(identityViews.applicationId, applicationId))

const gradesOf = (db: Db, applicationId: string) =>
  db
    .select({ ...who, at: gradeViews.at })
    .from(gradeViews)
    .innerJoin(users, eq(users.id, gradeViews.userId))
    .where(eq(gradeViews.applicationId, applicationId))

const openedFiles = (db: Db, applicationId: string) =>
  db
    .select({ ...who, file: files.name, first: min(events.at), times: count() })
    .from(events)
    .innerJoin(users, eq(users.id, events.actorId))
    .leftJoin(files, eq(files.id, events.subjectId))
    .where(and(eq(events.applicationId, applicationId), eq(events.kind, 'file-opened')))
    .groupBy(users.id, events.subjectId, files.id)
    .orderBy(min(events.at))

const requestsOf = (db: Db, applicationId: string) =>
  db
    .select({
      ...who,
      scenarioHash: answers.scenarioHash,
      request: {
        answerId: gradingAssignments.answerId,
        graderId: gradingAssignments.graderId,
        openedAt: gradingAssignments.openedAt,
        lockedAt: gradingAssignments.lockedAt,
        settledAt: gradingAssignments.settledAt,
        voidedAt: gradingAssignments.voidedAt,
      },
    })
    .from(attempts)
    .innerJoin(answers, eq(answers.attemptId, attempts.id))
    .innerJoin(gradingAssignments, eq(gradingAssignments.answerId, answers.id))
    .innerJoin(users, eq(users.id, gradingAssignments.graderId))
    .where(and(eq(attempts.applicationId, applicationId), isNull(gradingAssignments.voidedAt)))
    .orderBy(asc(answers.position), asc(gradingAssignments.ordinal))
