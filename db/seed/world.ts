import type { CandidateViewer, StaffViewer } from '#app/domain/access.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { HandbookContent } from '#app/domain/scenario/handbook.ts'
import type { ScenarioContent } from '#app/domain/scenario/kinds.ts'
import type { Db } from '../client.ts'
import type { Shelf } from '../versions.ts'
import { type CastKey, cast, type VacancyKey } from './cast.ts'
import { type Clock, clockOf } from './clock.ts'
import { type SampleStaff, sampleViewer } from './staff.ts'

/** What the library of scenarios has beyond the shelf that vacancies are published from. */
interface SampleLibrary extends Shelf {
  handbook: Shelf['handbook'] & { content: HandbookContent }
  assignments: readonly { key: string }[]
  scenario(key: string): { key: string; hash: string; content: ScenarioContent } | null
}

export interface SeedInput {
  library: SampleLibrary
  files: { put(bytes: Uint8Array): Promise<{ sha256: string; bytes: number }> }
  /** The confidentiality agreement as it stands on the newcomer's page. */
  agreement(locale: Locale): { hash: string }
  /** Does every job that is due by then, each at its own moment. */
  work(until: Date): Promise<void>
  now: Date
}

export interface World extends Omit<SeedInput, 'now' | 'work'> {
  db: Db
  clock: Clock
  vacancies: Map<VacancyKey, { id: string; slug: string }>
  /** Always the same row of numbers. */
  random(): number
}

/** Something that somebody does at a moment of the past. */
export interface Beat {
  at: Date
  act(now: Date): Promise<unknown>
}

/** A candidate on the way through the story. The viewer's id is known from the application on. */
export interface Who {
  world: World
  key: CastKey
  viewer: CandidateViewer
}

export function worldOf(db: Db, { now, work: _, ...input }: SeedInput): World {
  let state = 20_251_117
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return { ...input, db, clock: clockOf(now), vacancies: new Map(), random }
}

export const someone = (world: World, key: CastKey): Who => ({
  world,
  key,
  viewer: { kind: 'candidate', applicationId: '' },
})

export const staff = (key: SampleStaff): StaffViewer => sampleViewer(key)

export function vacancyOf({ world, key }: Pick<Who, 'world' | 'key'>): { id: string; slug: string } {
  const vacancy = world.vacancies.get(cast[key].vacancy)
  if (!vacancy) throw new Error(`${key} applies before the vacancy is there`)
  return vacancy
}

/** What a verb did; a refusal is a fault of the story. */
export function did<Result extends object>(
  result: Result | null,
  what: string,
): Exclude<Result, { refused: unknown }> {
  if (!result || 'refused' in result) throw new Error(`${what}: ${JSON.stringify(result)}`)
  return result as Exclude<Result, { refused: unknown }>
}
