import { eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import * as health from '#app/routes/team/health.tsx'
import * as today from '#app/routes/team/today.tsx'
import { mailHandler } from '#app/server/mail.ts'
import { startWorker } from '#app/server/worker.ts'
import { jobs } from '#db/schema/index.ts'
import { inviteStaff } from '#db/staff.ts'
import { openTestContext, reply } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { lumo, monday } from '#test/world/lumo.ts'

const { db } = await testDb()
const world = await lumo(db)
const { asStaff, clock } = openTestContext(db, monday)

interface Shown {
  failed: {
    count: number
    jobs: { id: string; kind: string; failure: string; mail: { toName: string } | null }[]
  }
}
const shown = async (who = world.mirela) =>
  (await reply(health.loader((await asStaff(who)).get('/team/health')))).body as Shown
const noAnswer = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:25'), { code: 'ESOCKET' })

test('a mail that failed eight times lies in front of the owner until it is tried again and goes', async () => {
  const browser = await asStaff(world.mirela)
  const { secret, log, appUrl } = browser.context
  let away = true
  const sent: string[] = []
  const deliver = async ({ toAddress }: { toAddress: string }) => {
    if (away) throw noAnswer
    sent.push(toAddress)
  }
  const now = () => clock.now
  const mail = mailHandler({ db, now, secret, appUrl, postman: { deliver } })
  await inviteStaff(db, {
    viewer: world.mirela,
    name: 'Drita Shala',
    email: 'drita@lumo.example.com',
    role: 'grader',
    locale: 'sq',
    teamId: world.teamId,
    now: monday,
  })
  const theMail = async () => (await db.select().from(jobs).where(eq(jobs.kind, 'mail')))[0]
  const until = async (holds: (job: Awaited<ReturnType<typeof theMail>>) => boolean) => {
    const worker = startWorker({ db, log, now, handlers: { mail } })
    await vi.waitUntil(
      async () => {
        const job = await theMail()
        if (job && job.runAt > clock.now) clock.now = job.runAt
        return holds(job)
      },
      { timeout: 30_000, interval: 20 },
    )
    await worker.stop()
  }
  expect((await shown()).failed).toEqual({ count: 0, jobs: [] })
  await until((job) => job?.failedAt !== null)
  const given = (await shown()).failed
  expect(given).toMatchObject({
    count: 1,
    jobs: [{ kind: 'mail', failure: 'mail-away', mail: { toName: 'Drita Shala' } }],
  })
  expect((await reply(today.loader((await asStaff(world.mirela)).get('/team')))).body).toMatchObject({
    failed: true,
  })
  expect((await reply(today.loader((await asStaff(world.agim)).get('/team')))).body).toMatchObject({
    failed: false,
  })
  const job = given.jobs[0]?.id ?? ''
  for (const fields of [{ job: 'x' }, { job: '' }])
    expect((await reply(health.action(browser.post('/team/health', fields)))).status).toBe(404)
  expect(
    (await reply(health.action((await asStaff(world.viktor)).post('/team/health', { job })))).status,
  ).toBe(403)
  away = false
  const answer = await reply(health.action((await asStaff(world.mirela)).post('/team/health', { job })))
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/team/health'])
  expect((await shown()).failed.count).toBe(0)
  await until((job) => job?.doneAt !== null)
  expect(sent).toEqual(['drita@lumo.example.com'])
})
