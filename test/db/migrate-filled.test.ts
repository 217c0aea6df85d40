import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openPool } from '#db/client.ts'
import { connect } from '#db/connect.ts'
import { APP } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { publicRev } from '#db/public-content.ts'
import { bringBack, withdraw } from '#db/withdrawals.ts'
import { quiet } from '#test/support/cluster.ts'
import { testDatabase } from '#test/support/db.ts'
import { application } from '#test/world/applications.ts'
import { decided, rejection } from '#test/world/decisions.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'

test('an older database comes to hold what the verbs write today', async () => {
  const { url, ownerUrl } = await testDatabase()
  const { db, end } = openPool(url, 2)
  const world = await lumo(db)
  const { vacancy, now } = await decided(db, world, {
    now: monday,
    decision: rejection,
    feedback: 'Thank you.',
  })
  for (const email of ['besnik@example.com', 'drita@example.com']) {
    const { viewer } = await application(db, world, { vacancy, form: { email }, now })
    await withdraw(db, { viewer, now })
    if (email.startsWith('drita')) await bringBack(db, { viewer, now: later(now, { days: 1 }) })
  }
  const carried = async () => [
    [...(await db.execute(sql`select id, stage, left_from from applications order by id`))],
    [
      ...(await db.execute(
        sql`select id, application_id, scenario_key, code from grading_assignments order by id`,
      )),
    ],
  ]
  const written = await carried()
  expect(written[0]?.map(({ left_from: from }) => from)).toEqual(['decision', 'applied', null])
  expect(written[1]?.length).toBeGreaterThan(4)

  const owner = connect(ownerUrl)
  await owner.unsafe(`
    drop function count_public_change cascade; drop table public_content;
    alter table applications drop column left_from;
    alter table grading_assignments drop column application_id, drop column scenario_key, drop column code;
    delete from migrations where name > '0001' and name < '0004'`)
  await owner.end()
  const { applied } = await migrate({ ownerUrl, appRole: APP, setting: 'this test', log: quiet })
  expect(applied).toEqual(['0001_public_content', '0002_left_from', '0003_desk_order'])
  expect(await carried()).toEqual(written)
  const before = await publicRev(db)
  await db.execute(sql`update vacancies set place = 'Durrës'`)
  expect(await publicRev(db)).toBeGreaterThan(before)
  await end()
})
