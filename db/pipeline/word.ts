import { isActive } from '#app/domain/pipeline.ts'
import { daysSince, isOverdue } from '#app/domain/silence.ts'
import type { Db } from '../client.ts'
import { record } from '../events.ts'
import { type ActOn, eventOn, holdToMove } from './held.ts'
import { callBack, waitingMail, writeLater } from './outgoing.ts'

export type WordRefusal = 'role-too-low' | 'not-considered' | 'word-today'

/**
 * Tells the candidate, in their language, where things stand and when they hear again; with an apology where the
 * promise is broken. Once a day: sent again while it waits, it is the same mail.
 */
export async function sendStatusMail(
  db: Db,
  input: ActOn,
): Promise<{ ok: true; mailAt: Date } | { refused: WordRefusal } | null> {
  const { now } = input
  return db.transaction(async (tx) => {
    const held = await holdToMove(tx, input)
    if (!held || 'refused' in held) return held
    if (!isActive(held.stage)) return { refused: 'not-considered' }
    if (await waitingMail(tx, 'word', held.id)) return { ok: true, mailAt: now }
    if (daysSince(held.lastWordAt, held.zone, now) < 1) return { refused: 'word-today' }
    const late = isOverdue(held.lastWordAt, held.zone, now)
    const template = late ? 'pipeline.late' : 'pipeline.word'
    const mailAt = await writeLater(tx, held, { name: 'word', template, now })
    await record(tx, { ...eventOn(held, input), kind: 'word-sent', data: { late } })
    return { ok: true, mailAt }
  })
}

/** Calls the status mail back while it waits. */
export async function takeBackWord(
  db: Db,
  input: ActOn,
): Promise<{ ok: true } | { refused: 'role-too-low' | 'undo-over' } | null> {
  return db.transaction(async (tx) => {
    const held = await holdToMove(tx, input)
    if (!held || 'refused' in held) return held
    const waiting = await waitingMail(tx, 'word', held.id)
    if (!waiting) return { refused: 'undo-over' }
    await callBack(tx, waiting)
    await record(tx, { ...eventOn(held, input), kind: 'word-taken-back' })
    return { ok: true }
  })
}
