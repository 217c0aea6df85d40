import { isActive } from '#app/domain/pipeline.ts'
import { referenceStatus } from '#app/domain/reference-request.ts'
import type { Db } from '../client.ts'
import { actOn, holdRequest, requestWithNames } from './rows.ts'

/**
 * The request that is about to be mailed: from here on it counts as sent. The same job again finds it sent already and
 * writes the same mail; one that has ended, or whose application has, is not sent.
 */
export async function requestToSend(db: Db, { requestId, now }: { requestId: string; now: Date }) {
  return db.transaction(async (tx) => {
    const held = await holdRequest(tx, requestId)
    if (!held || !isActive(held.stage)) return undefined
    const status = referenceStatus(held.request, now)
    if (status !== 'released' && status !== 'sent' && status !== 'opened') return undefined
    if (status === 'released')
      await actOn(tx, held, {
        act: 'send',
        actor: 'system',
        by: 'system',
        kind: 'reference-sent',
        set: { sentAt: now },
        now,
      })
    return requestWithNames(tx, requestId)
  })
}

/** The same for a reminder: only while the referee has neither answered nor refused. */
export async function requestToRemind(db: Db, { requestId, now }: { requestId: string; now: Date }) {
  const row = await requestWithNames(db, requestId)
  if (!row || row.quarantined || !isActive(row.stage)) return undefined
  const status = referenceStatus(row.request, now)
  return status === 'sent' || status === 'opened' ? row : undefined
}
