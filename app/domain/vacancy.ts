import { z } from 'zod'
import { type Dimension, dimensions } from './dimensions.ts'
import {
  code,
  day,
  number,
  oneOf,
  optionalDay,
  optionalNumber,
  rows,
  several,
  tick,
  timeOfDay,
} from './form-fields.ts'
import { aiPolicies } from './integrity.ts'
import { type Locale, locales } from './locale.ts'
import { indexPolicies, planTermsForm } from './scoring-plan.ts'
import { line, optionalLine, optionalParagraph } from './text.ts'
import { type Day, endOfDay, isZone } from './zones.ts'

/** The levels of the Common European Framework, the lowest first. */
export const cefrLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const
export const channels = ['email', 'chat', 'phone', 'tickets', 'social', 'forum'] as const
export const contracts = ['full-time', 'part-time', 'contractor', 'temporary', 'internship'] as const
export const currencies = ['EUR', 'ALL', 'RUB', 'USD', 'GBP'] as const
export const payPeriods = ['hour', 'day', 'week', 'month', 'year'] as const
/** ISO weekdays, 1 is Monday. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export type CefrLevel = (typeof cefrLevels)[number]
export type Contract = (typeof contracts)[number]
export type Currency = (typeof currencies)[number]
export type PayPeriod = (typeof payPeriods)[number]

/** ISO 639 code of a language and the level that the work needs. */
export const languageLevel = z.object({ language: code(/^[a-z]{2,3}$/), level: oneOf(cefrLevels) })

/** `to` before `from` is a shift over midnight. */
const scheduleFields = z
  .object({
    days: several(number(1, 7), 7).transform((given) => given.sort((a, b) => a - b)),
    from: timeOfDay,
    to: timeOfDay,
    zone: z.string({ error: 'required' }).refine(isZone, { error: 'zone' }),
  })
  .refine(({ from, to }) => from !== to, { path: ['to'], error: 'same-time' })

const textFields = z.object({
  title: optionalLine(120),
  summary: optionalParagraph(),
  duties: rows(line(1000), 30),
})
export type VacancyText = z.output<typeof textFields>

function isBlank({ title, summary, duties }: VacancyText): boolean {
  return title.trim() === '' && summary.trim() === '' && duties.length === 0
}

const weightFields = z.partialRecord(z.enum(dimensions), optionalNumber(0, 10, 'any')).transform((given) => {
  const weights: Partial<Record<Dimension, number>> = {}
  for (const dimension of dimensions) {
    const weight = given[dimension]
    if (weight) weights[dimension] = weight
  }
  return weights
})

/**
 * The form of a vacancy, read alike by the page and the action; a draft may have gaps, which `missing` names. Issues
 * are codes. Pay is in whole units of the currency, hours are per week, texts that are entirely empty are dropped.
 */
export const vacancyForm = z
  .object({
    jobLocale: oneOf(locales),
    texts: z.partialRecord(z.enum(locales), textFields).transform((given) => {
      const texts: Partial<Record<Locale, VacancyText>> = {}
      for (const locale of locales) {
        const text = given[locale]
        if (text && !isBlank(text)) texts[locale] = text
      }
      return texts
    }),
    channels: several(oneOf(channels), channels.length),
    languages: z.array(languageLevel).max(10, { error: 'too-many' }).default([]),
    schedule: scheduleFields,
    // 48 hours a week is the limit of directive 2003/88/EC.
    weeklyHours: number(1, 48),
    remote: tick,
    place: optionalLine(),
    countries: several(code(/^[A-Z]{2}$/), 60),
    contract: oneOf(contracts),
    payMin: optionalNumber(0, 1_000_000_000),
    payMax: optionalNumber(0, 1_000_000_000),
    currency: oneOf(currencies),
    payPeriod: oneOf(payPeriods),
    openings: z
      .array(z.object({ startsOn: day }))
      .max(100, { error: 'too-many' })
      .default([]),
    closesOn: optionalDay,
    answerBy: optionalDay,
    assignmentKey: z
      .string({ error: 'required' })
      .regex(/^(?:[A-Za-z0-9][A-Za-z0-9-]{0,63})?$/, { error: 'unknown' }),
    weights: weightFields,
    aiPolicy: oneOf(aiPolicies).default('declared'),
    index: oneOf(indexPolicies).default('none'),
    terms: planTermsForm,
  })
  .superRefine((vacancy, context) => {
    const issue = (message: string, ...path: (string | number)[]) =>
      context.addIssue({ code: 'custom', message, path })
    const { payMin, payMax, closesOn, answerBy } = vacancy
    if (payMin !== null && payMax !== null && payMin > payMax) issue('pay-order', 'payMax')
    if (closesOn && answerBy && answerBy < closesOn) issue('answer-before-closing', 'answerBy')
    vacancy.languages.forEach(({ language }, index) => {
      const first = vacancy.languages.findIndex((one) => one.language === language)
      if (first !== index) issue('language-twice', 'languages', index, 'language')
    })
  })
export type VacancyInput = z.input<typeof vacancyForm>
export type Vacancy = z.output<typeof vacancyForm>

export const missingCodes = [
  'title',
  'summary',
  'duties',
  'translation',
  'channels',
  'languages',
  'job-language',
  'days',
  'countries',
  'place',
  'pay',
  'openings',
  'closing-day',
  'closing-day-past',
  'starts-before-closing',
  'answer-day',
  'assignment',
  'weights',
] as const
export type MissingCode = (typeof missingCodes)[number]

/** What a vacancy still lacks before it can be published, in the order of the form. `today` is the day in its zone. */
export function missing(vacancy: Vacancy, today: Day): MissingCode[] {
  const { texts, jobLocale, languages, closesOn, openings } = vacancy
  const own = texts[jobLocale]
  const incomplete = ({ title, summary, duties }: VacancyText) =>
    title.trim() === '' || summary.trim() === '' || duties.length === 0
  const translations = locales.filter((locale) => locale !== jobLocale).map((locale) => texts[locale])
  const checks: [MissingCode, boolean][] = [
    ['title', !own?.title.trim()],
    ['summary', !own?.summary.trim()],
    ['duties', !own?.duties.length],
    ['translation', translations.some((text) => text !== undefined && incomplete(text))],
    ['channels', vacancy.channels.length === 0],
    ['languages', languages.length === 0],
    ['job-language', languages.length > 0 && !languages.some(({ language }) => language === jobLocale)],
    ['days', vacancy.schedule.days.length === 0],
    ['countries', vacancy.countries.length === 0],
    ['place', !vacancy.remote && vacancy.place.trim() === ''],
    ['pay', vacancy.payMin === null && vacancy.payMax === null],
    ['openings', openings.length === 0],
    ['closing-day', closesOn === null],
    ['closing-day-past', closesOn !== null && closesOn < today],
    ['starts-before-closing', closesOn !== null && openings.some(({ startsOn }) => startsOn <= closesOn)],
    ['answer-day', vacancy.answerBy === null],
    ['assignment', vacancy.assignmentKey === ''],
    ['weights', Object.keys(vacancy.weights).length === 0],
  ]
  return checks.filter(([, lacking]) => lacking).map(([lack]) => lack)
}

export const vacancyStatuses = ['draft', 'published', 'closed'] as const
export type VacancyStatus = (typeof vacancyStatuses)[number]

/** Every allowed change of a vacancy's status. A closed one stays closed; its page answers that it is gone. */
export const vacancyMoves: readonly { from: VacancyStatus; to: VacancyStatus }[] = [
  { from: 'draft', to: 'published' },
  { from: 'published', to: 'draft' },
  { from: 'published', to: 'closed' },
]

export type VacancyRefusal =
  | 'already-there'
  | 'no-such-move'
  | 'vacancy-incomplete'
  | 'vacancy-has-applications'

/** Nobody who has applied may find the vacancy gone as if it had never been there: then it can only be closed. */
export function changeStatus(
  from: VacancyStatus,
  to: VacancyStatus,
  lacking: readonly MissingCode[],
  applications = 0,
): { ok: true } | { refused: VacancyRefusal } {
  if (from === to) return { refused: 'already-there' }
  if (!vacancyMoves.some((row) => row.from === from && row.to === to)) return { refused: 'no-such-move' }
  if (to === 'draft' && applications > 0) return { refused: 'vacancy-has-applications' }
  return to === 'published' && lacking.length > 0 ? { refused: 'vacancy-incomplete' } : { ok: true }
}

/** Published, and its closing day is not over in its own zone. */
export function acceptsApplications(
  vacancy: { status: VacancyStatus; closesOn: Day | null; schedule: { zone: string } },
  now: Date,
): boolean {
  const { status, closesOn, schedule } = vacancy
  if (status !== 'published') return false
  // Nowhere is it later than tomorrow by UTC: most vacancies of a list need not ask the clocks of their zone.
  const latest = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10)
  return closesOn === null || closesOn > latest || now <= endOfDay(closesOn, schedule.zone)
}
