import { and, eq, inArray } from 'drizzle-orm'
import { can, type StaffViewer } from '#app/domain/access.ts'
import type { Tx } from '../client.ts'
import { applications, teams, vacancies } from '../schema/index.ts'

export interface ActOn {
  viewer: StaffViewer
  id: string
  now: Date
}

/** The application of one of the viewer's teams, held until the transaction ends. */
async function hold(tx: Tx, { viewer, id }: ActOn) {
  const [row] = await tx
    .select({
      id: applications.id,
      vacancyId: applications.vacancyId,
      teamId: vacancies.teamId,
      zone: teams.timeZone,
      stage: applications.stage,
      lastWordAt: applications.lastWordAt,
    })
    .from(applications)
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .innerJoin(teams, eq(teams.id, vacancies.teamId))
    .where(
      and(
        eq(applications.id, id),
        eq(applications.quarantined, false),
        inArray(
          teams.id,
          viewer.memberships.map(({ teamId }) => teamId),
        ),
      ),
    )
    .for('update', { of: applications })
  return row
}
export type HeldApplication = NonNullable<Awaited<ReturnType<typeof hold>>>

/** Holds it for somebody who may move it; null when it is not theirs, refused when their role is too low. */
export async function holdToMove(
  tx: Tx,
  input: ActOn,
): Promise<HeldApplication | { refused: 'role-too-low' } | null> {
  const held = await hold(tx, input)
  if (!held) return null
  return can(input.viewer, 'move-application', held) ? held : { refused: 'role-too-low' }
}

export const eventOn = (held: HeldApplication, { viewer, now }: ActOn) => ({
  by: viewer,
  now,
  subject: 'application',
  subjectId: held.id,
  applicationId: held.id,
  teamId: held.teamId,
})
