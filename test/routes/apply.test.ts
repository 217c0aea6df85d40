import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { noticeVersion } from '#app/domain/notice.ts'
import { resumeLimit } from '#app/domain/resume.ts'
import * as page from '#app/routes/candidate/apply.tsx'
import * as file from '#app/routes/team/applications/file.ts'
import type { ApplyAgain } from '#app/server/apply-form.ts'
import { stampForm } from '#app/server/form-stamp.ts'
import { applications, files, jobs, persons, rateLimits } from '#db/schema/index.ts'
import { closeVacancy } from '#db/vacancies/status.ts'
import { openTestContext, reply } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { artasForm } from '#test/world/applications.ts'
import { type Lumo, later, lumo, monday } from '#test/world/lumo.ts'
import { draftVacancy, publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const { clock, asNobody, asStaff } = openTestContext(db, monday)
const nobody = asNobody()
let world: Lumo
let slug: string
let count = 0

beforeAll(async () => {
  world = await lumo(db)
  slug = (await publishedVacancy(db, world, monday)).slug
})
beforeEach(async () => {
  clock.now = later(monday, { minutes: 5 })
  await db.delete(rateLimits)
})

type Fields = Record<string, string | string[]>
const filled = (change: Fields = {}): Fields => ({
  formId: crypto.randomUUID(),
  opened: stampForm(nobody.context.secret, monday),
  name: 'Arta Kola',
  email: `arta-${++count}@example.com`,
  'languages.0.language': 'en',
  'languages.0.level': 'B2',
  'languages.1.language': 'sq',
  'languages.1.level': 'native',
  'languages.2.language': '',
  'languages.2.level': '',
  'windows.0.days': ['5', '6'],
  'windows.0.from': '16:00',
  'windows.0.to': '00:00',
  'windows.1.from': '16:00',
  'windows.1.to': '00:00',
  why: artasForm.why,
  notice: noticeVersion,
  homepage: '',
  ...change,
})

interface Sending {
  resume?: File
  to?: string
  lang?: string
}
/** As a browser without JavaScript sends the form. */
function send(fields: Fields, { resume, to = slug, lang }: Sending = {}) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
  body.append('resume', resume ?? new File([], ''))
  const address = `${lang ? `/${lang}` : ''}/jobs/${to}/apply`
  const request = nobody.request(address, { method: 'POST', body })
  return reply(page.action({ request, params: { slug: to, lang }, context: nobody.context }))
}
const rowsOf = (fields: Fields) =>
  db
    .select()
    .from(applications)
    .where(eq(applications.emailNormal, String(fields.email).toLowerCase()))
const issuesOf = ({ body }: { body: unknown }) => (body as ApplyAgain).issues
const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')

describe('the page', () => {
  const open = (to: string, lang?: string) =>
    reply(page.loader(nobody.get(`${lang ? `/${lang}` : ''}/jobs/${to}/apply`, { slug: to, lang })))

  test('speaks the language of its address and asks for the languages of the work', async () => {
    const { status, body } = await open(slug, 'ru')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      title: 'Отклик: Специалист поддержки, вечерняя смена',
      languages: [
        { code: 'en', name: 'Английский' },
        { code: 'sq', name: 'Албанский' },
      ],
      noticeVersion,
    })
  })

  test('of a draft is not there, of a closed vacancy is over', async () => {
    const draft = await draftVacancy(db, world, monday)
    const closed = await publishedVacancy(db, world, monday)
    await closeVacancy(db, { viewer: world.mirela, id: closed.id, now: monday })
    expect((await open(draft.slug)).status).toBe(404)
    expect(await open(closed.slug)).toMatchObject({ status: 410, body: { code: 'vacancy-closed' } })
    expect((await send(filled(), { to: draft.slug })).status).toBe(404)
    expect((await send(filled(), { to: closed.slug })).status).toBe(410)
  })
})

describe('a form sent without JavaScript', () => {
  test('is kept, in the language of the page, and leads on', async () => {
    const fields = filled()
    const { status, headers } = await send(fields, { lang: 'sq' })
    expect(status).toBe(303)
    expect(headers.get('location')).toBe(`/sq/jobs/${slug}/applied`)
    expect(headers.get('set-cookie')).toMatch(/^applied=.*HttpOnly/)
    expect(await rowsOf(fields)).toMatchObject([
      {
        locale: 'sq',
        quarantined: false,
        noticeVersion,
        languages: [
          { language: 'en', level: 'B2' },
          { language: 'sq', level: 'native' },
        ],
        hours: [
          { day: 5, from: '16:00', to: '00:00' },
          { day: 6, from: '16:00', to: '00:00' },
        ],
      },
    ])
  })

  test('with everything wrong comes back whole, each issue at its field, in the order of the form', async () => {
    const wrong = filled({
      name: '  ',
      email: 'arta@home',
      'languages.0.level': '',
      'languages.2.level': 'B1',
      'windows.0.days': [],
      'windows.0.to': '16:00',
      why: '',
      notice: '',
    })
    const answer = await send(wrong, { resume: new File(['not a pdf'], 'cv.pdf') })
    expect(answer.status).toBe(415)
    expect(Object.entries(issuesOf(answer))).toEqual([
      ['name', 'name'],
      ['email', 'email-form'],
      ['languages.0.level', 'level'],
      ['languages.2.language', 'language'],
      ['windows.0.days', 'days'],
      ['why', 'why'],
      ['resume', 'file-type'],
      ['notice', 'notice'],
    ])
    expect(answer.body).toMatchObject({ formId: wrong.formId, opened: wrong.opened, fileLost: true })
    expect((answer.body as ApplyAgain).typed).toMatchObject({ name: '  ', email: 'arta@home', notice: '' })
    expect(await rowsOf(wrong)).toEqual([])
  })

  test.each([
    ['without a name', { name: '' }, { name: 'name' }],
    ['with a name over two lines', { name: 'Arta\nBcc: all@example.com' }, { name: 'line-break' }],
    ['with a name of 121 letters', { name: 'a'.repeat(121) }, { name: 'name-long' }],
    ['with two addresses', { email: 'a@b.example,c@d.example' }, { email: 'email-form' }],
    ['with a level that is none', { 'languages.0.level': 'Z9' }, { 'languages.0.level': 'level' }],
    [
      'with a language twice',
      { 'languages.2.language': 'en', 'languages.2.level': 'C1' },
      { 'languages.2.language': 'language-twice' },
    ],
    [
      'with no language spoken',
      { 'languages.0.level': 'none', 'languages.1.level': 'none' },
      { 'languages.0.level': 'languages' },
    ],
    ['with a day that is none', { 'windows.0.days': ['8'] }, { 'windows.0.days': 'days' }],
    ['with a time that is none', { 'windows.0.from': '25:00' }, { 'windows.0.from': 'time' }],
    ['that ends when it starts', { 'windows.0.to': '16:00' }, { 'windows.0.to': 'same-time' }],
    ['with 4001 letters', { why: 'я'.repeat(4001) }, { why: 'why-long' }],
    ['with an old notice', { notice: '2020-01-01' }, { notice: 'notice-old' }],
  ])('%s says so at the field', async (_, change, issues) => {
    const answer = await send(filled(change))
    expect([answer.status, issuesOf(answer)]).toEqual([422, issues])
  })

  test('with NUL is refused by the name of the field', async () => {
    expect(await send(filled({ why: 'a\0b' }))).toMatchObject({
      status: 422,
      body: { code: 'unreadable-text:why' },
    })
  })

  test('ignores what is not in it', async () => {
    const fields = filled({
      stage: 'hired',
      id: crypto.randomUUID(),
      quarantined: 'false',
      createdAt: '2001-01-01',
      score: '5',
    })
    expect((await send(fields)).status).toBe(303)
    expect(await rowsOf(fields)).toMatchObject([{ stage: 'applied', createdAt: clock.now }])
  })

  test('with another language pressed comes back in it as it was, unchecked and unsaved', async () => {
    const fields = filled({ name: '', why: 'Half a sen', switch: 'ru' })
    const answer = await send(fields, { lang: 'ru', resume: new File([pdf], 'cv.pdf') })
    expect(answer).toMatchObject({
      status: 200,
      body: { issues: {}, fileLost: true, typed: { name: '', why: 'Half a sen' } },
    })
    expect(await rowsOf(fields)).toEqual([])
  })

  test('twice gives the same page and one mail more', async () => {
    const fields = filled()
    await send(fields)
    const again = await send({
      ...fields,
      formId: crypto.randomUUID(),
      email: String(fields.email).toUpperCase(),
    })
    expect(again).toMatchObject({ status: 303 })
    const [row] = await rowsOf(fields)
    const mails = await db.select().from(jobs).where(eq(jobs.kind, 'mail'))
    expect(
      mails.filter(({ payload }) => payload.applicationId === row?.id).map(({ payload }) => payload.template),
    ).toEqual(['apply.received', 'apply.again'])
  })

  test('twenty times at once is one application, one file and one mail', async () => {
    const fields = filled()
    const resume = new File([pdf], 'cv.pdf')
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(fields, { resume })))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
    const rows = await rowsOf(fields)
    expect(rows).toHaveLength(1)
    expect(
      await db
        .select()
        .from(files)
        .where(eq(files.applicationId, rows[0]?.id ?? '')),
    ).toHaveLength(1)
    const mails = await db.select().from(jobs).where(eq(jobs.kind, 'mail'))
    expect(mails.filter(({ payload }) => payload.applicationId === rows[0]?.id)).toHaveLength(1)
  })

  test('from one network too often waits, and loses nothing', async () => {
    for (let index = 0; index < 20; index++) expect((await send(filled())).status).toBe(303)
    const answer = await send(filled({ why: 'Still here' }))
    expect(answer).toMatchObject({ status: 429, body: { refusal: 'too-many', typed: { why: 'Still here' } } })
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('keeps every text byte by byte', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
      .filter((value) => value.trim() !== '' && !value.includes('\0') && !/\r|\n/.test(value))
    await fc.assert(
      fc.asyncProperty(text, async (why) => {
        await db.delete(rateLimits)
        const fields = filled({ why })
        expect((await send(fields)).status).toBe(303)
        expect((await rowsOf(fields))[0]?.why).toBe(why)
      }),
      { numRuns: 40 },
    )
    const odd = filled({ name: 'Ëmë Çela \u202e ёлка 👩\u200d🚀 аpple İı', why: 'مرحبا\u2028e\u0301é\ufffe' })
    await send(odd)
    const [row] = await rowsOf(odd)
    expect(row?.why).toBe(odd.why)
  })
})

describe('spam', () => {
  test.each([
    ['a field that people do not see is filled in', { homepage: 'https://spam.example' }],
    [
      'the form comes back within 200 ms',
      { opened: stampForm(nobody.context.secret, later(monday, { minutes: 5 })) },
    ],
    ['nobody has opened the form', { opened: '' }],
    ['the moment is somebody else’s', { opened: stampForm('another secret', monday) }],
    ['the name is an address', { name: 'Win at https://spam.example' }],
  ])('is suspected when %s: the same answer, kept in quarantine, no mail', async (_, change) => {
    const fields = filled(change)
    const answer = await send(fields)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/jobs/${slug}/applied`])
    const [row] = await rowsOf(fields)
    expect(row?.quarantined).toBe(true)
    const mails = await db.select().from(jobs).where(eq(jobs.kind, 'mail'))
    expect(mails.filter(({ payload }) => payload.applicationId === row?.id)).toEqual([])
  })
})

describe('a résumé', () => {
  const docx = new Uint8Array(Buffer.from('UEsDBBQAAAAAAAAAIQA=', 'base64'))
  test.each([
    [
      'a picture called pdf',
      new File([Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'base64')], 'cv.pdf'),
      415,
      'file-type',
    ],
    ['a program', new File(['MZ'], 'cv.exe'), 415, 'file-type'],
    ['a page', new File(['<script>alert(1)</script>'], 'cv.html'), 415, 'file-type'],
    ['a pdf called txt', new File([pdf], 'cv.txt'), 415, 'file-type'],
    ['a zip called docx', new File([docx], 'cv.docx'), 415, 'file-type'],
    ['text that is not UTF-8', new File([new Uint8Array([0xcf, 0xf0, 0xe8])], 'cv.txt'), 415, 'file-type'],
    ['no ending', new File([pdf], 'cv'), 415, 'file-type'],
    ['nothing at all', new File([], 'cv.pdf'), 415, 'file-empty'],
    [
      '10 MB and a byte',
      new File([pdf, new Uint8Array(resumeLimit + 1 - pdf.length)], 'cv.pdf'),
      413,
      'file-too-big',
    ],
  ])('that is %s is refused at its field and what was typed comes back', async (_, resume, status, issue) => {
    const fields = filled()
    const answer = await send(fields, { resume })
    expect([answer.status, issuesOf(answer)]).toEqual([status, { resume: issue }])
    expect((answer.body as ApplyAgain).typed.why).toBe(artasForm.why)
    expect(await rowsOf(fields)).toEqual([])
  })

  test('far over the limit is refused before it is read', async () => {
    const answer = await send(filled(), { resume: new File([new Uint8Array(21 * 1024 * 1024)], 'cv.pdf') })
    expect(answer.status).toBe(413)
  })

  test('is served to a manager only, to be saved and never shown', async () => {
    const fields = filled()
    await send(fields, { resume: new File([pdf], '../Arta – «CV» ë.pdf') })
    const [row] = await rowsOf(fields)
    const [kept] = await db
      .select()
      .from(files)
      .where(eq(files.applicationId, row?.id ?? ''))
    expect(kept).toMatchObject({ name: 'Arta – «CV» ë.pdf', type: 'application/pdf', bytes: pdf.length })
    const params = { id: row?.id, file: kept?.id }
    const address = `/team/applications/${row?.id}/files/${kept?.id}`
    const open = async (browser: typeof nobody) => reply(file.loader(browser.get(address, params)))
    const served = await open(await asStaff(world.mirela))
    expect(served.status).toBe(200)
    expect(served.headers.get('content-disposition')).toMatch(
      /^attachment; filename="resume"; filename\*=UTF-8''Arta/,
    )
    expect(served.headers.get('content-security-policy')).toContain('sandbox')
    expect((await open(await asStaff(world.dorina))).status).toBe(403)
    expect((await open(nobody)).status).toBe(302)
  })

  test('that cannot be stored loses nothing', async () => {
    const fields = filled()
    const { context } = nobody
    const { put } = context.files
    context.files.put = () => Promise.reject(new Error('the disk is full'))
    const answer = await send(fields, { resume: new File([pdf], 'cv.pdf') })
    context.files.put = put
    expect([answer.status, issuesOf(answer)]).toEqual([503, { resume: 'file-store' }])
    expect(await rowsOf(fields)).toEqual([])
  })
})

test('a person who is known keeps one row whatever the address looks like', async () => {
  const fields = filled()
  await send(fields)
  const other = await publishedVacancy(db, world, monday)
  await send({ ...filled(), email: ` ${String(fields.email).toUpperCase()} ` }, { to: other.slug })
  expect(
    await db
      .select()
      .from(persons)
      .where(eq(persons.emailNormal, String(fields.email))),
  ).toHaveLength(1)
})
