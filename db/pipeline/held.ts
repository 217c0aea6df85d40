import type { StaffViewer } from '#app/domain/access.ts'
import type { Tx } from '../client.ts'
import { type HeldApplication, holdForStaff } from '../held-application.ts'

export type { HeldApplication } from '../held-application.ts'

export interface ActOn {
  viewer: StaffViewer
  id: string
  now: Date
}

/** Holds it for somebody who may move it; null when it is not theirs, refused when their role is too low. */
export const holdToMove = (tx: Tx, { viewer, id }: ActOn) =>
  holdForStaff(tx, { viewer, applicationId: id, act: 'move-application' })

export const eventOn = (held: HeldApplication, { viewer, now }: ActOn) => ({
  by: viewer,
  now,
  subject: 'application',
  subjectId: held.id,
  applicationId: held.id,
  teamId: held.teamId,
})
