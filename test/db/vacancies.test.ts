import { asc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import { pinnedAssignment } from '#db/pinned.ts'
import { events, openings, scenarioVersions } from '#db/schema/index.ts'
import { findVacancy, listVacancies } from '#db/vacancies/list.ts'
import { planOf } from '#db/vacancies/plan.ts'
import { openAddresses, openVacancies, publicVacancy } from '#db/vacancies/public.ts'
import { closeVacancy, publishVacancy, unpublishVacancy } from '#db/vacancies/status.ts'
import { draftVacancy as draft, editVacancy } from '#db/vacancies.ts'
import { testLibrary } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { application } from '#test/world/applications.ts'
import { type Lumo, later, lumo, monday } from '#test/world/lumo.ts'
import { draftVacancy, eveningShift, publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
let world: Lumo
beforeAll(async () => {
  world = await lumo(db)
})

const shelf = testLibrary()
const now = later(monday, { hours: 1 })
const stranger: StaffViewer = {
  kind: 'staff',
  userId: '0190a000-0000-7000-8000-0000000009ff',
  name: 'Somebody else',
  email: 'else@example.com',
  locale: 'en',
  memberships: [{ teamId: '0190a000-0000-7000-8000-00000000ffff', role: 'owner' }],
}
const happened = async (id: string) =>
  (await db.select().from(events).where(eq(events.subjectId, id)).orderBy(asc(events.id))).map(
    ({ kind }) => kind,
  )
const seats = async (id: string) =>
  (await db.select().from(openings).where(eq(openings.vacancyId, id)).orderBy(asc(openings.ordinal))).map(
    ({ ordinal, startsOn }) => [ordinal, startsOn],
  )
const current = async (id: string) => {
  const found = await findVacancy(db, { viewer: world.mirela, id })
  if (!found) throw new Error('not there')
  return found
}

describe('a draft', () => {
  test('keeps what the form says, its seats and who made it', async () => {
    const { id, slug } = await draftVacancy(db, world, monday)
    const { vacancy, status, rev, teamName } = await current(id)
    expect(slug).toBe('support-specialist-evening-shift')
    expect(vacancy).toEqual(eveningShift(monday))
    expect({ status, rev, teamName }).toEqual({ status: 'draft', rev: 0, teamName: 'Lumo Hosting' })
    expect(await seats(id)).toEqual([
      [1, '2027-01-11'],
      [2, '2027-02-01'],
    ])
    expect(await happened(id)).toEqual(['drafted'])
  })

  test('with a title that is taken gets an address of its own, also when several come at once', async () => {
    const title = { en: { title: 'Night shift', summary: '', duties: [] } }
    const made = await Promise.all(
      Array.from({ length: 4 }, () => draftVacancy(db, world, monday, { vacancy: { texts: title } })),
    )
    expect(made.map(({ slug }) => slug).sort()).toEqual([
      'night-shift',
      'night-shift-2',
      'night-shift-3',
      'night-shift-4',
    ])
  })

  test('is unknown to the public and to other teams', async () => {
    const { id, slug } = await draftVacancy(db, world, monday)
    expect(await publicVacancy(db, { slug, now })).toBeNull()
    expect(await findVacancy(db, { viewer: stranger, id })).toBeNull()
    expect(await openAddresses(db, now)).not.toContainEqual(expect.objectContaining({ slug }))
    expect(
      await editVacancy(db, { viewer: stranger, id, rev: 0, vacancy: eveningShift(now), now }),
    ).toBeNull()
    expect(await publishVacancy(db, { viewer: stranger, id, rev: 0, shelf, now })).toBeNull()
    expect(await closeVacancy(db, { viewer: stranger, id, now })).toBeNull()
  })

  test('is not made by graders, nor for a team of others', async () => {
    const { teamId, viktor, agim } = world
    const vacancy = eveningShift(now)
    expect(await draft(db, { viewer: viktor, teamId, vacancy, now })).toBeNull()
    expect(await draft(db, { viewer: stranger, teamId, vacancy, now })).toBeNull()
    expect(await draft(db, { viewer: agim, teamId, vacancy, now })).toEqual({ refused: 'role-too-low' })
  })
})

describe('editing', () => {
  test('saves the form, moves the seats that changed and counts the revision', async () => {
    const { id } = await draftVacancy(db, world, monday)
    const vacancy = {
      ...eveningShift(monday),
      payMax: 1000,
      openings: [{ startsOn: '2027-02-01' }, { startsOn: '2027-03-01' }, { startsOn: '2027-03-01' }],
    }
    expect(await editVacancy(db, { viewer: world.mirela, id, rev: 0, vacancy, now })).toEqual({
      ok: true,
      rev: 1,
    })
    expect((await current(id)).vacancy.payMax).toBe(1000)
    expect(await seats(id)).toEqual([
      [1, '2027-03-01'],
      [2, '2027-02-01'],
      [3, '2027-03-01'],
    ])
    expect(await happened(id)).toEqual(['drafted', 'edited'])
  })

  test('takes a seat away when it is no longer wanted', async () => {
    const { id } = await draftVacancy(db, world, monday)
    const vacancy = { ...eveningShift(monday), openings: [{ startsOn: '2027-02-01' }] }
    await editVacancy(db, { viewer: world.mirela, id, rev: 0, vacancy, now })
    expect(await seats(id)).toEqual([[2, '2027-02-01']])
  })

  test('of an older revision changes nothing', async () => {
    const { id } = await draftVacancy(db, world, monday)
    const edit = (payMax: number) =>
      editVacancy(db, { viewer: world.mirela, id, rev: 0, vacancy: { ...eveningShift(monday), payMax }, now })
    const answers = await Promise.all([edit(1000), edit(2000)])
    expect(answers).toContainEqual({ ok: true, rev: 1 })
    expect(answers).toContainEqual({ refused: 'stale-revision' })
    expect((await current(id)).rev).toBe(1)
  })

  test('is refused to whoever may only look', async () => {
    const { id } = await draftVacancy(db, world, monday)
    const edit = { id, rev: 0, vacancy: eveningShift(monday), now }
    expect(await editVacancy(db, { viewer: world.agim, ...edit })).toEqual({ refused: 'role-too-low' })
    expect(await happened(id)).toEqual(['drafted'])
  })

  test('follows the title with the address until it has been published once', async () => {
    const { id, slug } = await draftVacancy(db, world, monday)
    const texts = { en: { title: 'Weekend help desk', summary: 'Short.', duties: ['Help.'] } }
    const vacancy = { ...eveningShift(monday), texts }
    await editVacancy(db, { viewer: world.mirela, id, rev: 0, vacancy, now })
    expect((await current(id)).slug).toBe('weekend-help-desk')
    await publishVacancy(db, { viewer: world.mirela, id, rev: 1, shelf, now })
    await editVacancy(db, { viewer: world.mirela, id, rev: 1, vacancy: eveningShift(monday), now })
    expect((await current(id)).slug).toBe('weekend-help-desk')
    expect(slug).not.toBe('weekend-help-desk')
  })

  test('a published vacancy keeps its plan and stays complete', async () => {
    const { id } = await publishedVacancy(db, world, monday)
    const edit = (change: object) =>
      editVacancy(db, {
        viewer: world.mirela,
        id,
        rev: 0,
        vacancy: { ...eveningShift(monday), ...change },
        now,
      })
    expect(await edit({ weights: { A1: 5 } })).toEqual({ refused: 'plan-frozen' })
    expect(await edit({ jobLocale: 'sq' })).toEqual({ refused: 'plan-frozen' })
    expect(await edit({ assignmentKey: 'another' })).toEqual({ refused: 'plan-frozen' })
    expect(await edit({ payMin: null, payMax: null })).toEqual({ refused: 'vacancy-incomplete' })
    expect(await edit({ payMax: 1200 })).toEqual({ ok: true, rev: 1 })
  })
})

describe('publishing', () => {
  test('opens the page and freezes what the grades will mean', async () => {
    const { id, slug } = await publishedVacancy(db, world, monday)
    const found = await publicVacancy(db, { slug, now })
    expect(found).toMatchObject({ id, open: true, decider: 'Mirela Hoxha', publishedAt: monday })
    const plan = await planOf(db, id)
    expect(plan?.plan).toEqual({
      weights: { A1: 2, A3: 2, A4: 1, K3: 1 },
      attitudeShare: 0.5,
      lines: { A1: 2.5, A5: 2.5 },
      severityAdjusted: false,
    })
    expect(plan).toMatchObject({
      frozenBy: world.mirela.userId,
      frozenAt: monday,
      rubricHash: shelf.rubric.hash,
    })
    expect(await happened(id)).toEqual(['drafted', 'published'])
  })

  test('takes the version that is on the shelf, also where an author has gone back to an earlier one', async () => {
    const changed = {
      ...shelf,
      scenario: (key: string) => {
        const entry = shelf.scenario(key)
        return entry && { ...entry, hash: `${entry.hash}-changed` }
      },
    }
    for (const on of [shelf, changed, shelf]) {
      const { id } = await draftVacancy(db, world, now)
      await publishVacancy(db, { viewer: world.mirela, id, rev: 0, shelf: on, now })
      const plan = await planOf(db, id)
      expect(plan?.handbookHash).toBe(shelf.handbook.hash)
      expect(Object.keys(plan?.scenarioHashes ?? {})).not.toEqual([])
      for (const [key, hash] of Object.entries(plan?.scenarioHashes ?? {}))
        expect(hash).toBe(on.scenario(key)?.hash)
    }
  })

  test('keeps the assignment and all its scenarios under their hashes', async () => {
    const { slug } = await publishedVacancy(db, world, monday)
    const found = await publicVacancy(db, { slug, now })
    const assignment = await pinnedAssignment(db, found?.assignmentHash ?? '')
    expect(assignment).toEqual(shelf.assignments[0]?.content)
    const kept = (await db.select({ hash: scenarioVersions.hash }).from(scenarioVersions)).map(
      ({ hash }) => hash,
    )
    const wanted = assignment.sections.map(({ scenario }) => shelf.scenario(scenario)?.hash)
    expect(kept).toEqual(expect.arrayContaining([...wanted, shelf.rubric.hash, shelf.handbook.hash]))
  })

  test('names what is missing and changes nothing', async () => {
    const { id } = await draftVacancy(db, world, monday, { vacancy: { channels: [], closesOn: null } })
    expect(await publishVacancy(db, { viewer: world.mirela, id, rev: 0, shelf, now })).toEqual({
      refused: 'vacancy-incomplete',
      missing: ['channels', 'closing-day'],
    })
    expect((await current(id)).status).toBe('draft')
    expect(await planOf(db, id)).toBeUndefined()
  })

  test('is refused for a revision that was not previewed, an unknown assignment, a low role, and a second time', async () => {
    const { mirela, agim } = world
    const { id } = await draftVacancy(db, world, monday)
    expect(await publishVacancy(db, { viewer: mirela, id, rev: 7, shelf, now })).toEqual({
      refused: 'stale-revision',
    })
    expect(await publishVacancy(db, { viewer: agim, id, rev: 0, shelf, now })).toEqual({
      refused: 'role-too-low',
    })
    const other = await draftVacancy(db, world, monday, { vacancy: { assignmentKey: 'gone' } })
    expect(await publishVacancy(db, { viewer: mirela, id: other.id, rev: 0, shelf, now })).toEqual({
      refused: 'unknown-assignment',
    })
    const twice = await Promise.all(
      [1, 2].map(() => publishVacancy(db, { viewer: mirela, id, rev: 0, shelf, now })),
    )
    expect(twice).toContainEqual({ ok: true })
    expect(twice).toContainEqual({ refused: 'already-there', missing: [] })
  })
})

describe('taking back and closing', () => {
  test('nobody has applied: back to a draft, and publishing again is a new plan', async () => {
    const { id, slug } = await publishedVacancy(db, world, monday)
    const first = await planOf(db, id)
    expect(await unpublishVacancy(db, { viewer: world.mirela, id, now })).toEqual({ ok: true })
    expect(await publicVacancy(db, { slug, now })).toBeNull()
    expect(
      await publishVacancy(db, { viewer: world.mirela, id, rev: 0, shelf, now: later(now, { hours: 1 }) }),
    ).toEqual({ ok: true })
    const second = await planOf(db, id)
    expect(second?.id).not.toBe(first?.id)
    expect(second?.hash).toBe(first?.hash)
    expect(await happened(id)).toEqual(['drafted', 'published', 'unpublished', 'published'])
  })

  test('somebody has applied: it can only be closed', async () => {
    const { id, slug } = await publishedVacancy(db, world, monday)
    await application(db, world, { vacancy: { id, slug }, now })
    expect(await unpublishVacancy(db, { viewer: world.mirela, id, now })).toEqual({
      refused: 'vacancy-has-applications',
    })
    expect((await current(id)).applications).toBe(1)
    expect(await closeVacancy(db, { viewer: world.mirela, id, now })).toEqual({ ok: true })
    expect(await publicVacancy(db, { slug, now })).toMatchObject({ open: false })
    expect(await closeVacancy(db, { viewer: world.mirela, id, now })).toEqual({ refused: 'already-there' })
    expect(
      await editVacancy(db, { viewer: world.mirela, id, rev: 0, vacancy: eveningShift(now), now }),
    ).toEqual({
      refused: 'vacancy-closed',
    })
  })
})

describe('the lists', () => {
  test('the public one holds what takes applications now, and nothing else', async () => {
    const open = await publishedVacancy(db, world, monday)
    const draftOne = await draftVacancy(db, world, monday)
    const short = await publishedVacancy(db, world, monday, { vacancy: { closesOn: '2026-11-03' } })
    const slugs = async (at: Date) => (await openVacancies(db, { now: at })).vacancies.map(({ slug }) => slug)
    const today = await slugs(now)
    expect(today).toEqual(expect.arrayContaining([open.slug, short.slug]))
    expect(today).not.toContain(draftOne.slug)
    // 23:59:59 in Tirana is the last second of the closing day.
    expect(await slugs(new Date('2026-11-03T22:59:59Z'))).toContain(short.slug)
    expect(await slugs(new Date('2026-11-03T23:00:00Z'))).not.toContain(short.slug)
    expect(
      await publicVacancy(db, { slug: short.slug, now: new Date('2026-11-03T23:00:00Z') }),
    ).toMatchObject({ open: false })
  })

  test('the public one goes on after fifty', async () => {
    for (let n = 0; n < 52; n++) await publishedVacancy(db, world, later(monday, { minutes: n }))
    const first = await openVacancies(db, { now })
    expect(first.vacancies).toHaveLength(50)
    const second = await openVacancies(db, { now, before: first.older })
    const all = [...first.vacancies, ...second.vacancies].map(({ id }) => id)
    expect(new Set(all).size).toBe(all.length)
    expect(all).toHaveLength((await openAddresses(db, now)).length)
  })

  test('the team’s own is the team’s own', async () => {
    const { id } = await draftVacancy(db, world, later(monday, { days: 1 }))
    const mine = await listVacancies(db, { viewer: world.mirela, closed: false })
    expect(mine.vacancies[0]).toMatchObject({ id, status: 'draft', openings: 2, applications: 0 })
    expect((await listVacancies(db, { viewer: stranger, closed: false })).vacancies).toEqual([])
    expect((await listVacancies(db, { viewer: world.viktor, closed: false })).vacancies).toEqual([])
    const closed = await listVacancies(db, { viewer: world.mirela, closed: true })
    expect(closed.vacancies.every(({ status }) => status === 'closed')).toBe(true)
  })
})
