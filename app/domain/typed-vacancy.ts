import { type Dimension, dimensions, type Family } from './dimensions.ts'
import { type Locale, locales } from './locale.ts'
import type { attentionDimensions } from './scoring-plan.ts'
import type { Vacancy } from './vacancy.ts'

/** What the plan says besides weights and index, as it was chosen. */
export interface TypedTerms {
  attitudeShare: string
  lines: Record<(typeof attentionDimensions)[number], string>
  severity: string
  omega: Record<Family, string>
}

/** The form of a vacancy as it stands on the page: everything is what was typed, also where it cannot be read. */
export interface TypedVacancy {
  jobLocale: string
  texts: Record<Locale, { title: string; summary: string; duties: string }>
  channels: string[]
  languages: { language: string; level: string }[]
  schedule: { days: string[]; from: string; to: string; zone: string }
  weeklyHours: string
  remote: boolean
  place: string
  countries: string[]
  contract: string
  payMin: string
  payMax: string
  currency: string
  payPeriod: string
  openings: { startsOn: string }[]
  closesOn: string
  answerBy: string
  assignmentKey: string
  weights: Record<Dimension, string>
  aiPolicy: string
  index: string
  terms: TypedTerms
}

const shown = (value: number | string | null | undefined) =>
  value === null || value === undefined ? '' : String(value)

/** The form over a vacancy that was saved. */
export function typedOf(vacancy: Vacancy): TypedVacancy {
  const text = (locale: Locale) => {
    const { title = '', summary = '', duties = [] } = vacancy.texts[locale] ?? {}
    return { title, summary, duties: duties.join('\n') }
  }
  return {
    ...vacancy,
    texts: { en: text('en'), ru: text('ru'), sq: text('sq') },
    schedule: { ...vacancy.schedule, days: vacancy.schedule.days.map(String) },
    weeklyHours: shown(vacancy.weeklyHours),
    payMin: shown(vacancy.payMin),
    payMax: shown(vacancy.payMax),
    closesOn: shown(vacancy.closesOn),
    answerBy: shown(vacancy.answerBy),
    weights: Object.fromEntries(
      dimensions.map((dimension) => [dimension, shown(vacancy.weights[dimension])]),
    ) as Record<Dimension, string>,
    terms: {
      attitudeShare: shown(vacancy.terms.attitudeShare),
      lines: { A1: shown(vacancy.terms.lines.A1), A5: shown(vacancy.terms.lines.A5) },
      severity: vacancy.terms.severity,
      omega: {
        attitude: shown(vacancy.terms.omega.attitude),
        knowledge: shown(vacancy.terms.omega.knowledge),
      },
    },
  }
}

const isBlank = (row: object) => Object.values(row).every((value) => value === '' || value === undefined)

/** Without the rows that were left empty: they are there to be written on. */
export function withoutBlanks<Typed extends Pick<TypedVacancy, 'languages' | 'openings'>>(
  typed: Typed,
): Typed {
  return {
    ...typed,
    languages: typed.languages.filter((row) => !isBlank(row)),
    openings: typed.openings.filter((row) => !isBlank(row)),
  }
}

/** One field, or the text in one language: what two editors can have changed apart from each other. */
export type VacancyField = Exclude<keyof Vacancy, 'texts'> | `texts.${Locale}`

const piece = (vacancy: Vacancy, field: VacancyField): unknown => {
  const locale = locales.find((one) => field === `texts.${one}`)
  return locale ? (vacancy.texts[locale] ?? null) : vacancy[field as Exclude<keyof Vacancy, 'texts'>]
}

const spelled = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(spelled).join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? ''
  return `{${Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${key}:${spelled(inner)}`)
    .join()}}`
}

/** The fields in which two versions differ, in the order of the form. */
export function differingFields(one: Vacancy, other: Vacancy): VacancyField[] {
  const fields: VacancyField[] = [
    'jobLocale',
    ...locales.map((locale) => `texts.${locale}` as const),
    'channels',
    'languages',
    'schedule',
    'weeklyHours',
    'remote',
    'place',
    'countries',
    'contract',
    'payMin',
    'payMax',
    'currency',
    'payPeriod',
    'openings',
    'closesOn',
    'answerBy',
    'assignmentKey',
    'weights',
    'aiPolicy',
    'index',
    'terms',
  ]
  return fields.filter((field) => spelled(piece(one, field)) !== spelled(piece(other, field)))
}
