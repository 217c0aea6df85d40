import { describe, expect, test } from 'vitest'
import * as ownReport from '#app/routes/candidate/report.tsx'
import * as ownReview from '#app/routes/candidate/review.tsx'
import * as status from '#app/routes/candidate/status.tsx'
import * as release from '#app/routes/team/applications/report.tsx'
import * as reviews from '#app/routes/team/reviews/list.tsx'
import * as review from '#app/routes/team/reviews/review.tsx'
import * as compare from '#app/routes/team/vacancies/compare.tsx'
import * as file from '#app/routes/team/vacancies/compare-file.ts'
import * as about from '#app/routes/team/vacancies/vacancy.tsx'
import { mailHandler } from '#app/server/mail.ts'
import { decide } from '#db/decisions.ts'
import { claimJob } from '#db/jobs.ts'
import { messages } from '#db/schema/index.ts'
import { openTestContext, reply, testOrigin } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { colleague } from '#test/world/colleague.ts'
import { type Finalist, finalist, rejection } from '#test/world/decisions.ts'
import type { Sheet } from '#test/world/grading.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const world = await lumo(db)
const drita = await colleague(db, world)
const { mirela, viktor } = world
const { asCandidate, asStaff, asNobody, clock } = openTestContext(db, monday)
const ghost = '0190a000-0000-7000-8000-00000000dddd'
const sheet: Sheet = {
  's03-first-fifty': { A1: 5, A3: 3, K3: 4 },
  's17-why-support': { A1: 4, A3: 2, A4: 2 },
}

let people = 0
async function rejected(change: { name?: string; vacancy?: Finalist['vacancy'] } = {}): Promise<Finalist> {
  people += 1
  const form = { name: change.name ?? `Canary Ganimete${people}`, email: `canary${people}@example.com` }
  const who = await finalist(db, world, {
    now: monday,
    stage: 'decision',
    sheet,
    form,
    vacancy: change.vacancy,
  })
  const { applicationId, now } = who
  const done = await decide(db, { viewer: mirela, applicationId, form: rejection, feedback: 'x', now })
  if (!done || 'refused' in done) throw new Error('not rejected')
  clock.now = later(now, { minutes: 1 })
  return { ...who, now: clock.now }
}

/** Every leaf of what a browser is sent, with its path. */
function leaves(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null || value instanceof Date) return [[path, value]]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
}

describe('the candidate’s report', () => {
  test('goes from the draft to the page of its reader, without a figure, a rank or a name', async () => {
    const other = await rejected({ name: 'Otherperson Rival' })
    const who = await rejected()
    const id = who.applicationId
    const browser = await asCandidate(id)
    const own = () => reply(ownReport.loader(browser.get('/a/report')))
    expect((await own()).body).toMatchObject({ report: null })
    const staff = await asStaff(mirela)
    const { body } = await reply(release.loader(staff.get('/', { id })))
    const { texts } = body as { texts: Record<string, string> }
    expect(texts.strength1).toBe(
      'Jeni të ngrohtë edhe kur klienti nuk është, dhe një shqetësim të vogël e trajtoni si të vërtetë.',
    )
    const done = await reply(release.action(staff.post('/', { ...texts, step2: 'Fjala ime.' }, { id })))
    expect([done.status, done.headers.get('location')]).toEqual([303, `/team/applications/${id}/report`])

    const shown = (await own()).body as { report: object }
    expect(shown.report).toMatchObject({
      lang: 'sq',
      strengths: [texts.strength1, texts.strength2],
      steps: [texts.step1, 'Fjala ime.'],
      scenarios: ['The sales page', 'The first fifty euros', 'Why support?'],
      review: 'may',
    })
    const figures = leaves(shown).filter(([, value]) => typeof value === 'number')
    expect(figures).toEqual([])
    const told = JSON.stringify(shown)
    for (const name of ['Viktor', 'Dorina', 'Mirela', 'Rival', 'Canary', other.applicationId])
      expect(told).not.toContain(name)
    expect(
      leaves(shown)
        .map(([path]) => path)
        .join(' '),
    ).not.toMatch(/grader|level|score|\.t\b|low|high|letters|rank|index|hash|released(By)?\b/i)
    // Nobody but its reader: another candidate has none, a stranger is sent away.
    const stranger = await asCandidate(other.applicationId)
    expect((await reply(ownReport.loader(stranger.get('/a/report')))).body).toMatchObject({ report: null })
    expect((await reply(ownReport.loader(asNobody().get('/a/report')))).status).toBe(302)
    expect((await reply(status.loader(browser.get('/a')))).body).toMatchObject({
      report: true,
      review: 'may',
    })
  })

  test('is released by a manager only, with the words that are owed', async () => {
    const { applicationId: id } = await rejected()
    const grader = await asStaff(viktor)
    expect((await reply(release.loader(grader.get('/', { id })))).status).toBe(403)
    expect((await reply(release.action(grader.post('/', {}, { id })))).status).toBe(403)
    const staff = await asStaff(mirela)
    expect((await reply(release.loader(staff.get('/', { id: ghost })))).status).toBe(404)
    expect((await reply(release.action(staff.post('/', {}, { id: ghost })))).status).toBe(404)
    const short = await reply(release.action(staff.post('/', { strength1: 'One.' }, { id })))
    expect([short.status, short.body]).toMatchObject([
      422,
      { issues: { strength2: 'required', step1: 'required' }, typed: { strength1: 'One.' } },
    ])
    const long = await reply(release.action(staff.post('/', { strength1: 'x'.repeat(1001) }, { id })))
    expect([long.status, long.body]).toMatchObject([422, { issues: { strength1: 'too-long' } }])
  })
})

describe('a request for review', () => {
  test('goes to somebody else than the one who decided, and the answer comes by mail', async () => {
    const who = await rejected()
    const browser = await asCandidate(who.applicationId)
    const short = await reply(ownReview.action(browser.post('/a/review', { text: 'why' })))
    expect([short.status, short.body]).toMatchObject([422, { issue: 'reason-short', typed: 'why' }])
    const text = 'Please look at the second answer again.'
    const done = await reply(ownReview.action(browser.post('/a/review', { text })))
    expect([done.status, done.headers.get('location')]).toEqual([303, '/a/review'])
    const twice = await reply(ownReview.action(browser.post('/a/review', { text })))
    expect([twice.status, twice.body]).toMatchObject([409, { refused: 'review-open' }])

    const [mine, hers] = [await asStaff(mirela), await asStaff(drita)]
    const listed = (await reply(reviews.loader(mine.get('/')))).body as {
      open: { id: string; name: string }[]
    }
    const request = listed.open.at(-1)?.id ?? ''
    expect((await reply(review.loader(mine.get('/', { request })))).body).toMatchObject({
      text,
      refused: 'own-decision',
    })
    const answer = { outcome: 'stands', answer: 'I have read all of it and would decide the same.' }
    const own = await reply(review.action(mine.post('/', answer, { request })))
    expect([own.status, own.body]).toMatchObject([409, { refused: 'own-decision' }])
    const empty = await reply(review.action(hers.post('/', { outcome: 'stands', answer: '' }, { request })))
    expect([empty.status, empty.body]).toMatchObject([422, { issues: { answer: 'required' } }])
    expect((await reply(review.action(hers.post('/', answer, { request })))).status).toBe(303)

    const shown = (await reply(ownReview.loader(browser.get('/a/review')))).body
    expect(shown).toMatchObject({ may: false, requests: [{ outcome: 'stands', answer: answer.answer }] })
    expect(JSON.stringify(shown)).not.toMatch(/Drita|Mirela|Viktor/)
  })

  test('is closed to graders and other teams', async () => {
    const grader = await asStaff(viktor)
    expect((await reply(reviews.loader(grader.get('/')))).status).toBe(403)
    expect((await reply(review.loader(grader.get('/', { request: ghost })))).status).toBe(403)
    expect((await reply(review.action(grader.post('/', {}, { request: ghost })))).status).toBe(403)
    const hers = await asStaff(drita)
    const answer = { outcome: 'stands', answer: 'I have read all of it.' }
    expect((await reply(review.loader(hers.get('/', { request: ghost })))).status).toBe(404)
    expect((await reply(review.action(hers.post('/', answer, { request: ghost })))).status).toBe(404)
  })
})

test('the mails to the candidate name nobody, and every one has its words', async () => {
  const context = asNobody().context
  const postman = { deliver: async () => undefined }
  const later30 = later(clock.now, { minutes: 30 })
  const send = mailHandler({ db, now: () => later30, secret: context.secret, appUrl: testOrigin, postman })
  for (let job = await claimJob(db, later30); job; job = await claimJob(db, later30))
    if (job.kind === 'mail' && job.payload.template?.startsWith('reports.')) await send(job)
  const sent = (await db.select().from(messages)).filter(({ kind }) => kind.startsWith('reports.'))
  expect(new Set(sent.map(({ kind }) => kind))).toEqual(
    new Set(['reports.released', 'reports.review-received', 'reports.review-answered']),
  )
  for (const { text, subject } of sent) {
    expect(`${subject} ${text}`).not.toMatch(/Viktor|Dorina|Drita|\{\{|reports\./)
    expect(text).toContain('{link:candidate-status:')
  }
})

describe('the comparison', () => {
  test('is for managers, keeps the choice in the address, and sends no name that is hidden', async () => {
    const vacancy = await publishedVacancy(db, world, monday)
    const one = await finalist(db, world, {
      now: monday,
      vacancy,
      sheet,
      form: { name: '=cmd|calc', email: 'formula@example.com' },
    })
    await finalist(db, world, {
      now: monday,
      vacancy,
      form: { name: 'Zana Hidden', email: 'zana@example.com' },
    })
    clock.now = one.now
    const staff = await asStaff(mirela)
    const params = { id: vacancy.id }
    const seen = (await reply(compare.loader(staff.get('/', params)))).body
    expect(seen).toMatchObject({
      data: { people: [{ name: '=cmd|calc' }, { name: 'Zana Hidden' }], indices: null },
    })
    expect(JSON.stringify(seen)).not.toMatch(/Viktor|Dorina|graderId|quote/)
    const chosen = (await reply(compare.loader(staff.get(`/?with=${one.applicationId}&order=K3`, params))))
      .body
    expect(chosen).toMatchObject({ data: { order: 'K3', people: [{ id: one.applicationId }] } })
    const hidden = (await reply(compare.loader(staff.get('/?names=hidden&order=nothing&with=x', params))))
      .body
    expect(hidden).toMatchObject({ data: { order: 'name', hidden: true } })
    expect(JSON.stringify(hidden)).not.toMatch(/Zana|cmd/)

    const table = await reply(file.loader(staff.get('/', params)))
    expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const lines = String(table.body).split('\r\n')
    expect(lines[1]).toMatch(/^'=cmd\|calc,C-/)
    expect(lines[0]?.split(',')).toHaveLength(13)
    expect(String((await reply(file.loader(staff.get('/?names=hidden', params)))).body)).not.toMatch(
      /Zana|cmd/,
    )

    const grader = await asStaff(viktor)
    for (const loader of [compare.loader, file.loader]) {
      expect((await reply(loader(grader.get('/', params)))).status).toBe(403)
      expect((await reply(loader(staff.get('/', { id: ghost })))).status).toBe(404)
      expect((await reply(loader(staff.get('/', { id: 'x' })))).status).toBe(404)
    }
    expect((await reply(about.loader(staff.get('/', params)))).body).toMatchObject({
      plans: [{ changes: null, frozenBy: 'Mirela Hoxha', attempts: 2 }],
    })
  })
})
