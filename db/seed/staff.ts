import type { Role, StaffViewer } from '#app/domain/access.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { Db } from '../client.ts'
import { teams } from '../schema/index.ts'
import { addStaff } from '../users.ts'

/** Fixed ids, so that tests, screenshots and the README speak of the same people. */
export const sampleTeamId = '0190a000-0000-7000-8000-000000000001'
const person = (n: number) => `0190a000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`

export const sampleStaffTable = [
  {
    key: 'mirela',
    id: person(1),
    name: 'Mirela Hoxha',
    email: 'mirela@lumo.example.com',
    locale: 'sq',
    roles: ['owner', 'manager'],
  },
  {
    key: 'viktor',
    id: person(2),
    name: 'Viktor Sablin',
    email: 'viktor@lumo.example.com',
    locale: 'ru',
    roles: ['grader'],
  },
  {
    key: 'dorina',
    id: person(3),
    name: 'Dorina Kelmendi',
    email: 'dorina@lumo.example.com',
    locale: 'sq',
    roles: ['grader'],
  },
  {
    key: 'tomasz',
    id: person(4),
    name: 'Tomasz Wrona',
    email: 'tomasz@lumo.example.com',
    locale: 'en',
    roles: ['grader'],
  },
  {
    key: 'agim',
    id: person(5),
    name: 'Agim Berisha',
    email: 'agim@lumo.example.com',
    locale: 'en',
    roles: ['lead'],
  },
] as const satisfies readonly {
  key: string
  id: string
  name: string
  email: string
  locale: Locale
  roles: readonly Role[]
}[]

export type SampleStaff = (typeof sampleStaffTable)[number]['key']

export async function sampleStaff(db: Db, now: Date): Promise<void> {
  await db.insert(teams).values({
    id: sampleTeamId,
    name: 'Lumo Hosting',
    timeZone: 'Europe/Tirane',
    sample: true,
    createdAt: now,
  })
  for (const { id, name, email, locale, roles } of sampleStaffTable)
    for (const role of roles)
      await addStaff(db, {
        by: 'system',
        now,
        id,
        name,
        email,
        locale,
        teamId: sampleTeamId,
        role,
        sample: true,
        invite: false,
      })
}

/** One of them, as the verbs know who acts. */
export function sampleViewer(key: SampleStaff): StaffViewer {
  const found = sampleStaffTable.find((one) => one.key === key)
  if (!found) throw new Error(`nobody is called ${key}`)
  const { id: userId, name, email, locale, roles } = found
  const memberships = roles.map((role) => ({ teamId: sampleTeamId, role }))
  return { kind: 'staff', userId, name, email, locale, memberships }
}
