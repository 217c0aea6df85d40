import type { StaffViewer } from '#app/domain/access.ts'
import type { Db } from '#db/client.ts'
import { addStaff } from '#db/users.ts'
import { type Lumo, monday } from './lumo.ts'

/** A second manager of the team: Drita, who has decided nothing. */
export async function colleague(db: Db, world: Lumo): Promise<StaffViewer> {
  const [name, email, locale] = ['Drita Leka', 'drita@lumo.example.com', 'sq'] as const
  const { teamId } = world
  const userId = await addStaff(db, {
    by: world.mirela,
    now: monday,
    name,
    email,
    locale,
    teamId,
    role: 'manager',
    invite: false,
  })
  return { kind: 'staff', userId, name, email, locale, memberships: [{ teamId, role: 'manager' }] }
}
