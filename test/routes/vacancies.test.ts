import { beforeAll, describe, expect, test } from 'vitest'
import { assumedTerms } from '#app/domain/scoring-plan.ts'
import type { VacancyPage } from '#app/domain/vacancy-page.ts'
import * as english from '#app/routes/public/english.ts'
import * as front from '#app/routes/public/home.ts'
import * as privacy from '#app/routes/public/privacy.tsx'
import * as robots from '#app/routes/public/robots.ts'
import * as sitemap from '#app/routes/public/sitemap.ts'
import * as publicList from '#app/routes/public/vacancies.tsx'
import * as publicPage from '#app/routes/public/vacancy.tsx'
import * as close from '#app/routes/team/vacancies/close.tsx'
import * as edit from '#app/routes/team/vacancies/edit.tsx'
import * as list from '#app/routes/team/vacancies/list.tsx'
import * as start from '#app/routes/team/vacancies/new.tsx'
import * as preview from '#app/routes/team/vacancies/preview.tsx'
import * as unpublish from '#app/routes/team/vacancies/unpublish.tsx'
import * as home from '#app/routes/team/vacancies/vacancy.tsx'
import type { PublicHead } from '#app/ui/public-head.ts'
import { findVacancy } from '#db/vacancies/list.ts'
import { closeVacancy } from '#db/vacancies/status.ts'
import { type Browser, openTestContext, reply, testLibrary } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { type Lumo, later, lumo, monday } from '#test/world/lumo.ts'
import { draftVacancy, publishedVacancy } from '#test/world/vacancies.ts'

const { db } = await testDb()
const { asNobody, asStaff } = openTestContext(db, later(monday, { hours: 1 }))
const nobody = asNobody()
let world: Lumo
let mirela: Browser
let agim: Browser
let viktor: Browser

beforeAll(async () => {
  world = await lumo(db)
  mirela = await asStaff(world.mirela)
  agim = await asStaff(world.agim)
  viktor = await asStaff(world.viktor)
})

const nowhere = '0190a000-0000-7000-8000-00000000dead'
const at = (id: string, act = '') => `/team/vacancies/${id}${act}`
const current = async (id: string) => {
  const found = await findVacancy(db, { viewer: world.mirela, id })
  if (!found) throw new Error('not there')
  return found
}

/** What a browser without JavaScript sends from the edit page: every control by its name. */
async function filledForm(id: string): Promise<Record<string, string | string[]>> {
  const { body } = await reply(edit.loader(mirela.get(at(id, '/edit'), { id })))
  const { typed, rev } = body as Awaited<ReturnType<typeof edit.loader>>
  const { texts, schedule, languages, openings, weights, terms, remote, ...plain } = typed
  const fields: Record<string, string | string[]> = { rev: String(rev), ...plain }
  if (remote) fields.remote = 'on'
  for (const [locale, text] of Object.entries(texts))
    for (const [name, value] of Object.entries(text)) fields[`texts.${locale}.${name}`] = value
  for (const [name, value] of Object.entries(schedule)) fields[`schedule.${name}`] = value
  for (const [dimension, weight] of Object.entries(weights)) fields[`weights.${dimension}`] = weight
  fields['terms.attitudeShare'] = terms.attitudeShare
  fields['terms.severity'] = terms.severity
  for (const [dimension, line] of Object.entries(terms.lines)) fields[`terms.lines.${dimension}`] = line
  for (const [family, share] of Object.entries(terms.omega)) fields[`terms.omega.${family}`] = share
  languages.forEach((row, n) => {
    for (const [name, value] of Object.entries(row)) fields[`languages.${n}.${name}`] = value
  })
  openings.forEach(({ startsOn }, n) => {
    fields[`openings.${n}.startsOn`] = startsOn
  })
  return fields
}
const save = (id: string, fields: Record<string, string | string[]>, by = mirela) =>
  reply(edit.action(by.post(at(id, '/edit'), fields, { id })))

describe('a vacancy in public', () => {
  test('is a page in each language, with its data and its other addresses', async () => {
    const { slug } = await publishedVacancy(db, world, monday)
    const { status, body } = await reply(
      publicPage.loader(nobody.get(`/ru/jobs/${slug}`, { lang: 'ru', slug })),
    )
    expect(status).toBe(200)
    const { head, page } = body as { head: PublicHead; page: VacancyPage }
    expect(page).toMatchObject({
      title: 'Специалист поддержки, вечерняя смена',
      textLocale: 'ru',
      minutes: 52,
      decider: 'Mirela Hoxha',
    })
    expect(head.posting).toMatchObject({
      jobLocationType: 'TELECOMMUTE',
      directApply: true,
      datePosted: '2026-11-02',
    })
    const tags = publicPage.meta({ data: { head } })
    expect(tags).toContainEqual({
      tagName: 'link',
      rel: 'canonical',
      href: `http://localhost:3000/ru/jobs/${slug}`,
    })
    expect(tags).toContainEqual({
      tagName: 'link',
      rel: 'alternate',
      hrefLang: 'x-default',
      href: `http://localhost:3000/jobs/${slug}`,
    })
    expect(tags).toContainEqual({ 'script:ld+json': head.posting })
  })

  test('tells nothing that the public need not know', async () => {
    const { id, slug } = await publishedVacancy(db, world, monday)
    const { body } = await reply(publicPage.loader(nobody.get(`/jobs/${slug}`, { slug })))
    const sent = JSON.stringify((body as { page: VacancyPage }).page)
    for (const secret of [world.teamId, id, world.mirela.email, '"weights"', '"rev"'])
      expect(sent).not.toContain(secret)
  })

  test('that is a draft looks like one that never was', async () => {
    const { slug } = await draftVacancy(db, world, monday)
    const draft = await reply(publicPage.loader(nobody.get(`/jobs/${slug}`, { slug })))
    const never = await reply(publicPage.loader(nobody.get('/jobs/never', { slug: 'never' })))
    expect(draft.status).toBe(404)
    expect(draft.body).toEqual(never.body)
  })

  test('that is closed says so in the reader’s language and carries no data for search engines', async () => {
    const { id, slug } = await publishedVacancy(db, world, monday)
    await closeVacancy(db, { viewer: world.mirela, id, now: monday })
    const { status, body } = await reply(
      publicPage.loader(nobody.get(`/sq/jobs/${slug}`, { lang: 'sq', slug })),
    )
    expect(status).toBe(410)
    expect(body).toMatchObject({ page: null, head: { title: 'Ky vend pune është mbyllur' } })
    expect((body as { head: PublicHead }).head.posting).toBeUndefined()
  })

  test('in a text that is not there is given in the job’s language, and named', async () => {
    const texts = { sq: { title: 'Vetëm shqip', summary: 'Një fjali.', duties: ['Një detyrë.'] } }
    const { slug } = await publishedVacancy(db, world, monday, { vacancy: { jobLocale: 'sq', texts } })
    const { body } = await reply(publicPage.loader(nobody.get(`/jobs/${slug}`, { slug })))
    expect((body as { page: VacancyPage }).page).toMatchObject({ title: 'Vetëm shqip', textLocale: 'sq' })
  })

  test('is listed while it takes applications, and nowhere else', async () => {
    const { id, slug } = await publishedVacancy(db, world, monday)
    const hidden = await draftVacancy(db, world, monday)
    const listed = async () => {
      const page = await reply(publicList.loader(nobody.get('/jobs')))
      const map = await reply(sitemap.loader(nobody.get('/sitemap.xml')))
      return { page: JSON.stringify(page.body), map: String(map.body) }
    }
    const before = await listed()
    expect(before.page).toContain(`"${slug}"`)
    expect(before.map).toContain(
      `<loc>http://localhost:3000/sq/jobs/${slug}</loc><lastmod>2026-11-02T08:00:00.000Z</lastmod>`,
    )
    for (const text of [before.page, before.map]) expect(text).not.toContain(hidden.slug)
    await closeVacancy(db, { viewer: world.mirela, id, now: monday })
    const after = await listed()
    expect(after.page).not.toContain(`"${slug}"`)
    expect(after.map).not.toContain(`/jobs/${slug}<`)
  })

  test('has one address in English', async () => {
    const moved = await reply(english.loader(nobody.get('/en/jobs/evening?x=1', { '*': 'jobs/evening' })))
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/jobs/evening?x=1'])
    for (const path of ['/en/team', '/en//evil.example', '/en/jobsearch'])
      expect((await reply(english.loader(nobody.get(path, {})))).status).toBe(404)
    expect((await reply(publicList.loader(nobody.get('/de/jobs', { lang: 'de' })))).status).toBe(404)
  })

  test('is found from the first page of each language', async () => {
    const to = async (path: string, lang?: string) =>
      (await reply(front.loader(nobody.get(path, { lang })))).headers.get('location')
    expect([await to('/'), await to('/ru', 'ru'), await to('/sq', 'sq')]).toEqual([
      '/jobs',
      '/ru/jobs',
      '/sq/jobs',
    ])
    expect((await reply(front.loader(nobody.get('/de', { lang: 'de' })))).status).toBe(404)
  })

  test('strange addresses are answered, not tripped over', async () => {
    for (const slug of ['a\0b', '%', '..', 'a'.repeat(300), "';--"])
      expect((await reply(publicPage.loader(nobody.get('/jobs/x', { slug })))).status).toBe(404)
    for (const before of ["'", 'x'.repeat(40), nowhere])
      expect((await reply(publicList.loader(nobody.get(`/jobs?before=${before}`)))).status).toBe(200)
  })
})

test('the notice is whole in each language', async () => {
  const read = async (lang?: string) => {
    const { body } = await reply(privacy.loader(nobody.get(`${lang ? `/${lang}` : ''}/privacy`, { lang })))
    return body as Awaited<ReturnType<typeof privacy.loader>>
  }
  for (const notice of [await read(), await read('ru'), await read('sq')]) {
    expect(notice.sections).toHaveLength(9)
    expect(JSON.stringify(notice)).toContain('puna@lumo.example.com')
    expect(JSON.stringify(notice)).not.toContain('{{')
  }
})

test('where what is counted by rule has a share, the vacancy’s page and the notice say which, in each language', async () => {
  const terms = { ...assumedTerms, omega: { attitude: 0.1, knowledge: 0.4 } }
  const { slug } = await publishedVacancy(db, world, monday, { vacancy: { terms } })
  const plain = await publishedVacancy(db, world, monday)
  for (const [lang, shares] of [
    [undefined, 'attitude 10% and knowledge 40%'],
    ['ru', 'отношение 10 % и знания 40 %'],
    ['sq', 'qëndrimi 10% dhe njohuritë 40%'],
  ] as const) {
    const base = lang ? `/${lang}` : ''
    const { body } = await reply(privacy.loader(nobody.get(`${base}/privacy`, { lang })))
    const { counting } = body as Awaited<ReturnType<typeof privacy.loader>>
    const listed = counting?.vacancies.find(({ path }) => path === `${base}/jobs/${slug}`)
    expect(listed?.shares.replace(/\s/g, ' ')).toBe(shares)
    expect(JSON.stringify(counting)).not.toContain(plain.slug)
    const page = (await reply(publicPage.loader(nobody.get(`${base}/jobs/${slug}`, { lang, slug })))).body
    expect((page as { page: VacancyPage }).page.omega).toEqual({ attitude: 0.1, knowledge: 0.4 })
  }
  const { body } = await reply(publicPage.loader(nobody.get(`/jobs/${plain.slug}`, { slug: plain.slug })))
  expect((body as { page: VacancyPage }).page.omega).toBeNull()
})

test('robots are told where the vacancies are and what is somebody’s own', async () => {
  const { body } = await reply(robots.loader(nobody.get('/robots.txt')))
  expect(body).toContain('Disallow: /a/\n')
  expect(body).toContain('Sitemap: http://localhost:3000/sitemap.xml')
})

describe('the team’s pages', () => {
  test('are for those who hire: a stranger signs in, a grader is refused, a foreign vacancy is not there', async () => {
    const { id } = await draftVacancy(db, world, monday)
    const pages = [list, start, home, edit, preview, close, unpublish]
    for (const page of pages) {
      expect((await reply(page.loader(nobody.get('/team/x', { id })))).status).toBe(302)
      expect((await reply(page.loader(viktor.get('/team/x', { id })))).status).toBe(403)
    }
    for (const page of [home, edit, preview, close, unpublish]) {
      expect((await reply(page.loader(mirela.get('/team/x', { id: nowhere })))).status).toBe(404)
      expect((await reply(page.loader(mirela.get('/team/x', { id: 'x' })))).status).toBe(404)
    }
    for (const page of [edit, preview, close, unpublish, start]) {
      expect((await reply(page.action(nobody.post('/team/x', {}, { id })))).status).toBe(302)
      expect((await reply(page.action(viktor.post('/team/x', {}, { id })))).status).toBe(403)
    }
    for (const page of [preview, close, unpublish])
      expect((await reply(page.action(mirela.post('/team/x', { rev: '0' }, { id: nowhere })))).status).toBe(
        404,
      )
  })

  test('a shift lead may look and not touch', async () => {
    const { id } = await draftVacancy(db, world, monday)
    expect((await reply(home.loader(agim.get(at(id), { id })))).body).toMatchObject({
      may: { edit: false, publish: false },
    })
    expect((await reply(preview.loader(agim.get(at(id, '/preview'), { id })))).body).toMatchObject({
      mayPublish: false,
    })
    expect((await reply(edit.loader(agim.get(at(id, '/edit'), { id })))).status).toBe(403)
    expect((await save(id, {}, agim)).status).toBe(403)
  })

  test('a draft from a template is one form away, in three languages', async () => {
    const form = {
      template: 'night',
      jobLocale: 'ru',
      team: world.teamId,
      assignment: testLibrary().assignments[0]?.key ?? '',
    }
    const { status, headers } = await reply(start.action(mirela.post('/team/vacancies/new', form)))
    expect(status).toBe(303)
    const id = headers.get('location')?.split('/').at(-2) ?? ''
    const { vacancy } = await current(id)
    expect(vacancy.texts.sq?.title).toBe('Specialist mbështetjeje, netët dhe fundjavat')
    expect(vacancy.schedule).toMatchObject({ days: [4, 5, 6, 7], zone: 'Europe/Tirane' })
    expect(vacancy.weights).toEqual({ A1: 1, A3: 2, A4: 2, K1: 1, K2: 1, K3: 1, K4: 1 })
    expect((await reply(preview.loader(mirela.get(at(id, '/preview'), { id })))).body).toMatchObject({
      missing: ['countries', 'pay'],
      gaps: ['applicantLocationRequirements', 'baseSalary'],
    })
    for (const wrong of [{ template: 'x' }, { jobLocale: 'de' }, { assignment: 'x' }])
      expect((await reply(start.action(mirela.post('/x', { ...form, ...wrong })))).status).toBe(422)
    expect((await reply(start.action(mirela.post('/x', { ...form, team: nowhere })))).status).toBe(404)
  })
})

describe('the form without JavaScript', () => {
  test('saves what it was given and leads to the preview', async () => {
    const { id } = await draftVacancy(db, world, monday)
    const fields = await filledForm(id)
    const done = await save(id, {
      ...fields,
      payMax: '1 200',
      remote: 'on',
      'texts.en.duties': 'One.\r\n\r\nTwo.',
      next: 'preview',
    })
    expect([done.status, done.headers.get('location')]).toEqual([303, at(id, '/preview')])
    const { vacancy, rev } = await current(id)
    expect(rev).toBe(1)
    expect(vacancy).toMatchObject({ payMax: 1200, texts: { en: { duties: ['One.', 'Two.'] } } })
  })

  test('gives another row when asked, and saves nothing meanwhile', async () => {
    const { id } = await draftVacancy(db, world, monday)
    const fields = await filledForm(id)
    const more = await save(id, { ...fields, more: 'openings' })
    expect(more.status).toBe(200)
    expect(more.body).toMatchObject({ typed: { openings: [{}, {}, { startsOn: '' }] } })
    expect((await current(id)).rev).toBe(0)
    const done = await save(id, {
      ...fields,
      'openings.2.startsOn': '',
      'languages.7.language': '',
      'languages.7.level': '',
    })
    expect(done.status).toBe(303)
    expect((await current(id)).vacancy.openings).toHaveLength(2)
  })

  test('says what is wrong at the field and keeps what was typed', async () => {
    const { id } = await draftVacancy(db, world, monday)
    const fields = await filledForm(id)
    const answer = await save(id, {
      ...fields,
      payMin: '900',
      payMax: '80x',
      'languages.0.level': 'D1',
      closesOn: '2026-02-30',
    })
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({
      typed: { payMax: '80x' },
      issues: { payMax: 'number', 'languages.0.level': 'unknown', closesOn: 'date' },
    })
    expect((await current(id)).rev).toBe(0)
  })

  test('of an older revision is not saved: both versions are shown, and saving again is a choice', async () => {
    const { id } = await draftVacancy(db, world, monday)
    const mine = await filledForm(id)
    await save(id, { ...mine, payMax: '1000' })
    const conflict = await save(id, { ...mine, payMax: '2000', place: 'Tirana' })
    expect(conflict.status).toBe(409)
    const { typed, conflict: view } = conflict.body as {
      typed: { payMax: string }
      conflict: { rev: number; rows: object[]; who: object }
    }
    expect(typed.payMax).toBe('2000')
    expect(view.rows).toEqual([
      expect.objectContaining({ field: 'place', theirs: '', yours: 'Tirana' }),
      expect.objectContaining({ field: 'payMax', theirs: '1000', yours: '2000' }),
    ])
    expect(view.who).toEqual({ name: 'Mirela Hoxha', time: '10:00' })
    expect((await current(id)).vacancy.payMax).toBe(1000)
    expect((await save(id, { ...mine, payMax: '2000', rev: String(view.rev) })).status).toBe(303)
    expect((await current(id)).vacancy.payMax).toBe(2000)
  })

  test('of a published vacancy keeps it whole and its plan as it was', async () => {
    const { id } = await publishedVacancy(db, world, monday)
    const fields = await filledForm(id)
    expect(await save(id, { ...fields, 'weights.A1': '9' })).toMatchObject({
      status: 409,
      body: { refused: 'plan-frozen' },
    })
    expect(await save(id, { ...fields, closesOn: '' })).toMatchObject({
      status: 422,
      body: { refused: 'vacancy-incomplete', missing: ['closing-day'] },
    })
    expect((await save(id, { ...fields, payMax: '990' })).status).toBe(303)
  })

  test('says what the grades count, before publishing and after', async () => {
    const { id } = await draftVacancy(db, world, monday)
    const fields = await filledForm(id)
    const wrong = { 'terms.omega.attitude': '0.25', 'terms.lines.A5': '0', 'terms.severity': 'maybe' }
    expect(await save(id, { ...fields, ...wrong })).toMatchObject({
      status: 422,
      body: {
        issues: {
          'terms.omega.attitude': 'too-large',
          'terms.lines.A5': 'too-small',
          'terms.severity': 'unknown',
        },
      },
    })
    const right = {
      'terms.attitudeShare': '0.65',
      'terms.lines.A1': '3.2',
      'terms.omega.knowledge': '0.4',
      'terms.severity': 'adjusted',
    }
    expect((await save(id, { ...fields, ...right })).status).toBe(303)
    const terms = {
      attitudeShare: 0.65,
      lines: { A1: 3.2, A5: 2.5 },
      severity: 'adjusted',
      omega: { attitude: 0, knowledge: 0.4 },
    }
    expect((await current(id)).vacancy.terms).toEqual(terms)
    const stale = await save(id, { ...fields, 'terms.lines.A1': '2' })
    const { conflict: view } = stale.body as { conflict: { rows: { field: string; theirs: string }[] } }
    expect(view.rows.map(({ field }) => field)).toEqual(['terms'])
    expect(view.rows[0]?.theirs).toContain('attitude 65%, knowledge 35%')

    const made = await publishedVacancy(db, world, monday, {
      vacancy: { terms: (await current(id)).vacancy.terms },
    })
    const { body } = await reply(edit.loader(mirela.get(at(made.id, '/edit'), { id: made.id })))
    expect(body).toMatchObject({ frozen: true, graded: false })
    const published = await filledForm(made.id)
    expect(await save(made.id, { ...published, 'terms.omega.knowledge': '0.2' })).toMatchObject({
      status: 409,
      body: { refused: 'plan-frozen' },
    })
    expect((await save(made.id, { ...published, 'terms.lines.A1': '2.8' })).status).toBe(303)
    const { body: about } = await reply(home.loader(mirela.get(at(made.id, '/about'), { id: made.id })))
    expect(about).toMatchObject({
      plans: [{ changes: [{ what: 'line', dimension: 'A1', from: 3.2, to: 2.8 }] }, { changes: null }],
    })
  })

  test('takes whatever is thrown at it', async () => {
    const { id } = await draftVacancy(db, world, monday)
    const fields = await filledForm(id)
    expect((await save(id, {})).status).toBe(422)
    expect((await save(id, { ...fields, rev: 'x' })).status).toBe(400)
    expect((await save(id, { ...fields, place: 'a\0b' })).status).toBe(422)
    expect((await save(id, { ...fields, payMin: '9'.repeat(40), weeklyHours: '1e9' })).status).toBe(422)
    expect(
      (await save(id, { ...fields, 'languages.__proto__.level': 'x', 'languages.constructor.level': 'x' }))
        .status,
    ).toBe(303)
    const json = mirela.request(at(id, '/edit'), {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    })
    expect(
      (await reply(edit.action({ request: json, params: { id }, context: mirela.context }))).status,
    ).toBe(415)
  })
})

describe('the status', () => {
  const post = (page: typeof close | typeof preview, id: string, fields = {}) =>
    reply(page.action(mirela.post(at(id), fields, { id })))

  test('is changed by publishing what was previewed, taking back and closing', async () => {
    const { id, slug } = await draftVacancy(db, world, monday)
    expect((await post(preview, id, { rev: '3' })).body).toEqual({ refused: 'stale-revision' })
    expect((await post(preview, id, { rev: '0' })).status).toBe(303)
    expect((await reply(publicPage.loader(nobody.get(`/jobs/${slug}`, { slug })))).status).toBe(200)
    expect(await post(preview, id, { rev: '0' })).toMatchObject({
      status: 409,
      body: { refused: 'already-there' },
    })
    expect((await post(unpublish, id)).status).toBe(303)
    expect((await post(preview, id, { rev: '0' })).status).toBe(303)
    expect((await post(close, id)).status).toBe(303)
    expect(await post(unpublish, id)).toMatchObject({ status: 409, body: { refused: 'no-such-move' } })
  })

  test('of an incomplete draft stays, and the answer names the rule', async () => {
    const { id } = await draftVacancy(db, world, monday, { vacancy: { payMin: null, payMax: null } })
    expect(await post(preview, id, { rev: '0' })).toMatchObject({
      status: 422,
      body: { refused: 'vacancy-incomplete' },
    })
    expect((await current(id)).status).toBe('draft')
  })
})
