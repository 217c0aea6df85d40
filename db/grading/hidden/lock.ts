import { eq } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import type { Dimension } from '#app/domain/dimensions.ts'
import type { GradeDraft } from '#app/domain/grading-draft.ts'
import { measure } from '#app/domain/hidden-anchors.ts'
import { amendLock, type ChangeRefusal, undoLock } from '#app/domain/reveal.ts'
import type { Tx } from '../../client.ts'
import { record } from '../../events.ts'
import { hiddenAnchors } from '../../schema/index.ts'
import { checked, merged, readHeld, type Unlockable, undoUntil } from '../check.ts'
import { readDraft } from '../draft.ts'
import { nextAfter } from '../queue.ts'
import type { SaveGradesInput, SaveGradesResult } from '../save.ts'
import { settleLater } from '../settle.ts'
import { type HeldAnchor, holdHidden } from './rows.ts'
import { standingHidden, withKept } from './save.ts'

type Locked =
  | { ok: true; rev: number; undoUntil: Date; next: string | null }
  | Unlockable
  | Exclude<SaveGradesResult, { ok: true }>

/** The event says that somebody locked and undid; of which application it cannot. */
export const eventOf = (held: HeldAnchor, by: StaffViewer, now: Date) => ({
  by,
  now,
  subject: 'hidden-anchor',
  subjectId: held.id,
})

/** As any lock; what is measured is measured now. */
export async function lockHidden(tx: Tx, input: SaveGradesInput): Promise<Locked | null> {
  const { viewer, draft, saveId, now } = input
  const held = await holdHidden(tx, viewer, input.assignmentId)
  if (!held) return null
  const { id, scenarioKey, code } = held
  const next = () => nextAfter(tx, { viewer, here: { id, scenarioKey, code } })
  if (held.lockedAt && held.saveId === saveId)
    return { ok: true, rev: held.rev, undoUntil: undoUntil(held.lockedAt), next: await next() }
  const refusal = await standingHidden(tx, held, input)
  if (refusal) return refusal
  const read = await readHeld(tx, held)
  const wrong = checked(draft, read)
  if (wrong) return wrong
  const given = {
    ...draft,
    grades: draft.grades.filter(({ dimension }) => read.dimensions.includes(dimension)),
  }
  await tx
    .update(hiddenAnchors)
    .set({
      draft,
      rev: held.rev + 1,
      saveId,
      lockedAt: now,
      openedAt: held.openedAt ?? now,
      measured: measure(given, held.reference),
    })
    .where(eq(hiddenAnchors.id, id))
  await record(tx, { ...eventOf(held, viewer, now), kind: 'grades-locked' })
  await settleLater(tx, { assignmentId: id, lockedAt: now, now })
  return { ok: true, rev: held.rev + 1, undoUntil: undoUntil(now), next: await next() }
}

export async function undoHidden(
  tx: Tx,
  { viewer, id, now }: { viewer: StaffViewer; id: string; now: Date },
): Promise<{ ok: true } | { refused: ChangeRefusal } | null> {
  const held = await holdHidden(tx, viewer, id)
  if (!held) return null
  const allowed = undoLock(held, now)
  if ('refused' in allowed) return allowed
  await tx
    .update(hiddenAnchors)
    .set({ lockedAt: null, measured: null, saveId: null, rev: held.rev + 1 })
    .where(eq(hiddenAnchors.id, id))
  await record(tx, { ...eventOf(held, viewer, now), kind: 'lock-undone' })
  return { ok: true }
}

/** Amended as any grade, until it is told; what was measured stays as it was locked first. */
export async function amendHidden(
  tx: Tx,
  input: { viewer: StaffViewer; id: string; grades: readonly GradeDraft[]; reason: string; now: Date },
): Promise<
  | { ok: true; changed: Dimension[] }
  | { refused: ChangeRefusal }
  | { refused: Unlockable['refused']; dimensions: Dimension[] }
  | null
> {
  const { viewer, id, reason, now } = input
  const held = await holdHidden(tx, viewer, id)
  if (!held) return null
  // One request alone is never revealed: it waits, as an answer does whose other grader has not locked.
  const allowed = amendLock(held, [held], reason, now)
  if ('refused' in allowed) return allowed
  const before = readDraft(held.draft)
  const draft = merged(before, [...input.grades])
  const read = await readHeld(tx, held)
  const wrong = checked(draft, read)
  if (wrong) return wrong
  const of = (all: readonly GradeDraft[], dimension: Dimension) =>
    JSON.stringify(all.find((grade) => grade.dimension === dimension))
  const changed = read.dimensions.filter(
    (dimension) => of(before.grades, dimension) !== of(draft.grades, dimension),
  )
  if (changed.length === 0) return { ok: true, changed }
  await tx
    .update(hiddenAnchors)
    .set({
      draft,
      rev: held.rev + 1,
      saveId: null,
      kept: withKept(held, before, { reason: reason.trim(), now }),
    })
    .where(eq(hiddenAnchors.id, id))
  for (const dimension of changed)
    await record(tx, { ...eventOf(held, viewer, now), kind: 'grade-amended', data: { dimension } })
  return { ok: true, changed }
}
