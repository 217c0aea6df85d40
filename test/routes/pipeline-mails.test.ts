import { and, eq, like } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { type Locale, locales } from '#app/domain/locale.ts'
import { activeStages } from '#app/domain/pipeline.ts'
import { mailHandler } from '#app/server/mail.ts'
import { claimJob, finishJob } from '#db/jobs.ts'
import { moveApplication, sendStatusMail, takeBackWord } from '#db/pipeline.ts'
import { applications, messages } from '#db/schema/index.ts'
import { statusOf } from '#db/status.ts'
import { withdraw } from '#db/withdrawals.ts'
import { testDb } from '#test/support/db.ts'
import { application } from '#test/world/applications.ts'
import { gradedApplication, handedIn, invitedGraders } from '#test/world/grading.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const world = await lumo(db)
const { mirela: viewer } = world
const vacancy = await publishedVacancy(db, world, monday)
let count = 0
const comes = (locale: Locale = 'en') =>
  application(db, world, { vacancy, locale, form: { email: `m${++count}@example.com` }, now: monday })

/** What the worker does with everything that is due. */
async function post(now: Date): Promise<void> {
  const handle = mailHandler({
    db,
    now: () => now,
    secret: 'a secret that only this test knows, 32 bytes long',
    appUrl: 'http://localhost:3000',
    postman: { deliver: async () => undefined },
  })
  for (let job = await claimJob(db, now); job; job = await claimJob(db, now)) {
    if (job.kind === 'mail') await handle(job)
    await finishJob(db, job, now)
  }
}
const mailsTo = (id: string) =>
  db
    .select()
    .from(messages)
    .where(and(eq(messages.applicationId, id), like(messages.kind, 'pipeline.%')))

const dates = { en: '9 November', ru: '9 ноября', sq: '9 nëntor' }
const again = { en: '18 November', ru: '18 ноября', sq: '18 nëntor' }

describe.each(locales)('a status mail in %s', (locale) => {
  test('apologises for the promised day and names the next one', async () => {
    const { id } = await comes(locale)
    const now = later(monday, { days: 9 })
    await sendStatusMail(db, { viewer, id, now })
    await post(later(now, { seconds: 10 }))
    const [mail] = await mailsTo(id)
    expect(mail).toMatchObject({ kind: 'pipeline.late', locale, toAddress: `m${count}@example.com` })
    const said = mail?.text.replaceAll('\u00a0', ' ')
    expect(said).toContain(dates[locale])
    expect(said).toContain(again[locale])
    expect(mail?.text).toMatch(/^\{link:candidate-status:[0-9a-f-]{36}\}$/m)
    expect(mail?.text).not.toMatch(/\{\{|undefined/)
  })

  test.each(activeStages)('says where things stand at %s', async (stage) => {
    const { id } = await comes(locale)
    await db.update(applications).set({ stage }).where(eq(applications.id, id))
    const now = later(monday, { days: 3 })
    await sendStatusMail(db, { viewer, id, now })
    await post(later(now, { seconds: 10 }))
    const [mail] = await mailsTo(id)
    expect(mail?.kind).toBe('pipeline.word')
    expect(mail?.text).not.toMatch(/\{\{|undefined/)
  })

  test('after a move names the stage', async () => {
    const { id } = await comes(locale)
    await moveApplication(db, { viewer, id, to: 'screening', now: monday })
    await post(later(monday, { seconds: 10 }))
    const words = { en: 'Screening', ru: 'Первичный отбор', sq: 'Përzgjedhja paraprake' }
    expect((await mailsTo(id))[0]?.text.replaceAll('\u00a0', ' ')).toContain(words[locale])
  })
})

test('when every grade is in, neither the mail nor the page says that the assignment is being graded', async () => {
  const own = await publishedVacancy(db, world, monday)
  const { applicationId: id } = await handedIn(db, world, {
    vacancy: own,
    email: 'g@example.com',
    now: monday,
  })
  await invitedGraders(db, world, own.id, [world.viktor, world.dorina], monday)
  const candidate = { kind: 'candidate', applicationId: id } as const
  const said = async (now: Date) => {
    await sendStatusMail(db, { viewer, id, now })
    await post(later(now, { seconds: 10 }))
    const mail = (await mailsTo(id)).find(({ createdAt }) => createdAt >= now)
    return [(await statusOf(db, { viewer: candidate, now }))?.ahead.at, mail?.text ?? '']
  }
  expect(await said(later(monday, { days: 1 }))).toEqual([
    'grading',
    expect.stringContaining('ende në vlerësim'),
  ])
  const graders = [world.viktor, world.dorina].map((who) => ({ who, sheet: {} }))
  await gradedApplication(db, { applicationId: id, graders, now: later(monday, { days: 1, hours: 1 }) })
  expect(await said(later(monday, { days: 2 }))).toEqual([
    'graded',
    expect.stringContaining('po lexojmë rezultatet'),
  ])
})

test('a mail does not leave before its ten seconds, nor when it was called back', async () => {
  const { id } = await comes()
  const now = later(monday, { days: 9 })
  await sendStatusMail(db, { viewer, id, now })
  await post(later(now, { seconds: 9 }))
  expect(await mailsTo(id)).toEqual([])
  await takeBackWord(db, { viewer, id, now: later(now, { seconds: 9 }) })
  await post(later(now, { hours: 1 }))
  expect(await mailsTo(id)).toEqual([])
})

test('a mail that has left cannot be called back', async () => {
  const { id } = await comes()
  const now = later(monday, { days: 9 })
  await sendStatusMail(db, { viewer, id, now })
  await post(later(now, { seconds: 10 }))
  expect(await takeBackWord(db, { viewer, id, now: later(now, { seconds: 11 }) })).toEqual({
    refused: 'undo-over',
  })
})

test('nobody who has withdrawn meanwhile hears of a move', async () => {
  const who = await comes()
  await moveApplication(db, { viewer, id: who.id, to: 'screening', now: monday })
  await withdraw(db, { viewer: who.viewer, now: later(monday, { seconds: 5 }) })
  await post(later(monday, { seconds: 10 }))
  expect(await mailsTo(who.id)).toEqual([])
})
