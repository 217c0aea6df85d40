import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as entry from '#app/routes/candidate/enter.tsx'
import * as link from '#app/routes/candidate/link.tsx'
import * as page from '#app/routes/candidate/my-data.tsx'
import * as copy from '#app/routes/candidate/my-data-file.ts'
import * as comingBack from '#app/routes/candidate/return.ts'
import * as status from '#app/routes/candidate/status.tsx'
import * as leaving from '#app/routes/candidate/withdraw.ts'
import * as language from '#app/routes/public/language.ts'
import { mailHandler } from '#app/server/mail.ts'
import { hashToken, linkToken } from '#app/server/tokens.ts'
import { claimJob, finishJob, type Job } from '#db/jobs.ts'
import { issueLink, revokeLinks } from '#db/links.ts'
import { applications, jobs, messages, rateLimits } from '#db/schema/index.ts'
import { openTestContext, reply } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { application, artasForm } from '#test/world/applications.ts'
import { type Lumo, later, lumo, monday } from '#test/world/lumo.ts'

const { db } = await testDb()
const { clock, asNobody, asCandidate } = openTestContext(db, monday)
const nobody = asNobody()
let world: Lumo
let count = 0
beforeAll(async () => {
  world = await lumo(db)
})
beforeEach(async () => {
  clock.now = monday
  await db.delete(rateLimits)
})

const applied = () => application(db, world, { form: { email: `own-${++count}@example.com` }, now: monday })
const { secret, appUrl } = nobody.context

/** What the worker does with the mails that wait. */
async function sendMail(): Promise<void> {
  const deliver = async () => undefined
  const handle = mailHandler({ db, now: () => clock.now, secret, appUrl, postman: { deliver } })
  for (let job: Job | undefined = await claimJob(db, clock.now); job; job = await claimJob(db, clock.now)) {
    await handle(job)
    await finishJob(db, job, clock.now)
  }
}
const mailsTo = (applicationId: string) =>
  db.select().from(messages).where(eq(messages.applicationId, applicationId)).orderBy(messages.id)

describe('the link of a mail', () => {
  const follow = (token: string) => reply(entry.loader(nobody.get(`/a/${token}`, { token })))
  const linkFor = async (applicationId: string) => {
    const hashOf = (id: string) => hashToken(linkToken(secret, id))
    const id = await issueLink(db, {
      purpose: 'candidate-status',
      subject: { applicationId },
      hashOf,
      now: monday,
    })
    return linkToken(secret, id)
  }

  test('leads to a clean address as often as one likes, in the language of the application', async () => {
    const { id } = await applied()
    const token = await linkFor(id)
    for (const _ of ['today', 'tomorrow']) {
      const { status, headers } = await follow(token)
      expect([status, headers.get('location')]).toEqual([303, '/a'])
      expect(headers.getSetCookie().map((cookie) => cookie.split('=')[0])).toEqual(['candidate', 'locale'])
      expect(headers.getSetCookie()[1]).toContain('locale=sq')
    }
  })

  test('that is over or revoked says so and offers another; one that never was is not found', async () => {
    const { id } = await applied()
    const token = await linkFor(id)
    clock.now = later(monday, { days: 31 })
    expect(await follow(token)).toMatchObject({ status: 410, body: { title: 'This link no longer works' } })
    clock.now = monday
    await revokeLinks(db, { subject: { applicationId: id }, purpose: 'candidate-status', now: monday })
    expect((await follow(token)).status).toBe(410)
    expect((await follow('A'.repeat(43))).status).toBe(404)
  })

  test('cannot be guessed for long', async () => {
    const answers = []
    for (let guess = 0; guess < 40; guess++) answers.push((await follow(`${guess}`.padStart(43, 'x'))).status)
    expect(answers.filter((code) => code === 404)).toHaveLength(30)
    expect(answers.filter((code) => code === 429)).toHaveLength(10)
  })

  test('comes with the first mail and holds there', async () => {
    const { id } = await applied()
    await sendMail()
    const [mail] = await mailsTo(id)
    expect(mail).toMatchObject({ kind: 'apply.received', locale: 'sq', toName: 'Arta Kola' })
    expect(mail?.text).toContain('Specialist mbështetjeje, turni i mbrëmjes')
    const [, linkId = ''] = mail?.text.match(/\{link:candidate-status:([0-9a-f-]+)\}/) ?? []
    expect((await follow(linkToken(secret, linkId))).status).toBe(303)
    expect(JSON.stringify(await db.select().from(messages))).not.toContain(linkToken(secret, linkId))
  })
})

describe('asking for a link', () => {
  const ask = (email: string) => reply(link.action(nobody.post('/link', { email })))

  test('says the same to everybody and writes only where there is an application', async () => {
    const { id } = await applied()
    const known = await ask(`own-${count}@example.com`)
    const unknown = await ask('nobody@example.com')
    expect([known.status, unknown.status]).toEqual([200, 200])
    expect(known.body).toMatchObject({ sent: true })
    expect(unknown.body).toMatchObject({ sent: true })
    const waiting = await db
      .select()
      .from(jobs)
      .where(eq(jobs.dedupe, `status.link:${id}`))
    expect(waiting).toHaveLength(1)
  })

  test('needs an address, and not too often', async () => {
    expect((await ask('not an address')).status).toBe(422)
    expect((await ask('')).status).toBe(422)
    for (let index = 0; index < 3; index++) await ask('nobody@example.com')
    expect((await ask('nobody@example.com')).status).toBe(429)
  })
})

describe('the status page', () => {
  test('shows the stage and the next word, and nothing of the answers or of the staff but the contact', async () => {
    const { id } = await applied()
    const browser = await asCandidate(id)
    const { body } = await reply(status.loader(browser.get('/a')))
    expect(body).toMatchObject({
      stage: 'applied',
      ahead: { at: 'reading' },
      contact: { name: 'Mirela Hoxha' },
      due: { at: later(monday, { days: 7 }), over: false },
    })
    expect(JSON.stringify(body)).not.toContain(artasForm.why)
    clock.now = later(monday, { days: 8 })
    expect((await reply(status.loader(browser.get('/a')))).body).toMatchObject({ due: { over: true } })
  })

  test('is not there without a link', async () => {
    const { status: code, headers } = await reply(status.loader(nobody.get('/a')))
    expect([code, headers.get('location')]).toEqual([302, '/link'])
  })

  test('lets the candidate leave and come back, each by a press of its own', async () => {
    const { id } = await applied()
    const browser = await asCandidate(id)
    expect((await reply(leaving.loader(browser.get('/a/withdraw')))).status).toBe(405)
    expect((await reply(leaving.action(browser.post('/a/withdraw', {})))).status).toBe(303)
    expect((await reply(status.loader(browser.get('/a')))).body).toMatchObject({ stage: 'withdrawn' })
    expect((await reply(comingBack.action(browser.post('/a/return', {})))).status).toBe(303)
    expect((await reply(status.loader(browser.get('/a')))).body).toMatchObject({ stage: 'applied' })
    await reply(leaving.action(browser.post('/a/withdraw', {})))
    clock.now = later(monday, { days: 9 })
    expect(await reply(comingBack.action(browser.post('/a/return', {})))).toMatchObject({
      status: 409,
      body: { code: 'needs-return-open' },
    })
  })

  test('in another language writes its mails in that language from then on', async () => {
    const { id } = await applied()
    const browser = await asCandidate(id)
    await reply(language.action(browser.post('/language', { locale: 'ru', to: '/a' })))
    await reply(leaving.action(browser.post('/a/withdraw', {})))
    await sendMail()
    const mails = await mailsTo(id)
    expect(mails.map(({ locale }) => locale)).toEqual(['ru', 'ru'])
    expect(mails.at(-1)?.subject).toBe('Отклик отозван: Специалист поддержки, вечерняя смена')
    expect(mails.at(-1)?.text).toMatch(/До 9\sноября/)
  })
})

describe('one’s own data', () => {
  test('is counted on the page and whole in the copy, without keys, codes and other people’s mail', async () => {
    const { id } = await applied()
    await sendMail()
    const other = await applied()
    await sendMail()
    const [row] = await db.select().from(applications).where(eq(applications.id, id))
    const browser = await asCandidate(id)
    expect((await reply(page.loader(browser.get('/a/data')))).body).toMatchObject({
      name: 'Arta Kola',
      messages: 1,
      answers: 0,
    })
    const { headers, body } = await reply(copy.loader(browser.get('/a/data.json')))
    expect(headers.get('content-disposition')).toBe('attachment; filename="my-data-2026-11-02.json"')
    expect(body).toMatchObject({
      application: { name: 'Arta Kola', why: artasForm.why, languages: artasForm.languages },
      messages: [{ subject: expect.stringContaining('Specialist') }],
    })
    const text = JSON.stringify(body)
    for (const secretly of [row?.code ?? '', '{link:', other.id, world.dorina.name])
      expect(text).not.toContain(secretly)
  })

  test('is nobody else’s', async () => {
    expect((await reply(copy.loader(nobody.get('/a/data.json')))).status).toBe(302)
    const ghost = await asCandidate((await applied()).id)
    await db
      .update(applications)
      .set({ quarantined: true })
      .where(eq(applications.emailNormal, `own-${count}@example.com`))
    expect((await reply(copy.loader(ghost.get('/a/data.json')))).status).toBe(404)
    expect((await reply(status.loader(ghost.get('/a')))).status).toBe(404)
  })
})
