import type { Locale } from './locale.ts'
import type { Contract, PayPeriod, Vacancy } from './vacancy.ts'
import { dayIn, endOfDay } from './zones.ts'

const employmentTypes = {
  'full-time': 'FULL_TIME',
  'part-time': 'PART_TIME',
  contractor: 'CONTRACTOR',
  temporary: 'TEMPORARY',
  internship: 'INTERN',
} as const satisfies Record<Contract, string>

const unitTexts = {
  hour: 'HOUR',
  day: 'DAY',
  week: 'WEEK',
  month: 'MONTH',
  year: 'YEAR',
} as const satisfies Record<PayPeriod, string>

type QuantitativeValue = { '@type': 'QuantitativeValue'; unitText: (typeof unitTexts)[PayPeriod] } & (
  | { value: number }
  | { minValue: number; maxValue: number }
)

/** schema.org/JobPosting with what Google's documentation requires and recommends; dates are ISO 8601. */
export type JobPosting = {
  '@context': 'https://schema.org'
  '@type': 'JobPosting'
  title: string
  /** HTML. */
  description: string
  identifier: { '@type': 'PropertyValue'; name: string; value: string }
  url: string
  datePosted: string
  validThrough?: string
  employmentType: (typeof employmentTypes)[Contract]
  hiringOrganization: { '@type': 'Organization'; name: string; sameAs?: string; logo?: string }
  directApply: true
  totalJobOpenings: number
  jobLocationType?: 'TELECOMMUTE'
  applicantLocationRequirements?: { '@type': 'Country'; name: string }[]
  jobLocation?: {
    '@type': 'Place'
    address: { '@type': 'PostalAddress'; addressLocality: string; addressCountry?: string }
  }
  baseSalary?: { '@type': 'MonetaryAmount'; currency: string; value: QuantitativeValue }
}

export type PostedVacancy = Vacancy & { id: string; publishedAt: Date }
export type Organisation = { name: string; url?: string; logo?: string }

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function html(paragraphs: readonly string[], duties: readonly string[], lines: readonly string[]): string {
  const paragraph = (text: string) => `<p>${escaped(text)}</p>`
  const list =
    duties.length === 0 ? '' : `<ul>${duties.map((duty) => `<li>${escaped(duty)}</li>`).join('')}</ul>`
  return [...paragraphs.map(paragraph), list, ...lines.map(paragraph)].join('')
}

function salary({ payMin, payMax, currency, payPeriod }: Vacancy): JobPosting['baseSalary'] {
  const low = payMin ?? payMax
  const high = payMax ?? payMin
  if (low === null || high === null) return undefined
  const unitText = unitTexts[payPeriod]
  const amount = low === high ? { value: low } : { minValue: low, maxValue: high }
  return { '@type': 'MonetaryAmount', currency, value: { '@type': 'QuantitativeValue', unitText, ...amount } }
}

/**
 * Where the work is. Only work that is wholly remote is TELECOMMUTE; it names the countries one may work from and no
 * place. Countries are named in English, as in Google's examples.
 */
function location(
  vacancy: Vacancy,
): Pick<JobPosting, 'jobLocation' | 'jobLocationType' | 'applicantLocationRequirements'> {
  if (vacancy.remote) {
    const names = new Intl.DisplayNames('en', { type: 'region' })
    return {
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: vacancy.countries.map((country) => ({
        '@type': 'Country',
        name: names.of(country) ?? country,
      })),
    }
  }
  const [addressCountry] = vacancy.countries
  const address = { '@type': 'PostalAddress', addressLocality: vacancy.place } as const
  return {
    jobLocation: { '@type': 'Place', address: { ...address, ...(addressCountry && { addressCountry }) } },
  }
}

/**
 * The structured data of a vacancy's public page at `url`, in the language of the page or else the job's. `lines` are
 * translated sentences that the page shows too and that belong to the description: hours, and that the work is remote,
 * which the text of a TELECOMMUTE posting has to say.
 * Remix's own `script:ld+json` writes it so that no text can leave the script element.
 */
export function jobPosting(
  vacancy: PostedVacancy,
  organisation: Organisation,
  url: string,
  { locale = vacancy.jobLocale, lines = [] }: { locale?: Locale; lines?: readonly string[] } = {},
): JobPosting {
  const text = vacancy.texts[locale] ?? vacancy.texts[vacancy.jobLocale]
  const baseSalary = salary(vacancy)
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: text?.title ?? '',
    description: html(text?.summary.split(/\n{2,}/) ?? [], text?.duties ?? [], lines),
    identifier: { '@type': 'PropertyValue', name: organisation.name, value: vacancy.id },
    url,
    datePosted: dayIn(vacancy.schedule.zone, vacancy.publishedAt),
    ...(vacancy.closesOn && {
      validThrough: endOfDay(vacancy.closesOn, vacancy.schedule.zone).toISOString(),
    }),
    employmentType: employmentTypes[vacancy.contract],
    hiringOrganization: {
      '@type': 'Organization',
      name: organisation.name,
      ...(organisation.url && { sameAs: organisation.url }),
      ...(organisation.logo && { logo: organisation.logo }),
    },
    directApply: true,
    totalJobOpenings: vacancy.openings.length,
    ...location(vacancy),
    ...(baseSalary && { baseSalary }),
  }
}
