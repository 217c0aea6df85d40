import type { StaffViewer } from '#app/domain/access.ts'
import type { Db } from '#db/client.ts'
import { foundOrganisation } from '#db/founding.ts'
import {
  type SampleStaff,
  sampleStaff,
  sampleStaffTable,
  sampleTeamId,
  sampleViewer,
} from '#db/seed/staff.ts'

export type Lumo = Record<SampleStaff, StaffViewer> & { teamId: string }

/** A Monday morning in Tirana; tests move on from here. */
export const monday = new Date('2026-11-02T08:00:00Z')
export const later = (
  from: Date,
  amount: { days?: number; hours?: number; minutes?: number; seconds?: number },
) =>
  new Date(
    from.getTime() +
      (((amount.days ?? 0) * 24 + (amount.hours ?? 0)) * 60 + (amount.minutes ?? 0)) * 60_000 +
      (amount.seconds ?? 0) * 1000,
  )

/** Lumo's people as viewers. */
export const lumosPeople: Lumo = {
  ...(Object.fromEntries(sampleStaffTable.map(({ key }) => [key, sampleViewer(key)])) as Record<
    SampleStaff,
    StaffViewer
  >),
  teamId: sampleTeamId,
}

/** Lumo Hosting with its people: the small world in which every test happens. */
export async function lumo(db: Db, now = monday): Promise<Lumo> {
  await foundOrganisation(db, {
    name: 'Lumo Hosting',
    website: 'https://lumo.example.com',
    contactEmail: 'puna@lumo.example.com',
    sample: true,
    now,
  })
  await sampleStaff(db, now)
  return lumosPeople
}
