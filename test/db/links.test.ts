import { isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { issueLink, revokeLinks } from '#db/links.ts'
import { links } from '#db/schema/index.ts'
import { testDb } from '#test/support/db.ts'
import { lumo, monday } from '#test/world/lumo.ts'

const { db } = await testDb()
const { mirela, viktor } = await lumo(db)

test('links are revoked of one owner; without an id none are', async () => {
  const purpose = 'staff-invite' as const
  for (const { userId } of [mirela, viktor])
    await issueLink(db, { purpose, subject: { userId }, hashOf: (id) => id, now: monday })
  const holding = async () =>
    (await db.select().from(links).where(isNull(links.revokedAt))).map(({ userId }) => userId).sort()
  const both = [mirela.userId, viktor.userId].sort()
  const nobodys = revokeLinks(db, { subject: { userId: '' }, purpose, now: monday })
  await expect(nobodys).rejects.toThrow('one person')
  expect(await holding()).toEqual(both)
  await revokeLinks(db, { subject: { userId: mirela.userId }, purpose, now: monday })
  expect(await holding()).toEqual([viktor.userId])
})
