import { and, count, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import {
  calibrationRules,
  calibrationStanding,
  coveredCriteria,
  lapsedMeanwhile,
  type Standing,
} from '#app/domain/calibration.ts'
import type { Dimension } from '#app/domain/dimensions.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { Db, Tx } from '../client.ts'
import { gradedDimensions } from '../grading/desk.ts'
import { pinnedAssignment, pinnedScenario } from '../pinned.ts'
import {
  answers,
  attempts,
  calibrationRatings,
  calibrationRuns,
  gradingAssignments,
} from '../schema/index.ts'
import { bindingIn } from './anchors.ts'

/** Where a grader stands in one language: whoever grades well in one may not in another. */
export interface GraderStanding {
  standing: Standing
  validUntil: Date | null
  /** The pass was measured by the authors' draft. */
  advisory: boolean
  /** Hidden anchors ended the pass before its day. */
  endedEarly: boolean
  /** Where calibration binds and no valid pass of theirs speaks: they are asked for nothing that shows one of these. */
  lacking: Dimension[]
}

type Run = typeof calibrationRuns.$inferSelect

const runsOf = (db: Db | Tx, graders: readonly string[]): Promise<Run[]> =>
  db
    .select()
    .from(calibrationRuns)
    .where(and(inArray(calibrationRuns.graderId, [...graders]), isNotNull(calibrationRuns.finishedAt)))
    .orderBy(desc(calibrationRuns.finishedAt))
    .execute()

/** A pass against the authors' draft is advice: it opens no gate, and that it ran out costs nobody a third grade. */
const binding = (runs: readonly Run[]) => runs.filter(({ advisory, passed }) => passed && !advisory)

/** What each of these passes speaks for. */
async function covered(db: Db | Tx, passes: readonly Run[]): Promise<Map<string, Dimension[]>> {
  if (passes.length === 0) return new Map()
  const { runId, dimension } = calibrationRatings
  const rows = await db
    .select({ runId, dimension, asked: count() })
    .from(calibrationRatings)
    .where(
      inArray(
        runId,
        passes.map(({ id }) => id),
      ),
    )
    .groupBy(runId, dimension)
  const askedIn = (id: string) =>
    rows.flatMap((row) => (row.runId === id ? Array.from({ length: row.asked }, () => row.dimension) : []))
  return new Map(passes.map(({ id }) => [id, coveredCriteria(askedIn(id))]))
}

/** Where each of these people stands in a language; `binds` are the criteria on which calibration binds there. */
export async function standingsOf(
  db: Db | Tx,
  input: { graders: readonly string[]; locale: Locale; binds: readonly Dimension[]; now: Date },
): Promise<Map<string, GraderStanding>> {
  const { graders, locale, binds, now } = input
  const runs = graders.length === 0 ? [] : await runsOf(db, graders)
  const here = runs.filter((run) => run.locale === locale && (binds.length === 0 || !run.advisory))
  const valid = binding(here).filter(({ validUntil }) => validUntil !== null && validUntil > now)
  const speaks = await covered(db, binds.length === 0 ? [] : valid)
  return new Map(
    graders.map((grader) => {
      const own = here.filter(({ graderId }) => graderId === grader)
      const pass = own.find(({ passed }) => passed)
      const passed = new Set(
        valid.flatMap(({ id, graderId }) => (graderId === grader ? (speaks.get(id) ?? []) : [])),
      )
      return [
        grader,
        {
          standing: calibrationStanding(own, now),
          validUntil: pass?.validUntil ?? null,
          advisory: (pass ?? own[0])?.advisory ?? true,
          endedEarly:
            pass !== undefined && pass.validUntil !== null && pass.validUntil <= now && cutShort(pass),
          lacking: binds.filter((one) => !passed.has(one)),
        },
      ]
    }),
  )
}

const cutShort = ({ finishedAt, validUntil }: Run): boolean =>
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

/** In which language each of these requests asks for a grade, and on which criteria. */
async function askedOn(tx: Tx, requestIds: readonly string[]) {
  const rows = await tx
    .select({
      id: gradingAssignments.id,
      locale: attempts.locale,
      scenarioHash: answers.scenarioHash,
      assignmentHash: attempts.assignmentHash,
    })
    .from(gradingAssignments)
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .where(inArray(gradingAssignments.id, [...requestIds]))
  const found = new Map<string, { locale: Locale; criteria: Dimension[] }>()
  for (const { id, locale, scenarioHash, assignmentHash } of rows)
    found.set(id, {
      locale,
      criteria: gradedDimensions(
        await pinnedScenario(tx, scenarioHash),
        await pinnedAssignment(tx, assignmentHash),
      ),
    })
  return found
}

/** Of these locks, those before which a calibration ran out that was good when the answer was asked for: reason (e). */
export async function lapsedLocks(
  tx: Tx,
  locks: readonly { id: string; graderId: string; askedAt: Date; lockedAt: Date | null }[],
): Promise<Set<string>> {
  const held = locks.flatMap((lock) => (lock.lockedAt ? [{ ...lock, lockedAt: lock.lockedAt }] : []))
  if (held.length === 0) return new Set()
  const passes = binding(await runsOf(tx, [...new Set(held.map(({ graderId }) => graderId))]))
  if (passes.length === 0) return new Set()
  const speaks = await covered(tx, passes)
  const asked = await askedOn(
    tx,
    held.map(({ id }) => id),
  )
  const binds = new Map<Locale, Dimension[]>()
  for (const { locale } of asked.values())
    if (!binds.has(locale)) binds.set(locale, await bindingIn(tx, locale))
  const lapsed = (lock: (typeof held)[number]) => {
    const of = asked.get(lock.id)
    if (!of) return false
    const own = passes.filter(({ graderId, locale }) => graderId === lock.graderId && locale === of.locale)
    return of.criteria.some(
      (one) =>
        binds.get(of.locale)?.includes(one) &&
        lapsedMeanwhile(
          own.filter(({ id }) => speaks.get(id)?.includes(one)),
          lock,
        ),
    )
  }
  return new Set(held.filter(lapsed).map(({ id }) => id))
}
