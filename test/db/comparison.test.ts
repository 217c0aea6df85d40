import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { scoringPlan } from '#app/domain/scoring-plan.ts'
import { comparison } from '#db/comparison.ts'
import { profileOf } from '#db/profile.ts'
import { scoringPlans } from '#db/schema/index.ts'
import { freezePlan } from '#db/vacancies/plan.ts'
import { plansOf } from '#db/vacancies/plans.ts'
import { assemble } from '#db/versions.ts'
import { testLibrary } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { finalist } from '#test/world/decisions.ts'
import { handedIn, type Sheet } from '#test/world/grading.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { eveningShift, publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const world = await lumo(db)
const { mirela, viktor } = world
const vacancy = await publishedVacancy(db, world, monday)
const sheets: Record<string, Sheet> = {
  Teuta: { 's03-first-fifty': { A1: 5, A3: 5 }, 's17-why-support': { A1: 5, A3: 4 } },
  Elira: { 's03-first-fifty': { A1: 4, A3: 4 }, 's17-why-support': { A1: 4, A3: 4 } },
  Jonah: { 's03-first-fifty': { A1: 1, A3: 2 }, 's17-why-support': { A1: 1, A3: 2 } },
}
const ids: Record<string, string> = {}
for (const [name, sheet] of Object.entries(sheets)) {
  const form = { name, email: `${name}@example.com`.toLowerCase() }
  const who = await finalist(db, world, { now: monday, vacancy, sheet, stage: 'decision', form })
  ids[name] = who.applicationId
}
const now = later(monday, { days: 2 })
const look = (change: Partial<Parameters<typeof comparison>[1]> = {}) =>
  comparison(db, { viewer: mirela, vacancyId: vacancy.id, chosen: [], order: 'name', now, ...change })

test('finalists stand side by side by name, with the very figures of their profiles', async () => {
  const found = await look()
  expect(found?.people.map(({ name }) => name)).toEqual(['Elira', 'Jonah', 'Teuta'])
  expect(found?.indices).toBeNull()
  for (const [at, person] of (found?.people ?? []).entries()) {
    const profile = await profileOf(db, { viewer: mirela, applicationId: person.id, now })
    for (const row of found?.rows ?? []) {
      const own = profile?.dimensions.find(({ dimension }) => dimension === row.dimension)
      expect(row.cells[at]?.score).toEqual(own?.score)
      expect(row.cells[at]?.attention).toBe(own?.attention)
      expect(row.cells[at]?.grades).toEqual([...(own?.grades ?? [])].sort((a, b) => a - b))
    }
  }
  const a1 = found?.rows.find(({ dimension }) => dimension === 'A1')
  expect(a1?.cells.map(({ letters }) => letters.join(''))).toEqual(['a', 'b', 'a'])
  expect(await look()).toEqual(found)
})

test('the viewer chooses whom, and by which one criterion', async () => {
  const by = await look({ order: 'A1' })
  expect(by?.people.map(({ name }) => name)).toEqual(['Teuta', 'Elira', 'Jonah'])
  const two = await look({
    chosen: [ids.Jonah ?? '', ids.Teuta ?? '', '0190a000-0000-7000-8000-00000000dddd'],
  })
  expect(two?.people.map(({ name }) => name)).toEqual(['Jonah', 'Teuta'])
  expect(two?.offered).toHaveLength(3)
})

test('whoever is still graded blind is neither offered nor shown', async () => {
  const { applicationId } = await handedIn(db, world, { vacancy, email: 'blind@example.com', now: monday })
  const found = await look({ chosen: [applicationId] })
  expect(found).toMatchObject({ people: [], rows: [] })
  expect(JSON.stringify(found)).not.toContain(applicationId)
})

test('is seen by managers of the team alone', async () => {
  for (const viewer of [viktor, world.agim, { ...mirela, memberships: [] }])
    expect(await look({ viewer })).toBeNull()
})

test('at most twelve, and the rest is said', async () => {
  const many = await publishedVacancy(db, world, monday)
  for (let at = 0; at < 13; at += 1) {
    const form = { name: `Person ${at}`, email: `many${at}@example.com` }
    await finalist(db, world, { now: monday, vacancy: many, stage: 'references', form })
  }
  const found = await look({ vacancyId: many.id })
  expect(found?.people).toHaveLength(12)
  expect(found?.left.tooMany).toBe(1)
  await db.execute(sql`analyze`)
  const started = process.cpuUsage()
  for (let round = 0; round < 20; round += 1) await look({ vacancyId: many.id })
  const spent = process.cpuUsage(started)
  // Far from the limit of 25 ms even on a busy machine; the bench measures it at size.
  expect((spent.user + spent.system) / 20_000).toBeLessThan(100)
}, 60_000)

test('an index is there only where the plan asks for it, and a new plan is seen with what it changed', async () => {
  const [first] = await plansOf(db, { viewer: mirela, vacancyId: vacancy.id })
  expect(first).toMatchObject({ changes: null, frozenBy: 'Mirela Hoxha', attempts: 4 })
  await db
    .update(scoringPlans)
    .set({ plan: scoringPlan(eveningShift(monday).weights, 'shown') })
    .where(eq(scoringPlans.vacancyId, vacancy.id))
  const found = await look()
  expect([...(found?.indices?.values() ?? [])]).toHaveLength(3)
  expect(await look()).toEqual(found)
  const assembled = assemble(testLibrary(), eveningShift(monday).assignmentKey)
  if (!assembled) throw new Error('no assignment')
  await db.transaction((tx) =>
    freezePlan(tx, {
      viewer: mirela,
      vacancyId: vacancy.id,
      weights: { ...eveningShift(monday).weights, A1: 3 },
      assembled,
      now,
    }),
  )
  const [newest, older] = await plansOf(db, { viewer: mirela, vacancyId: vacancy.id })
  expect(newest).toMatchObject({
    attempts: 0,
    changes: [
      { what: 'weight', dimension: 'A1', from: 2, to: 3 },
      { what: 'index', to: false },
    ],
  })
  expect(older?.hash).toBe(first?.hash)
  expect(await plansOf(db, { viewer: viktor, vacancyId: vacancy.id })).toEqual([])
})
