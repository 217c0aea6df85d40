import { and, asc, count, eq, gt, inArray, isNull, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { can, type StaffViewer } from '#app/domain/access.ts'
import { type Dimension, isLevel, type Level } from '#app/domain/dimensions.ts'
import {
  type DisagreementReason,
  type DisagreementState,
  disagreementStates,
} from '#app/domain/disagreement.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { ModerationKind } from '#app/domain/moderation.ts'
import type { Db } from '../client.ts'
import { gradesSeen, viewGrades } from '../grade-views.ts'
import { visible } from '../grading/marks.ts'
import { pinnedScenario } from '../pinned.ts'
import {
  answers,
  attempts,
  disagreements,
  grades,
  gradingAssignments,
  moderations,
  users,
} from '../schema/index.ts'
import { type VacancyHead, vacancyFor } from '../vacancies/head.ts'

const pageSize = 50

export type DisagreementCounts = Record<DisagreementState, number>

/**
 * Those of a vacancy that this viewer may know of: not one over an answer that they grade themselves and whose grades
 * are not open yet.
 */
function knownTo(db: Db, viewer: StaffViewer, vacancyId: string) {
  const [own, unsettled] = [alias(gradingAssignments, 'own'), alias(gradingAssignments, 'unsettled')]
  const unopened = db
    .select({ one: sql`1` })
    .from(own)
    .innerJoin(
      unsettled,
      and(eq(unsettled.answerId, own.answerId), isNull(unsettled.voidedAt), isNull(unsettled.settledAt)),
    )
    .where(
      and(eq(own.answerId, disagreements.answerId), eq(own.graderId, viewer.userId), isNull(own.voidedAt)),
    )
  return and(eq(disagreements.vacancyId, vacancyId), notExists(unopened))
}

/** How many there are in each state; over the index of one vacancy. */
export async function countsOf(
  db: Db,
  { viewer, vacancyId }: { viewer: StaffViewer; vacancyId: string },
): Promise<DisagreementCounts> {
  const rows = await db
    .select({ state: disagreements.state, n: count() })
    .from(disagreements)
    .where(knownTo(db, viewer, vacancyId))
    .groupBy(disagreements.state)
  const counts = { moderate: 0, awaited: 0, short: 0, settled: 0 }
  for (const { state, n } of rows) counts[state] = n
  return counts
}

export interface DisagreementRow {
  id: string
  answerId: string
  code: string
  /** Where the viewer may see the profile. */
  applicationId: string | null
  scenario: string
  /** null while one more grader is asked: then nothing of the grades is told, not even why. */
  dimension: Dimension | null
  reasons: DisagreementReason[]
  state: DisagreementState
  grades: { grader: string; level: Level | null; incident: boolean }[]
  moderation: { moderator: string; own: boolean; kind: ModerationKind; value: Level | null } | null
  /** By when the further grade is asked for. */
  dueAt: Date | null
}

/** The disagreements of a vacancy in one state, the oldest first, 50 at a time. */
export async function disagreementsOf(
  db: Db,
  input: {
    viewer: StaffViewer
    vacancyId: string
    state?: DisagreementState
    after?: string
    locale: Locale
    now: Date
  },
): Promise<{
  vacancy: VacancyHead
  teamId: string
  state: DisagreementState
  counts: DisagreementCounts
  rows: DisagreementRow[]
  next: string | undefined
} | null> {
  const { viewer, vacancyId, after, locale, now } = input
  const found = await vacancyFor(db, { viewer, vacancyId, act: 'moderate', locale })
  if (!found) return null
  const { teamId, ...vacancy } = found
  const counts = await countsOf(db, { viewer, vacancyId })
  const state = input.state ?? disagreementStates.find((one) => counts[one] > 0) ?? 'moderate'
  const page = await db
    .select({
      row: disagreements,
      code: answers.code,
      scenarioHash: answers.scenarioHash,
      applicationId: attempts.applicationId,
      seen: gradesSeen(attempts.applicationId, viewer.userId),
    })
    .from(disagreements)
    .innerJoin(answers, eq(answers.id, disagreements.answerId))
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .where(
      and(
        knownTo(db, viewer, vacancyId),
        eq(disagreements.state, state),
        after ? gt(disagreements.id, after) : undefined,
      ),
    )
    .orderBy(asc(disagreements.id))
    .limit(pageSize + 1)
  const shown = page.slice(0, pageSize)
  const requests = await requestsOf(
    db,
    shown.map(({ row }) => row.answerId),
  )
  const spoken = await moderationsOf(
    db,
    shown.map(({ row }) => row.answerId),
  )
  const profile = can(viewer, 'see-profile', { teamId })
  const rows: DisagreementRow[] = []
  const unseen: string[] = []
  for (const { row, code, scenarioHash, applicationId, seen } of shown) {
    const { key, code: short } = await pinnedScenario(db, scenarioHash)
    const own = requests.filter(({ answerId }) => answerId === row.answerId)
    const open = visible(own, now)
    const last = spoken.find((one) => one.answerId === row.answerId && one.dimension === row.dimension)
    const given = open ? own.flatMap((one) => gradeIn(one.grader, one.given, row.dimension)) : []
    if (!seen && (given.length > 0 || last)) unseen.push(applicationId)
    rows.push({
      id: row.id,
      answerId: row.answerId,
      code,
      applicationId: profile ? applicationId : null,
      scenario: short ?? key,
      dimension: row.dimension,
      reasons: row.reasons,
      state: row.state,
      grades: given,
      moderation: last
        ? {
            moderator: last.moderator,
            own: last.moderatorId === viewer.userId,
            kind: last.kind,
            value: isLevel(last.value) ? last.value : null,
          }
        : null,
      dueAt: open ? null : (own.find(({ lockedAt }) => !lockedAt)?.dueAt ?? null),
    })
  }
  if (unseen.length > 0) await viewGrades(db, { viewer, applicationIds: unseen, now })
  const next = page.length > pageSize ? shown.at(-1)?.row.id : undefined
  return { vacancy, teamId, state, counts, rows, next }
}

interface Request {
  answerId: string
  grader: string
  lockedAt: Date | null
  settledAt: Date | null
  voidedAt: Date | null
  dueAt: Date
  given: { dimension: Dimension; level: number | null; incident: string | null }[]
}

function gradeIn(grader: string, given: Request['given'], dimension: Dimension | null) {
  const grade = given.find((one) => one.dimension === dimension)
  return grade
    ? [{ grader, level: isLevel(grade.level) ? grade.level : null, incident: grade.incident !== null }]
    : []
}

async function requestsOf(db: Db, answerIds: string[]): Promise<Request[]> {
  if (answerIds.length === 0) return []
  const rows = await db
    .select({
      id: gradingAssignments.id,
      answerId: gradingAssignments.answerId,
      grader: users.name,
      lockedAt: gradingAssignments.lockedAt,
      settledAt: gradingAssignments.settledAt,
      voidedAt: gradingAssignments.voidedAt,
      dueAt: gradingAssignments.dueAt,
      dimension: grades.dimension,
      level: grades.level,
      incident: grades.incident,
    })
    .from(gradingAssignments)
    .innerJoin(users, eq(users.id, gradingAssignments.graderId))
    .leftJoin(grades, eq(grades.assignmentId, gradingAssignments.id))
    .where(and(inArray(gradingAssignments.answerId, answerIds), isNull(gradingAssignments.voidedAt)))
    .orderBy(asc(gradingAssignments.ordinal))
  const found = new Map<string, Request>()
  for (const { id, dimension, level, incident, ...request } of rows) {
    const own = found.get(id) ?? { ...request, given: [] }
    found.set(id, own)
    if (dimension) own.given.push({ dimension, level, incident })
  }
  return [...found.values()]
}

async function moderationsOf(db: Db, answerIds: string[]) {
  if (answerIds.length === 0) return []
  return db
    .select({
      answerId: moderations.answerId,
      dimension: moderations.dimension,
      kind: moderations.kind,
      value: moderations.value,
      moderatorId: moderations.moderatorId,
      moderator: users.name,
    })
    .from(moderations)
    .innerJoin(users, eq(users.id, moderations.moderatorId))
    .where(inArray(moderations.answerId, answerIds))
}
