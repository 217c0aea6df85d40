import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { remindHourly } from '#db/grading.ts'
import { enqueue } from '#db/jobs.ts'
import { issueLink } from '#db/links.ts'
import { organisation } from '#db/organisation.ts'
import { claimInstallation, ownerClaimLink } from '#db/owner.ts'
import { jobs, links, memberships, teams, users } from '#db/schema/index.ts'
import { sweepNightly } from '#db/sweep.ts'
import { sampleUsers } from '#db/users.ts'
import { testDb } from '#test/support/db.ts'
import { lumo, monday } from '#test/world/lumo.ts'

const { db } = await testDb()
const hashOf = (id: string) => `hash of ${id}`
const claim = {
  organisation: 'Northwind Support',
  website: 'https://northwind.example.com',
  team: 'Northwind',
  timeZone: 'Europe/Tirane',
  name: 'Arta Leka',
  email: 'arta@northwind.example.com',
  passwordHash: 'argon2id',
  locale: 'sq' as const,
  now: monday,
}

test('the claim link is the same at every start until it is used', async () => {
  await lumo(db)
  const first = await ownerClaimLink(db, { hashOf, now: monday })
  expect(await ownerClaimLink(db, { hashOf, now: monday })).toBe(first)
})

test('of two who claim at once one becomes the owner, and the sample team is gone', async () => {
  const link = await ownerClaimLink(db, { hashOf, now: monday })
  await issueLink(db, { purpose: 'staff-invite', subject: {}, hashOf, now: monday })
  await remindHourly(db, monday)
  await sweepNightly(db, monday)
  await enqueue(db, { kind: 'mail', payload: { template: 'staff.key' }, now: monday })
  expect(await sampleUsers(db)).not.toEqual([])
  const tries = await Promise.all([
    claimInstallation(db, { ...claim, tokenHash: hashOf(link) }),
    claimInstallation(db, { ...claim, tokenHash: hashOf(link) }),
  ])
  const owners = tries.flatMap((one) => ('ok' in one ? [one.userId] : []))
  expect(owners).toHaveLength(1)
  expect(tries).toContainEqual({ refused: 'link-over' })
  expect(await sampleUsers(db)).toEqual([])
  // What the house does by the clock goes on; what was to be said to the sample team is not said.
  expect((await db.select().from(jobs)).map(({ kind }) => kind).sort()).toEqual(['remind-graders', 'sweep'])
  const [invitation] = await db.select().from(links).where(eq(links.purpose, 'staff-invite'))
  expect(invitation?.revokedAt).toEqual(monday)
  expect((await db.select().from(users)).map(({ email }) => email)).toEqual([claim.email])
  expect((await db.select().from(teams)).map(({ name }) => name)).toEqual(['Northwind'])
  const held = await db
    .select()
    .from(memberships)
    .where(eq(memberships.userId, owners[0] ?? ''))
  expect(held.map(({ role }) => role).sort()).toEqual(['manager', 'owner'])
  expect(await organisation(db)).toMatchObject({
    name: 'Northwind Support',
    sample: false,
    claimedAt: monday,
  })
})

test('a claimed installation cannot be claimed by a made-up token', async () => {
  expect(await claimInstallation(db, { ...claim, tokenHash: 'made up' })).toEqual({ refused: 'link-over' })
})
