import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jobPosting, type PostedVacancy } from '#app/domain/job-posting.ts'
import { type VacancyInput, vacancyForm } from '#app/domain/vacancy.ts'
import { eveningShift } from './vacancies.ts'

const lumo = {
  name: 'Lumo Hosting',
  url: 'https://lumo.example.com',
  logo: 'https://lumo.example.com/logo.png',
}
const url = 'https://jobs.lumo.example.com/sq/jobs/turni-i-mbremjes'

function posted(change: Partial<VacancyInput> = {}): PostedVacancy {
  const publishedAt = new Date('2026-11-24T23:30:00Z')
  return { ...vacancyForm.parse({ ...eveningShift, ...change }), id: 'v-1', publishedAt }
}

describe('the structured data of a vacancy', () => {
  test('holds what is required and recommended', () => {
    expect(jobPosting(posted(), lumo, url, { lines: ['Puna bëhet nga shtëpia.'] })).toEqual({
      '@context': 'https://schema.org',
      '@type': 'JobPosting',
      title: 'Specialist mbështetjeje, turni i mbrëmjes',
      description:
        '<p>Ju jeni njeriu i parë që i lexon klientët tanë.</p>' +
        '<ul><li>Përgjigjeni për hostimin dhe pagesat</li><li>Kur nuk e dini, thoni se do të pyesni</li></ul>' +
        '<p>Puna bëhet nga shtëpia.</p>',
      identifier: { '@type': 'PropertyValue', name: 'Lumo Hosting', value: 'v-1' },
      url,
      datePosted: '2026-11-25',
      validThrough: '2026-12-06T22:59:59.000Z',
      employmentType: 'FULL_TIME',
      hiringOrganization: {
        '@type': 'Organization',
        name: 'Lumo Hosting',
        sameAs: 'https://lumo.example.com',
        logo: 'https://lumo.example.com/logo.png',
      },
      directApply: true,
      totalJobOpenings: 2,
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: [
        { '@type': 'Country', name: 'Albania' },
        { '@type': 'Country', name: 'Kosovo' },
      ],
      baseSalary: {
        '@type': 'MonetaryAmount',
        currency: 'EUR',
        value: { '@type': 'QuantitativeValue', unitText: 'MONTH', minValue: 780, maxValue: 940 },
      },
    })
  })

  test('of work at a place names the place and is not remote', () => {
    const posting = jobPosting(posted({ remote: false, place: 'Tirana', countries: ['AL'] }), lumo, url)
    expect(posting.jobLocationType).toBeUndefined()
    expect(posting.applicantLocationRequirements).toBeUndefined()
    expect(posting.jobLocation).toEqual({
      '@type': 'Place',
      address: { '@type': 'PostalAddress', addressLocality: 'Tirana', addressCountry: 'AL' },
    })
  })

  test('of remote work names countries and no place', () => {
    expect(jobPosting(posted({ place: 'Tirana' }), lumo, url).jobLocation).toBeUndefined()
  })

  test('gives one figure when there is one, and no pay when there is none', () => {
    const one = { '@type': 'QuantitativeValue', unitText: 'MONTH', value: 900 }
    expect(jobPosting(posted({ payMin: '900', payMax: '' }), lumo, url).baseSalary?.value).toEqual(one)
    expect(jobPosting(posted({ payMin: '900', payMax: '900' }), lumo, url).baseSalary?.value).toEqual(one)
    expect(jobPosting(posted({ payMin: '', payMax: '' }), lumo, url)).not.toHaveProperty('baseSalary')
  })

  test('speaks the language of the page where there is one, else of the job', () => {
    const en = { title: 'Support, evening shift', summary: 'You read first.', duties: ['Answer'] }
    const both = posted({ texts: { ...eveningShift.texts, en } })
    expect(jobPosting(both, lumo, url, { locale: 'en' }).title).toBe('Support, evening shift')
    expect(jobPosting(both, lumo, url, { locale: 'ru' }).title).toBe(
      'Specialist mbështetjeje, turni i mbrëmjes',
    )
  })

  test('leaves out what an organisation has not said', () => {
    expect(jobPosting(posted(), { name: 'Lumo' }, url).hiringOrganization).toEqual({
      '@type': 'Organization',
      name: 'Lumo',
    })
  })

  test('carries no markup of the texts, whatever they hold', () => {
    const nasty = fc.oneof(
      fc.string(),
      fc.constantFrom('</script><script>alert(1)</script>', '<!--', '\u2028', '&lt;b>', '"', '\\u003c'),
    )
    fc.assert(
      fc.property(nasty, (title) => {
        const base = posted()
        const posting = jobPosting(
          { ...base, texts: { sq: { title, summary: title, duties: [title] } } },
          lumo,
          url,
        )
        const markup = posting.description.replace(/<\/?(?:p|ul|li)>/g, '')
        expect(markup).not.toMatch(/[<>]/)
      }),
    )
  })
})
