import { isActive, type MoveRefusal, movesFrom, type Stage } from '#app/domain/pipeline.ts'
import { canUndo } from '#app/domain/pipeline-ways.ts'
import { moveHeld } from '../attempt-rows.ts'
import type { Db, Tx } from '../client.ts'
import { newId } from '../id.ts'
import { notes } from '../schema/index.ts'
import { factsOf } from './facts.ts'
import { type ActOn, type HeldApplication, holdToMove } from './held.ts'
import { callBack, waitingMail, writeInstead, writeLater } from './outgoing.ts'

export type Moved =
  | {
      ok: true
      from: Stage
      to: Stage
      /** The table lets staff take it back at once. */
      undo: boolean
      /** When the candidate's mail leaves; null when there is none. */
      mailAt: Date | null
    }
  | { refused: MoveRefusal | 'role-too-low' }

/**
 * Moves an application by the table of moves. The facts are read from rows while it is held; the candidate's mail waits
 * ten seconds, and is not written at all when the application comes back meanwhile.
 */
export async function moveApplication(
  db: Db,
  input: ActOn & { to: Stage; note?: string },
): Promise<Moved | null> {
  const { viewer, id, to, now } = input
  return db.transaction(async (tx) => {
    const held = await holdToMove(tx, input)
    if (!held || 'refused' in held) return held
    const from = held.stage
    const needs = movesFrom(from, 'staff').find((row) => row.to === to)?.needs ?? []
    const facts = await factsOf(tx, { applicationId: id, vacancyId: held.vacancy.id, now }, needs)
    const moved = await moveHeld(tx, {
      applicationId: id,
      teamId: held.teamId,
      from,
      to,
      facts,
      mover: 'staff',
      by: viewer,
      now,
    })
    if ('refused' in moved) return moved
    const text = input.note?.trim()
    if (text)
      await tx.insert(notes).values({
        id: newId(now.getTime()),
        applicationId: id,
        authorId: viewer.userId,
        movedTo: to,
        text,
        createdAt: now,
      })
    return { ok: true, from, to, undo: canUndo(from, to), mailAt: await tell(tx, held, to, now) }
  })
}

/** Where candidates are asked for something at once, the mail about the move asks it. */
const mailOf = (to: Stage) => (to === 'references' ? 'references.asked' : 'pipeline.moved')

/** Those who leave the road are told by the verb that ends it: a rejection, a withdrawal, an accepted offer. */
async function tell(tx: Tx, held: HeldApplication, to: Stage, now: Date): Promise<Date | null> {
  if (!isActive(to)) return null
  const template = mailOf(to)
  const waiting = await waitingMail(tx, 'moved', held.id)
  if (!waiting)
    return writeLater(tx, held, {
      name: 'moved',
      template,
      more: { from: held.stage, since: held.stageSince.toISOString() },
      now,
    })
  if (waiting.payload.from === to) {
    await callBack(tx, waiting)
    return null
  }
  await writeInstead(tx, waiting, template)
  return now
}
