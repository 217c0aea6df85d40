import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import {
  calibrationRules,
  calibrationStanding,
  lapsedMeanwhile,
  type Standing,
} from '#app/domain/calibration.ts'
import type { Db, Tx } from '../client.ts'
import { calibrationRuns } from '../schema/index.ts'

export interface GraderStanding {
  standing: Standing
  validUntil: Date | null
  /** The pass was measured by the authors' draft. */
  advisory: boolean
  /** Hidden anchors ended the pass before its day. */
  endedEarly: boolean
}

const runsOf = (db: Db | Tx, graders: readonly string[]) =>
  db
    .select()
    .from(calibrationRuns)
    .where(and(inArray(calibrationRuns.graderId, [...graders]), isNotNull(calibrationRuns.finishedAt)))
    .orderBy(desc(calibrationRuns.finishedAt))

/** Where each of these people stands. */
export async function standingsOf(
  db: Db | Tx,
  { graders, now }: { graders: readonly string[]; now: Date },
): Promise<Map<string, GraderStanding>> {
  const runs = graders.length === 0 ? [] : await runsOf(db, graders)
  return new Map(
    graders.map((grader) => {
      const own = runs.filter(({ graderId }) => graderId === grader)
      const pass = own.find(({ passed }) => passed)
      return [
        grader,
        {
          standing: calibrationStanding(own, now),
          validUntil: pass?.validUntil ?? null,
          advisory: (pass ?? own[0])?.advisory ?? true,
          endedEarly:
            pass !== undefined && pass.validUntil !== null && pass.validUntil <= now && cutShort(pass),
        },
      ]
    }),
  )
}

const cutShort = ({ finishedAt, validUntil }: typeof calibrationRuns.$inferSelect): boolean =>
  finishedAt !== null &&
  validUntil !== null &&
  validUntil.getTime() - finishedAt.getTime() < calibrationRules.validDays * 86_400_000

/** The viewer's finished runs, newest first, and whether one is under way. */
export async function ownRuns(db: Db, viewer: StaffViewer) {
  const runs = await db
    .select()
    .from(calibrationRuns)
    .where(eq(calibrationRuns.graderId, viewer.userId))
    .orderBy(desc(calibrationRuns.startedAt))
    .limit(20)
  return {
    open: runs.some(({ finishedAt }) => finishedAt === null),
    finished: runs.flatMap(({ id, locale, finishedAt, outcome, passed, validUntil, advisory }) =>
      finishedAt && outcome
        ? [{ id, locale, finishedAt, outcome, passed: passed ?? false, validUntil, advisory }]
        : [],
    ),
  }
}

/** Of these locks, those before which a calibration ran out that was good when the answer was asked for: reason (e). */
export async function lapsedLocks(
  tx: Tx,
  locks: readonly { id: string; graderId: string; askedAt: Date; lockedAt: Date | null }[],
): Promise<Set<string>> {
  const held = locks.flatMap((lock) => (lock.lockedAt ? [{ ...lock, lockedAt: lock.lockedAt }] : []))
  if (held.length === 0) return new Set()
  const runs = await runsOf(tx, [...new Set(held.map(({ graderId }) => graderId))])
  // A pass against the authors' draft is advice: that it ran out costs nobody a third grade.
  const binding = runs.filter(({ advisory }) => !advisory)
  return new Set(
    held
      .filter((lock) =>
        lapsedMeanwhile(
          binding.filter(({ graderId }) => graderId === lock.graderId),
          lock,
        ),
      )
      .map(({ id }) => id),
  )
}
