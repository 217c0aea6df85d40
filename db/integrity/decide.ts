import { and, eq } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/access.ts'
import { type CaseRefusal, type CaseStatus, type CaseVerdict, decidable } from '#app/domain/integrity.ts'
import type { Db, Tx } from '../client.ts'
import { record } from '../events.ts'
import { tellCandidate } from '../held-application.ts'
import { integrityCases } from '../schema/index.ts'
import { casesFor, mayBeSeen } from './visible.ts'

interface Judged {
  viewer: StaffViewer
  id: string
  now: Date
}

/** The case, held. null: not the viewer's, or the person is still hidden from them. */
async function hold(tx: Tx, { viewer, id }: Judged) {
  const [row] = await casesFor(tx, viewer)
    .where(and(mayBeSeen(viewer), eq(integrityCases.id, id)))
    .for('update', { of: integrityCases })
  return !row || row.hidden ? null : row
}
type Held = NonNullable<Awaited<ReturnType<typeof hold>>>

const eventOn = ({ applicationId, teamId }: Held, { viewer, id, now }: Judged) => ({
  by: viewer,
  now,
  subject: 'integrity-case',
  subjectId: id,
  applicationId,
  teamId,
})

/** A person says what it was, with a reason. The application, its grades and its stage stay exactly as they are. */
export async function decideCase(
  db: Db,
  input: Judged & { from: CaseStatus; to: CaseVerdict; reason: string },
): Promise<{ ok: true } | { refused: CaseRefusal } | null> {
  const { viewer, id, from, to, now } = input
  return db.transaction(async (tx) => {
    const held = await hold(tx, input)
    if (!held) return null
    const reason = input.reason.trim()
    const allowed = decidable({ status: held.case.status, from, reason })
    if ('refused' in allowed) return allowed
    await tx
      .update(integrityCases)
      .set({ status: to, reviewerId: viewer.userId, reason, at: now })
      .where(eq(integrityCases.id, id))
    await record(tx, { ...eventOn(held, input), kind: `case-${to}`, data: { from } })
    return { ok: true }
  })
}

/** Asks the candidate what they have to say, once. Nobody reminds them, and silence means nothing. */
export async function askForStatement(
  db: Db,
  input: Judged,
): Promise<{ ok: true } | { refused: CaseRefusal } | null> {
  const { viewer, id, now } = input
  return db.transaction(async (tx) => {
    const held = await hold(tx, input)
    if (!held) return null
    if (held.case.status !== 'open') return { refused: 'already-decided' }
    if (held.case.askedAt) return { ok: true }
    await tx
      .update(integrityCases)
      .set({ askedBy: viewer.userId, askedAt: now })
      .where(eq(integrityCases.id, id))
    await record(tx, { ...eventOn(held, input), kind: 'statement-asked' })
    await tellCandidate(tx, { applicationId: held.applicationId, template: 'integrity.asked', now })
    return { ok: true }
  })
}
