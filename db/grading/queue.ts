import { and, asc, count, desc, eq, gte, isNotNull, isNull, min, or, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { StaffViewer } from '#app/domain/access.ts'
import type { Db, Tx } from '../client.ts'
import { answers, applications, attempts, gradingAssignments, vacancies } from '../schema/index.ts'
import { onDesk } from './desk.ts'

/** Enough for a week of one person's work; beyond it the page says "and more". */
const mostShown = 500

function desk(db: Db | Tx) {
  return db
    .select({
      id: gradingAssignments.id,
      answerId: gradingAssignments.answerId,
      code: answers.code,
      scenarioKey: answers.scenarioKey,
      scenarioHash: answers.scenarioHash,
      locale: attempts.locale,
      dueAt: gradingAssignments.dueAt,
      openedAt: gradingAssignments.openedAt,
      lockedAt: gradingAssignments.lockedAt,
      rev: gradingAssignments.rev,
    })
    .from(gradingAssignments)
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .$dynamic()
}
export type DeskRow = Awaited<ReturnType<typeof desk>>[number]

/**
 * What is left on the viewer's desk, scenario by scenario across all candidates; within a scenario by the answer's
 * code, which is random, so that nobody's answers stand together.
 */
export async function queue(db: Db, { viewer }: { viewer: StaffViewer }): Promise<DeskRow[]> {
  return desk(db)
    .where(and(onDesk(db, viewer), isNull(gradingAssignments.lockedAt)))
    .orderBy(asc(answers.scenarioKey), asc(answers.code))
    .limit(mostShown)
}

/** What the viewer locked last, to come back to it. */
export async function recentlyLocked(db: Db, { viewer, most = 12 }: { viewer: StaffViewer; most?: number }) {
  return desk(db)
    .where(and(onDesk(db, viewer), isNotNull(gradingAssignments.lockedAt)))
    .orderBy(desc(gradingAssignments.lockedAt))
    .limit(most)
}

export interface Neighbours {
  previous: string | null
  next: string | null
}
type Here = { id: string; scenarioKey: string; code: string }

const place = sql`(${answers.scenarioKey}, ${answers.code})`
const placeOf = ({ scenarioKey, code }: Here) => sql`(${scenarioKey}, ${code})`

/** Only ids: what a step in the queue needs. */
function steps(db: Db | Tx, viewer: StaffViewer, side: 'next' | 'previous', where: SQL) {
  return db
    .select({ side: sql<'next' | 'previous'>`${side}::text`.as('side'), id: gradingAssignments.id })
    .from(gradingAssignments)
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .where(and(onDesk(db, viewer), isNull(gradingAssignments.lockedAt), where))
    .limit(1)
    .$dynamic()
}

/** After the last answer of the queue comes the first. */
const after = (db: Db | Tx, viewer: StaffViewer, here: Here) =>
  steps(db, viewer, 'next', sql`${gradingAssignments.id} <> ${here.id}`).orderBy(
    sql`${place} < ${placeOf(here)}`,
    asc(answers.scenarioKey),
    asc(answers.code),
  )

export async function nextAfter(
  db: Db | Tx,
  { viewer, here }: { viewer: StaffViewer; here: Here },
): Promise<string | null> {
  const [row] = await after(db, viewer, here)
  return row?.id ?? null
}

/** The open answers before and after this one in the queue. */
export async function neighbours(
  db: Db | Tx,
  { viewer, here }: { viewer: StaffViewer; here: Here },
): Promise<Neighbours> {
  const before = steps(db, viewer, 'previous', sql`${place} < ${placeOf(here)}`).orderBy(
    desc(answers.scenarioKey),
    desc(answers.code),
  )
  const rows = await unionAll(after(db, viewer, here), before)
  const of = (side: 'next' | 'previous') => rows.find((row) => row.side === side)?.id ?? null
  return { previous: of('previous'), next: of('next') }
}

/** The answer with which the viewer goes on, or null when everything is graded. */
export async function nextAnswer(db: Db, { viewer }: { viewer: StaffViewer }): Promise<string | null> {
  const [first] = await desk(db)
    .where(and(onDesk(db, viewer), isNull(gradingAssignments.lockedAt)))
    .orderBy(asc(answers.scenarioKey), asc(answers.code))
    .limit(1)
  return first?.id ?? null
}

/** How far the pile is that lies there now: locked since its oldest answer came, of all of them. */
export async function deskProgress(
  db: Db,
  { viewer }: { viewer: StaffViewer },
): Promise<{ done: number; total: number }> {
  const oldest = db
    .select({ askedAt: min(gradingAssignments.askedAt) })
    .from(gradingAssignments)
    .where(
      and(
        eq(gradingAssignments.graderId, viewer.userId),
        isNull(gradingAssignments.lockedAt),
        isNull(gradingAssignments.voidedAt),
      ),
    )
  const pile = or(isNull(gradingAssignments.lockedAt), gte(gradingAssignments.lockedAt, sql`(${oldest})`))
  const [row] = await db
    .select({ total: count(), done: count(gradingAssignments.lockedAt) })
    .from(gradingAssignments)
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .where(and(onDesk(db, viewer), pile))
  return row ?? { done: 0, total: 0 }
}
