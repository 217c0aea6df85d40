import { and, desc, eq, inArray } from 'drizzle-orm'
import { type StaffViewer, teamsWhere } from '#app/domain/access.ts'
import { gradingRules } from '#app/domain/grading.ts'
import { isStage, type Stage } from '#app/domain/pipeline.ts'
import type { Db } from '../client.ts'
import { eventsOf } from '../events.ts'
import { messagesOf } from '../messages.ts'
import type { RequestRow } from '../references/rows.ts'
import {
  answers,
  applications,
  attempts,
  decisions,
  files,
  gradingAssignments,
  interviews,
  notes,
  referenceRequests,
  users,
  vacancies,
} from '../schema/index.ts'

export type Who = { kind: 'staff' | 'candidate' | 'referee' | 'system'; name: string | null }
/** Whom a mail went to. Of a referee the relation, and nothing while the candidate is hidden. */
export type Addressee =
  | { kind: 'candidate' }
  | { kind: 'referee'; relation: RequestRow['relation'] | null }
  | { kind: 'staff'; name: string | null }
export interface TimelineEntry {
  id: string
  at: Date
  /** `event`: the kind of what happened. `mail`: a mail that was written. `note`: a colleague's words. */
  what: { kind: 'event'; event: string } | { kind: 'mail'; sent: boolean; to: Addressee } | { kind: 'note' }
  who: Who
  from: Stage | null
  to: Stage | null
  /** Whom it concerns besides who did it: the grader who was asked, the referee. */
  whom: string | null
  /** The moment of an interview. */
  starts: Date | null
  /** Somebody's words: a mail's subject, a note, a decision's reason, a file's name. */
  words: string | null
}

const toReferees = ['references.request', 'references.reminder']

/** What is said only of an answer on which its graders did not agree, or which somebody wants graded again. */
const ofDispute: ReadonlySet<string> = new Set(['further-grade-lacking', 'moderation-asked', 'moderated'])

/**
 * What the viewer is not to learn of yet: of answers that they grade themselves and whose grades are not open, the
 * requests beyond the first two and the disputes. Until then nobody tells them that others disagree.
 */
async function untoldTo(db: Db, { viewer, applicationId }: { viewer: StaffViewer; applicationId: string }) {
  const requests = await db
    .select({
      id: gradingAssignments.id,
      answerId: gradingAssignments.answerId,
      graderId: gradingAssignments.graderId,
      ordinal: gradingAssignments.ordinal,
      settledAt: gradingAssignments.settledAt,
      voidedAt: gradingAssignments.voidedAt,
    })
    .from(gradingAssignments)
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .where(eq(attempts.applicationId, applicationId))
  const standing = requests.filter(({ voidedAt }) => !voidedAt)
  const own = standing.filter(({ graderId }) => graderId === viewer.userId)
  const blind = new Set(
    own
      .map(({ answerId }) => answerId)
      .filter((id) => standing.some(({ answerId, settledAt }) => answerId === id && !settledAt)),
  )
  const further = requests.filter(
    ({ answerId, ordinal }) => blind.has(answerId) && ordinal > gradingRules.initialGrades,
  )
  const ids = new Set(further.map(({ id }) => id))
  return ({ kind, subjectId }: { kind: string; subjectId: string }) =>
    ids.has(subjectId) || (ofDispute.has(kind) && blind.has(subjectId))
}

/** Rows that events point at, by id. */
async function byId<Row extends { id: string }>(
  ids: Iterable<string>,
  read: (ids: string[]) => Promise<Row[]>,
) {
  const wanted = [...new Set(ids)]
  const rows = wanted.length === 0 ? [] : await read(wanted)
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * Everything that happened to one application in one line of time, the newest first: events, mails, notes, interviews,
 * decisions, files. While the person is hidden from the viewer, nobody's words are in it. null: not the viewer's.
 */
export async function timeline(
  db: Db,
  { viewer, applicationId, hidden }: { viewer: StaffViewer; applicationId: string; hidden: boolean },
): Promise<TimelineEntry[] | null> {
  const [own] = await db
    .select({ id: applications.id })
    .from(applications)
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .where(
      and(eq(applications.id, applicationId), inArray(vacancies.teamId, teamsWhere(viewer, 'see-history'))),
    )
  if (!own) return null
  const untold = await untoldTo(db, { viewer, applicationId })
  const events = (await eventsOf(db, applicationId)).filter((event) => !untold(event))
  const mails = (await messagesOf(db, applicationId)).filter(
    // Whoever may still be asked to grade learns nothing of a case.
    ({ kind }) => !(hidden && kind === 'integrity.asked'),
  )
  const written = await db
    .select({
      id: notes.id,
      at: notes.createdAt,
      text: notes.text,
      movedTo: notes.movedTo,
      author: notes.authorId,
    })
    .from(notes)
    .where(eq(notes.applicationId, applicationId))
    .orderBy(desc(notes.id))
    .limit(100)
  const about = (subject: string) =>
    events.filter((event) => event.subject === subject).map(({ subjectId }) => subjectId)
  const concerned = events.flatMap(({ data }) =>
    [data.graderId, data.userId].filter((id) => typeof id === 'string'),
  )
  const people = await byId(
    [
      ...events.flatMap(({ actorKind, actorId }) => (actorKind === 'staff' && actorId ? [actorId] : [])),
      ...concerned,
      ...written.map(({ author }) => author),
      ...mails.flatMap(({ userId }) => userId ?? []),
    ],
    (ids) => db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids)),
  )
  const talks = await byId(about('interview'), (ids) =>
    db
      .select({ id: interviews.id, startsAt: interviews.startsAt })
      .from(interviews)
      .where(inArray(interviews.id, ids)),
  )
  // An interview that was moved stands at its time once: where it was said last.
  const lastOf = new Map(
    events.toReversed().map(({ id, subjectId, kind }) => [kind === 'interview-noted' ? id : subjectId, id]),
  )
  const reasons = await byId(about('decision'), (ids) =>
    db
      .select({ id: decisions.id, reason: decisions.reason })
      .from(decisions)
      .where(inArray(decisions.id, ids)),
  )
  const kept = await byId(about('file'), (ids) =>
    db.select({ id: files.id, name: files.name }).from(files).where(inArray(files.id, ids)),
  )
  const referees = await byId(about('reference-request'), (ids) =>
    db
      .select({
        id: referenceRequests.id,
        name: referenceRequests.name,
        email: referenceRequests.email,
        relation: referenceRequests.relation,
      })
      .from(referenceRequests)
      .where(inArray(referenceRequests.id, ids)),
  )
  const blank = { from: null, to: null, whom: null, starts: null, words: null }
  const nameOf = (id: unknown) => (typeof id === 'string' ? (people.get(id)?.name ?? null) : null)
  const relationOf = (address: string) =>
    [...referees.values()].find(({ email }) => email === address)?.relation ?? null
  const mailedTo = ({ kind, userId, toAddress }: (typeof mails)[number]): Addressee => {
    if (userId) return { kind: 'staff', name: nameOf(userId) }
    if (!toReferees.includes(kind)) return { kind: 'candidate' }
    return { kind: 'referee', relation: hidden ? null : relationOf(toAddress) }
  }
  const entries: TimelineEntry[] = [
    ...events
      // A note stands in the line itself.
      .filter(({ kind, subject }) => kind !== 'noted' && !(hidden && subject === 'integrity-case'))
      .map((event): TimelineEntry => {
        const { id, at, actorKind, actorId, kind, subjectId, data } = event
        return {
          id,
          at,
          what: { kind: 'event', event: kind },
          who: { kind: actorKind, name: nameOf(actorId) },
          from: isStage(data.from) ? data.from : null,
          to: isStage(data.to) ? data.to : null,
          whom:
            nameOf(data.graderId ?? data.userId) ?? (hidden ? null : (referees.get(subjectId)?.name ?? null)),
          starts: lastOf.get(subjectId) === id ? (talks.get(subjectId)?.startsAt ?? null) : null,
          words: hidden ? null : (reasons.get(subjectId)?.reason ?? kept.get(subjectId)?.name ?? null),
        }
      }),
    ...mails.map(
      (mail): TimelineEntry => ({
        ...blank,
        id: mail.id,
        at: mail.createdAt,
        what: { kind: 'mail', sent: mail.sentAt !== null, to: mailedTo(mail) },
        who: { kind: 'system', name: null },
        words: hidden ? null : mail.subject,
      }),
    ),
    ...written.map(
      ({ id, at, text, movedTo, author }): TimelineEntry => ({
        ...blank,
        id,
        at,
        what: { kind: 'note' },
        who: { kind: 'staff', name: nameOf(author) },
        to: movedTo,
        words: hidden ? null : text,
      }),
    ),
  ]
  return entries.sort((one, other) => other.at.getTime() - one.at.getTime() || (one.id < other.id ? 1 : -1))
}
