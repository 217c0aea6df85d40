import { dimensions } from '#app/domain/dimensions.ts'
import { locales } from '#app/domain/locale.ts'
import { differingFields, type VacancyField } from '#app/domain/typed-vacancy.ts'
import type { Vacancy } from '#app/domain/vacancy.ts'
import type { ConflictView } from './Conflict.tsx'
import {
  capital,
  channelsWords,
  countriesWords,
  daysWords,
  hoursWords,
  languagesWords,
  type Speech,
  startsWords,
  termsWords,
} from './words.ts'

/** What a field is called on the form. */
function labelOf(field: VacancyField, { t, formats }: Speech): string {
  const locale = locales.find((one) => field === `texts.${one}`)
  if (locale) return t('vacancies.form.textIn', { language: formats.language(locale) })
  switch (field) {
    case 'jobLocale':
      return t('vacancies.form.jobLanguage')
    case 'schedule':
      return t('jobs.when.title')
    case 'payMax':
      return t('vacancies.form.payTo')
    case 'payPeriod':
      return t('vacancies.form.period')
    case 'assignmentKey':
      return t('vacancies.form.assignment')
    case 'channels':
    case 'languages':
    case 'weeklyHours':
    case 'remote':
    case 'place':
    case 'countries':
    case 'contract':
    case 'payMin':
    case 'currency':
    case 'openings':
    case 'closesOn':
    case 'answerBy':
    case 'weights':
    case 'aiPolicy':
    case 'index':
    case 'terms':
      return t(`vacancies.form.${field}`)
    default:
      return field
  }
}

/** What a field holds, as a person would read it. */
function wordsOf(vacancy: Vacancy, field: VacancyField, speech: Speech): string {
  const { t, formats } = speech
  const locale = locales.find((one) => field === `texts.${one}`)
  if (locale) {
    const text = vacancy.texts[locale]
    return text ? [text.title, text.summary, ...text.duties].join('\n') : ''
  }
  const day = (value: string | null) => (value ? formats.date(value) : '')
  switch (field) {
    case 'jobLocale':
      return capital(formats.language(vacancy.jobLocale))
    case 'channels':
      return channelsWords(speech, vacancy.channels)
    case 'languages':
      return languagesWords(speech, vacancy.languages)
    case 'schedule':
      return `${hoursWords(speech, vacancy.schedule)}. ${daysWords(speech, vacancy.schedule)}`
    case 'remote':
      return vacancy.remote ? t('vacancies.form.remote') : ''
    case 'countries':
      return countriesWords(speech, vacancy.countries)
    case 'contract':
      return t(`domain.contracts.${vacancy.contract}`)
    case 'payPeriod':
      return t(`vacancies.form.periods.${vacancy.payPeriod}`)
    case 'openings':
      return startsWords(
        speech,
        vacancy.openings.map(({ startsOn }) => startsOn),
      )
    case 'closesOn':
      return day(vacancy.closesOn)
    case 'answerBy':
      return day(vacancy.answerBy)
    case 'weights':
      return dimensions
        .flatMap((dimension) => {
          const weight = vacancy.weights[dimension]
          return weight
            ? [`${t(`domain.dimensions.${dimension}.name`)} ${formats.number(weight, weight % 1 ? 1 : 0)}`]
            : []
        })
        .join(', ')
    case 'aiPolicy':
      return t(`vacancies.form.aiPolicies.${vacancy.aiPolicy}`)
    case 'index':
      return t(`vacancies.form.indexPolicies.${vacancy.index}`)
    case 'terms':
      return termsWords(speech, vacancy.terms)
    case 'weeklyHours':
    case 'payMin':
    case 'payMax':
    case 'place':
    case 'currency':
    case 'assignmentKey':
      return String(vacancy[field] ?? '')
    default:
      return ''
  }
}

/** The fields in which what was saved meanwhile and what was sent differ. */
export const conflictRows = (theirs: Vacancy, yours: Vacancy, speech: Speech): ConflictView['rows'] =>
  differingFields(theirs, yours).map((field) => ({
    field,
    label: labelOf(field, speech),
    theirs: wordsOf(theirs, field, speech),
    yours: wordsOf(yours, field, speech),
  }))
