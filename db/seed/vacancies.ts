import { assumedTerms } from '#app/domain/scoring-plan.ts'
import type { Vacancy, VacancyText } from '#app/domain/vacancy.ts'
import type { VacancyKey } from './cast.ts'
import { type Clock, sampleZone } from './clock.ts'
import { nightForm } from './night-form.ts'
import { texts } from './texts.ts'

const noText: VacancyText = { title: '', summary: '', duties: [] }

/** What all of Lumo's vacancies have in common: full time, from home, in euros a month. */
const common = {
  weeklyHours: 40,
  remote: true,
  place: '',
  contract: 'full-time',
  currency: 'EUR',
  payPeriod: 'month',
  aiPolicy: 'declared',
  index: 'none',
  terms: assumedTerms,
} as const

const everything = { A1: 1, A3: 1, A4: 1, K1: 1, K2: 1, K3: 1, K4: 1 }

/** The forms as Mirela filled them in. Days are counted back from the day of loading; below 0 they are to come. */
export function sampleVacancies({ day, monday }: Clock, assignmentKey: string): Record<VacancyKey, Vacancy> {
  const starting = (...backs: number[]) => backs.map((back) => ({ startsOn: monday(back) }))
  return {
    evening: {
      ...common,
      jobLocale: 'sq',
      texts: texts.evening,
      channels: ['email', 'chat'],
      languages: [
        { language: 'sq', level: 'C1' },
        { language: 'en', level: 'B2' },
      ],
      schedule: { days: [1, 2, 5, 6, 7], from: '16:00', to: '00:00', zone: sampleZone },
      countries: ['AL', 'XK', 'MK'],
      payMin: 780,
      payMax: 940,
      openings: starting(-45, -45, -66),
      closesOn: day(-14),
      answerBy: day(-35),
      assignmentKey,
      weights: { ...everything, A1: 2, A3: 2 },
    },
    day: {
      ...common,
      jobLocale: 'en',
      texts: texts.day,
      channels: ['email', 'chat', 'tickets'],
      languages: [
        { language: 'en', level: 'C1' },
        { language: 'sq', level: 'A2' },
      ],
      schedule: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', zone: sampleZone },
      countries: ['AL', 'XK', 'MK', 'ME', 'RS'],
      payMin: 820,
      payMax: 980,
      openings: starting(-52),
      closesOn: day(-21),
      answerBy: day(-42),
      assignmentKey,
      weights: { ...everything, A3: 2, K3: 2 },
    },
    night: {
      ...common,
      jobLocale: 'ru',
      texts: texts.night,
      channels: ['email', 'tickets'],
      languages: [
        { language: 'ru', level: 'C1' },
        { language: 'en', level: 'B1' },
      ],
      schedule: { days: [4, 5, 6, 7], from: '00:00', to: '08:00', zone: sampleZone },
      weeklyHours: 32,
      contract: 'part-time',
      countries: ['AL', 'RS', 'AM', 'GE', 'KZ'],
      payMin: 640,
      payMax: 760,
      openings: starting(-59, -59),
      closesOn: day(-10),
      answerBy: day(-31),
      assignmentKey: nightForm.key,
      weights: { ...everything, A2: 1, A6: 1, A3: 2, A4: 2 },
    },
    phone: {
      ...common,
      jobLocale: 'sq',
      texts: { sq: { ...noText, ...texts.phone } },
      channels: ['phone'],
      languages: [{ language: 'sq', level: 'C1' }],
      schedule: { days: [1, 2, 3, 4, 5], from: '10:00', to: '18:00', zone: sampleZone },
      countries: [],
      payMin: null,
      payMax: null,
      openings: [],
      closesOn: null,
      answerBy: null,
      assignmentKey,
      weights: everything,
    },
    leave: {
      ...common,
      jobLocale: 'sq',
      texts: texts.leave,
      channels: ['email', 'tickets'],
      languages: [{ language: 'sq', level: 'C1' }],
      schedule: { days: [1, 2, 3, 4, 5], from: '08:00', to: '14:00', zone: sampleZone },
      weeklyHours: 30,
      contract: 'temporary',
      countries: ['AL', 'XK', 'MK'],
      payMin: 600,
      payMax: 680,
      openings: starting(30),
      closesOn: day(58),
      answerBy: day(44),
      assignmentKey,
      weights: everything,
    },
  }
}
