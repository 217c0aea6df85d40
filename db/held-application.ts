import { eq } from 'drizzle-orm'
import { type Act, can, memberOf, type StaffViewer } from '#app/domain/access.ts'
import type { Tx } from './client.ts'
import { enqueue } from './jobs.ts'
import { applications, persons, teams, vacancies } from './schema/index.ts'

/** An application with what its acts need to know, held until the transaction ends: who changes it otherwise waits. */
export async function holdApplication(tx: Tx, applicationId: string) {
  const [row] = await tx
    .select({
      id: applications.id,
      stage: applications.stage,
      locale: applications.locale,
      stageSince: applications.stageSince,
      lastWordAt: applications.lastWordAt,
      quarantined: applications.quarantined,
      emailNormal: applications.emailNormal,
      name: persons.name,
      email: persons.email,
      vacancy: vacancies,
      teamId: vacancies.teamId,
      zone: teams.timeZone,
    })
    .from(applications)
    .innerJoin(persons, eq(persons.id, applications.personId))
    .innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
    .innerJoin(teams, eq(teams.id, vacancies.teamId))
    .where(eq(applications.id, applicationId))
    .for('update', { of: applications })
  return row
}
export type HeldApplication = NonNullable<Awaited<ReturnType<typeof holdApplication>>>

/** The same for staff of the team: null for everybody else, refused where the role is too low. */
export async function holdForStaff(
  tx: Tx,
  input: { viewer: StaffViewer; applicationId: string; act: Act },
): Promise<HeldApplication | { refused: 'role-too-low' } | null> {
  const held = await holdApplication(tx, input.applicationId)
  if (!held || held.quarantined) return null
  if (!memberOf(input.viewer, held.teamId)) return null
  return can(input.viewer, input.act, held) ? held : { refused: 'role-too-low' }
}

/** A mail to the candidate: our last word to them is now. */
export async function tellCandidate(
  tx: Tx,
  input: {
    applicationId: string
    template: string
    payload?: Record<string, string>
    runAt?: Date
    dedupe?: string
    now: Date
  },
): Promise<void> {
  const { applicationId, template, payload, runAt, dedupe, now } = input
  await tx.update(applications).set({ lastWordAt: now }).where(eq(applications.id, applicationId))
  await enqueue(tx, {
    kind: 'mail',
    payload: { template, applicationId, ...payload },
    runAt,
    dedupe,
    now,
  })
}
