import type { StaffViewer } from '#app/domain/access.ts'
import type { Db } from '#db/client.ts'
import { addStaff } from '#db/users.ts'
import { type Lumo, monday } from './lumo.ts'

/** A second manager of the team: Drita, who has decided nothing. */
export const colleague = (db: Db, world: Lumo) =>
  joined(db, world, { name: 'Drita Leka', email: 'drita@lumo.example.com', role: 'manager' })

/** A second shift lead: Besa, whom a manager may invite to grade as well. */
export const secondLead = (db: Db, world: Lumo) =>
  joined(db, world, { name: 'Besa Hysi', email: 'besa@lumo.example.com', role: 'lead' })

async function joined(
  db: Db,
  { teamId, ...world }: Lumo,
  { name, email, role }: { name: string; email: string; role: 'manager' | 'lead' },
): Promise<StaffViewer> {
  const locale = 'sq'
  const userId = await addStaff(db, {
    by: world.mirela,
    now: monday,
    name,
    email,
    locale,
    teamId,
    role,
    invite: false,
  })
  return { kind: 'staff', userId, name, email, locale, memberships: [{ teamId, role }] }
}
