import { createHash } from 'node:crypto'
import { and, count, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { acts } from '#app/domain/access.ts'
import { chooseOneMore } from '#app/domain/assigning.ts'
import { seeded } from '#app/domain/bootstrap.ts'
import { pairOf, type Shared } from '#app/domain/grader-graph.ts'
import type { Locale } from '#app/domain/locale.ts'
import { mayAsk } from '#app/domain/reveal.ts'
import type { Db, Tx } from '../client.ts'
import {
  answers,
  applications,
  attempts,
  events,
  graderConflicts,
  gradeViews,
  gradingAssignments,
  identityViews,
  memberships,
  referenceRequests,
  users,
  vacancies,
  vacancyGraders,
} from '../schema/index.ts'
import { behindTheGate } from './gate.ts'

export interface Eligible {
  id: string
  /** Answers that wait on this person's desk, in all vacancies. */
  open: number
  identityOpened: boolean
  /** They were sent grades of an answer of this application. */
  gradesSeen: boolean
  /** They know the person, vouch for them, wrote the vacancy alone, or do not grade in the answer's language. */
  conflict: boolean
  /** Answers that show a criterion on which calibration binds and no pass of theirs speaks. What lies on their desk stays. */
  uncalibrated: ReadonlySet<string>
}

const written = ['drafted', 'edited', 'published'] as const

/** Whoever wrote the vacancy with nobody else's hand in it; undefined when several did. */
export async function soleAuthor(tx: Db | Tx, vacancyId: string): Promise<string | undefined> {
  const hands = await tx
    .selectDistinct({ id: events.actorId })
    .from(events)
    .where(and(eq(events.subject, 'vacancy'), eq(events.subjectId, vacancyId), inArray(events.kind, written)))
  const [made] = await tx
    .select({ by: vacancies.createdBy })
    .from(vacancies)
    .where(eq(vacancies.id, vacancyId))
  const all = new Set([...hands.flatMap(({ id }) => (id ? [id] : [])), ...(made ? [made.by] : [])])
  return all.size === 1 ? made?.by : undefined
}

/** Those invited for the vacancy who may still grade in its team, with what lies on their desks. */
export async function invitedGraders(
  tx: Tx,
  attempt: { vacancyId: string; teamId: string; applicationId: string; locale: Locale },
  now: Date,
): Promise<Eligible[]> {
  const { vacancyId, teamId, applicationId, locale } = attempt
  const rows = await tx
    .selectDistinct({
      id: users.id,
      gradesIn: users.gradesIn,
      nameKnown: vacancyGraders.nameKnown,
      viewed: identityViews.at,
      gradesSeen: gradeViews.at,
      declared: sql<boolean>`exists ${declared(tx, vacancyId, applicationId)}`,
      referee: sql<boolean>`exists ${vouches(tx, applicationId)}`,
    })
    .from(vacancyGraders)
    .innerJoin(users, and(eq(users.id, vacancyGraders.userId), isNull(users.disabledAt)))
    .innerJoin(
      memberships,
      and(
        eq(memberships.userId, users.id),
        eq(memberships.teamId, teamId),
        inArray(memberships.role, acts.grade),
      ),
    )
    .leftJoin(
      identityViews,
      and(eq(identityViews.applicationId, applicationId), eq(identityViews.userId, users.id)),
    )
    .leftJoin(gradeViews, and(eq(gradeViews.applicationId, applicationId), eq(gradeViews.userId, users.id)))
    .where(eq(vacancyGraders.vacancyId, vacancyId))
  if (rows.length === 0) return []
  const open = await openAnswers(
    tx,
    rows.map(({ id }) => id),
  )
  const author = await soleAuthor(tx, vacancyId)
  const uncalibrated = await behindTheGate(tx, {
    applicationId,
    locale,
    graders: rows.map(({ id }) => id),
    now,
  })
  return rows.map(({ id, nameKnown, viewed, gradesSeen, gradesIn, declared: conflict, referee }) => ({
    id,
    open: open.get(id) ?? 0,
    identityOpened: viewed !== null && !nameKnown,
    gradesSeen: gradesSeen !== null,
    conflict:
      conflict ||
      referee ||
      (id === author && !nameKnown) ||
      (gradesIn !== null && !gradesIn.includes(locale)),
    uncalibrated: uncalibrated.get(id) ?? new Set<string>(),
  }))
}

/** A conflict that stands against this application, of the user in the outer query. */
function declared(tx: Tx, vacancyId: string, applicationId: string) {
  const person = tx
    .select({ id: applications.personId })
    .from(applications)
    .where(eq(applications.id, applicationId))
  return tx
    .select({ one: sql`1` })
    .from(graderConflicts)
    .where(
      and(
        eq(graderConflicts.userId, users.id),
        or(eq(graderConflicts.vacancyId, vacancyId), inArray(graderConflicts.personId, person)),
      ),
    )
}

/** Whom the candidate has named as a referee. */
const vouches = (tx: Tx, applicationId: string) =>
  tx
    .select({ one: sql`1` })
    .from(referenceRequests)
    .where(
      and(
        eq(referenceRequests.applicationId, applicationId),
        eq(sql`lower(${referenceRequests.email})`, sql`lower(${users.email})`),
      ),
    )

async function openAnswers(tx: Tx, graders: readonly string[]): Promise<Map<string, number>> {
  const desks = await tx
    .select({ id: gradingAssignments.graderId, open: count() })
    .from(gradingAssignments)
    .where(
      and(
        inArray(gradingAssignments.graderId, [...graders]),
        isNull(gradingAssignments.lockedAt),
        isNull(gradingAssignments.voidedAt),
      ),
    )
    .groupBy(gradingAssignments.graderId)
  return new Map(desks.map((desk) => [desk.id, desk.open]))
}

/** How many answers of the vacancy each two graders have together: what connects them. */
export async function sharedAnswers(tx: Db | Tx, vacancyId: string): Promise<Map<string, number>> {
  const first = alias(gradingAssignments, 'first')
  const second = alias(gradingAssignments, 'second')
  const rows = await tx
    .select({ one: first.graderId, other: second.graderId, answers: count() })
    .from(first)
    .innerJoin(
      second,
      and(
        eq(second.answerId, first.answerId),
        sql`${first.graderId} < ${second.graderId}`,
        isNull(second.voidedAt),
      ),
    )
    .innerJoin(answers, eq(answers.id, first.answerId))
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .where(and(eq(applications.vacancyId, vacancyId), isNull(first.voidedAt)))
    .groupBy(first.graderId, second.graderId)
  return new Map(rows.map(({ one, other, answers: shared }) => [pairOf(one, other), shared]))
}

type AskedBefore = { graderId: string; voidedAt: Date | null }

/** Those of them who may be asked for this answer. A request that was taken back is not made a second time. */
export const askable = (
  graders: readonly Eligible[],
  answerId: string,
  everAsked: readonly AskedBefore[],
): Eligible[] =>
  graders.filter(
    ({ id, identityOpened, gradesSeen, conflict: conflictDeclared, uncalibrated }) =>
      !uncalibrated.has(answerId) &&
      !everAsked.some(({ graderId }) => graderId === id) &&
      'ok' in mayAsk({ graderId: id, asked: everAsked, identityOpened, gradesSeen, conflictDeclared }),
  )

/** They know whose it is, or what others gave: what lies open on their desk goes to somebody else. */
export const mustNotGrade = ({ identityOpened, gradesSeen, conflict }: Eligible): boolean =>
  identityOpened || gradesSeen || conflict

/** Whom to ask for one more grade of an answer. The lot is the answer's own: the choice can be worked out again. */
export function oneMore(input: {
  answer: { id: string; asked: readonly string[] }
  /** The other answers of the attempt with who has them. */
  others: readonly { id: string; asked: readonly string[] }[]
  graders: readonly Eligible[]
  /** Those of the graders who may be asked. */
  free: readonly Eligible[]
  shared: Shared
  random?: () => number
}): string | undefined {
  const { answer, graders, free, random = lotOf(answer.id), ...rest } = input
  const barred = graders.filter((grader) => !free.includes(grader)).map(({ id }) => id)
  const next = chooseOneMore({ ...rest, answer: { ...answer, barred }, graders, random })
  const chosen = graders.find(({ id }) => id === next)
  if (chosen) chosen.open += 1
  return next
}

const lotOf = (answerId: string) => seeded(createHash('sha256').update(answerId).digest().readUInt32BE(0))
