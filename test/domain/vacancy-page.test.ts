import { describe, expect, test } from 'vitest'
import { jobPosting } from '#app/domain/job-posting.ts'
import { postingGaps } from '#app/domain/posting-check.ts'
import { missing, type Vacancy, vacancyForm } from '#app/domain/vacancy.ts'
import { dayRun, textFor, vacancyPage } from '#app/domain/vacancy-page.ts'
import { draftFrom, templateKeys } from '#app/domain/vacancy-templates.ts'
import { titleOf } from '#app/domain/vacancy-title.ts'
import { eveningShift } from './vacancies.ts'

const vacancy = vacancyForm.parse(eveningShift)
const assignment = {
  key: 'short',
  status: 'draft' as const,
  titles: { en: 'Short', ru: 'Короткое', sq: 'I shkurtër' },
  warmUps: [],
  sections: [
    { scenario: 'one', minutes: 25, sitting: 1, weights: { K4: 1, A1: 1 } },
    { scenario: 'two', minutes: 15, sitting: 1, weights: { A1: 1, K3: 1 } },
  ],
}
const about = { slug: 'evening', assignment, decider: 'Mirela Hoxha', contact: 'jobs@example.com' }

describe('the public page', () => {
  test('looks at what the assignment grades, attitude apart from knowledge', () => {
    const page = vacancyPage(vacancy, { ...about, locale: 'sq' })
    expect([page.attitude, page.knowledge, page.minutes]).toEqual([['A1'], ['K3', 'K4'], 40])
  })

  test('says in which language its text is when the reader’s is missing', () => {
    expect(textFor(vacancy, 'ru').textLocale).toBe('sq')
    expect(titleOf(vacancy, 'ru').lang).toBe('sq')
    expect(vacancyPage(vacancy, { ...about, locale: 'ru' })).toMatchObject({
      textLocale: 'sq',
      title: 'Specialist mbështetjeje, turni i mbrëmjes',
    })
  })

  test('of a draft is in whichever language has a title yet', () => {
    const blank = { title: ' ', summary: '', duties: [] }
    const texts = { sq: blank, ru: { ...blank, title: 'Поддержка' } }
    const draft: Vacancy = { ...vacancy, jobLocale: 'sq', texts }
    expect(titleOf(draft, 'en')).toEqual({ title: 'Поддержка', lang: 'ru' })
    expect(textFor(draft, 'sq')).toMatchObject({ textLocale: 'ru', text: { title: 'Поддержка' } })
  })

  test('of a draft with nothing in it can still be drawn', () => {
    const empty: Vacancy = { ...vacancy, texts: {}, payMin: null, payMax: null, openings: [], countries: [] }
    expect(vacancyPage(empty, { ...about, assignment: null, locale: 'en' })).toMatchObject({
      title: '',
      pay: null,
      minutes: 0,
    })
  })
})

test.each([
  [[1, 2, 3, 4, 5], { from: 1, to: 5 }],
  [[1, 2, 5, 6, 7], { from: 5, to: 2 }],
  [[6, 7], { from: 6, to: 7 }],
  [[1, 7], { from: 7, to: 1 }],
  [[1, 2, 3, 4, 6, 7], { from: 6, to: 4 }],
  [[1, 3, 5], null],
  [[3], null],
  [[1, 2, 3, 4, 5, 6, 7], null],
  [[], null],
])('the days %j run %j', (days, run) => {
  expect(dayRun(days)).toEqual(run)
})

describe('the data for search engines', () => {
  const posted = { ...vacancy, id: 'v', publishedAt: new Date('2026-11-20T10:00:00Z') }
  const site = { name: 'Lumo Hosting', url: 'https://lumo.example.com' }

  test('of a complete vacancy lacks nothing', () => {
    expect(postingGaps(jobPosting(posted, site, 'https://x.example/jobs/evening'))).toEqual([])
  })

  test('names what a draft lacks', () => {
    const bare = { ...posted, texts: {}, payMin: null, payMax: null, closesOn: null, countries: [] }
    expect(postingGaps(jobPosting(bare, { name: 'Lumo Hosting' }, 'https://x.example/jobs/evening'))).toEqual(
      [
        'title',
        'description',
        'validThrough',
        'hiringOrganization',
        'applicantLocationRequirements',
        'baseSalary',
      ],
    )
  })

  test('of a post in an office needs town and country', () => {
    const office = { ...posted, remote: false, place: 'Tirana' }
    expect(postingGaps(jobPosting(office, site, 'https://x.example/'))).toEqual([])
    expect(postingGaps(jobPosting({ ...office, countries: [] }, site, 'https://x.example/'))).toEqual([
      'jobLocation',
    ])
  })
})

test.each(templateKeys)('the template %s lacks only what the manager alone knows', (key) => {
  const text = { title: 'Title', summary: 'Summary', duties: ['Duty'] }
  const draft = draftFrom(key, {
    texts: { en: text, ru: text, sq: text },
    jobLocale: 'sq',
    zone: 'Europe/Tirane',
    today: '2026-11-25',
    assignmentKey: 'short',
    graded: ['A1', 'A3', 'K3'],
  })
  expect(vacancyForm.parse(draft)).toEqual(draft)
  expect(missing(draft, '2026-11-25')).toEqual(['countries', 'pay'])
  expect(new Date(`${draft.openings[0]?.startsOn}T00:00:00Z`).getUTCDay()).toBe(1)
})
