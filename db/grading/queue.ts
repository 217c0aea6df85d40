import { and, asc, count, desc, eq, gte, isNotNull, isNull, lt, min, ne, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, unionAll } from 'drizzle-orm/pg-core'
import type { StaffViewer } from '#app/domain/access.ts'
import type { Db, Tx } from '../client.ts'
import { prepared } from '../prepared.ts'
import {
  answers,
  applications,
  attempts,
  gradingAssignments,
  hiddenAnchors,
  vacancies,
} from '../schema/index.ts'
import { anyViewer, type DeskViewer, forViewer, onDesk } from './desk.ts'
import { hiddenOnDesk } from './hidden/rows.ts'

/** Enough for a week of one person's work; beyond it the page says how many more there are. */
export const mostShown = 500

/** The two halves of a desk: answers, and anchors that look like them. */
const answersOn = (db: Db | Tx, viewer: StaffViewer, where?: SQL) =>
  db
    .select({
      id: gradingAssignments.id,
      answerId: gradingAssignments.answerId,
      code: answers.code,
      scenarioKey: answers.scenarioKey,
      scenarioHash: answers.scenarioHash,
      locale: attempts.locale,
      askedAt: gradingAssignments.askedAt,
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
    .where(and(onDesk(db, viewer), where))
    .$dynamic()
const anchorsOn = (db: Db | Tx, viewer: StaffViewer, where?: SQL) =>
  db
    .select({
      id: hiddenAnchors.id,
      answerId: hiddenAnchors.id,
      code: hiddenAnchors.code,
      scenarioKey: hiddenAnchors.scenarioKey,
      scenarioHash: hiddenAnchors.scenarioHash,
      locale: hiddenAnchors.locale,
      askedAt: hiddenAnchors.askedAt,
      dueAt: hiddenAnchors.dueAt,
      openedAt: hiddenAnchors.openedAt,
      lockedAt: hiddenAnchors.lockedAt,
      rev: hiddenAnchors.rev,
    })
    .from(hiddenAnchors)
    .where(and(hiddenOnDesk(db, viewer), where))
    .$dynamic()

function openOn(db: Db | Tx, viewer: StaffViewer) {
  const requests = answersOn(db, viewer, isNull(gradingAssignments.lockedAt))
  const on = unionAll(requests, anchorsOn(db, viewer, isNull(hiddenAnchors.lockedAt))).as('desk')
  return db.select().from(on).orderBy(asc(on.scenarioKey), asc(on.code)).$dynamic()
}
export type DeskRow = Awaited<ReturnType<typeof openOn>>[number]

/**
 * What is left on the viewer's desk, scenario by scenario across all candidates; within a scenario by the answer's
 * code, which is random, so that nobody's answers stand together.
 */
export async function queue(
  db: Db,
  { viewer, most = mostShown }: { viewer: StaffViewer; most?: number },
): Promise<DeskRow[]> {
  return openOn(db, viewer).limit(most)
}

/** What lies open on the viewer's desk, as far as a step in it needs; read without the answers. */
function openPile(db: Db | Tx, viewer: DeskViewer) {
  const requests = db
    .select({
      id: gradingAssignments.id,
      scenarioKey: gradingAssignments.scenarioKey,
      code: gradingAssignments.code,
      askedAt: gradingAssignments.askedAt,
      dueAt: gradingAssignments.dueAt,
    })
    .from(gradingAssignments)
    .innerJoin(applications, eq(applications.id, gradingAssignments.applicationId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .where(and(onDesk(db, viewer), isNull(gradingAssignments.lockedAt)))
  const anchors = db
    .select({
      id: hiddenAnchors.id,
      scenarioKey: hiddenAnchors.scenarioKey,
      code: hiddenAnchors.code,
      askedAt: hiddenAnchors.askedAt,
      dueAt: hiddenAnchors.dueAt,
    })
    .from(hiddenAnchors)
    .where(and(hiddenOnDesk(db, viewer), isNull(hiddenAnchors.lockedAt)))
  return unionAll(requests, anchors)
}

/** What the viewer locked last, to come back to it. Each half from its index: a grader has locked thousands. */
export async function recentlyLocked(
  db: Db,
  { viewer, most = 12 }: { viewer: StaffViewer; most?: number },
): Promise<DeskRow[]> {
  const real = answersOn(db, viewer, isNotNull(gradingAssignments.lockedAt))
  const hidden = anchorsOn(db, viewer, isNotNull(hiddenAnchors.lockedAt))
  const locked = unionAll(
    real.orderBy(desc(gradingAssignments.lockedAt)).limit(most),
    hidden.orderBy(desc(hiddenAnchors.lockedAt)).limit(most),
  ).as('locked')
  return db.select().from(locked).orderBy(desc(locked.lockedAt)).limit(most)
}

type Here = { id: string; scenarioKey: string; code: string }
type Places = Record<'scenarioKey' | 'code', AnyPgColumn>

/** Before this place in the desk's order. */
const before = (on: Places, here: SQL) => sql`(${on.scenarioKey}, ${on.code}) < (${here})`

/** After the last answer of the queue comes the first. */
const onwards = (on: Places, here: SQL) => [before(on, here), asc(on.scenarioKey), asc(on.code)]

export async function nextAfter(
  db: Db | Tx,
  { viewer, here }: { viewer: StaffViewer; here: Here },
): Promise<string | null> {
  const on = openPile(db, viewer).as('pile')
  const [row] = await db
    .select({ id: on.id })
    .from(on)
    .where(ne(on.id, here.id))
    .orderBy(...onwards(on, sql`${here.scenarioKey}, ${here.code}`))
    .limit(1)
  return row?.id ?? null
}

/** One that was left lying is no measure of the pile that came after it: what is asked is due in five days. */
const longestPile = 7 * 86_400_000

/** How many the viewer has locked since then: whatever became of its candidate, it is done. */
function lockedSince(db: Db, viewer: DeskViewer, since: SQL) {
  const counted = (on: typeof gradingAssignments | typeof hiddenAnchors, where?: SQL) =>
    db
      .select({ count: count() })
      .from(on)
      .where(and(eq(on.graderId, viewer.userId), isNull(on.voidedAt), gte(on.lockedAt, since), where))
  const anchors = counted(hiddenAnchors, isNull(hiddenAnchors.toldAt))
  return sql<number>`(${counted(gradingAssignments)}) + (${anchors})`.mapWith(Number)
}

export interface Place {
  /** The open answers before and after this one in the queue. */
  previous: string | null
  next: string | null
  /** How far the pile is that lies there now: locked since its oldest answer came, in a week at most, of all of them. */
  done: number
  total: number
}

const place = prepared((db) => {
  const id = sql.placeholder('id')
  const placed = (on: typeof gradingAssignments | typeof hiddenAnchors) =>
    db.select({ scenarioKey: on.scenarioKey, code: on.code }).from(on).where(eq(on.id, id))
  const here = sql`${unionAll(placed(gradingAssignments), placed(hiddenAnchors))}`
  const pile = db.$with('pile').as(openPile(db, anyViewer))
  const oldest = db.select({ askedAt: min(pile.askedAt) }).from(pile)
  const since = sql`greatest((${oldest}), ${sql.placeholder('earliest')}::timestamptz)`
  const step = (where: SQL, ...order: SQL[]) =>
    sql<string | null>`(${db
      .select({ id: pile.id })
      .from(pile)
      .where(where)
      .orderBy(...order)
      .limit(1)})`
  return db
    .with(pile)
    .select({
      previous: step(before(pile, here), desc(pile.scenarioKey), desc(pile.code)),
      next: step(ne(pile.id, id), ...onwards(pile, here)),
      left: count(),
      done: lockedSince(db, anyViewer, since),
    })
    .from(pile)
    .prepare('place_on_desk')
})

/** Where in the viewer's pile this answer or anchor stands; the pile is read once for it. */
export async function placeOnDesk(
  db: Db,
  { viewer, assignmentId, now }: { viewer: StaffViewer; assignmentId: string; now: Date },
): Promise<Place> {
  const earliest = new Date(now.getTime() - longestPile).toISOString()
  const [row] = await place(db).execute({ ...forViewer(viewer), id: assignmentId, earliest })
  const { previous = null, next = null, left = 0, done = 0 } = row ?? {}
  return { previous, next, done, total: left + done }
}

const load = prepared((db) => {
  const on = openPile(db, anyViewer).as('pile')
  const late = lt(on.dueAt, sql.placeholder('now'))
  return db
    .select({
      open: count(),
      late: sql<number>`count(*) filter (where ${late})`.mapWith(Number),
      due: min(on.dueAt),
    })
    .from(on)
    .prepare('desk_load')
})

/** How many answers lie open on the viewer's own desk, how many of them are late, and when the next is due. */
export async function deskOf(db: Db, viewer: StaffViewer, now: Date) {
  const [row] = await load(db).execute({ ...forViewer(viewer), now: now.toISOString() })
  return { open: row?.open ?? 0, late: row?.late ?? 0, due: row?.due ?? null }
}
