import { and, count, desc, eq, inArray, isNotNull, isNull, lte, min, sql } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import { type Forecast, forecast } from '#app/domain/forecast.ts'
import { median } from '#app/domain/middle.ts'
import type { Db } from '../client.ts'
import { pinnedScenario } from '../pinned.ts'
import { prepared } from '../prepared.ts'
import { answers, applications, attempts, gradingAssignments, users } from '../schema/index.ts'
import { isOpen } from './desk.ts'

const paceSample = 20
/** Somebody who leaves an answer open over lunch has not graded for two hours. */
const longestSeconds = 30 * 60
/** With fewer answers behind it a pace is chance. */
const fewest = 3

export interface Load extends Forecast {
  left: number
  dueAt: Date | null
}

const spent = prepared((db) => {
  const asked = db
    .select({ id: users.id })
    .from(users)
    .where(sql`${users.id} = any(${sql.placeholder('graders')})`)
    .as('asked')
  const last = db
    .select({
      seconds:
        sql<number>`extract(epoch from ${gradingAssignments.lockedAt} - ${gradingAssignments.openedAt})`
          .mapWith(Number)
          .as('seconds'),
    })
    .from(gradingAssignments)
    .where(
      and(
        eq(gradingAssignments.graderId, asked.id),
        isNotNull(gradingAssignments.openedAt),
        isNull(gradingAssignments.voidedAt),
        lte(gradingAssignments.lockedAt, sql.placeholder('until')),
      ),
    )
    .orderBy(desc(gradingAssignments.lockedAt))
    .limit(paceSample)
    .as('last')
  return db
    .select({ grader: asked.id, seconds: last.seconds })
    .from(asked)
    .innerJoinLateral(last, sql`true`)
    .orderBy(desc(asked.id))
    .prepare('seconds_spent')
})

/** Everybody's own pace: the median seconds from opening to locking, over the last twenty; absent below three. */
export async function pacesOf(db: Db, graders: readonly string[], now: Date): Promise<Map<string, number>> {
  if (graders.length === 0) return new Map()
  const until = new Date(now.getTime() - 10_000).toISOString()
  const rows = await spent(db).execute({ graders, until })
  const paces = new Map<string, number>()
  for (const grader of new Set(rows.map((row) => row.grader))) {
    const own = rows
      .filter((row) => row.grader === grader && row.seconds > 0 && row.seconds <= longestSeconds)
      .map(({ seconds }) => seconds)
    const middle = median(own)
    if (own.length >= fewest && middle !== undefined) paces.set(grader, middle)
  }
  return paces
}

/** What lies before each grader in all vacancies, how long it will take at their own pace, and when the first is due. */
export async function loadsOf(
  db: Db,
  { graders, now }: { graders: readonly string[]; now: Date },
): Promise<Map<string, Load>> {
  if (graders.length === 0) return new Map()
  const piles = await db
    .select({
      grader: gradingAssignments.graderId,
      scenarioHash: answers.scenarioHash,
      left: count(),
      dueAt: min(gradingAssignments.dueAt),
    })
    .from(gradingAssignments)
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .where(and(inArray(gradingAssignments.graderId, [...graders]), isOpen))
    .groupBy(gradingAssignments.graderId, answers.scenarioHash)
  const paces = await pacesOf(db, graders, now)
  const loads = new Map<string, Load>()
  for (const grader of graders) {
    const own = piles.filter((pile) => pile.grader === grader)
    let [left, criteria] = [0, 0]
    for (const pile of own) {
      const { dimensions } = await pinnedScenario(db, pile.scenarioHash)
      left += pile.left
      criteria += pile.left * dimensions.length
    }
    const due = own.flatMap(({ dueAt }) => (dueAt ? [dueAt.getTime()] : []))
    loads.set(grader, {
      ...forecast({ answers: left, criteria, pace: paces.get(grader) ?? null }),
      left,
      dueAt: due.length === 0 ? null : new Date(Math.min(...due)),
    })
  }
  return loads
}

/** The viewer's own pace in seconds per answer; null while it is not known. */
export async function ownPace(
  db: Db,
  { viewer, now }: { viewer: StaffViewer; now: Date },
): Promise<number | null> {
  return (await pacesOf(db, [viewer.userId], now)).get(viewer.userId) ?? null
}
