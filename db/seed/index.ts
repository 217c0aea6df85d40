import type { Db } from '../client.ts'
import { makeOwnAssignment } from '../own-assignments.ts'
import { findVacancy } from '../vacancies/list.ts'
import { closeVacancy, publishVacancy } from '../vacancies/status.ts'
import { draftVacancy } from '../vacancies.ts'
import type { VacancyKey } from './cast.ts'
import { nightForm, nightFormId } from './night-form.ts'
import { sampleStaff, sampleTeamId } from './staff.ts'
import { dayStory } from './story/day.ts'
import { eveningStory } from './story/evening.ts'
import { nightStory } from './story/night.ts'
import { sampleVacancies } from './vacancies.ts'
import { type Beat, did, type SeedInput, staff, type World, worldOf } from './world.ts'

const mirela = staff('mirela')

/** Drafted in the morning, published after lunch, or not yet; closed a week later. */
function vacanciesStory(world: World): Beat[] {
  const { db, clock, library } = world
  const forms = sampleVacancies(clock, library.assignments[0]?.key ?? '')
  const id = (key: VacancyKey) => world.vacancies.get(key)?.id ?? ''
  const drafted = (key: VacancyKey, at: Date): Beat => ({
    at,
    async act(now) {
      const draft = { viewer: mirela, teamId: sampleTeamId, vacancy: forms[key], now }
      const made = did(await draftVacancy(db, draft), `${key} is drafted`)
      const { slug } = did(await findVacancy(db, { viewer: mirela, id: made.id }), `${key} is found`)
      world.vacancies.set(key, { id: made.id, slug })
    },
  })
  const published = (key: VacancyKey, at: Date): Beat => ({
    at,
    act: async (now) =>
      did(
        await publishVacancy(db, { viewer: mirela, id: id(key), rev: 0, shelf: library, now }),
        `${key} is published`,
      ),
  })
  const closed = (key: VacancyKey, at: Date): Beat => ({
    at,
    act: async (now) => did(await closeVacancy(db, { viewer: mirela, id: id(key), now }), `${key} is closed`),
  })
  const composed: Beat = {
    at: clock.at(46, '16:20'),
    async act(now) {
      const { key: _, status: __, ...content } = nightForm
      const made = { viewer: mirela, teamId: sampleTeamId, id: nightFormId, content, now }
      did(await makeOwnAssignment(db, made), 'the night form is composed')
    },
  }
  const { at } = clock
  return [
    composed,
    drafted('leave', at(86, '11:20')),
    published('leave', at(86, '14:05')),
    closed('leave', at(79, '09:10')),
    drafted('evening', at(60, '10:10')),
    published('evening', at(60, '15:20')),
    drafted('night', at(45, '10:30')),
    published('night', at(45, '14:45')),
    drafted('day', at(40, '11:05')),
    published('day', at(40, '16:10')),
    drafted('phone', at(3, '17:25')),
  ]
}

/**
 * Loads Lumo Hosting by the verbs themselves, with a clock that moves from one act to the next: ninety days, in which
 * every job is done at its own time.
 */
export async function loadSampleTeam(db: Db, input: SeedInput): Promise<void> {
  const world = worldOf(db, input)
  await sampleStaff(db, world.clock.at(90, '09:00'))
  const stories = [vacanciesStory, eveningStory, dayStory, nightStory].flatMap((story) => story(world))
  const beats = stories.sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const { at, act } of beats) {
    await input.work(at)
    await act(at)
  }
  await input.work(input.now)
}
