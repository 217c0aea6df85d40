import { expect, test } from 'vitest'
import { foundOrganisation } from '#db/founding.ts'
import { organisation } from '#db/organisation.ts'
import { teams, users } from '#db/schema/index.ts'
import { sampleStaff } from '#db/seed/staff.ts'
import { testDb } from '#test/support/db.ts'
import { monday as now } from '#test/world/lumo.ts'

const { db } = await testDb()
const lumo = {
  name: 'Lumo Hosting',
  website: 'https://lumo.example.com',
  contactEmail: 'puna@lumo.example.com',
  sample: true,
  now,
}

test('a first start that ends half way leaves nothing, and the next one begins again', async () => {
  const killed = foundOrganisation(db, lumo, async (tx) => {
    await sampleStaff(tx, now)
    throw new Error('killed')
  })
  await expect(killed).rejects.toThrow('killed')
  await expect(organisation(db)).rejects.toThrow()
  expect([await db.select().from(teams), await db.select().from(users)]).toEqual([[], []])

  await foundOrganisation(db, lumo, (tx) => sampleStaff(tx, now))
  expect(await organisation(db)).toMatchObject({ name: 'Lumo Hosting', sample: true })
  expect(await db.select().from(teams)).toHaveLength(1)
})

test('of two that start at once one loads, and knows whose installation it is', async () => {
  const other = await testDb()
  const names: string[] = []
  const load = () =>
    foundOrganisation(other.db, lumo, async (tx) => void names.push((await organisation(tx)).name))
  await Promise.all([load(), load()])
  expect(names).toEqual(['Lumo Hosting'])
})
