import { type Dimension, dimensions, familyOf } from './dimensions.ts'
import type { Locale } from './locale.ts'
import { type AssignmentContent, assignmentMinutes, evidence } from './scenario/assignment.ts'
import { omegaOf, type ScoringPlan } from './scoring-plan.ts'
import type { Vacancy } from './vacancy.ts'
import { titleOf } from './vacancy-title.ts'

/** What the public page shows, in one reader's language: nothing else leaves the server. */
export interface VacancyPage {
  slug: string
  title: string
  summary: string
  duties: string[]
  /** The language in which title, summary and duties are; not always the reader's. */
  textLocale: Locale
  jobLocale: Locale
  pay: Pick<Vacancy, 'payMin' | 'payMax' | 'currency' | 'payPeriod'> | null
  schedule: Vacancy['schedule']
  weeklyHours: number
  remote: boolean
  place: string
  countries: string[]
  languages: Vacancy['languages']
  channels: Vacancy['channels']
  contract: Vacancy['contract']
  openings: string[]
  closesOn: string | null
  answerBy: string | null
  attitude: Dimension[]
  knowledge: Dimension[]
  minutes: number
  aiPolicy: Vacancy['aiPolicy']
  /** The shares that what is counted by rule has in the result; null where it has none. */
  omega: ScoringPlan['omega'] | null
  decider: string
  contact: string
}

/** The whole text for a reader, in the language of its title. */
export function textFor(vacancy: Pick<Vacancy, 'texts' | 'jobLocale'>, locale: Locale) {
  const { lang: textLocale } = titleOf(vacancy, locale)
  return { textLocale, text: vacancy.texts[textLocale] ?? { title: '', summary: '', duties: [] } }
}

export function vacancyPage(
  vacancy: Vacancy,
  about: {
    slug: string
    locale: Locale
    assignment: AssignmentContent | null
    decider: string
    contact: string
  },
): VacancyPage {
  const { text, textLocale } = textFor(vacancy, about.locale)
  const graded = about.assignment ? evidence(about.assignment) : {}
  const looked = dimensions.filter((dimension) => graded[dimension])
  const { payMin, payMax, currency, payPeriod } = vacancy
  return {
    slug: about.slug,
    title: text.title,
    summary: text.summary,
    duties: text.duties,
    textLocale,
    jobLocale: vacancy.jobLocale,
    pay: payMin === null && payMax === null ? null : { payMin, payMax, currency, payPeriod },
    schedule: vacancy.schedule,
    weeklyHours: vacancy.weeklyHours,
    remote: vacancy.remote,
    place: vacancy.place,
    countries: vacancy.countries,
    languages: vacancy.languages,
    channels: vacancy.channels,
    contract: vacancy.contract,
    openings: vacancy.openings.map(({ startsOn }) => startsOn),
    closesOn: vacancy.closesOn,
    answerBy: vacancy.answerBy,
    attitude: looked.filter((dimension) => familyOf(dimension) === 'attitude'),
    knowledge: looked.filter((dimension) => familyOf(dimension) === 'knowledge'),
    minutes: about.assignment ? assignmentMinutes(about.assignment) : 0,
    aiPolicy: vacancy.aiPolicy,
    omega: omegaOf(vacancy.terms) ?? null,
    decider: about.decider,
    contact: about.contact,
  }
}

/** Days of the week as one run (it may pass Sunday): the first and the last day. null where there are gaps, or all seven. */
export function dayRun(days: readonly number[]): { from: number; to: number } | null {
  if (days.length < 2 || days.length > 6) return null
  const starts = days.filter((day) => !days.includes(day === 1 ? 7 : day - 1))
  const [from] = starts
  if (starts.length !== 1 || from === undefined) return null
  return { from, to: ((from + days.length - 2) % 7) + 1 }
}
