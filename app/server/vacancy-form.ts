import { dimensions } from '#app/domain/dimensions.ts'
import { type Locale, locales } from '#app/domain/locale.ts'
import { offeredCountries, offeredLanguages, offeredZones } from '#app/domain/offered.ts'
import { assignmentMinutes, evidence } from '#app/domain/scenario/assignment.ts'
import type { TypedVacancy } from '#app/domain/typed-vacancy.ts'
import {
  cefrLevels,
  channels,
  contracts,
  currencies,
  payPeriods,
  type Vacancy,
  weekdays,
} from '#app/domain/vacancy.ts'
import type { Choices } from '#app/ui/vacancy/parts.ts'
import { capital, type Speech, zoneWords } from '#app/ui/vacancy/words.ts'
import type { SentForm } from './form.ts'
import type { Library } from './scenarios.ts'

type Row<Field extends string> = Record<Field, string>

/** Rows named `languages.0.level`, in the order of their numbers. */
function rows<Field extends string>(form: SentForm, name: string, fields: readonly Field[]): Row<Field>[] {
  const numbers = Object.keys(form.fields).flatMap((key) => {
    const [start, number] = key.split('.')
    return start === name && number && /^\d{1,3}$/.test(number) ? [Number(number)] : []
  })
  return [...new Set(numbers)]
    .sort((a, b) => a - b)
    .map(
      (n) =>
        Object.fromEntries(fields.map((field) => [field, form.text(`${name}.${n}.${field}`)])) as Row<Field>,
    )
}

/** The form as it was sent, ready to be read by the schema or to be shown again. */
export function sentVacancy(form: SentForm): TypedVacancy {
  const text = (locale: Locale) => ({
    title: form.text(`texts.${locale}.title`),
    summary: form.text(`texts.${locale}.summary`),
    duties: form.text(`texts.${locale}.duties`),
  })
  const each = <Key extends string>(keys: readonly Key[], value: (key: Key) => string) =>
    Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, string>
  return {
    texts: { en: text('en'), ru: text('ru'), sq: text('sq') },
    channels: form.all('channels'),
    languages: rows(form, 'languages', ['language', 'level']),
    schedule: {
      days: form.all('schedule.days'),
      from: form.text('schedule.from'),
      to: form.text('schedule.to'),
      zone: form.text('schedule.zone'),
    },
    remote: form.has('remote'),
    countries: form.all('countries'),
    openings: rows(form, 'openings', ['startsOn']),
    weights: each(dimensions, (dimension) => form.text(`weights.${dimension}`)),
    ...each(
      ['jobLocale', 'weeklyHours', 'place', 'contract', 'payMin', 'payMax', 'currency', 'payPeriod'] as const,
      (name) => form.text(name),
    ),
    ...each(['closesOn', 'answerBy', 'assignmentKey'] as const, (name) => form.text(name)),
  }
}

interface Words extends Speech {
  locale: Locale
}

const halfHours = Array.from(
  { length: 48 },
  (_, half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`,
)

/** What can be chosen, named in the reader's language; what the vacancy has already is always among it. */
export function vacancyChoices(vacancy: Vacancy, library: Library, words: Words): Choices {
  const { t, formats, locale } = words
  const named = <Value extends string>(values: readonly Value[], name: (value: Value) => string) =>
    values.map((value) => ({ value, label: capital(name(value)) }))
  const sorted = (values: readonly string[], name: (value: string) => string) =>
    named([...new Set(values)], name).sort((a, b) => a.label.localeCompare(b.label, locale))
  const first = [...new Set([...vacancy.countries, ...offeredCountries.slice(0, 8)])]
  return {
    locales: named(locales, formats.language),
    channels: named(channels, (channel) => t(`domain.channels.${channel}`)),
    languages: sorted(
      [...offeredLanguages, ...vacancy.languages.map(({ language }) => language)],
      formats.language,
    ),
    levels: cefrLevels.map((level) => ({ value: level, label: t(`domain.cefr.${level}`) })),
    days: weekdays.map((day) => ({ value: String(day), label: t(`domain.weekdays.${day}.short`) })),
    times: [...new Set([...halfHours, vacancy.schedule.from, vacancy.schedule.to])]
      .sort()
      .map((value) => ({ value, label: value })),
    zones: sorted([...offeredZones, vacancy.schedule.zone], (zone) => zoneWords(words, zone)),
    countries: sorted(first, formats.country),
    moreCountries: sorted(
      offeredCountries.filter((code) => !first.includes(code)),
      formats.country,
    ),
    contracts: named(contracts, (contract) => t(`domain.contracts.${contract}`)),
    currencies: currencies.map((code) => ({
      value: code,
      label: `${code} · ${t(`domain.currencies.${code}`)}`,
    })),
    periods: payPeriods.map((period) => ({ value: period, label: t(`vacancies.form.periods.${period}`) })),
    assignments: library.assignments.map(({ key, content }) => ({
      value: key,
      label: t('vacancies.form.assignmentOption', {
        title: content.titles[locale],
        minutes: assignmentMinutes(content),
      }),
      evidence: evidence(content),
    })),
  }
}
