import type { StaffViewer } from '#app/domain/access.ts'
import type { Stage } from '#app/domain/pipeline.ts'
import type { Db, Tx } from '../client.ts'
import { record } from '../events.ts'
import { holdForStaff, tellCandidate } from '../held-application.ts'
import { askedAt } from './rows.ts'

export const days = (from: Date, count: number) => new Date(from.getTime() + count * 86_400_000)
const askingStages: readonly Stage[] = ['references', 'interview', 'decision']

export type AskRefusal = 'role-too-low' | 'references-stage'

/** Asks the candidate to name people. Twice within a day, or after the move that asks too, it is one request. */
export async function askForReferences(
  db: Db,
  input: { viewer: StaffViewer; applicationId: string; now: Date },
): Promise<{ ok: true } | { refused: AskRefusal } | null> {
  const { viewer, applicationId, now } = input
  return db.transaction(async (tx) => {
    const held = await holdForStaff(tx, { viewer, applicationId, act: 'manage-references' })
    if (!held || 'refused' in held) return held
    if (!askingStages.includes(held.stage)) return { refused: 'references-stage' }
    const before = await askedAt(tx, applicationId)
    if (before && days(before, 1) > now) return { ok: true }
    await record(tx, {
      by: viewer,
      now,
      subject: 'application',
      subjectId: applicationId,
      applicationId,
      teamId: held.teamId,
      kind: 'references-asked',
    })
    await tellCandidate(tx, { applicationId, template: 'references.asked', now })
    return { ok: true }
  })
}

/** Is it time for this application to name people? */
export async function namingOpen(db: Db | Tx, { id, stage }: { id: string; stage: Stage }): Promise<boolean> {
  if (!askingStages.includes(stage)) return false
  return stage === 'references' || (await askedAt(db, id)) !== null
}
