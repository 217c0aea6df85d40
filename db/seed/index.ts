import type { Db } from '../client.ts'
import { sampleStaff } from './staff.ts'

export interface SeedInput {
  library: unknown
  files: unknown
  now: Date
}

/** Loads Lumo Hosting by the verbs themselves, with a clock that is moved from day to day. */
export async function loadSampleTeam(db: Db, input: SeedInput): Promise<void> {
  await sampleStaff(db, input.now)
}
