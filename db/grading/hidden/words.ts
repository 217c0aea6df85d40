import { eq } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import type { Place } from '#app/domain/grading-draft.ts'
import { type Hiding, mostHidden, type Showing, shownAgainSince, wordsAt } from '#app/domain/hidden-words.ts'
import type { Tx } from '../../client.ts'
import { record } from '../../events.ts'
import { hiddenAnchors } from '../../schema/index.ts'
import { readHeld } from '../check.ts'
import { eventOf } from './lock.ts'
import { holdHidden, isKeptWords } from './rows.ts'

type OnAnchor = { viewer: StaffViewer; id: string; now: Date }

/** An anchor has no application: what is hidden in it is kept in its own row, and hidden there from then on. */
export async function hideInAnchor(
  tx: Tx,
  { viewer, id, place, now }: OnAnchor & { place: Place },
): Promise<Hiding | null> {
  const held = await holdHidden(tx, viewer, id)
  if (!held) return null
  const { written } = await readHeld(tx, held)
  const found = wordsAt(written.text, place)
  if ('refused' in found || found.words.length === 0) return 'refused' in found ? found : { ok: true }
  if (held.author.hidden.length + found.words.length > mostHidden) return { refused: 'words-too-many' }
  const at = now.toISOString()
  const kept = [...held.kept, ...found.words.map((words) => ({ words, at }))]
  await tx.update(hiddenAnchors).set({ kept }).where(eq(hiddenAnchors.id, id))
  await record(tx, { ...eventOf(held, viewer, now), kind: 'words-hidden' })
  return { ok: true }
}

export async function showInAnchor(tx: Tx, { viewer, id, now }: OnAnchor): Promise<Showing | null> {
  const held = await holdHidden(tx, viewer, id)
  if (!held) return null
  const last = held.kept.findLast(isKeptWords)
  if (!last || new Date(last.at) <= shownAgainSince(now)) return { refused: 'undo-over' }
  const kept = held.kept.filter((one) => !isKeptWords(one) || one.at !== last.at)
  await tx.update(hiddenAnchors).set({ kept }).where(eq(hiddenAnchors.id, id))
  await record(tx, { ...eventOf(held, viewer, now), kind: 'hiding-undone' })
  return { ok: true }
}
