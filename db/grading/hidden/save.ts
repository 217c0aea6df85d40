import { and, eq, inArray } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import type { GradingDraft } from '#app/domain/grading-draft.ts'
import type { Tx } from '../../client.ts'
import { hiddenAnchors, vacancies } from '../../schema/index.ts'
import { ofViewersTeams } from '../desk.ts'
import { readDraft } from '../draft.ts'
import type { SaveGradesInput, SaveGradesResult } from '../save.ts'
import { type HeldAnchor, holdHidden } from './rows.ts'

export const withKept = (
  held: Pick<HeldAnchor, 'kept'>,
  draft: GradingDraft,
  { reason = null, now }: { reason?: string | null; now: Date },
): HeldAnchor['kept'] => [...held.kept, { draft, reason, at: now.toISOString() }]

/** Why a draft cannot be written over what is kept, with the loser put aside; undefined when it can. */
export async function standingHidden(
  tx: Tx,
  held: HeldAnchor,
  { baseRev, draft, now }: SaveGradesInput,
): Promise<Exclude<SaveGradesResult, { ok: true }> | undefined> {
  const refusal = held.lockedAt
    ? { refused: 'already-locked' as const }
    : held.rev !== baseRev
      ? { refused: 'stale' as const, server: { rev: held.rev, draft: readDraft(held.draft) } }
      : undefined
  if (refusal)
    await tx
      .update(hiddenAnchors)
      .set({ kept: withKept(held, draft, { now }) })
      .where(eq(hiddenAnchors.id, held.id))
  return refusal
}

export async function saveHidden(tx: Tx, input: SaveGradesInput): Promise<SaveGradesResult | null> {
  const held = await holdHidden(tx, input.viewer, input.assignmentId)
  if (!held) return null
  const { draft, saveId, now } = input
  if (held.saveId === saveId) return { ok: true, rev: held.rev, savedAt: now }
  const refusal = await standingHidden(tx, held, input)
  if (refusal) return refusal
  const rev = held.rev + 1
  await tx
    .update(hiddenAnchors)
    .set({ draft, rev, saveId, openedAt: held.openedAt ?? now })
    .where(eq(hiddenAnchors.id, held.id))
  return { ok: true, rev, savedAt: now }
}

/** As for an answer that has left the desk: whoever saw a difference would know which it was. */
export async function keepGoneHidden(
  tx: Tx,
  { viewer, assignmentId, draft, now }: SaveGradesInput,
): Promise<boolean> {
  const ofTeams = tx.select({ id: vacancies.id }).from(vacancies).where(ofViewersTeams(viewer))
  const [own] = await tx
    .select()
    .from(hiddenAnchors)
    .where(
      and(
        eq(hiddenAnchors.id, assignmentId),
        eq(hiddenAnchors.graderId, viewer.userId),
        inArray(hiddenAnchors.vacancyId, ofTeams),
      ),
    )
    .for('update')
  if (!own) return false
  await tx
    .update(hiddenAnchors)
    .set({ kept: withKept(own, draft, { now }) })
    .where(eq(hiddenAnchors.id, own.id))
  return true
}

/** The first look: from here it stays on the desk. */
export async function openHidden(
  tx: Tx,
  { viewer, id, now }: { viewer: StaffViewer; id: string; now: Date },
): Promise<boolean> {
  const held = await holdHidden(tx, viewer, id)
  if (!held) return false
  if (!held.openedAt)
    await tx.update(hiddenAnchors).set({ openedAt: now }).where(eq(hiddenAnchors.id, held.id))
  return true
}

/** "I know who wrote this": it goes, as any answer would. */
export async function declineHidden(
  tx: Tx,
  { viewer, id, now }: { viewer: StaffViewer; id: string; now: Date },
): Promise<{ ok: true; given: number; waiting: number } | { refused: 'already-locked' } | null> {
  const held = await holdHidden(tx, viewer, id)
  if (!held) return null
  if (held.lockedAt) return { refused: 'already-locked' }
  await tx.update(hiddenAnchors).set({ voidedAt: now }).where(eq(hiddenAnchors.id, held.id))
  return { ok: true, given: 1, waiting: 0 }
}
