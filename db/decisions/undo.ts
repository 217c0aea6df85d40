import type { StaffViewer } from '#app/domain/access.ts'
import { decisionRules } from '#app/domain/decision.ts'
import { isActive, isStage, type Stage } from '#app/domain/pipeline.ts'
import { moveHeld } from '../attempt-rows.ts'
import type { Db } from '../client.ts'
import { record } from '../events.ts'
import { holdForStaff } from '../held-application.ts'
import { newId } from '../id.ts'
import { callBack, keptMail, waitingMail } from '../pipeline/outgoing.ts'
import { decisions } from '../schema/index.ts'
import { type DecisionRow, decisionInForce } from './rows.ts'

export const undoUntil = ({ createdAt }: Pick<DecisionRow, 'createdAt'>): Date =>
  new Date(createdAt.getTime() + decisionRules.undoSeconds * 1000)

function stageBefore({ seen }: Pick<DecisionRow, 'seen'>): Stage {
  return isStage(seen.stage) && isActive(seen.stage) ? seen.stage : 'decision'
}

/**
 * While a rejection can be taken back it has not happened for the candidate: how things stood for them before it.
 * Nothing where there is none, or its mail has left.
 */
export async function beforeRejection(
  db: Db,
  { applicationId, now }: { applicationId: string; now: Date },
): Promise<{ until: Date; stage: Stage; stageSince: Date; lastWordAt: Date } | undefined> {
  const last = await decisionInForce(db, applicationId)
  if (last?.kind !== 'reject' || now > undoUntil(last)) return undefined
  const mail = await keptMail(db, 'rejected', applicationId)
  const { since = '', heard = '' } = mail?.payload ?? {}
  if (!mail) return undefined
  return {
    until: last.createdAt,
    stage: stageBefore(last),
    stageSince: new Date(since),
    lastWordAt: new Date(heard),
  }
}

/**
 * Takes a rejection back while its mail still waits: the mail is never written, the application stands where it stood,
 * and the decision stays on record, superseded. `reason` says so in the decider's language.
 */
export async function undoRejection(
  db: Db,
  input: { viewer: StaffViewer; applicationId: string; reason: string; now: Date },
): Promise<{ ok: true } | { refused: 'role-too-low' | 'undo-over' } | null> {
  const { viewer, applicationId, reason, now } = input
  return db.transaction(async (tx) => {
    const held = await holdForStaff(tx, { viewer, applicationId, act: 'decide' })
    if (!held || 'refused' in held) return held
    const last = await decisionInForce(tx, applicationId)
    if (last?.reasonCode === 'undone') return { ok: true }
    if (last?.kind !== 'reject' || held.stage !== 'rejected' || now > undoUntil(last))
      return { refused: 'undo-over' }
    const waiting = await waitingMail(tx, 'rejected', applicationId)
    if (!waiting) return { refused: 'undo-over' }
    const moved = await moveHeld(tx, {
      applicationId,
      teamId: held.teamId,
      from: held.stage,
      to: stageBefore(last),
      facts: { 'return-open': true, 'left-from-there': true },
      mover: 'system',
      by: viewer,
      now,
    })
    if ('refused' in moved) throw new Error(`a rejection could not be taken back: ${moved.refused}`)
    await callBack(tx, waiting)
    const id = newId(now.getTime())
    await tx.insert(decisions).values({
      id,
      applicationId,
      kind: 'reopen',
      decidedBy: viewer.userId,
      reasonCode: 'undone',
      reason,
      seen: last.seen,
      supersedesId: last.id,
      createdAt: now,
    })
    await record(tx, {
      by: viewer,
      now,
      subject: 'decision',
      subjectId: id,
      applicationId,
      teamId: held.teamId,
      kind: 'rejection-undone',
    })
    return { ok: true }
  })
}
