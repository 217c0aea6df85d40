import { randomUUID } from 'node:crypto'
import type { StaffViewer } from '#app/domain/access.ts'
import type { Db } from '#db/client.ts'
import { addStaff } from '#db/users.ts'
import { handedIn, invitedGraders } from './grading.ts'
import { elirasAnswers } from './handed-in.ts'
import { later, lumosPeople } from './lumo.ts'
import { publishedVacancy } from './vacancies.ts'

/** So many candidates have handed in three answers each: a page, a letter and three questions. */
export const answersEach = 3

export interface OwnDesk {
  grader: StaffViewer
  /** Who is asked for the same answers. */
  beside: StaffViewer
  vacancyId: string
  applicationIds: string[]
}

/**
 * In an installation that stands, two graders of the sample team whom nobody knows, and a vacancy of their own: nothing
 * lies on their desks but what these candidates have handed in today.
 */
export async function ownDesk(
  db: Db,
  { candidates, now }: { candidates: number; now: Date },
): Promise<OwnDesk> {
  const { mirela, teamId } = lumosPeople
  // Tests that run at once on one installation meet nobody of each other's.
  const run = randomUUID().slice(0, 8)
  // Handed in after half an hour, and within the time: where one has run out, the installation's worker would close it first.
  const begun = later(now, { minutes: -32 })
  const newGrader = async (first: string): Promise<StaffViewer> => {
    const [name, email, locale] = [
      `${first} ${run}`,
      `${first.toLowerCase()}-${run}@lumo.example.com`,
      'en',
    ] as const
    const role = 'grader' as const
    const account = { name, email, locale, teamId, role, sample: true, invite: false }
    const userId = await addStaff(db, { by: mirela, ...account, now: begun })
    return { kind: 'staff', userId, name, email, locale, memberships: [{ teamId, role }] }
  }
  const grader = await newGrader('Ilda')
  const beside = await newGrader('Sokol')
  const vacancy = await publishedVacancy(db, lumosPeople, begun)
  await invitedGraders(db, lumosPeople, vacancy.id, [grader, beside], begun)
  const applicationIds: string[] = []
  for (let n = 1; n <= candidates; n++) {
    const who = { name: `Arta ${run}`, email: `arta-${n}-${run}@example.com`, bodies: elirasAnswers }
    const { applicationId } = await handedIn(db, lumosPeople, { vacancy, ...who, now: begun })
    applicationIds.push(applicationId)
  }
  return { grader, beside, vacancyId: vacancy.id, applicationIds }
}
