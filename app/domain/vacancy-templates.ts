import type { Dimension } from './dimensions.ts'
import type { Locale } from './locale.ts'
import { assumedTerms } from './scoring-plan.ts'
import type { Vacancy, VacancyText } from './vacancy.ts'
import type { Day } from './zones.ts'

export const templateKeys = ['evening', 'day', 'night'] as const
export type TemplateKey = (typeof templateKeys)[number]

interface Template {
  days: number[]
  from: string
  to: string
  weeklyHours: number
  channels: Vacancy['channels']
  contract: Vacancy['contract']
  /** What matters more than the rest on this shift; everything else weighs 1. */
  heavy: Partial<Record<Dimension, number>>
}

const templates: Record<TemplateKey, Template> = {
  evening: {
    days: [1, 2, 3, 4, 5],
    from: '16:00',
    to: '00:00',
    weeklyHours: 40,
    channels: ['email', 'chat'],
    contract: 'full-time',
    heavy: { A1: 2, A3: 2 },
  },
  day: {
    days: [1, 2, 3, 4, 5],
    from: '09:00',
    to: '17:00',
    weeklyHours: 40,
    channels: ['email', 'chat', 'tickets'],
    contract: 'full-time',
    heavy: { A3: 2, K3: 2 },
  },
  night: {
    days: [4, 5, 6, 7],
    from: '00:00',
    to: '08:00',
    weeklyHours: 32,
    channels: ['email', 'tickets'],
    contract: 'part-time',
    heavy: { A3: 2, A4: 2 },
  },
}

function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The first Monday on or after a day. */
function mondayFrom(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, (8 - weekday) % 7)
}

/**
 * A draft from a template. Pay and countries are left open: nobody but the manager knows them. Four weeks to apply,
 * three more until the answer, work from the Monday a month after that.
 */
export function draftFrom(
  key: TemplateKey,
  about: {
    texts: Record<Locale, VacancyText>
    jobLocale: Locale
    zone: string
    today: Day
    assignmentKey: string
    graded: readonly Dimension[]
  },
): Vacancy {
  const { days, from, to, weeklyHours, channels, contract, heavy } = templates[key]
  const closesOn = addDays(about.today, 28)
  const answerBy = addDays(closesOn, 21)
  return {
    jobLocale: about.jobLocale,
    texts: about.texts,
    channels,
    languages: [{ language: about.jobLocale, level: 'C1' }],
    schedule: { days, from, to, zone: about.zone },
    weeklyHours,
    remote: true,
    place: '',
    countries: [],
    contract,
    payMin: null,
    payMax: null,
    currency: 'EUR',
    payPeriod: 'month',
    openings: [{ startsOn: mondayFrom(addDays(answerBy, 28)) }],
    closesOn,
    answerBy,
    assignmentKey: about.assignmentKey,
    aiPolicy: 'declared',
    index: 'none',
    terms: assumedTerms,
    weights: Object.fromEntries(about.graded.map((dimension) => [dimension, heavy[dimension] ?? 1])),
  }
}
