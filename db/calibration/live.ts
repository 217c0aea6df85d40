import { and, desc, eq, gt, isNotNull, isNull, lte, max, ne, or } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import { type Dimension, isDimension } from '#app/domain/dimensions.ts'
import {
  astray,
  hiddenRules,
  type LiveFigures,
  liveFigures,
  type Measured,
} from '#app/domain/hidden-anchors.ts'
import type { Locale } from '#app/domain/locale.ts'
import { undoSeconds } from '#app/domain/reveal.ts'
import type { AnchorBody } from '#app/domain/scenario/anchor-answers.ts'
import type { Db, Tx } from '../client.ts'
import { anchorAnswers, calibrationRuns, hiddenAnchors } from '../schema/index.ts'
import { asAnchor, expertWords } from './anchors.ts'
import { knownTo } from './known.ts'

export interface LiveAnchor {
  id: string
  scenarioKey: string
  body: AnchorBody
  reference: Partial<Record<Dimension, number>>
}

/**
 * Anchors that may lie among a grader's answers: written by the installation (the shipped samples stand at the desk
 * itself, with their levels), every level of them the experts' on a criterion on which calibration binds, and not known
 * to this grader.
 */
export async function liveAnchors(
  tx: Tx,
  input: { graderId: string; locale: Locale; binds: readonly Dimension[]; now: Date },
): Promise<LiveAnchor[]> {
  const { graderId, locale, binds, now } = input
  const rows = await tx
    .select()
    .from(anchorAnswers)
    .where(
      and(
        eq(anchorAnswers.source, 'own'),
        eq(anchorAnswers.locale, locale),
        isNull(anchorAnswers.retiredAt),
        or(isNull(anchorAnswers.addedBy), ne(anchorAnswers.addedBy, graderId)),
      ),
    )
    .orderBy(anchorAnswers.id)
  if (rows.length === 0) return []
  const known = new Set(await knownTo(tx, graderId, now))
  const fresh = rows.filter(({ key }) => !known.has(key))
  const words = await expertWords(
    tx,
    fresh.map(({ key }) => key),
  )
  return fresh.flatMap((row) => {
    const shown = row.dimensions.filter(isDimension)
    if (!shown.every((one) => binds.includes(one))) return []
    const anchor = { ...row, group: row.scenarioKey, dimensions: shown }
    const { rated, levels } = asAnchor(anchor, words)
    return rated ? [{ id: row.id, scenarioKey: row.scenarioKey, body: row.body, reference: levels }] : []
  })
}

export interface ToldAnchor {
  id: string
  code: string
  scenarioKey: string
  locale: Locale
  lockedAt: Date
  measured: Measured[]
}

/** The anchors among the viewer's answers that they were told of, newest first, and what they come to together. */
export async function ownLive(
  db: Db,
  viewer: StaffViewer,
): Promise<{ anchors: ToldAnchor[]; figures: LiveFigures }> {
  const rows = await db
    .select()
    .from(hiddenAnchors)
    .where(and(eq(hiddenAnchors.graderId, viewer.userId), isNotNull(hiddenAnchors.toldAt)))
    .orderBy(desc(hiddenAnchors.lockedAt), hiddenAnchors.id)
    .limit(50)
  const anchors = rows.flatMap(({ id, code, scenarioKey, locale, lockedAt, measured }) =>
    lockedAt && measured ? [{ id, code, scenarioKey, locale, lockedAt, measured }] : [],
  )
  return { anchors, figures: liveFigures(anchors.map(({ measured }) => measured)) }
}

/** One of them in full: what was written, what was given and what is known, and the experts' reasons. */
export async function toldAnchor(db: Db, { viewer, id }: { viewer: StaffViewer; id: string }) {
  const [row] = await db
    .select({ told: hiddenAnchors, anchor: anchorAnswers })
    .from(hiddenAnchors)
    .innerJoin(anchorAnswers, eq(anchorAnswers.id, hiddenAnchors.anchorId))
    .where(
      and(
        eq(hiddenAnchors.id, id),
        eq(hiddenAnchors.graderId, viewer.userId),
        isNotNull(hiddenAnchors.toldAt),
      ),
    )
  if (!row) return null
  const { told, anchor } = row
  const words = await expertWords(db, [anchor.key])
  return {
    code: told.code,
    locale: anchor.locale,
    scenarioKey: anchor.scenarioKey,
    body: anchor.body,
    given: (told.measured ?? []).map(({ dimension, level, reference }) => ({
      dimension,
      level,
      reference,
      why: words.filter((word) => word.dimension === dimension).map(({ why }) => why),
    })),
  }
}

/** Of a vacancy, by grader: only what the grader knows already. */
export async function liveOfVacancy(db: Db | Tx, vacancyId: string): Promise<Map<string, LiveFigures>> {
  const rows = await db
    .select({ graderId: hiddenAnchors.graderId, measured: hiddenAnchors.measured })
    .from(hiddenAnchors)
    .where(and(eq(hiddenAnchors.vacancyId, vacancyId), isNotNull(hiddenAnchors.toldAt)))
    .orderBy(hiddenAnchors.graderId, hiddenAnchors.id)
  const found = new Map<string, Measured[][]>()
  for (const { graderId, measured } of rows)
    found.set(graderId, [...(found.get(graderId) ?? []), measured ?? []])
  return new Map([...found].map(([grader, own]) => [grader, liveFigures(own)]))
}

/**
 * Ends the grader's pass in a language where the last hidden anchors since it say so: from then on they are asked for
 * nothing there, until they pass again. True when it was ended now.
 */
export async function endPassIfAstray(
  tx: Tx,
  { graderId, locale, now }: { graderId: string; locale: Locale; now: Date },
): Promise<boolean> {
  const valid = and(
    eq(calibrationRuns.graderId, graderId),
    eq(calibrationRuns.locale, locale),
    eq(calibrationRuns.advisory, false),
    eq(calibrationRuns.passed, true),
    gt(calibrationRuns.validUntil, now),
  )
  const [pass] = await tx
    .select({ at: max(calibrationRuns.finishedAt) })
    .from(calibrationRuns)
    .where(valid)
  if (!pass?.at) return false
  const last = await tx
    .select({ measured: hiddenAnchors.measured })
    .from(hiddenAnchors)
    .where(
      and(
        eq(hiddenAnchors.graderId, graderId),
        eq(hiddenAnchors.locale, locale),
        isNotNull(hiddenAnchors.measured),
        gt(hiddenAnchors.lockedAt, pass.at),
        lte(hiddenAnchors.lockedAt, new Date(now.getTime() - undoSeconds * 1000)),
      ),
    )
    .orderBy(desc(hiddenAnchors.lockedAt))
    .limit(hiddenRules.rolling)
  if (!astray(last.map(({ measured }) => measured ?? []))) return false
  await tx.update(calibrationRuns).set({ validUntil: now }).where(valid)
  return true
}
