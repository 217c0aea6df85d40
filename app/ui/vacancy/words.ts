import { families } from '#app/domain/dimensions.ts'
import { offeredZones } from '#app/domain/offered.ts'
import type { ScoringPlan } from '#app/domain/scoring-plan.ts'
import type { Vacancy } from '#app/domain/vacancy.ts'
import { dayRun, type VacancyPage } from '#app/domain/vacancy-page.ts'
import type { Formats } from '#app/i18n/formats.ts'
import type { Translate } from '#app/i18n/keys.ts'

/** What the words of a vacancy are made with; `useI18n()` on a page and `openTo()` in a loader both have it. */
export interface Speech {
  t: Translate
  formats: Formats
}

export const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1)

export function zoneWords({ t }: Speech, zone: string): string {
  const offered = offeredZones.find((one) => one === zone)
  return offered ? t(`domain.zones.${offered}`) : t('domain.zoneOther', { zone })
}

export const hoursWords = ({ t }: Speech, { from, to }: Vacancy['schedule']) =>
  t('jobs.when.short', { from, to: to === '00:00' ? '24:00' : to })

type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7
const weekday = (day: number) => day as Weekday

/** On which days: as a run where they are one, by name where they are not. */
export function daysWords(speech: Speech, { days, zone }: Vacancy['schedule']): string {
  const { t, formats } = speech
  const count = days.length
  const words = zoneWords(speech, zone)
  if (count === 7) return t('jobs.when.all', { zone: words })
  const run = dayRun(days)
  if (run)
    return t('jobs.when.range', {
      count,
      zone: words,
      from: t(`domain.weekdays.${weekday(run.from)}.from`),
      to: t(`domain.weekdays.${weekday(run.to)}.to`),
    })
  const names = days.map((day) => t(`domain.weekdays.${weekday(day)}.name`))
  return t('jobs.when.list', { count, zone: words, days: formats.list(names) })
}

/** Between the end of a shift and the next one, where there are two days in a row. */
export function restHours({ days, from, to }: Vacancy['schedule']): number | null {
  const hour = (time: string) => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60
  const length = (hour(to) - hour(from) + 24) % 24
  const inARow = days.some((day) => days.includes((day % 7) + 1))
  return inARow ? Math.floor(24 - length) : null
}

export const countriesWords = ({ formats }: Speech, countries: readonly string[]) =>
  formats.list(countries.map((code) => formats.country(code)).sort((a, b) => a.localeCompare(b)))

export const languagesWords = ({ t, formats }: Speech, languages: Vacancy['languages']) =>
  capital(
    formats.list(
      languages.map(({ language, level }) =>
        t('domain.languageLevel', { language: formats.language(language), level }),
      ),
    ),
  )

export const channelsWords = ({ t, formats }: Speech, channels: Vacancy['channels']) =>
  capital(formats.list(channels.map((channel) => t(`domain.channels.${channel}`))))

/** The days on which work begins, each once. */
export const startsWords = ({ formats }: Speech, openings: readonly string[]) =>
  formats.list([...new Set(openings)].map((day) => formats.date(day)))

export const payWords = ({ formats }: Speech, pay: NonNullable<VacancyPage['pay']>) =>
  formats.moneyRange(pay.payMin, pay.payMax, pay.currency)

/** The sentences of the page that belong to the description for search engines too. */
export function postingLines(speech: Speech, vacancy: Vacancy): string[] {
  const { schedule, remote, countries } = vacancy
  const hours = `${hoursWords(speech, schedule)}. ${daysWords(speech, schedule)}`
  if (!remote) return [hours]
  return [hours, speech.t('jobs.remoteLine', { countries: countriesWords(speech, countries) })]
}

/** Which share what was counted by rule has, family by family. */
export const omegaWords = ({ t, formats }: Speech, omega: NonNullable<ScoringPlan['omega']>) =>
  formats.list(
    families.flatMap((family) => {
      const share = omega[family]
      return share ? [t(`domain.omega.${family}`, { share: formats.percent(share) })] : []
    }),
  )

/** What a plan says besides weights and index, as a person would read it. */
export function termsWords(
  speech: Speech,
  { attitudeShare, lines, severity, omega }: Vacancy['terms'],
): string {
  const { t, formats } = speech
  const share = t('vacancies.form.shareOption', {
    attitude: formats.percent(attitudeShare),
    knowledge: formats.percent(1 - attitudeShare),
  })
  const line = (dimension: keyof typeof lines) =>
    `${t(`domain.dimensions.${dimension}.name`)}\u00a0${formats.number(lines[dimension], 1)}`
  return [
    share,
    `${t('vacancies.form.lines')}: ${formats.list([line('A1'), line('A5')])}`,
    `${t('vacancies.form.severity')}: ${t(`vacancies.form.severityPolicies.${severity}`)}`,
    `${t('vacancies.form.omega')}: ${omegaWords(speech, omega) || t('vacancies.form.omegaNone')}`,
  ].join('\n')
}
