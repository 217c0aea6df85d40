export const referenceStatuses = [
  'named',
  'released',
  'sent',
  'opened',
  'received',
  'declined',
  'wrong-person',
  'withdrawn',
  'expired',
] as const
export type ReferenceStatus = (typeof referenceStatuses)[number]

export const referenceActs = [
  'release',
  'send',
  'open',
  'save',
  'submit',
  'decline',
  'report-wrong-person',
  'withdraw',
  'expire',
] as const
export type ReferenceAct = (typeof referenceActs)[number]
export type ReferenceActor = 'candidate' | 'referee' | 'staff' | 'system'

/** A row of the table: who may do what in which states, and the state that follows. */
export type ReferenceMove = {
  act: ReferenceAct
  by: readonly ReferenceActor[]
  from: readonly ReferenceStatus[]
  to: ReferenceStatus
}

/** The life of a request for a reference. Whatever ended stays ended: a new try is a new request. */
export const referenceMoves: readonly ReferenceMove[] = [
  { act: 'release', by: ['candidate'], from: ['named'], to: 'released' },
  { act: 'send', by: ['system'], from: ['released'], to: 'sent' },
  { act: 'open', by: ['referee'], from: ['sent', 'opened'], to: 'opened' },
  { act: 'save', by: ['referee'], from: ['sent', 'opened'], to: 'opened' },
  { act: 'submit', by: ['referee'], from: ['sent', 'opened'], to: 'received' },
  { act: 'decline', by: ['referee'], from: ['sent', 'opened'], to: 'declined' },
  { act: 'report-wrong-person', by: ['referee'], from: ['sent', 'opened'], to: 'wrong-person' },
  {
    act: 'withdraw',
    by: ['candidate', 'staff'],
    from: ['named', 'released', 'sent', 'opened'],
    to: 'withdrawn',
  },
  { act: 'expire', by: ['system'], from: ['released', 'sent', 'opened'], to: 'expired' },
]

/** The moments that a request keeps; the status is read from them and never stored beside them. */
export type ReferenceMoments = {
  releasedAt: Date | null
  sentAt: Date | null
  openedAt: Date | null
  declinedAt: Date | null
  wrongPersonAt: Date | null
  withdrawnAt: Date | null
  receivedAt: Date | null
  expiresAt: Date | null
}

export function referenceStatus(moments: ReferenceMoments, now: Date): ReferenceStatus {
  if (moments.receivedAt) return 'received'
  if (moments.declinedAt) return 'declined'
  if (moments.wrongPersonAt) return 'wrong-person'
  if (moments.withdrawnAt) return 'withdrawn'
  if (moments.expiresAt && moments.expiresAt <= now) return 'expired'
  if (moments.openedAt) return 'opened'
  if (moments.sentAt) return 'sent'
  return moments.releasedAt ? 'released' : 'named'
}

/** `reference-received` and so on: the state in which the act is no longer, or not yet, possible. */
export type ReferenceRefusal = 'not-your-move' | `reference-${ReferenceStatus}`

export function moveReference(
  status: ReferenceStatus,
  act: ReferenceAct,
  by: ReferenceActor,
): { ok: true; to: ReferenceStatus } | { refused: ReferenceRefusal } {
  const row = referenceMoves.find((one) => one.act === act)
  if (!row?.by.includes(by)) return { refused: 'not-your-move' }
  return row.from.includes(status) ? { ok: true, to: row.to } : { refused: `reference-${status}` }
}
