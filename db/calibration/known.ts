import { and, eq, gte } from 'drizzle-orm'
import { calibrationRules } from '#app/domain/calibration.ts'
import type { Tx } from '../client.ts'
import { anchorAnswers, calibrationRuns, expertRatings, hiddenAnchors } from '../schema/index.ts'

const day = 86_400_000

/**
 * Anchors that a grader knows: from a run or from their desk within the time that a pass counts, or as an expert. One
 * that lies on the desk unseen is among them: it must not come up in a run.
 */
export async function knownTo(tx: Tx, userId: string, now: Date): Promise<string[]> {
  const since = new Date(now.getTime() - calibrationRules.validDays * day)
  const runs = await tx
    .select({ anchorIds: calibrationRuns.anchorIds })
    .from(calibrationRuns)
    .where(and(eq(calibrationRuns.graderId, userId), gte(calibrationRuns.startedAt, since)))
  const rated = await tx
    .selectDistinct({ anchorId: expertRatings.anchorId })
    .from(expertRatings)
    .where(eq(expertRatings.expertId, userId))
  const laid = await tx
    .selectDistinct({ anchorId: hiddenAnchors.anchorId })
    .from(hiddenAnchors)
    .where(and(eq(hiddenAnchors.graderId, userId), gte(hiddenAnchors.askedAt, since)))
  const ids = new Set([
    ...runs.flatMap(({ anchorIds }) => anchorIds),
    ...[...rated, ...laid].map(({ anchorId }) => anchorId),
  ])
  if (ids.size === 0) return []
  const rows = await tx.select({ id: anchorAnswers.id, key: anchorAnswers.key }).from(anchorAnswers)
  return rows.filter(({ id }) => ids.has(id)).map(({ key }) => key)
}
