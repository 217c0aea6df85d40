import { and, desc, eq, gt } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import type { Place } from '#app/domain/grading-draft.ts'
import { type Hiding, mostHidden, type Showing, shownAgainSince, wordsAt } from '#app/domain/hidden-words.ts'
import type { Db } from '../client.ts'
import { record } from '../events.ts'
import { newId } from '../id.ts'
import { hiddenWords } from '../schema/index.ts'
import { readHeld } from './check.ts'
import { holdOnDesk } from './desk.ts'
import { hideInAnchor, showInAnchor } from './hidden/words.ts'
import { eventOf } from './lock.ts'

interface OnAnswer {
  viewer: StaffViewer
  assignmentId: string
  now: Date
}

/**
 * Hides words by which a grader could tell who wrote them, in all answers of the application and for everybody who
 * grades it. The words are taken from the answer, never from the browser; the event does not repeat them.
 */
export async function hideWords(db: Db, input: OnAnswer & { place: Place }): Promise<Hiding | null> {
  const { viewer, assignmentId, place, now } = input
  return db.transaction(async (tx) => {
    const held = await holdOnDesk(tx, viewer, assignmentId)
    if (!held) return hideInAnchor(tx, { viewer, id: assignmentId, place, now })
    const { written } = await readHeld(tx, held)
    const found = wordsAt(written.text, place)
    if ('refused' in found || found.words.length === 0) return 'refused' in found ? found : { ok: true }
    const { applicationId } = held
    const before = await tx.$count(hiddenWords, eq(hiddenWords.applicationId, applicationId))
    if (before + found.words.length > mostHidden) return { refused: 'words-too-many' }
    const made = await tx
      .insert(hiddenWords)
      .values(
        found.words.map((words) => ({
          id: newId(now.getTime()),
          applicationId,
          words,
          hiddenBy: viewer.userId,
          at: now,
        })),
      )
      .onConflictDoNothing()
      .returning({ id: hiddenWords.id })
    if (made.length > 0) await record(tx, { ...eventOf(held, viewer, now), kind: 'words-hidden' })
    return { ok: true }
  })
}

/** Takes back what the viewer hid last in this application, for a minute. */
export async function showWords(db: Db, { viewer, assignmentId, now }: OnAnswer): Promise<Showing | null> {
  return db.transaction(async (tx) => {
    const held = await holdOnDesk(tx, viewer, assignmentId)
    if (!held) return showInAnchor(tx, { viewer, id: assignmentId, now })
    const own = and(
      eq(hiddenWords.applicationId, held.applicationId),
      eq(hiddenWords.hiddenBy, viewer.userId),
      gt(hiddenWords.at, shownAgainSince(now)),
    )
    const [last] = await tx
      .select({ at: hiddenWords.at })
      .from(hiddenWords)
      .where(own)
      .orderBy(desc(hiddenWords.at))
      .limit(1)
    if (!last) return { refused: 'undo-over' }
    await tx.delete(hiddenWords).where(and(own, eq(hiddenWords.at, last.at)))
    await record(tx, { ...eventOf(held, viewer, now), kind: 'hiding-undone' })
    return { ok: true }
  })
}
