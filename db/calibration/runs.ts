import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { canAnywhere, type StaffViewer } from '#app/domain/access.ts'
import {
  bindingCriteria,
  calibrationOutcome,
  calibrationRules,
  drawAnchors,
  type Outcome,
} from '#app/domain/calibration.ts'
import type { Dimension } from '#app/domain/dimensions.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { Db, Tx } from '../client.ts'
import { record } from '../events.ts'
import { newId } from '../id.ts'
import {
  anchorAnswers,
  answers,
  calibrationRatings,
  calibrationRuns,
  gradingAssignments,
  users,
} from '../schema/index.ts'
import { anchorsIn, asAnchor, type Cases, expertWords, keepAnchor } from './anchors.ts'
import { knownTo } from './known.ts'

type Run = typeof calibrationRuns.$inferSelect
const day = 86_400_000

export type StartRefusal = 'anchors-used-up'

/**
 * A run: anchors in random order that the viewer has not seen before. One that is under way is gone on with. While too
 * few anchors have the experts' word it is measured by the authors' draft, and is advice.
 */
export async function startCalibration(
  db: Db,
  input: {
    viewer: StaffViewer
    locale: Locale
    cases: Cases
    rubricHash: string
    random?: () => number
    now: Date
  },
): Promise<{ ok: true; runId: string } | { refused: StartRefusal } | null> {
  const { viewer, locale, cases, rubricHash, random = Math.random, now } = input
  if (!canAnywhere(viewer, 'grade')) return null
  return db.transaction(async (tx) => {
    // Two clicks at once begin one run.
    await tx.select({ id: users.id }).from(users).where(eq(users.id, viewer.userId)).for('update')
    const open = await openRun(tx, viewer)
    if (open) return { ok: true, runId: open.id }
    const all = await anchorsIn(tx, { cases, locale })
    const words = await expertWords(tx)
    const met = await casesMet(tx, viewer)
    const anchors = all.map((anchor) => ({
      ...asAnchor(anchor, words),
      met: anchor.onDesk && met.has(anchor.scenarioKey),
      // Only these can lie among live answers: whoever has met them in a run knows them there.
      spared: anchor.source === 'own',
    }))
    const criteria = bindingCriteria(anchors)
    const binds = criteria.length > 0
    const usable = anchors.filter(({ rated, levels }) => (binds ? rated : Object.keys(levels).length > 0))
    const seen = await knownTo(tx, viewer.userId, now)
    const drawn = drawAnchors({ anchors: usable, seen, criteria, random })
    if (!drawn) return { refused: 'anchors-used-up' }
    const anchorIds: string[] = []
    for (const key of drawn) {
      const anchor = all.find((one) => one.key === key)
      if (anchor) anchorIds.push(await keepAnchor(tx, { anchor, now }))
    }
    const id = newId(now.getTime())
    await tx.insert(calibrationRuns).values({
      id,
      graderId: viewer.userId,
      rubricHash,
      locale,
      anchorIds,
      advisory: !binds,
      startedAt: now,
    })
    await record(tx, {
      by: viewer,
      now,
      subject: 'calibration-run',
      subjectId: id,
      kind: 'calibration-begun',
    })
    return { ok: true, runId: id }
  })
}

async function openRun(db: Db | Tx, viewer: StaffViewer): Promise<Run | undefined> {
  const [run] = await db
    .select()
    .from(calibrationRuns)
    .where(and(eq(calibrationRuns.graderId, viewer.userId), isNull(calibrationRuns.finishedAt)))
    .orderBy(desc(calibrationRuns.startedAt))
    .limit(1)
  return run
}

/** The cases that were ever on the viewer's desk. */
async function casesMet(tx: Tx, viewer: StaffViewer): Promise<Set<string>> {
  const rows = await tx
    .selectDistinct({ key: answers.scenarioKey })
    .from(gradingAssignments)
    .innerJoin(answers, eq(answers.id, gradingAssignments.answerId))
    .where(eq(gradingAssignments.graderId, viewer.userId))
  return new Set(rows.map(({ key }) => key))
}

export interface Given {
  dimension: Dimension
  level: number
  reference: number
  /** Why: the experts' reasons where they gave the reference, else the authors'. */
  why: string[]
}
export interface CalibrationStep {
  runId: string
  done: number
  total: number
  anchor: typeof anchorAnswers.$inferSelect
  /** What was given and what it is measured by; null while the viewer has not given theirs. */
  given: Given[] | null
}

/** One anchor of the viewer's own run: the next one, or one that they have rated; null when there is none. */
export async function calibrationStep(
  db: Db,
  { viewer, anchorId }: { viewer: StaffViewer; anchorId?: string },
): Promise<CalibrationStep | null> {
  const run = anchorId ? await runWith(db, viewer, anchorId) : await openRun(db, viewer)
  if (!run) return null
  const ratings = await db
    .select()
    .from(calibrationRatings)
    .where(eq(calibrationRatings.runId, run.id))
    .orderBy(asc(calibrationRatings.dimension))
  const rated = new Set(ratings.map((rating) => rating.anchorId))
  const id = anchorId ?? run.anchorIds.find((one) => !rated.has(one))
  if (!id || (anchorId && !rated.has(anchorId))) return null
  const [anchor] = await db.select().from(anchorAnswers).where(eq(anchorAnswers.id, id))
  if (!anchor) return null
  const words = anchorId ? await expertWords(db, [anchor.key]) : []
  return {
    runId: run.id,
    done: rated.size,
    total: run.anchorIds.length,
    anchor,
    given: anchorId
      ? ratings
          .filter((rating) => rating.anchorId === id)
          .map(({ dimension, level, reference }) => {
            const said = words.filter((word) => word.dimension === dimension)
            const draft = anchor.grades[dimension]
            const experts = said.length >= calibrationRules.experts
            const why = experts ? said.map((word) => word.why) : draft ? [draft.why] : []
            return { dimension, level, reference, why }
          })
      : null,
  }
}

async function runWith(db: Db, viewer: StaffViewer, anchorId: string): Promise<Run | undefined> {
  const runs = await db
    .select()
    .from(calibrationRuns)
    .where(eq(calibrationRuns.graderId, viewer.userId))
    .orderBy(desc(calibrationRuns.startedAt))
  return runs.find(({ anchorIds }) => anchorIds.includes(anchorId))
}

export type RateRefusal = 'level-missing' | 'already-rated'

/**
 * The viewer's levels of the anchor in hand, all at once and for good: the feedback opens after it, and nothing is
 * asked a second time. The last one ends the run.
 */
export async function rateAnchor(
  db: Db,
  input: {
    viewer: StaffViewer
    anchorId: string
    levels: Partial<Record<Dimension, number>>
    now: Date
  },
): Promise<{ ok: true; outcome: Outcome | null } | { refused: RateRefusal } | null> {
  const { viewer, anchorId, levels, now } = input
  return db.transaction(async (tx) => {
    const [run] = await tx
      .select()
      .from(calibrationRuns)
      .where(and(eq(calibrationRuns.graderId, viewer.userId), isNull(calibrationRuns.finishedAt)))
      .orderBy(desc(calibrationRuns.startedAt))
      .limit(1)
      .for('update')
    if (!run?.anchorIds.includes(anchorId)) return null
    const ratings = await tx.select().from(calibrationRatings).where(eq(calibrationRatings.runId, run.id))
    if (ratings.some((rating) => rating.anchorId === anchorId)) return { refused: 'already-rated' }
    const [anchor] = await tx.select().from(anchorAnswers).where(eq(anchorAnswers.id, anchorId))
    if (!anchor) return null
    const { levels: measured } = asAnchor(
      { ...anchor, group: anchor.scenarioKey, dimensions: anchor.dimensions as Dimension[] },
      await expertWords(tx, [anchor.key]),
    )
    const wanted = Object.entries(measured) as [Dimension, number][]
    if (wanted.some(([dimension]) => levels[dimension] === undefined)) return { refused: 'level-missing' }
    const fresh = wanted.map(([dimension, reference]) => ({
      id: newId(now.getTime()),
      runId: run.id,
      anchorId,
      dimension,
      level: levels[dimension] ?? 0,
      reference,
      at: now,
    }))
    await tx.insert(calibrationRatings).values(fresh)
    const all = [...ratings, ...fresh]
    const rated = new Set(all.map((rating) => rating.anchorId))
    if (run.anchorIds.some((id) => !rated.has(id))) return { ok: true, outcome: null }
    const outcome = calibrationOutcome(all.map(({ level, reference }) => ({ given: level, reference })))
    const passed = outcome.failed.length === 0
    const validUntil = passed ? new Date(now.getTime() + calibrationRules.validDays * day) : null
    await tx
      .update(calibrationRuns)
      .set({ finishedAt: now, outcome, passed, validUntil })
      .where(eq(calibrationRuns.id, run.id))
    await record(tx, {
      by: viewer,
      now,
      subject: 'calibration-run',
      subjectId: run.id,
      kind: 'calibration-finished',
      data: { passed },
    })
    return { ok: true, outcome }
  })
}
