import { type Locale, locales } from '#app/domain/locale.ts'
import { offeredCountries, offeredLanguages, offeredZones } from '#app/domain/offered.ts'
import { type AssignmentContent, assignmentMinutes, evidence } from '#app/domain/scenario/assignment.ts'
import {
  cefrLevels,
  channels,
  contracts,
  currencies,
  payPeriods,
  type Vacancy,
  weekdays,
} from '#app/domain/vacancy.ts'
import type { Choices } from './parts.ts'
import { capital, type Speech, zoneWords } from './words.ts'

/** The assignments that a vacancy can have. */
interface Shelf {
  assignments: readonly { key: string; content: AssignmentContent }[]
}

interface Words extends Speech {
  locale: Locale
}

const halfHours = Array.from(
  { length: 48 },
  (_, half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`,
)

/** What can be chosen, named in the reader's language; what the vacancy has already is always among it. */
export function vacancyChoices(vacancy: Vacancy, library: Shelf, words: Words): Choices {
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
